variable "endpoint" {}
variable "subnets" {}
resource "aws_vpc_endpoint_subnet_association" "this" {
  for_each        = var.subnets
  vpc_endpoint_id = var.endpoint
  subnet_id       = each.value.id
}
