variable "vpc_id" { type = string }
variable "subnet_ids" { type = list(string) }
variable "security_group_id" { type = string }
resource "aws_vpc_endpoint" "bad" {
  for_each            = toset(["x"])
  vpc_id              = var.vpc_id
  service_name        = "com.amazonaws.eu-west-1.sns"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = var.subnet_ids
  security_group_ids  = [var.security_group_id]
  private_dns_enabled = true
  policy              = sensitive(jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "sns:*", Resource = "*" }] }))
  tags                = { Name = each.key }
}
