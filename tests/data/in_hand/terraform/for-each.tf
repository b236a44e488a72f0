provider "aws" {
  region = "eu-central-1"
}

variable "image" {
  type    = string
  default = null
}

locals {
  workers = {
    small = { type = "t3.large", spot = false }
    large = { type = "m7g.2xlarge", spot = true }
  }
}

data "aws_ami" "jammy" {
  most_recent = true
  owners      = ["099720109477"]

  filter {
    name   = "name"
    values = ["ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*"]
  }

  filter {
    name   = "architecture"
    values = ["x86_64"]
  }
}

resource "aws_instance" "worker" {
  for_each = local.workers

  ami           = var.image != null ? var.image : data.aws_ami.jammy.id
  instance_type = each.value.type

  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_launch_template" "pool" {
  image_id      = coalesce(var.image, data.aws_ami.jammy.image_id)
  instance_type = "m5.large"
}

resource "aws_autoscaling_group" "pool" {
  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.pool.id
      }
      override { instance_type = "m5a.large" }
      override { instance_type = "m6g.large" }
    }
  }
}
