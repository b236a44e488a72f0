package main

func request() *ec2.RunInstancesInput {
	return &ec2.RunInstancesInput{
		ImageId:      aws.String("ami-0a1b2c3d4e5f60718"),
		InstanceType: types.InstanceTypeT2Micro,
		MinCount:     aws.Int32(1),
	}
}
