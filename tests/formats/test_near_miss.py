from __future__ import annotations

import json
from typing import Any

import pytest

from wizard.formats.image_text import ImageText
from wizard.model.images.describe_images import ImageError

AMI = "ami-0123456789abcdef0"
COMMAND = f"aws ec2 describe-images --image-ids {AMI}"
INSTANCE = {"InstanceId": "i-0", "ImageId": AMI, "InstanceType": "m5.large", "State": {"Code": 16}}
JSON: list[tuple[str, Any, str]] = [
    ("describe-instances", {"Reservations": [{"Instances": [INSTANCE]}]}, COMMAND),
    ("describe-instances", [INSTANCE], COMMAND),
    ("describe-instances", [[{"InstanceId": "i-0", "ImageId": AMI, "Type": "m5.large"}]], COMMAND),
    ("describe-instances", {"imageId": AMI, "instanceId": "i-0", "architecture": "x86_64"}, COMMAND),
    (
        "a node group of EKS",
        {"nodegroup": {"amiType": "AL2_x86_64", "instanceTypes": ["m5.large"]}},
        "check FILE",
    ),
    ("JSON without an object", [[AMI, "web"]], COMMAND),
    (
        "an image without what decides",
        {"outputResources": {"amis": [{"region": "eu-west-1", "image": AMI, "name": "x"}]}},
        f"--region eu-west-1 --image-ids {AMI}",
    ),
    (
        "an image without what decides",
        [{"region": "eu-west-1", "image": AMI}, {"region": "us-east-1", "image": "ami-0fedcba9876543210"}],
        COMMAND,
    ),
    ("describe-instance-types", {"InstanceTypes": [{"InstanceType": "m5.large"}]}, "--owners self"),
    (
        "a Packer manifest",
        {"builds": [{"artifact_id": f"eu-west-1:{AMI}"}], "last_run_uuid": "x"},
        f"--region eu-west-1 --image-ids {AMI}",
    ),
    ("a Packer manifest", {"builds": [{"artifact_id": f"eu-west-1:{AMI}"}]}, "--region eu-west-1"),
    ("a Packer template", {"builders": [{"type": "amazon-ebs", "source_ami": AMI}]}, COMMAND),
    (
        "a Terraform state without an aws_ami",
        {
            "version": 4,
            "terraform_version": "1.9.0",
            "resources": [{"instances": [{"attributes": {"ami": AMI}}]}],
        },
        COMMAND,
    ),
    ("a Terraform plan", {"format_version": "1.2", "planned_values": {"x": AMI}}, COMMAND),
    ("a CloudFormation template", {"Resources": {"A": {"Type": "AWS::EC2::Instance"}}}, "check FILE"),
    (
        "a CloudFormation template",
        {"AWSTemplateFormatVersion": "2010-09-09", "Mappings": {"a": AMI}},
        COMMAND,
    ),
    ("a launch template", {"LaunchTemplateVersions": [{"LaunchTemplateData": {"ImageId": AMI}}]}, COMMAND),
    ("a launch template", {"LaunchTemplateData": {"ImageId": AMI}}, COMMAND),
    ("a launch configuration", {"LaunchConfigurations": [{"ImageId": AMI}]}, COMMAND),
    ("the request of a launch", {"ImageId": AMI, "InstanceType": "m5.large"}, COMMAND),
    ("describe-image-attribute", {"ImageId": AMI, "LaunchPermissions": []}, COMMAND),
    ("the list of the recycle bin", {"Images": [{"ImageId": AMI, "RecycleBinEnterTime": "x"}]}, COMMAND),
    (
        "parameters of Systems Manager",
        {"Parameter": {"Name": "/x", "Type": "String", "Value": AMI, "Version": 1}},
        COMMAND,
    ),
    ("parameters of Systems Manager", {"Parameters": [{"Value": AMI}], "InvalidParameters": []}, COMMAND),
    ("images of Google Cloud", [{"kind": "compute#image", "name": "debian-12"}], "--owners self"),
    ("images of Google Cloud", [{"selfLink": "https://x", "diskSizeGb": "10"}], "--owners self"),
    ("images of Azure", [{"id": "/subscriptions/x", "name": "y"}], "--owners self"),
    ("images of Azure", [{"publisher": "Canonical", "offer": "x", "sku": "y"}], "--owners self"),
    ("container images", [{"RepoTags": ["x:1"]}], "--owners self"),
    ("a Kubernetes object", {"apiVersion": "v1", "kind": "Pod"}, "--owners self"),
    ("only the id of an image", {"ImageId": AMI}, COMMAND),
    ("an image without what decides", [{"ID": AMI, "Name": "web"}], COMMAND),
    ("AWS's error", {"Error": {"Code": "x"}, "ResponseMetadata": {}}, "explain"),
    ("no image of EC2", [{"name": "debian-12", "architecture": "X86_64"}], "--owners self"),
    ("what is there has a, b", [{"b": 1, "a": 2}], "--owners self"),
    ("JSON without an object", 3, "--owners self"),
]
TEXTS = [
    (
        "AWS's error",
        "\nAn error occurred (InvalidAMIID.NotFound) when calling the DescribeImages operation: x",
    ),
    (
        "AWS's error",
        'Unable to locate credentials. You can configure credentials by running "aws configure".',
    ),
    ("a table for people", "----------------------\n|   DescribeImages   |\n+--------------------+"),
    ("a table for people", "+-----+-----+\n| a | b |"),
    ("XML or HTML", '<?xml version="1.0"?>\n<DescribeImagesResponse>'),
    ("XML or HTML", '<DescribeImagesResponse xmlns="http://ec2">'),
    ("only the id of an image is there", "{'Images': [{'ImageId': 'ami-0123456789abcdef0'}]}"),
    ("printed by Python", "[ec2.Image(id='ami-0123456789abcdef0')]"),
    ("printed by Python", "{'Images': [{'ImageId': 'ami-0123456789abcdef0',"),
    ("text columns", "IMAGES\tx86_64\t2026-01-01\tami-1"),
    ("a Terraform or Packer source", 'source "amazon-ebs" "x" {\n  source_ami = "ami-1"\n}'),
    ("a Terraform or Packer source", 'resource "aws_instance" "web" {\n}'),
    ("a CloudFormation template", "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n"),
    ("YAML", "apiVersion: v1\nitems: []\n"),
    ("an image without what decides", "Images:\n- ImageId: ami-0123456789abcdef0\n  Name: x\n"),
    ("a list as PowerShell prints it", "\nArchitecture        : x86_64\nImageId : ami-1\n"),
    ("a table in which no ID of an image", "Name,Size,Owner\nami-1,web,x86_64\n"),
    ("a table in which no ID of an image", "A;B;C\n<x>;ami-0123456789abcdef0;2\n"),
    ("a log; see ami-wizard explain", "[    1.720000] Kernel panic - not syncing\n"),
    ("a log", "2024-05-02 09:11:03,210 - util.py[DEBUG]: Cloud-init v. 23 running\n"),
    ("a machine of VMware (VMX)", 'guestOS = "ubuntu-64"\n'),
    ("user data of an instance", "#cloud-config\npackages: [nginx]\n"),
    ("the source of a program", "import pulumi_aws as aws\nfrom x import y\nserver = 1\n"),
    ("the source of a program", 'import * as aws from "@pulumi/aws";\n'),
    ("only ids of images", "ami-0123456789abcdef0\nami-0123456789abcdef1\n"),
    # Longer than what is looked at, so that the end of the list is not seen: this once took for ever.
    ("its images", "ami-0123456789abcdef0\n" * 3000),
    ("no JSON in it; its images", "ami-0123456789abcdef0\n" * 60 + "and so on"),
    ("only ids of images", "ami-0123456789abcdef0, ami-0123456789abcdef1;ami-1a2b3c4d\n"),
    ("empty", ""),
    ("empty", " \n\n"),
    ("no JSON in it", "hello"),
    ("no JSON in it; its images", "see ami-0123456789abcdef0 in the wiki"),
    ("an object as a program prints it", "DescribeImagesResponse(Images=[Image(ImageId=ami-1)])"),
    ("what terraform plan prints", "Terraform will perform the following actions:\n"),
    ("typographic quotes", "{\u201cImages\u201d: []}"),
]


def refusal(text: str) -> str:
    with pytest.raises(ImageError) as caught:
        list(ImageText(text, "f").records())
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(("what", "value", "command"), JSON)
def test_json_is_called_what_it_is_with_the_command_to_copy(what: str, value: Any, command: str) -> None:
    for text in (json.dumps(value), json.dumps(value, indent=2)):
        said = refusal(text)
        assert what in said
        assert command in said


@pytest.mark.parametrize(("what", "text"), TEXTS)
def test_a_text_is_called_what_it_is(what: str, text: str) -> None:
    said = refusal(text)
    assert said.startswith("f: ")
    assert what in said
    assert "aws ec2 describe-images" in said


def test_many_ids_are_not_all_in_the_line() -> None:
    said = refusal(json.dumps([{"InstanceId": "i", "ImageId": f"ami-{n:017x}"} for n in range(60)]))
    assert said.count("ami-") == 20
    assert "the first 20 of its ids" in said
