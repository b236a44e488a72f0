import boto3

ec2 = boto3.client("ec2")
ec2.run_instances(ImageId="ami-0a1b2c3d4e5f60718", InstanceType="m5.large", MinCount=1, MaxCount=1)
