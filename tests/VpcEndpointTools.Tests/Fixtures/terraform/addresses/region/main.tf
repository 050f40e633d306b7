module "net" {
  source = "../../net"
  azs    = ["us-east-1a", "us-east-1b"]
}
module "inner" {
  for_each   = toset(["ssm"])
  source     = "../endpoint"
  service    = "com.amazonaws.us-east-1.${each.value}"
  vpc_id     = module.net.vpc_id
  subnet_ids = [module.net.first, module.net.second]
  group_id   = module.net.sg
}
