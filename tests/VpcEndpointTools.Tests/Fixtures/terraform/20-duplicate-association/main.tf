provider "aws" { region = "eu-west-1" }
variable "tables" { default = ["rtb-0aa00000000000001", "rtb-0aa00000000000002"] }
resource "aws_vpc_endpoint" "s3" {
  vpc_id            = "vpc-0aa00000000000001"
  service_name      = "com.amazonaws.eu-west-1.s3"
  vpc_endpoint_type = "Gateway"
  tags              = { Name = "s3" }
}
# The slip: count.index was meant.
resource "aws_vpc_endpoint_route_table_association" "a" {
  count           = length(var.tables)
  vpc_endpoint_id = aws_vpc_endpoint.s3.id
  route_table_id  = var.tables[0]
}
