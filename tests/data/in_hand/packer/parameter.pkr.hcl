data "amazon-parameterstore" "al" {
  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
}
source "amazon-ebs" "web" {
  source_ami          = data.amazon-parameterstore.al.value
  spot_instance_types = ["m5.large", "m6g.large"]
  spot_price          = "auto"
}
