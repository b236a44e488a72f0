"""The facts of the rules in words: in templates that nothing has filled yet, and in examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wizard.gui.texts import gettext, render
from wizard.model.message import Message

_OF = {
    "type": Message("{fact} of the type"),
    "image": Message("{fact} of the AMI"),
    "os": Message("{fact} of the system"),
}
_SHORT = {
    "type.name": Message("type"),
    "type.family": Message("type family"),
    "image.image_id": Message("AMI"),
    "os.title": Message("operating system"),
}
_HOLDERS = {"image": Message("AMI"), "os": Message("operating system"), "launch": Message("launch")}
_SPELT = {
    **{word: word.upper() for word in ("cpu", "ebs", "efa", "ena", "hvm", "id", "pv", "sev", "snp", "tpm")},
    **{word: word.upper() for word in ("bios", "http", "imds", "uefi", "vt")},
    "gib": "GiB",
    "kib": "KiB",
    "mib": "MiB",
    "nitro": "Nitro",
    "nvme": "NVMe",
    "sriov": "SR-IOV",
    "vcpus": "vCPUs",
    "xen": "Xen",
}


def fact_name(path: str) -> Message:
    """What a fact is called where its value belongs: "boot mode of the AMI" for image.boot_mode."""
    if path in _SHORT:
        return _SHORT[path]
    holder, _, name = path.rpartition(".")
    return Message(_OF[holder].template, {"fact": _spelt(name)}) if holder in _OF else _spelt(name)


def opened(template: str) -> Message:
    """A template to be read as such: each blank says what belongs there: [type]."""
    blanks = {path: Message("[{fact}]", {"fact": fact_name(path)}) for path in Message(template).placeholders}
    return Message(template, blanks)


def example_text(example: Mapping[str, Any]) -> str:
    """A rule's example in a line: "m5.metal · AMI: boot mode uefi"."""
    parts = [str(example["type"])]
    for holder, name in _HOLDERS.items():
        if facts := example.get(holder):
            parts.append(f"{render(name)}: {', '.join(_facts(facts))}")
    return " · ".join(parts)


def _facts(facts: Mapping[str, Any]) -> Iterator[str]:
    for name, value in facts.items():
        yield f"{render(_spelt(name))} {_value(value)}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, list):
        return "; ".join(_value(each) for each in value)
    if isinstance(value, dict):
        return ", ".join(_facts(value))
    return str(value)


def _spelt(name: str) -> Message:
    return Message(" ".join(_SPELT.get(word, word) for word in name.split("_")))
