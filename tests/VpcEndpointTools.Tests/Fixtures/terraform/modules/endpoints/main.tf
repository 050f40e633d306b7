variable "services" { type = list(string) }
variable "vpc_id" { type = string }
variable "subnet_ids" { type = list(string) }
variable "table_ids" { type = list(string) }
resource "aws_security_group" "this" {
  count  = 1
  name   = "endpoints"
  vpc_id = var.vpc_id
}
resource "aws_vpc_security_group_ingress_rule" "https" {
  security_group_id = aws_security_group.this[0].id
  cidr_ipv4         = "10.0.0.0/16"
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"
}
resource "aws_vpc_endpoint" "interface" {
  for_each            = toset(var.services)
  vpc_id              = var.vpc_id
  service_name        = "com.amazonaws.eu-west-1.${each.key}"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = var.subnet_ids
  security_group_ids  = [aws_security_group.this[0].id]
  private_dns_enabled = true
  tags                = { Name = each.key }
}
resource "aws_vpc_endpoint" "s3" {
  vpc_id          = var.vpc_id
  service_name    = "com.amazonaws.eu-west-1.s3"
  route_table_ids = var.table_ids
  tags            = { Name = "s3" }
}
