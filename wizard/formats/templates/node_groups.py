"""Node groups of EKS and compute environments of Batch, which say by a word what image they take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wizard.formats.templates.image_ref import image_ref
from wizard.formats.templates.launch_data import first, get, launch_options, tables, words
from wizard.formats.templates.place import NO_IMAGE, ImageRef, Place

_DEFAULT_TYPE = "t3.medium"  # what EKS takes where a managed node group names none


def is_node_group(table: Mapping[str, Any]) -> bool:
    """Whether this is what EKS calls a node group."""
    ami = first(table, "amitype")
    return (
        isinstance(ami, str)
        and ami.upper() != "CUSTOM"
        and bool(words(first(table, "instancetypes")) or get(table, "noderole") or get(table, "noderolearn"))
    )


def node_group(table: Mapping[str, Any], address: str, line: int, template: ImageRef) -> Iterator[Place]:
    """A place for each type of the group. template: the image of its launch template, which counts first."""
    ami = first(table, "amitype")
    image = (
        template
        if template is not NO_IMAGE
        else ImageRef(ami, public_name=f"eks/{ami}")
        if isinstance(ami, str)
        else NO_IMAGE
    )
    types = words(first(table, "instancetypes"))
    options: dict[str, object] = {"spot": True} if get(table, "capacitytype") == "SPOT" else {}
    for instance_type in types or ([_DEFAULT_TYPE] if image is not NO_IMAGE and template is NO_IMAGE else []):
        yield Place(line, address, image, instance_type, options)


def is_compute(table: Mapping[str, Any]) -> bool:
    """Whether this is what Batch calls compute resources."""
    types = words(first(table, "instancetypes", "instancetype"))
    return bool(types) and get(table, "maxvcpus") is not None


def compute_environment(
    table: Mapping[str, Any], address: str, line: int, template: ImageRef
) -> Iterator[Place]:
    """A place for each type where an image is named; where none is, Batch takes one that fits the type."""
    image = template
    for each in tables(first(table, "ec2configuration")):
        own = image_ref(get(each, "imageidoverride"))
        image = own if own is not NO_IMAGE else image
    named = image_ref(first(table, "imageid"))
    image = named if named is not NO_IMAGE else image
    options = launch_options(table) | ({"spot": True} if get(table, "type") == "SPOT" else {})
    for instance_type in words(first(table, "instancetypes", "instancetype")):
        if "." in instance_type and image is not NO_IMAGE:
            yield Place(line, address, image, instance_type, options)
