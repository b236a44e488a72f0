#!/usr/bin/env bash
set -euo pipefail
AMI_ID=${AMI_ID:-ami-0a1b2c3d4e5f60718}
TYPE="m6g.large"
aws ec2 run-instances --region eu-west-1 \
  --image-id "$AMI_ID" \
  --instance-type "$TYPE" --count 2
