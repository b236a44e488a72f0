data "aws_ami" "al2023" {
  owners     = ["amazon"]
  name_regex = "^al2023-ami-2023.*-arm64$"
}

module "web" {
  source = "./modules/asg"

  image_id       = data.aws_ami.al2023.id
  instance_type  = var.size
  instance_types = ["t4g.small", "t3.small"]
}
