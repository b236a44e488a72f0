"""An image that a template searches for: what its filters say of every image found."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from wizard.formats.templates.launch_data import get, words
from wizard.formats.templates.place import ImageRef

# What a template fills in later may be anything.
_EXPRESSION = re.compile(r"\$\{[^{}]*\}")
# DescribeImages' filters that say of every image found what it is.
_FILTERS = {
    "architecture": "Architecture",
    "virtualization-type": "VirtualizationType",
    "root-device-type": "RootDeviceType",
    "boot-mode": "BootMode",
    "platform": "Platform",
    "ena-support": "EnaSupport",
    "tpm-support": "TpmSupport",
    "state": "State",
}


def found_by(filters: Mapping[str, object], owners: Sequence[str], written: str) -> ImageRef:
    """The image that a filter would find: it has what the filter asks for.

    filters: DescribeImages' names of filters, with what each asks for. written: what to call the image.
    """
    fields: dict[str, object] = {}
    for name, value in filters.items():
        field = _FILTERS.get(str(name).strip('"').replace("_", "-"))
        if field and isinstance(value, str | bool) and value != "" and "*" not in str(value):
            fields[field] = str(value).casefold() == "true" if field == "EnaSupport" else value
    names = [_EXPRESSION.sub("*", name) for name in words(get(filters, "name"))]
    ids = tuple(("", each) for each in words(get(filters, "imageid")))
    return ImageRef(written, ids, names=names, owners=owners, fields=fields)


def name_of(expression: str) -> str:
    """The pattern of a name that a regular expression asks for, as far as a pattern can say it."""
    open_ends = ("" if expression.startswith("^") else "*"), ("" if expression.endswith("$") else "*")
    inner = _ANYTHING.sub("*", expression.removeprefix("^").removesuffix("$")).replace("\\", "")
    found = re.sub(r"\*+", "*", inner.join(open_ends))
    return "" if set(inner) & set("()|[]{}+?^$") or found == "*" else found


_ANYTHING = re.compile(r"(?:\.|\[[^\[\]]*\]|\\[dw])(?:[*+?]|\{[\d,]+\})|\\[dw]|\[[^\[\]]*\]")
