source "amazon-ebs" "web" {
  source_ami = "ami-0a1b2c3d4e5f60718"
  instance_type = 
