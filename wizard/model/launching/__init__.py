"""What is asked of EC2 to launch, as parameters and as commands of the AWS CLI."""
