# One fault an endpoint; what is right stands beside it.
provider "aws" { region = "eu-west-1" }
module "net" { source = "../net" }
module "no_dns" {
  source = "../net"
  cidr   = "10.60.0.0/16"
  dns    = false
}
module "one_zone" {
  source = "../net"
  cidr   = "10.70.0.0/16"
  azs    = ["eu-west-1a", "eu-west-1a"]
}
locals { region = "com.amazonaws.eu-west-1" }
resource "aws_security_group" "shut" {
  name   = "shut"
  vpc_id = module.net.vpc_id
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["10.50.0.0/16"]
  }
}

resource "aws_vpc_endpoint" "right" {
  vpc_id              = module.net.vpc_id
  service_name        = "${local.region}.ssm"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = module.net.subnet_ids
  security_group_ids  = [module.net.sg]
  private_dns_enabled = true
  tags                = { Name = "ssm" }
}
resource "aws_vpc_endpoint" "right_gateway" {
  vpc_id            = module.net.vpc_id
  service_name      = "${local.region}.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = [module.net.rt]
  tags              = { Name = "s3" }
}

resource "aws_vpc_endpoint" "one_zone" {
  vpc_id              = module.one_zone.vpc_id
  service_name        = "${local.region}.kms"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = [module.one_zone.first, module.one_zone.second]
  security_group_ids  = [module.one_zone.sg]
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "shut" {
  vpc_id              = module.net.vpc_id
  service_name        = "${local.region}.sns"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = module.net.subnet_ids
  security_group_ids  = [aws_security_group.shut.id]
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "no_dns" {
  vpc_id              = module.no_dns.vpc_id
  service_name        = "${local.region}.ssm"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = module.no_dns.subnet_ids
  security_group_ids  = [module.no_dns.sg]
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "gateway_for_sts" {
  vpc_id            = module.net.vpc_id
  service_name      = "${local.region}.sts"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = [module.net.rt]
}
resource "aws_vpc_endpoint" "tables_on_interface" {
  vpc_id              = module.net.vpc_id
  service_name        = "${local.region}.ec2"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = module.net.subnet_ids
  security_group_ids  = [module.net.sg]
  route_table_ids     = [module.net.rt]
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "subnets_on_gateway" {
  vpc_id            = module.net.vpc_id
  service_name      = "${local.region}.dynamodb"
  vpc_endpoint_type = "Gateway"
  subnet_ids        = module.net.subnet_ids
}
resource "aws_vpc_endpoint" "twice" {
  count               = 2
  vpc_id              = module.net.vpc_id
  service_name        = "${local.region}.sqs"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = module.net.subnet_ids
  security_group_ids  = [module.net.sg]
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "subnet_elsewhere" {
  vpc_id              = module.net.vpc_id
  service_name        = "${local.region}.events"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = [module.one_zone.first]
  security_group_ids  = [module.net.sg]
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "group_elsewhere" {
  vpc_id              = module.net.vpc_id
  service_name        = "${local.region}.states"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = module.net.subnet_ids
  security_group_ids  = [module.no_dns.sg]
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "another_region" {
  vpc_id              = module.net.vpc_id
  service_name        = "com.amazonaws.us-east-1.logs"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = module.net.subnet_ids
  security_group_ids  = [module.net.sg]
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "no_subnets" {
  vpc_id              = module.net.vpc_id
  service_name        = "${local.region}.secretsmanager"
  vpc_endpoint_type   = "Interface"
  security_group_ids  = [module.net.sg]
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "private_dns_of_dynamodb" {
  vpc_id              = module.one_zone.vpc_id
  service_name        = "${local.region}.dynamodb"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = [module.one_zone.first]
  security_group_ids  = [module.one_zone.sg]
  private_dns_enabled = true
}
