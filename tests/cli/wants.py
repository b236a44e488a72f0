"""What an expert wants of an advice: each want by its name, and what an answer lacks of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.cli.conftest import Ran
from wizard.model.catalog.catalog import Catalog

UNBOUNDED = float("inf")
FITTING = ("works", "degraded", "unknown")
PARTS = (None, "virtualization", "architecture", "boot_mode", "ena", "root_device", "tpm")


@dataclass(frozen=True)
class Advice:
    """One call of `recommend`: what it printed as JSON, wrote as Markdown, and the types by name."""

    ran: Ran
    markdown: str
    catalog: Catalog

    @property
    def text(self) -> str:
        return self.markdown + self.ran.out + self.ran.err

    @property
    def ranked(self) -> list[Any]:
        return list(self.ran.json["types"]["ranked"])

    @property
    def names(self) -> list[str]:
        return [row["instance_type"] for row in self.ranked]

    @property
    def top(self) -> Any:
        return self.ranked[0] if self.ranked else None

    def storage(self, name: str) -> int:
        """The local disks of a type, in GB; the JSON does not tell them."""
        found = self.catalog.get(name)
        return found.local_storage_gb if found else 0

    def part(self, name: str) -> Any:
        """A part of the document that may be null or not there."""
        return self.ran.json.get(name) or {}


Lacks = Iterator[str]


def lacks(want: Mapping[str, Any], advice: Advice) -> list[str]:
    """What of the wants the advice does not hold, in words; empty if it is what an expert would say."""
    status = want.get("exit", 0)
    if advice.ran.status != status:
        return [f"exit {advice.ran.status}: {advice.ran.err.strip()}"]
    return [lack for key, value in want.items() for lack in WANTS[key](value, advice)]


def _top(bounds: Mapping[str, Any], advice: Advice) -> Lacks:
    if advice.top is None:
        yield "nothing fits"
        return
    name = advice.top["instance_type"]
    size = {
        "vcpus": advice.top["vcpus"],
        "memory": advice.top["memory_gib"],
        "storage": advice.storage(name),
    }
    for what, has in size.items():
        if not bounds.get(f"{what}_min", 0) <= has <= bounds.get(f"{what}_max", UNBOUNDED):
            yield f"top {name} has {has} {what}"
    if not re.search(bounds.get("family_re", ""), advice.top["family"]):
        yield f"top is {name}"


def _not_top(names: list[str], advice: Advice) -> Lacks:
    if advice.top and advice.top["instance_type"] in names:
        yield f"top is {advice.top['instance_type']}"


def _not_top_re(pattern: str, advice: Advice) -> Lacks:
    if advice.top and re.search(pattern, advice.top["instance_type"]):
        yield f"top is {advice.top['instance_type']}"


def _before(pairs: list[list[str]], advice: Advice) -> Lacks:
    names = advice.names
    for first, second in pairs:
        if first not in names or (second in names and names.index(first) > names.index(second)):
            yield f"{first} not before {second}"


def _includes(names: list[str], advice: Advice) -> Lacks:
    yield from (f"{name} lacking" for name in names if name not in advice.names)


def _not_works(names: list[str], advice: Advice) -> Lacks:
    for row in advice.ranked:
        if row["instance_type"] in names and row["outcome"] == "works":
            yield f"{row['instance_type']} works"


def _count(number: int, advice: Advice) -> Lacks:
    if advice.ran.json["types"]["count"] != number:
        yield f"count {advice.ran.json['types']['count']}, not {number}"


def _count_min(number: int, advice: Advice) -> Lacks:
    if advice.ran.json["types"]["count"] < number:
        yield f"count {advice.ran.json['types']['count']}, below {number}"


def _decision(key: str) -> Callable[[Any, Advice], Lacks]:
    def check(value: Any, advice: Advice) -> Lacks:
        given = advice.ran.json["decision"][key]
        if given not in (value if isinstance(value, list) else [value]):
            yield f"{key} {given}"

    return check


def _has_any(groups: list[list[str]], advice: Advice) -> Lacks:
    yield from (f"says none of {group}" for group in groups if not any(one in advice.text for one in group))


def _text_not(words: list[str], advice: Advice) -> Lacks:
    yield from (f"says {word}" for word in words if word in advice.text)


def _summary_not(words: list[str], advice: Advice) -> Lacks:
    yield from (f"the summary says {word}" for word in words if word in advice.ran.json["summary"])


def _ended(ended: bool, advice: Advice) -> Lacks:
    if bool(advice.part("support").get("ended")) is not ended:
        yield f"support {advice.part('support').get('text')}"


def _image(key: str) -> Callable[[str, Advice], Lacks]:
    def check(pattern: str, advice: Advice) -> Lacks:
        given = advice.part("image").get(key)
        if not re.search(pattern, given or ""):
            yield f"image {key} {given}"

    return check


def _name_not(words: list[str], advice: Advice) -> Lacks:
    name = advice.part("image").get("name_pattern") or ""
    yield from (f"image name {name}" for word in words if word in name)


def _parts(names: list[str], advice: Advice) -> Lacks:
    given = {reason.get("part") for reason in advice.ran.json["reasons"]}
    yield from (f"no reason for {name}" for name in names if name not in given)


def _relax_any(answers: list[str], advice: Advice) -> Lacks:
    given = {answer for relaxed in advice.ran.json["relax"] for answer in relaxed["answer"].split("+")}
    if not given.intersection(answers):
        yield f"relax {sorted(given)}"


def _nothing(_value: Any, _advice: Advice) -> Lacks:
    yield from ()


WANTS: dict[str, Callable[[Any, Advice], Lacks]] = {
    "exit": _nothing,
    "exit_ok": _nothing,
    "top": _top,
    "not_top": _not_top,
    "not_top_re": _not_top_re,
    "before": _before,
    "includes": _includes,
    "not_works": _not_works,
    "count": _count,
    "count_min": _count_min,
    "virtualization": _decision("virtualization"),
    "boot_mode": _decision("boot_mode"),
    "ena": _decision("ena"),
    "text_has_any": _has_any,
    "commands_has_any": _has_any,
    "text_not": _text_not,
    "summary_not": _summary_not,
    "ended": _ended,
    "ssm_re": _image("ssm_parameter"),
    "name_re": _image("name_pattern"),
    "owner": _image("owner_id"),
    "name_not": _name_not,
    "parts": _parts,
    "relax_any": _relax_any,
}


def contradictions(advice: Advice) -> Lacks:
    """What no advice may do, whatever was asked: by the contract of the JSON document."""
    document = advice.ran.json
    types = document["types"]
    if sum(types.get("by_outcome", {}).get(outcome, 0) for outcome in FITTING) != types["count"]:
        yield f"by_outcome {types.get('by_outcome')} beside count {types['count']}"
    if (document["decision"]["virtualization"] is None) != (types["count"] == 0):
        yield "a decision without types, or types without a decision"
    if types["count"] == 0 and not document["relax"]:
        yield "nothing fits and nothing to relax"
    for finding in document["reasons"]:
        if not finding["sources"] or finding.get("part") not in PARTS:
            yield f"a reason without source, or for {finding.get('part')}: {finding['text']}"
    yield from (f"internal name {name}" for name in INTERNAL.findall(_said(document)))


INTERNAL = re.compile(r"\b(?:os|image|type|launch|needs|guest)\.[a-z]\w*_\w+")


def _said(document: Any) -> str:
    """The sentences of the document; keys and facts by name are for programs."""
    reasons = [finding["text"] for finding in document["reasons"]]
    whys = [str(row["why"]) for row in document["types"]["ranked"]]
    return "\n".join([document["summary"], *reasons, *whys])
