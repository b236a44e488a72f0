source "amazon-chroot" "x" {
  source_ami = "ami-0123456789abcdef0"
  ami_virtualization_type = "hvm"
}
source "amazon-ebs" "y" {
  instance_type = var.arch == "arm64" ? "t4g.small" : "t3.small"
  source_ami = "ami-0123456789abcdef0"
}
variable "arch" { default = "arm64" }
build { sources = ["source.amazon-ebs.y"] }
