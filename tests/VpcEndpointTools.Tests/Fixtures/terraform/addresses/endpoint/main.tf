variable "service" { type = string }
variable "vpc_id" { type = string }
variable "subnet_ids" { type = list(string) }
variable "group_id" { type = string }
resource "aws_vpc_endpoint" "this" {
  vpc_id              = var.vpc_id
  service_name        = var.service
  vpc_endpoint_type   = "Interface"
  subnet_ids          = var.subnet_ids
  security_group_ids  = [var.group_id]
  private_dns_enabled = true
}
