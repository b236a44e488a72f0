aws ec2 run-instances \
    --image-id ami-0a1b2c3d4e5f60718 \
    --instance-type t2.micro --region us-west-2 \
    --cpu-options CoreCount=1
aws s3 ls
