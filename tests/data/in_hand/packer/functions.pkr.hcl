variable "instance_type" {
  default = env("PKR_TYPE")
}
local "ami" {
  expression = lookup({ "eu-west-1" = "ami-0a1b2c3d4e5f60718" }, "eu-west-1", "")
}
source "amazon-ebs" "web" {
  ami_name      = join("-", ["web", regex_replace(timestamp(), "[- TZ:]", "")])
  instance_type = coalesce(var.instance_type, "m5.large")
  source_ami    = local.ami
  user_data     = <<-EOF
    #!/bin/bash
    resource "x" {
    echo ${path.root}
  EOF
  tags = { for k, v in { a = 1 } : k => v }
}
build { sources = ["source.amazon-ebs.web"] }
