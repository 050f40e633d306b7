# Keys that no pattern expects, modules in modules, and a provider of another Region handed to one.
provider "aws" { region = "eu-west-1" }
provider "aws" {
  alias  = "us"
  region = "us-east-1"
}
locals {
  keys = { "a.b" = "ssm", "x]\"[y" = "kms", "module.z" = "sns", "größe €" = "sqs", "two words" = "sts" }
}
module "net" { source = "../net" }
module "keyed" {
  for_each   = local.keys
  source     = "./endpoint"
  service    = "com.amazonaws.eu-west-1.${each.value}"
  vpc_id     = module.net.vpc_id
  subnet_ids = [module.net.first, module.net.second]
  group_id   = module.net.sg
}
resource "aws_vpc_endpoint" "keyed" {
  for_each            = { "r.s" = "logs", "p]\"[q" = "events" }
  vpc_id              = module.net.vpc_id
  service_name        = "com.amazonaws.eu-west-1.${each.value}"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = [module.net.first, module.net.second]
  security_group_ids  = [module.net.sg]
  private_dns_enabled = true
}
module "us" {
  count     = 2
  source    = "./region"
  providers = { aws = aws.us }
}
