packer {
  required_plugins {
    amazon = {
      source  = "github.com/hashicorp/amazon"
      version = "~> 1"
    }
  }
}

variable "arch" {
  type    = string
  default = "arm64"
  validation {
    condition     = contains(["amd64", "arm64"], var.arch)
    error_message = "Must be amd64 or arm64."
  }
}

variable "types" {
  type = map(string)
  default = {
    amd64 = "t3.small"
    arm64 = "t4g.small"
  }
}

locals {
  stamp = formatdate("YYYYMMDD", timestamp())
  name  = "ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-${var.arch}-server-*"
}

source "amazon-ebs" "ubuntu" {
  ami_name      = "base-${local.stamp}"
  instance_type = var.types[var.arch]
  region        = "eu-central-1"
  source_ami_filter {
    filters = {
      name                = local.name
      root-device-type    = "ebs"
      virtualization-type = "hvm"
    }
    most_recent = true
    owners      = ["099720109477"]
  }
  ssh_username = "ubuntu"
}

build {
  sources = ["source.amazon-ebs.ubuntu"]
  provisioner "shell" {
    inline = [
      "sudo apt-get update",
    ]
  }
}
