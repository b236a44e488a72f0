from __future__ import annotations

from typing import Any

import pytest

from tests.formats.shapes import WHOLE
from tests.formats.templates.places import found, short
from wizard.formats.templates.template import places_in

ONE, TWO = "ami-0123456789abcdef0", "ami-0fedcba9876543210"
DATA = {"ImageId": ONE, "InstanceType": "m5.large"}
CASES: list[tuple[str, Any, list[tuple[str, str, str]]]] = [
    ("launch template data", DATA, [("", ONE, "m5.large")]),
    (
        "describe-launch-template-versions",
        {"LaunchTemplateVersions": [{"LaunchTemplateName": "x", "LaunchTemplateData": DATA}]},
        [("LaunchTemplateVersions[0].LaunchTemplateData", ONE, "m5.large")],
    ),
    ("get-launch-template-data", {"LaunchTemplateData": DATA}, [("LaunchTemplateData", ONE, "m5.large")]),
    ("run-instances input", DATA | {"MinCount": 1, "MaxCount": 1}, [("", ONE, "m5.large")]),
    ("run-instances skeleton", {"ImageId": "", "InstanceType": "m5.large"}, []),
    ("no type", {"ImageId": ONE, "InstanceRequirements": {"VCpuCount": {"Min": 1}}}, []),
    (
        "parameter",
        {"ImageId": "resolve:ssm:/golden/ami", "InstanceType": "m5.large"},
        [("", "resolve:ssm:/golden/ami", "m5.large")],
    ),
    ("launch configurations", {"LaunchConfigurations": [DATA]}, [("LaunchConfigurations[0]", ONE, "m5.large")]),
    (
        "spot fleet",
        {"SpotFleetRequestConfig": {"LaunchSpecifications": [DATA, DATA | {"InstanceType": "c5.large"}]}},
        [
            ("SpotFleetRequestConfig.LaunchSpecifications[0]", ONE, "m5.large"),
            ("SpotFleetRequestConfig.LaunchSpecifications[1]", ONE, "c5.large"),
        ],
    ),
    ("nodegroup", {"nodegroup": {"amiType": "AL2_ARM_64", "instanceTypes": ["m5.large"]}}, [("nodegroup", "AL2_ARM_64", "m5.large")]),
    ("batch", {"computeResources": {"maxvCpus": 4, "instanceTypes": ["m5.large"], "imageId": ONE}}, [("computeResources", ONE, "m5.large")]),
    ("describe-instances", {"Reservations": [{"Instances": [DATA | {"InstanceId": "i-0"}]}]}, [("Reservations[0].Instances[0]", ONE, "m5.large")]),
    ("camelCase", {"imageId": ONE, "instanceType": "m5.large"}, [("", ONE, "m5.large")]),
    ("snake_case", {"image_id": ONE, "instance_type": "m5.large"}, [("", ONE, "m5.large")]),
    ("pulumi", {"deployment": {"resources": [{"type": "aws:ec2/instance:Instance", "outputs": {"ami": ONE, "instanceType": "m5.large"}}]}}, [("deployment.resources[0].outputs", ONE, "m5.large")]),
    ("ansible task", {"amazon.aws.ec2_instance": {"instance_type": "m5.large", "image": {"id": ONE}}}, [("amazon.aws.ec2_instance", ONE, "m5.large")]),
    ("eksctl", {"managedNodeGroups": [{"name": "x", "instanceType": "m5.large", "ami": ONE}]}, [("managedNodeGroups[0]", ONE, "m5.large")]),
    ("nothing", {"a": [1, {"b": None}]}, []),
    ("images", {"Images": [WHOLE]}, []),
]  # fmt: skip


@pytest.mark.parametrize(("value", "places"), [pytest.param(v, p, id=name) for name, v, p in CASES])
def test_each_request_and_reply(value: Any, places: list[tuple[str, str, str]]) -> None:
    assert short(value) == places


def test_yaml_input_of_the_aws_cli() -> None:
    assert short(f"ImageId: {ONE}\nInstanceType: m5.large\nMinCount: 1\n") == [("", ONE, "m5.large")]


def test_an_instance_says_what_its_image_is() -> None:
    instance = WHOLE | {
        "InstanceId": "i-0",
        "InstanceType": "m5.large",
        "State": {"Code": 16, "Name": "running"},
    }
    instance["Placement"] = {"AvailabilityZone": "eu-west-1a", "Tenancy": "dedicated"}
    (place,) = found({"Reservations": [{"Instances": [instance]}]})
    assert (place.region, place.options) == ("eu-west-1", {"tenancy": "dedicated"})
    assert place.image.fields["Architecture"] == "x86_64"
    assert place.image.fields["EnaSupport"] is True
    assert "State" not in place.image.fields


def test_options() -> None:
    data = DATA | {
        "InstanceMarketOptions": {"MarketType": "spot"},
        "EnclaveOptions": {"Enabled": True},
        "CpuOptions": {"NestedVirtualization": "enabled", "ThreadsPerCore": 1},
        "MetadataOptions": {"HttpTokens": "optional"},
    }
    (place,) = found(data)
    assert place.options == {
        "spot": True,
        "enclave": True,
        "cpu_options": True,
        "nested_virtualization": True,
        "http_tokens": "optional",
    }


def test_many_in_one_file_have_their_lines() -> None:
    import json

    text = "\n".join(json.dumps(DATA | {"ImageId": image}) for image in (ONE, TWO))
    assert [(place.image.written, place.line) for place in found(text)] == [(ONE, 1), (TWO, 2)]


def test_depth_without_end_is_left_alone() -> None:
    value: Any = DATA
    for _ in range(60):
        value = {"x": [value]}
    assert short(value) == []


def test_yaml_has_lines() -> None:
    text = f"a: 1\nlaunches:\n- ImageId: {ONE}\n  InstanceType: m5.large\n- InstanceType: c5.large\n  ImageId: {TWO}\n"
    assert [place.line for place in found(text)] == [4, 5]


MERGED = """
base: &base
  ImageId: ami-0123456789abcdef0
  InstanceType: m5.large
spot: &spot {InstanceType: c5.large, Tenancy: dedicated}
one:
  <<: *base
two:
  InstanceType: t4g.small
  <<: [*base, *spot]
three: {<<: [*spot, *base]}
"""


def test_what_yaml_merges_is_said_once_and_counts_everywhere() -> None:
    launches = [(place.address, place.instance_type, dict(place.options)) for place in places_in(MERGED)]
    assert launches == [
        ("base", "m5.large", {}),
        ("one", "m5.large", {}),
        ("two", "t4g.small", {"tenancy": "dedicated"}),
        ("three", "c5.large", {"tenancy": "dedicated"}),
    ]


def test_a_template_with_a_web_pages_spaces() -> None:
    text = "LaunchTemplateData:\n  ImageId: ami-0123456789abcdef0\n  InstanceType: m5.large\n"
    (place,) = places_in(text.replace(" ", "\u00a0"))
    assert (place.instance_type, place.line) == ("m5.large", 3)
