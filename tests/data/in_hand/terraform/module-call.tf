module "ec2" {
  source        = "terraform-aws-modules/ec2-instance/aws"
  ami           = "ami-0123456789abcdef0"
  instance_type = "t4g.micro"
  availability_zone = "eu-west-1a"
}
