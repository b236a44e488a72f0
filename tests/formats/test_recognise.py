from __future__ import annotations

import json
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.flow.interpret import needs_of
from wizard.formats.recognise import Having, recognise
from wizard.model.knowledge import Knowledge

IMAGE = {
    "ImageId": "ami-0123456789abcdef0",
    "Name": "web",
    "State": "available",
    "Architecture": "x86_64",
    "VirtualizationType": "paravirtual",
    "RootDeviceType": "ebs",
}
INSTANCE = {
    "InstanceId": "i-0123456789abcdef0",
    "ImageId": "ami-0123456789abcdef0",
    "InstanceType": "m3.medium",
    "Architecture": "x86_64",
    "VirtualizationType": "paravirtual",
    "RootDeviceType": "ebs",
    "EnaSupport": False,
    "State": {"Code": 16, "Name": "running"},
}
STACK = """
Resources:
  Web:
    Type: AWS::EC2::Instance
    Properties: {ImageId: ami-0123456789abcdef0, InstanceType: m5.large}
  Db:
    Type: AWS::EC2::Instance
    Properties: {ImageId: ami-0123456789abcdef0, InstanceType: r5.large}
"""
ERROR = "An error occurred (InvalidAMIID.NotFound) when calling the RunInstances operation: The image id '[ami-1]' does not exist"


@pytest.mark.parametrize(
    ("text", "having", "said"),
    [
        ("m5.large", Having.TYPE, "An instance of type m5.large."),
        (" T3.Micro\n", Having.TYPE, "An instance of type t3.micro."),
        (
            "ami-0123456789abcdef0",
            Having.IMAGE_ID,
            "aws ec2 describe-images --image-ids ami-0123456789abcdef0",
        ),
        (json.dumps({"schema": 1, "answers": {"os": "ubuntu"}}), Having.ANSWERS, "Answers"),
        (json.dumps({"Images": [IMAGE]}), Having.IMAGE, "One image."),
        (json.dumps(IMAGE), Having.IMAGE, "One image."),
        (
            json.dumps({"Images": [IMAGE, IMAGE | {"ImageId": "ami-00000000000000001"}]}),
            Having.IMAGES,
            "2 images.",
        ),
        (
            json.dumps({"Reservations": [{"Instances": [INSTANCE]}]}),
            Having.INSTANCE,
            "An instance of type m3.medium.",
        ),
        (STACK, Having.TEMPLATE, "2 places"),
        (ERROR, Having.ERROR, "did not find"),
        (json.dumps({"ImageId": "ami-0123456789abcdef0"}), Having.NOTHING, "only the id of an image"),
        ("", Having.NOTHING, "no error, image, instance"),
        ("how do I launch an instance", Having.NOTHING, "no error, image, instance"),
        ('{"schema": 1, "answers": 5}', Having.NOTHING, ""),
    ],
)
def test_what_somebody_has_is_told_by_looking(
    knowledge: Knowledge, text: str, having: Having, said: str
) -> None:
    found = recognise(text, "it", knowledge)
    assert found.having is having
    assert said in found.said.render(NullTranslations())


def test_an_instance_begins_the_move_with_its_type_and_what_its_image_is_like(knowledge: Knowledge) -> None:
    found = recognise(json.dumps({"Reservations": [{"Instances": [INSTANCE]}]}), "it", knowledge)
    assert found.answers == {
        "start": "instance",
        "current-type": "m3.medium",
        "image-virtualization": "paravirtual",
        "image-architecture": "x86_64",
        "image-root-device": "ebs",
        "image-ena": "no",
    }
    assert needs_of(found.answers, knowledge).current_type == "m3.medium"
    windows = INSTANCE | {"Platform": "windows", "EnaSupport": True}
    asked = recognise(json.dumps([windows]), "it", knowledge).answers
    assert (asked["os"], asked["image-ena"]) == ("windows", "yes")


def test_of_a_part_of_an_image_only_what_it_says_is_answered(knowledge: Knowledge) -> None:
    part = [{"ImageId": "ami-0123456789abcdef0", "Architecture": "arm64", "VirtualizationType": "hvm"}]
    found = recognise(json.dumps(part), "it", knowledge)
    assert found.answers == {"start": "image", "image-architecture": "arm64", "image-virtualization": "hvm"}
    image = needs_of(found.answers, knowledge).image
    assert image is not None
    assert image.ena_support is None


def test_what_is_read_as_an_image_can_be_judged(knowledge: Knowledge) -> None:
    found = recognise(json.dumps({"Images": [IMAGE]}), "it", knowledge)
    assert needs_of(found.answers, knowledge).image is not None


@given(st.text(max_size=200) | st.binary(max_size=200).map(lambda data: data.decode("latin-1")))
def test_whatever_it_is_something_is_said(knowledge: Knowledge, text: str) -> None:
    assert recognise(text, "it", knowledge).said.render(NullTranslations())


GROUP = """apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
nodeGroups:
- name: gpu
  # no more than on demand costs
  instancesDistribution: {instanceTypes: [p3.2xlarge], spotAllocationStrategy: capacity-optimized}
  labels: {lifecycle: spot}
"""


def test_a_file_of_settings_is_no_error_for_its_words(knowledge: Knowledge) -> None:
    assert knowledge.errors.read(GROUP) is not None  # spot, capacity and no stand together in it
    assert recognise(GROUP, "cluster.yaml", knowledge).having is Having.NOTHING
    said = "no Spot capacity"
    terraform = f'resource "aws_spot_fleet_request" "a" {{\n  # {said}\n}}\n'
    assert recognise(terraform, "main.tf", knowledge).having is Having.NOTHING
    # What a cluster says of such an object is one, and so is what a tool says around its source.
    for told in (f"{GROUP}status:\n  message: {said}\n", f"Error: {said}\n\n{terraform}"):
        assert recognise(told, "f", knowledge).having is Having.ERROR


def test_a_list_of_types_is_no_error_for_its_words(knowledge: Knowledge) -> None:
    network: dict[str, object] = {
        "NetworkCards": [{"NetworkCardIndex": 0, "NetworkPerformance": "Up to 10 Gigabit"}]
    }
    network |= {
        "DefaultNetworkCardIndex": 0,
        "EfaSupported": False,
        "EnaSupport": "required",
        "Ipv6Supported": True,
    }
    network |= {"MaximumNetworkInterfaces": 4, "NetworkPerformance": "Up to 10 Gigabit", "EfaInfo": None}
    listed = [{"InstanceType": "a1.large", "VCpuInfo": {"DefaultVCpus": 2}, "NetworkInfo": network}]
    assert recognise(json.dumps(listed), "types.json", knowledge).having is Having.NOTHING


ASKED = 'ImageId="ami-0a1b2c3d4e5f60718", InstanceType="m5.large"'


@pytest.mark.parametrize(
    "text",
    [
        (
            f'  File "run.py", line 4\n    ec2.run_instances({ASKED})\nClientError: An error occurred (InvalidParameterValue) when '
            "calling the RunInstances operation: {mismatch}"
        ),
        (
            "$ aws ec2 run-instances --image-id ami-0a1b2c3d4e5f60718 --instance-type m5.large\nAn error occurred "
            "(InvalidParameterValue) when calling the RunInstances operation: {mismatch}"
        ),
        (
            "Error: creating EC2 Instance: api error InvalidParameterValue: {mismatch}\n  on main.tf line 12:\n  12: resource "
            '"aws_instance" "web" {\n  ami = "ami-0a1b2c3d4e5f60718"\n  instance_type = "m5.large"'
        ),
        (
            "==> amazon-ebs.web: Error launching source instance: InvalidParameterValue: {mismatch} source_ami: ami-1a2b3c4d "
            "instance_type: m5.large"
        ),
    ],
)
def test_a_launch_that_failed_is_its_error_and_not_the_request_beside_it(
    knowledge: Knowledge, text: str
) -> None:
    mismatch = "The architecture 'x86_64' of the specified instance type does not match the architecture 'arm64' of the specified AMI."
    assert recognise(text.replace("{mismatch}", mismatch), "log.txt", knowledge).having is Having.ERROR
