"""The launch as Terraform: the image looked up, the instance with everything that was asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from wizard.model.launching.request import LaunchRequest
from wizard.model.launching.shell import region_name

# RunInstances' structure -> aws_instance's block, and the fields in it.
_BLOCKS = {
    "InstanceMarketOptions": ("instance_market_options", {"MarketType": "market_type"}),
    "SpotOptions": (
        "spot_options",
        {
            "SpotInstanceType": "spot_instance_type",
            "InstanceInterruptionBehavior": "instance_interruption_behavior",
        },
    ),
    "CpuOptions": (
        "cpu_options",
        {
            "CoreCount": "core_count",
            "ThreadsPerCore": "threads_per_core",
            "AmdSevSnp": "amd_sev_snp",
            "NestedVirtualization": "nested_virtualization",
        },
    ),
    "EnclaveOptions": ("enclave_options", {"Enabled": "enabled"}),
    "MetadataOptions": ("metadata_options", {"HttpTokens": "http_tokens"}),
}
_ARGUMENTS = {
    "Placement": {"Tenancy": "tenancy", "AvailabilityZone": "availability_zone"},
    "HibernationOptions": {"Configured": "hibernation"},
}
_VOLUME = {"VolumeSize": "volume_size", "VolumeType": "volume_type", "Encrypted": "encrypted"}


def terraform(request: LaunchRequest) -> str:
    """HCL for the AWS provider, which `terraform init` takes in its newest version."""
    return "\n".join(_lines(request)) + "\n"


def _lines(request: LaunchRequest) -> Iterator[str]:
    yield from ("terraform {", "  required_providers {", "    aws = {", '      source = "hashicorp/aws"')
    yield from ("    }", "  }", "}", "")
    if region := region_name(request.region):
        yield from ('provider "aws" {', f"  region = {text(region)}", "}", "")
    yield from _image(request)
    if request.asks_for_efa or request.asks_for_subnet:
        yield from ('variable "subnet_id" {', "  type = string", "}", "")
    if request.asks_for_cluster:
        yield from ('resource "aws_placement_group" "cluster" {', '  name     = "cluster"')
        yield from ('  strategy = "cluster"', "}", "")
    if request.asks_for_efa:
        yield from ('resource "aws_network_interface" "efa" {', '  interface_type = "efa"')
        yield from ("  subnet_id      = var.subnet_id", "}", "")
    if zone_id := request.parameters.get("Placement", {}).get("AvailabilityZoneId"):
        yield from ('data "aws_availability_zone" "zone" {', f"  zone_id = {text(zone_id)}", "}", "")
    yield 'resource "aws_instance" "this" {'
    yield from arguments(
        {"ami": _ami(request), "instance_type": text(request.instance_type), **_arguments(request)}, 2
    )
    for name, value in request.parameters.items():
        yield from _nested(name, value)
    yield "}"


def _image(request: LaunchRequest) -> Iterator[str]:
    """Where the instance finds its image."""
    if request.ssm_parameter:
        yield from ('data "aws_ssm_parameter" "image" {', f"  name = {text(request.ssm_parameter)}", "}", "")
    elif request.published:
        yield from ('data "aws_ami" "image" {', "  most_recent = true")
        yield f"  owners      = [{text(request.published.owner or '')}]"
        for name, value in request.published.filters.items():
            yield from (
                "",
                "  filter {",
                f"    name   = {text(name)}",
                f"    values = [{text(value)}]",
                "  }",
            )
        yield from ("}", "")
    elif not request.image.startswith("ami-"):
        yield from ('variable "ami" {', "  type = string", "}", "")


def _ami(request: LaunchRequest) -> str:
    if request.ssm_parameter:
        return "data.aws_ssm_parameter.image.insecure_value"
    if request.published:
        return "data.aws_ami.image.id"
    return text(request.image) if request.image.startswith("ami-") else "var.ami"


def _arguments(request: LaunchRequest) -> dict[str, str]:
    """What aws_instance takes without a block."""
    others = {}
    if "SubnetId" in request.parameters:
        others["subnet_id"] = "var.subnet_id"
    if request.asks_for_cluster:
        others["placement_group"] = "aws_placement_group.cluster.name"
    if "EbsOptimized" in request.parameters:
        others["ebs_optimized"] = "true"
    if "AvailabilityZoneId" in request.parameters.get("Placement", {}):
        others["availability_zone"] = "data.aws_availability_zone.zone.name"
    return others | {
        argument: literal(request.parameters[name][field])
        for name, fields in _ARGUMENTS.items()
        for field, argument in fields.items()
        if field in request.parameters.get(name, {})
    }


def _nested(name: str, value: Any) -> Iterator[str]:
    if name == "BlockDeviceMappings":
        yield from _block("root_block_device", _VOLUME, value[0]["Ebs"])
    elif name == "NetworkInterfaces":
        yield from ("", "  primary_network_interface {")
        yield from ("    network_interface_id = aws_network_interface.efa.id", "  }")
    elif name in _BLOCKS:
        yield from _block(*_BLOCKS[name], value)


def _block(name: str, fields: Mapping[str, str], value: Mapping[str, Any], indent: int = 2) -> Iterator[str]:
    plain = {fields[field]: literal(each) for field, each in value.items() if field in fields}
    yield from ("", f"{' ' * indent}{name} {{")
    yield from arguments(plain, indent + 2)
    for field in value.keys() - fields.keys():
        yield from _block(*_BLOCKS[field], value[field], indent + 2)
    yield f"{' ' * indent}}}"


def arguments(values: Mapping[str, str], indent: int) -> Iterator[str]:
    """One a line, the signs of equality in a column, as `terraform fmt` sets them."""
    width = max(map(len, values))
    yield from (f"{' ' * indent}{name:<{width}} = {value}" for name, value in values.items())


def literal(value: Any) -> str:
    """A value of HCL."""
    return text(value) if isinstance(value, str) else json.dumps(value)


def text(value: str) -> str:
    """A string of HCL, in which nothing is an expression."""
    return json.dumps(value, ensure_ascii=False).replace("${", "$${").replace("%{", "%%{")
