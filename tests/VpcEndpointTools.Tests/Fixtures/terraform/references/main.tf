# Forms of reference that a reader follows. Each endpoint that ends in _wrong has one fault, all others none.
provider "aws" { region = "eu-west-1" }
variable "zones" { default = { a = "eu-west-1a", b = "eu-west-1b" } }
variable "uses_second_vpc" { default = false }
variable "tables" { default = 0 }
locals { groups = { a = { name = "a" }, b = { name = "b" } } }
resource "aws_vpc" "v" {
  cidr_block           = "10.60.0.0/16"
  enable_dns_hostnames = true
}
resource "aws_vpc" "second" {
  count      = 0
  cidr_block = "10.61.0.0/16"
}
resource "aws_subnet" "s" {
  for_each          = var.zones
  vpc_id            = aws_vpc.v.id
  cidr_block        = cidrsubnet("10.60.0.0/16", 8, each.key == "a" ? 1 : 2)
  availability_zone = each.value
}
resource "aws_subnet" "same" {
  for_each          = toset(["x", "y"])
  vpc_id            = aws_vpc.v.id
  cidr_block        = cidrsubnet("10.60.0.0/16", 8, each.key == "x" ? 3 : 4)
  availability_zone = "eu-west-1a"
}
resource "aws_route_table" "r" {
  for_each = toset(["p", "q"])
  vpc_id   = aws_vpc.v.id
}
resource "aws_route_table" "no" {
  count  = var.tables
  vpc_id = aws_vpc.v.id
}
# A conditional whose other branch has no instance.
resource "aws_security_group" "g" {
  for_each = local.groups
  name     = each.value.name
  vpc_id   = var.uses_second_vpc ? aws_vpc.second[0].id : aws_vpc.v.id
}
# x[each.value.name] with the same keys.
resource "aws_vpc_security_group_ingress_rule" "https" {
  for_each          = local.groups
  security_group_id = aws_security_group.g[each.value.name].id
  cidr_ipv4         = "10.60.0.0/16"
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"
}
resource "aws_vpc_endpoint" "sqs" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.sqs"
  vpc_endpoint_type   = "Interface"
  security_group_ids  = [aws_security_group.g["a"].id]
  private_dns_enabled = true
}
# x[each.value] over a set, and over a map.
resource "aws_vpc_endpoint_subnet_association" "sqs" {
  for_each        = toset(["a", "b"])
  vpc_endpoint_id = aws_vpc_endpoint.sqs.id
  subnet_id       = aws_subnet.s[each.value].id
}
resource "aws_vpc_endpoint" "sns_wrong" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.sns"
  vpc_endpoint_type   = "Interface"
  security_group_ids  = [aws_security_group.g["b"].id]
  private_dns_enabled = true
}
resource "aws_vpc_endpoint_subnet_association" "sns" {
  for_each        = { first = "y", second = "x" }
  vpc_endpoint_id = aws_vpc_endpoint.sns_wrong.id
  subnet_id       = aws_subnet.same[each.value].id
}
resource "aws_vpc_endpoint" "kms" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.kms"
  vpc_endpoint_type   = "Interface"
  security_group_ids  = [aws_security_group.g["b"].id]
  private_dns_enabled = true
}
# each.value.id over a variable that is fed with a resource.
module "kms" {
  source   = "./each"
  endpoint = aws_vpc_endpoint.kms.id
  subnets  = aws_subnet.s
}
# Associations over a map of ids; two endpoints of one service on one table.
resource "aws_vpc_endpoint" "s3_wrong" {
  vpc_id       = aws_vpc.v.id
  service_name = "com.amazonaws.eu-west-1.s3"
}
resource "aws_vpc_endpoint_route_table_association" "s3" {
  for_each        = { first = aws_route_table.r["p"].id, second = aws_route_table.r["q"].id }
  vpc_endpoint_id = aws_vpc_endpoint.s3_wrong.id
  route_table_id  = each.value
}
resource "aws_vpc_endpoint" "s3_second_wrong" {
  vpc_id          = aws_vpc.v.id
  service_name    = "com.amazonaws.eu-west-1.s3"
  route_table_ids = [aws_route_table.r["q"].id]
}
# A splat over no instance.
resource "aws_vpc_endpoint" "dynamodb_wrong" {
  vpc_id          = aws_vpc.v.id
  service_name    = "com.amazonaws.eu-west-1.dynamodb"
  route_table_ids = aws_route_table.no[*].id
}
