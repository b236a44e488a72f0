"""Images in every shape in which people have them, made from one record."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

WHOLE: dict[str, Any] = {
    "ImageId": "ami-0123456789abcdef0",
    "Name": "web",
    "OwnerId": "123456789012",
    "CreationDate": "2026-01-02T03:04:05.000Z",
    "Architecture": "x86_64",
    "VirtualizationType": "hvm",
    "RootDeviceType": "ebs",
    "RootDeviceName": "/dev/xvda",
    "BlockDeviceMappings": [
        {"DeviceName": "/dev/xvda", "Ebs": {"VolumeSize": 8, "VolumeType": "gp3", "Encrypted": False}}
    ],
    "EnaSupport": True,
    "BootMode": "uefi-preferred",
    "SriovNetSupport": "simple",
    "Platform": "windows",
    "PlatformDetails": "Windows",
    "State": "available",
    "Public": False,
    "ImageType": "machine",
    "Hypervisor": "xen",
}


COLUMNS = ("tpm_support", "imds_support", "boot_mode", "sriov_net_support", "ena_support", "platform")


def camel(key: str) -> str:
    return key[:1].lower() + key[1:]


def snake(key: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in key).lstrip("_")


def renamed(value: Any, spell: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {spell(key): renamed(inner, spell) for key, inner in value.items()}
    return [renamed(inner, spell) for inner in value] if isinstance(value, list) else value


def terraform(record: dict[str, Any]) -> dict[str, Any]:
    """An aws_ami's attributes: volumes as texts, nothing as an empty text."""
    attributes: dict[str, Any] = renamed(record, snake) | {
        "id": record["ImageId"],
        "arn": "arn:aws:ec2:::image/x",
    }
    for device in attributes.get("block_device_mappings", ()):
        device["ebs"] = {k: str(v).lower() for k, v in device["ebs"].items()}
    empty = dict.fromkeys((*COLUMNS, "kernel_id"), "")
    return empty | attributes | {"owners": ["self"]}


def powershell(record: dict[str, Any]) -> dict[str, Any]:
    enums = ("Architecture", "VirtualizationType", "RootDeviceType", "BootMode", "State", "ImageType")
    wrapped = record | {key: {"Value": record[key]} for key in enums if key in record}
    if "Platform" in wrapped:
        wrapped["Platform"] = {"Value": "Windows"}
    return wrapped


def steampipe(record: dict[str, Any]) -> dict[str, Any]:
    """A row of the table aws_ec2_ami, with all of its columns."""
    row: dict[str, Any] = dict.fromkeys(COLUMNS) | {snake(k): v for k, v in record.items()}
    return row | {"title": record["Name"], "akas": [], "account_id": "123456789012", "region": "eu-west-1"}


def shapes(record: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Name, text, and the Region that the text tells."""
    yield from (
        (name, json.dumps(value, indent=indent), region)
        for name, value, region in _values(record)
        for indent in (None, 2)
    )
    reply = {"Images": [record]}
    for indent in (None, 4):
        text = json.dumps(reply, indent=indent)
        command = "aws ec2 describe-images --owners self"
        yield f"bash {indent}", f"[ec2-user@ip-10-0-0-1 ~]$ {command}\n{text}\n[ec2-user@ip-10-0-0-1 ~]$ ", ""
        yield f"zsh {indent}", f"me@mac ~ % {command}\n{text}\nme@mac ~ % exit", ""
        yield f"cmd {indent}", f"C:\\Users\\me>{command}\r\n{text}\r\n\r\nC:\\Users\\me>", ""
        yield f"powershell {indent}", f"PS C:\\> {command}\n{text}\nPS C:\\> ", ""
        yield f"fence {indent}", f"Here it is:\n\n```json\n{text}\n```\n\nThanks!", ""
        yield f"warning {indent}", f"/usr/lib/x.py:3: DeprecationWarning: old\n  warn()\n{text}", ""
        yield f"no end of line {indent}", f"{text}%", ""
        yield f"job {indent}", f"[1] 4242\n{text}\n[1]+  Done", ""
        yield f"log {indent}", f"2026-11-28T10:00:00Z INFO reply: {text}\n", ""
    yield "bom", "\ufeff" + json.dumps(reply), ""
    yield "json lines", json.dumps(record) + "\n", ""
    yield "record separator", "\x1e" + json.dumps(record) + "\n", ""


def _values(record: dict[str, Any]) -> Iterator[tuple[str, Any, str]]:
    yield "one image", record, ""
    yield "list", [record], ""
    yield "reply", {"Images": [record]}, ""
    yield "boto3", {"Images": [record], "ResponseMetadata": {"HTTPStatusCode": 200}}, ""
    yield "pages", [{"Images": [record], "NextToken": None}, {"Images": []}], ""
    yield "by Region", {"eu-west-1": {"Images": [record]}, "us-east-1": {"Images": []}}, "eu-west-1"
    yield "by Region, lists", {"eu-west-1": [record]}, "eu-west-1"
    yield "Region beside", [{"Region": "eu-west-1", "Images": [record]}], "eu-west-1"
    yield "wrapped", {"status_code": 200, "data": {"Images": [record]}}, ""
    yield "text within", {"body": json.dumps({"Images": [record]})}, ""
    yield "camelCase", {"images": [renamed(record, camel)]}, ""
    yield "camelCase, one", renamed(record, camel), ""
    yield "ansible", {"changed": False, "images": [renamed(record, snake)]}, ""
    yield "ansible, hosts", {"results": [{"images": [renamed(record, snake)]}]}, ""
    yield "powershell", [powershell(record)], ""
    yield "powershell, one", powershell(record), ""
    yield "steampipe", {"rows": [steampipe(record)]}, "eu-west-1"
    yield "steampipe, list", [steampipe(record)], "eu-west-1"
    cloudquery = steampipe(record) | {"_cq_id": "x", "arn": "arn"}
    mappings = json.dumps(record.get("BlockDeviceMappings"))
    yield "cloudquery", [cloudquery | {"block_device_mappings": mappings}], "eu-west-1"
    attributes = terraform(record)
    state = {"mode": "data", "type": "aws_ami", "name": "x", "instances": [{"attributes": attributes}]}
    yield "tfstate", {"version": 4, "terraform_version": "1.9.0", "resources": [state]}, ""
    resource = {"address": "data.aws_ami.x", "mode": "data", "type": "aws_ami", "values": attributes}
    shown = {"root_module": {"child_modules": [{"resources": [resource]}]}}
    yield "show -json", {"format_version": "1.0", "values": shown}, ""
    yield "plan", {"format_version": "1.2", "planned_values": {}, "prior_state": {"values": shown}}, ""
    item = {
        "resourceType": "AWS::EC2::Image",
        "awsRegion": "eu-west-1",
        "configuration": renamed(record, camel),
    }
    yield "config item", {"configurationItems": [item]}, "eu-west-1"
