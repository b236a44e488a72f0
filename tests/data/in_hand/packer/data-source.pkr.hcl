data "amazon-ami" "al2023" {
  filters = {
    name                = "al2023-ami-2023*-kernel-6.1-x86_64"
    architecture        = "x86_64"
    virtualization-type = "hvm"
    root-device-type    = "ebs"
  }
  most_recent = true
  owners      = ["amazon"]
  region      = "us-east-1"
}

source "amazon-ebs" "gpu" {
  ami_name      = "gpu"
  source_ami    = data.amazon-ami.al2023.id
  instance_type = "g5g.xlarge"
  region        = "us-east-1"
}

source "docker" "x" {
  image = "alpine"
}

build {
  source "amazon-ebs.gpu" {
    name = "g"
    instance_type = "g5.xlarge"
  }
  sources = ["source.amazon-ebs.gpu", "source.docker.x"]
}
