source "amazon-ebssurrogate" "x" {
  source_ami_filter {
    filters = {
      name = "debian-12-amd64-*"
    }
    owners = ["136693071363"]
    most_recent = true
  }
  instance_type = "m6g.large"
  ami_architecture = "arm64"
  boot_mode = "uefi"
  launch_block_device_mappings {
    device_name = "/dev/xvda"
    encrypted = true
  }
}
