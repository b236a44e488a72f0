"""The launch as a CloudFormation template: a launch template and an instance of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wizard.model.launching.request import ROOT, LaunchRequest


def cloudformation(request: LaunchRequest) -> str:
    """YAML. A launch template takes all that RunInstances takes, and an instance alone does not."""
    template = {
        "AWSTemplateFormatVersion": "2010-09-09",
        "Parameters": {"ImageId": _image(request), **_root(request), **_zone(request), **_subnet(request)},
        "Resources": {
            **_cluster(request),
            "Template": {
                "Type": "AWS::EC2::LaunchTemplate",
                "Properties": {
                    "LaunchTemplateData": {
                        "ImageId": {"Ref": "ImageId"},
                        "InstanceType": request.instance_type,
                        **_data(request),
                    }
                },
            },
            "Instance": {
                "Type": "AWS::EC2::Instance",
                "Properties": {
                    "LaunchTemplate": {
                        "LaunchTemplateId": {"Ref": "Template"},
                        "Version": {"Fn::GetAtt": ["Template", "LatestVersionNumber"]},
                    },
                    **({"SubnetId": {"Ref": "SubnetId"}} if "SubnetId" in request.parameters else {}),
                },
            },
        },
    }
    return "\n".join(_yaml(template, 0)) + "\n"


def _image(request: LaunchRequest) -> dict[str, Any]:
    """The parameter with the image: CloudFormation reads the publisher's own where there is one."""
    if request.ssm_parameter:
        return {"Type": "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", "Default": request.ssm_parameter}
    if request.image.startswith("ami-"):
        return {"Type": "AWS::EC2::Image::Id", "Default": request.image}
    image = request.published
    if image is None:
        return {"Type": "AWS::EC2::Image::Id"}
    return {
        "Type": "AWS::EC2::Image::Id",
        "Description": f"The newest image of owner {image.owner} named {image.name_pattern}",
    }


def _root(request: LaunchRequest) -> dict[str, Any]:
    return {"RootDeviceName": {"Type": "String"}} if _root_is_open(request) else {}


def _zone(request: LaunchRequest) -> dict[str, Any]:
    """A parameter: a zone's name is another account's other zone."""
    zone = request.parameters.get("Placement", {}).get("AvailabilityZone")
    return {"Zone": {"Type": "AWS::EC2::AvailabilityZone::Name", "Default": zone}} if zone else {}


def _subnet(request: LaunchRequest) -> dict[str, Any]:
    """The subnet in a Local or Wavelength Zone."""
    return {"SubnetId": {"Type": "AWS::EC2::Subnet::Id"}} if request.asks_for_subnet else {}


def _cluster(request: LaunchRequest) -> dict[str, Any]:
    cluster = {"Type": "AWS::EC2::PlacementGroup", "Properties": {"Strategy": "cluster"}}
    return {"Cluster": cluster} if request.asks_for_cluster else {}


def _data(request: LaunchRequest) -> dict[str, Any]:
    """LaunchTemplateData names everything as RunInstances does."""
    data = {name: value for name, value in request.parameters.items() if name != "SubnetId"}
    if _root_is_open(request):
        (volume,) = data["BlockDeviceMappings"]
        data["BlockDeviceMappings"] = [{**volume, "DeviceName": {"Ref": "RootDeviceName"}}]
    if _zone(request):
        data["Placement"] = {**data["Placement"], "AvailabilityZone": {"Ref": "Zone"}}
    if request.asks_for_cluster:
        data["Placement"] = {**data["Placement"], "GroupName": {"Ref": "Cluster"}}
    if request.asks_for_subnet and "NetworkInterfaces" in data:
        data["NetworkInterfaces"] = [{**data["NetworkInterfaces"][0], "SubnetId": {"Ref": "SubnetId"}}]
    return data


def _root_is_open(request: LaunchRequest) -> bool:
    return any(volume["DeviceName"] == ROOT for volume in request.parameters.get("BlockDeviceMappings", ()))


def _yaml(value: Mapping[str, Any], depth: int) -> Iterator[str]:
    """Mappings, lists of mappings, and scalars, which JSON quotes as YAML understands it."""
    indent = "  " * depth
    for key, each in value.items():
        if isinstance(each, Mapping) and (tag := _tag(each)):
            yield f"{indent}{key}: {tag}"
        elif isinstance(each, Mapping):
            yield f"{indent}{key}:"
            yield from _yaml(each, depth + 1)
        elif isinstance(each, Sequence) and not isinstance(each, str):
            yield f"{indent}{key}:"
            for item in each:
                first, *rest = _yaml(item, depth + 2)
                yield f"{indent}  - {first.lstrip()}"
                yield from rest
        else:
            yield f"{indent}{key}: {json.dumps(each, ensure_ascii=False)}"


def _tag(value: Mapping[str, Any]) -> str:
    """CloudFormation's short form of a function; empty for any other mapping."""
    if "Ref" in value:
        return f"!Ref {value['Ref']}"
    return f"!GetAtt {'.'.join(value['Fn::GetAtt'])}" if "Fn::GetAtt" in value else ""
