provider "aws" { region = "eu-west-1" }
variable "zones" {
  type    = list(string)
  default = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
}
module "net" {
  source = "./net"
  zones  = var.zones
}
module "endpoints" {
  source     = "./endpoints"
  services   = ["sqs", "sns"]
  vpc_id     = module.net.vpc_id
  subnet_ids = module.net.subnet_ids
  table_ids  = module.net.table_ids
}
