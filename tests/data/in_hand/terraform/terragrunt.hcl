include "root" {
  path = find_in_parent_folders()
}

terraform {
  source = "git::ssh://git.example.com/modules//bastion?ref=v2"
}

inputs = {
  name          = "bastion"
  base_ami_id   = "ami-0a1b2c3d4e5f60718"
  instance_type = "t4g.nano"
}
