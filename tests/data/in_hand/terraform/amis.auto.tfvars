# Where which image is.
ami = {
  eu-west-1 = "ami-0a1b2c3d4e5f60718"
  us-east-1 = "ami-1a2b3c4d"
}
server_instance_type = "m5.large"
client_instance_type = "c6i.xlarge"
