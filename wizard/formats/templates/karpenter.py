"""Karpenter's node pools, each with the node class that it names, from wherever in the file that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from wizard.formats.templates.image_ref import image_ref
from wizard.formats.templates.launch_data import get, tables, words
from wizard.formats.templates.place import NO_IMAGE, ImageRef, Place

Table = Mapping[str, Any]
_POOLS = ("NodePool", "NodeClaim", "Provisioner")
_CLASSES = ("EC2NodeClass", "AWSNodeTemplate")
_TYPE = "node.kubernetes.io/instance-type"
_FIRST_LINE = 1


def objects_in(documents: Iterable[object]) -> list[Table]:
    """Kubernetes' objects, those of its lists as well."""
    found = []
    for document in documents:
        inner = tables(get(document, "items")) if get(document, "kind") == "List" else tables(document)
        found += [each for each in inner if isinstance(get(each, "apiversion"), str)]
    return found


def is_karpenter(documents: Iterable[object]) -> bool:
    """Whether a node pool of Karpenter is among them."""
    return any(
        get(each, "kind") in _POOLS and str(get(each, "apiversion")).startswith("karpenter")
        for each in objects_in(documents)
    )


def places_in(documents: Iterable[object]) -> Iterator[Place]:
    """A place for each type that a pool names beside the one image of its class.

    Of several images, and of an alias, Karpenter takes the one for the type's architecture.
    """
    found = objects_in(documents)
    images = {
        str(get(each, "metadata", "name")): _image(get(each, "spec"))
        for each in found
        if get(each, "kind") in _CLASSES
    }
    for each in found:
        if get(each, "kind") in _POOLS:
            yield from _pool(each, images)


def _pool(pool: Table, images: Mapping[str, ImageRef]) -> Iterator[Place]:
    spec = get(pool, "spec", "template", "spec") or get(pool, "spec")
    name = get(spec, "nodeclassref", "name") or get(spec, "providerref", "name")
    image = images.get(str(name), NO_IMAGE)
    if image is NO_IMAGE:
        return
    for each in tables(get(spec, "requirements")):
        if get(each, "key") == _TYPE and get(each, "operator") == "In":
            lines: Mapping[str, int] = getattr(each, "lines", {})
            line = lines.get("values", _FIRST_LINE)
            address = f"{get(pool, 'kind')}/{get(pool, 'metadata', 'name')}"
            for instance_type in words(get(each, "values")):
                yield Place(line, address, image, instance_type)


def _image(spec: object) -> ImageRef:
    """The one image that a class selects by ID, name or parameter."""
    terms = tables(get(spec, "amiselectorterms"))
    selector = get(spec, "amiselector")
    if isinstance(selector, Mapping):
        ids = get(selector, "aws::ids") or get(selector, "awsids") or ""
        terms = [{"id": word.strip()} for word in str(ids).split(",") if word.strip()]
    if len(terms) != 1:
        return NO_IMAGE
    (term,) = terms
    if isinstance(name := get(term, "name"), str):
        owner = get(term, "owner")
        return ImageRef(name, names=(name,), owners=(str(owner),) if owner else ())
    return image_ref(get(term, "id") or get(term, "ssmparameter"))
