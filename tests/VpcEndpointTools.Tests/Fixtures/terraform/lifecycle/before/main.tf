provider "aws" { region = "eu-west-1" }
module "net" { source = "../net" }
resource "aws_vpc_endpoint" "old_name" {
  vpc_id              = module.net.vpc_id
  service_name        = "com.amazonaws.eu-west-1.sqs"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = [module.net.first, module.net.second]
  security_group_ids  = [module.net.sg]
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "forgotten" {
  vpc_id            = module.net.vpc_id
  service_name      = "com.amazonaws.eu-west-1.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = [module.net.rt]
}
resource "aws_vpc_endpoint" "deleted" {
  vpc_id            = module.net.vpc_id
  service_name      = "com.amazonaws.eu-west-1.dynamodb"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = [module.net.rt]
}
