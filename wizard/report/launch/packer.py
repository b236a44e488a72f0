"""A Packer template that builds an image of one's own from the one to take."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.launching.request import LaunchRequest
from wizard.model.launching.shell import region_name
from wizard.report.launch.terraform import arguments, literal, text

_WINDOWS = "Administrator"


def packer(request: LaunchRequest) -> str:
    """HCL for Packer's Amazon plugin: the source amazon-ebs."""
    return "\n".join(_lines(request)) + "\n"


def _lines(request: LaunchRequest) -> Iterator[str]:
    yield from ("packer {", "  required_plugins {", "    amazon = {")
    yield from (
        '      source  = "github.com/hashicorp/amazon"',
        '      version = ">= 1.3.0"',
        "    }",
        "  }",
        "}",
        "",
    )
    if request.published is None and not request.image.startswith("ami-"):
        yield from ('variable "source_ami" {', "  type = string", "}", "")
    yield 'source "amazon-ebs" "image" {'
    yield '  ami_name      = "my-image-{{timestamp}}"'
    yield f"  instance_type = {text(request.instance_type)}"
    if region := region_name(request.region):
        yield f"  region        = {text(region)}"
    yield from _source(request)
    yield from _root(request)
    if request.asks_for_host:
        yield from ("", "  placement {", '    tenancy = "host"', "  }")
    yield from _communicator(request)
    yield from ("}", "", "build {", '  sources = ["source.amazon-ebs.image"]', "}")


def _source(request: LaunchRequest) -> Iterator[str]:
    if request.published is None:
        own = text(request.image) if request.image.startswith("ami-") else "var.source_ami"
        yield f"  source_ami    = {own}"
        return
    yield from ("", "  source_ami_filter {", "    filters = {")
    yield from arguments({name: text(value) for name, value in request.published.filters.items()}, 6)
    yield from (
        "    }",
        f"    owners      = [{text(request.published.owner or '')}]",
        "    most_recent = true",
        "  }",
    )


def _root(request: LaunchRequest) -> Iterator[str]:
    """An encrypted root stays encrypted in every launch of the image, which hibernation asks for."""
    for volume in request.parameters.get("BlockDeviceMappings", ()):
        yield from ("", "  encrypt_boot = true")
        if "VolumeSize" not in volume["Ebs"]:
            continue
        yield from ("", "  launch_block_device_mappings {")
        yield f"    device_name           = {text(volume['DeviceName'])}"
        yield f"    volume_size           = {literal(volume['Ebs']['VolumeSize'])}"
        yield f"    volume_type           = {text(volume['Ebs']['VolumeType'])}"
        yield from ("    delete_on_termination = true", "  }")


def _communicator(request: LaunchRequest) -> Iterator[str]:
    """How Packer gets in; the login is a guess only where nobody knows it."""
    user = request.published.user if request.published else None
    if user == _WINDOWS:
        yield from (
            "",
            '  communicator   = "winrm"',
            f"  winrm_username = {text(user)}",
            "  winrm_use_ssl  = true",
        )
        yield "  winrm_insecure = true"
        yield "  # Windows answers WinRM only once user_data_file holds a script that enables it."
    else:
        yield from ("", f"  ssh_username = {text(user or 'ec2-user')}")
