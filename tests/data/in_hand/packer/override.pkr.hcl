source "amazon-ebs" "base" {
  source_ami = "ami-0a1b2c3d4e5f60718"
}

build {
  dynamic "source" {
    for_each = ["a"]
    labels   = ["amazon-ebs.base"]
    content {
      name = source.value
    }
  }
  source "source.amazon-ebs.base" {
    name          = "arm"
    instance_type = "m6g.large"
  }
  source "source.amazon-ebs.base" {
    name          = "intel"
    instance_type = "m5.large"
  }
}
