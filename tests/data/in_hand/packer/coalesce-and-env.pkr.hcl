variable "ami" { default = "" }
variable "type" { default = env("TYPE") }
locals {
  ami  = coalesce(var.ami, "ami-0123456789abcdef0")
  type = coalesce(var.type, "m6g.large")
}
source "amazon-ebs" "x" {
  region        = "eu-west-1"
  source_ami    = local.ami
  instance_type = local.type
  ssh_username  = "ec2-user"
  ami_name      = "x-${formatdate("YYYY", timestamp())}"
}
build { sources = ["source.amazon-ebs.x"] }
