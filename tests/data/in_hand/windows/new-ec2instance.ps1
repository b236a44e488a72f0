New-EC2Instance -ImageId ami-0a1b2c3d4e5f60718 `
  -InstanceType m5.large -KeyName k
