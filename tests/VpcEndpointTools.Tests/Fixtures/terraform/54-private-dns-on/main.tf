# Private DNS is switched on for an endpoint that exists: this provider changes it in place.
provider "aws" { region = "us-west-2" }
variable "private_dns" { default = true }
resource "aws_vpc" "v" {
  cidr_block           = "10.54.0.0/16"
  enable_dns_hostnames = true
}
resource "aws_subnet" "s" {
  for_each          = { us-west-2a = 1, us-west-2b = 2 }
  vpc_id            = aws_vpc.v.id
  cidr_block        = "10.54.${each.value}.0/24"
  availability_zone = each.key
}
resource "aws_security_group" "g" {
  name   = "partner"
  vpc_id = aws_vpc.v.id
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.54.0.0/16"]
  }
}
resource "aws_vpc_endpoint" "p" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.vpce.us-west-2.vpce-svc-0aa00000000000001"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = [for s in aws_subnet.s : s.id]
  security_group_ids  = [aws_security_group.g.id]
  private_dns_enabled = var.private_dns
  tags                = { Name = "p" }
}
