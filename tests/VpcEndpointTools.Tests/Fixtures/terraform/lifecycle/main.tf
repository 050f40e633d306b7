# What a plan says of resources beside create, update and delete.
provider "aws" { region = "eu-west-1" }
module "net" { source = "../net" }
moved {
  from = aws_vpc_endpoint.old_name
  to   = aws_vpc_endpoint.new_name
}
resource "aws_vpc_endpoint" "new_name" {
  vpc_id              = module.net.vpc_id
  service_name        = "com.amazonaws.eu-west-1.sqs"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = [module.net.first, module.net.second]
  security_group_ids  = [module.net.sg]
  private_dns_enabled = true
}
removed {
  from = aws_vpc_endpoint.forgotten
  lifecycle { destroy = false }
}
data "aws_vpc_endpoint" "forgotten" {
  vpc_id       = module.net.vpc_id
  service_name = "com.amazonaws.eu-west-1.s3"
}
import {
  to = aws_vpc_endpoint.imported
  id = data.aws_vpc_endpoint.forgotten.id
}
resource "aws_vpc_endpoint" "imported" {
  vpc_id            = module.net.vpc_id
  service_name      = "com.amazonaws.eu-west-1.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = [module.net.rt]
  tags              = { Name = "s3" }
}
resource "aws_vpc_endpoint" "new" {
  vpc_id              = module.net.vpc_id
  service_name        = "com.amazonaws.eu-west-1.kms"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = [module.net.first, module.net.second]
  security_group_ids  = [module.net.sg]
  private_dns_enabled = true
}
check "names" {
  data "aws_vpc_endpoint" "new" { id = aws_vpc_endpoint.new.id }
  assert {
    condition     = data.aws_vpc_endpoint.new.private_dns_enabled
    error_message = "No private DNS."
  }
}
