data "aws_ami" "al" {
  owners = ["amazon"]
  filter {
    name   = "architecture"
    values = ["arm64"]
  }
}
variable "type" {
  default = "m5.large"
}
