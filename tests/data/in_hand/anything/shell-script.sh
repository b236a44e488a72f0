#!/bin/bash
set -e
aws ec2 run-instances --image-id ami-0a1b2c3d4e5f60718 --instance-type m6g.large --count 1 \
  --key-name k
