"""Whole reports as a person gets them: `tests/data/reports`, as Markdown and as JSON, and the launch's templates.

Where reports change on purpose, they are written anew, and the difference is read line by line:

    .venv-test/bin/python -m tests.report.recorded
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from gettext import NullTranslations
from pathlib import Path

from tests.report.sample import NOTHING_LEFT, OLD_IMAGE, OLD_TYPE, UBUNTU, WINDOWS_INSTANCE, make_report
from wizard import __version__
from wizard.flow.checked_place import CheckedFiles, CheckedPlace
from wizard.flow.interpret import needs_of
from wizard.flow.kind import Value
from wizard.flow.launch import verdict_on
from wizard.model.images.describe_images import image_from
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.recommend.advise import advise
from wizard.report.as_json.to_json import recommendation_json
from wizard.report.content import build_report
from wizard.report.launch.templates import templates
from wizard.report.markdown import render_markdown
from wizard.report.places.junit import junit
from wizard.report.places.place_json import places_json
from wizard.report.places.place_text import places_text
from wizard.report.places.sarif import sarif
from wizard.report.report_writer import ReportWriter
from wizard.store.resources import load_knowledge, resources

FOLDER = Path(__file__).parents[1] / "data" / "reports"
EVERY_BLOCK = FOLDER / "every-block" / "every-block.md"
MOVE: dict[str, Value] = {
    "start": "instance",
    "current-type": "m4.large",
    "os": "amazon-linux",
    "os-version": "2",
    "os-after": "same",
    "image-ena": "no",
    "region": "us-east-1",
}
GRAVITON: dict[str, Value] = {
    "start": "instance",
    "current-type": "c5d.4xlarge",
    "os": "ubuntu",
    "os-version": "24.04",
    "arch": "arm64",
    "family": ["t4g"],
    "same-size": "no",
}
YEAR_2014: dict[str, Value] = {"edition": "2014", "os": "amazon-linux", "max-price": 0.5}
HIBERNATION: dict[str, Value] = {
    "os": "amazon-linux",
    "os-version": "2023",
    "vcpus": {"minimum": 4},
    "need": ["hibernation"],
    "region": "eu-central-1",
    "tenancy": "dedicated",
    "http-tokens": "required",
    "encrypted-root": "yes",
    "cpu-options": True,
}
EFA: dict[str, Value] = {
    "os": "rocky",
    "os-version": "9",
    "purpose": "hpc",
    "need": ["efa", "spot"],
    "vcpus": {"minimum": 64},
    "zone": "us-east-1a",
    "max-price": 20,
}
CASES = {
    "ubuntu": UBUNTU,
    "nothing-left": NOTHING_LEFT,
    "old-image": OLD_IMAGE,
    "old-type": OLD_TYPE,
    "windows-instance": WINDOWS_INSTANCE,
    "move": MOVE,
    "graviton": GRAVITON,
    "2014": YEAR_2014,
    "hibernation": HIBERNATION,
    "efa": EFA,
}
_SHOWN = 3


def recorded(name: str, ending: str) -> Path:
    """Where what is told of a case is held."""
    return FOLDER / name / f"{name}{ending}"


def written(knowledge: Knowledge, answers: Mapping[str, Value]) -> dict[str, str]:
    """By the ending of the file. Of the types in the JSON the first few."""
    recommendation, texts = advise(knowledge, needs_of(answers, knowledge)), NullTranslations()
    report = build_report(recommendation, knowledge, answers, texts, datetime.date(2026, 11, 23))
    document = recommendation_json(recommendation, knowledge, answers, texts)
    document["types"]["ranked"] = document["types"]["ranked"][:_SHOWN]
    launched = templates(recommendation, knowledge, ReportWriter(texts))
    commands = [line for each in launched for line in (each.purpose, each.note, *each.lines, "")]
    return {
        ".templates.txt": "\n".join(commands),
        ".md": render_markdown(report).replace(__version__, "VERSION"),
        ".json": _as_json(document),
    }


def places(knowledge: Knowledge) -> dict[str, str]:
    """Checked templates in every form, by the ending of the file: one place of each outcome, and one file unread."""
    checked = CheckedFiles(
        [_place(knowledge, line, *place) for line, place in enumerate(_PLACES, 1)],
        [("b \x1b.tf", Message("'b \\x1b.tf': not read: it is a folder"))],
    )
    texts = NullTranslations()
    return {
        ".txt": "\n".join(places_text(checked, texts)) + "\n",
        ".xml": junit(checked, texts),
        ".sarif": _as_json(sarif(checked, texts)).replace(__version__, "VERSION"),
        ".json": _as_json(places_json(checked, texts)),
    }


def _place(
    knowledge: Knowledge, line: int, address: str, image: dict[str, object], record: dict[str, object]
) -> CheckedPlace:
    read = image_from(image, "image")
    name, verdict = verdict_on(record, read, knowledge)
    written = str(image.get("Name", "") or address)
    region = str(record.get("region", ""))
    return CheckedPlace("a/größe 1.tf", line, address, written, name, verdict, read.image_id, region)


_IMAGE: dict[str, object] = {
    "ImageId": "ami-0123456789abcdef0",
    "Name": "ubuntu-noble-24.04",
    "Architecture": "x86_64",
    "VirtualizationType": "hvm",
    "RootDeviceType": "ebs",
    "EnaSupport": True,
    "BootMode": "uefi-preferred",
    "PlatformDetails": "Linux/UNIX",
}
_PLACES: tuple[tuple[str, dict[str, object], dict[str, object]], ...] = (
    ("aws_instance.works", _IMAGE, {"instance_type": "m5.large", "region": "us-east-1"}),
    ("aws_instance.arm", _IMAGE, {"instance_type": "m7g.large"}),
    ("", {}, {"instance_type": "m5.large", "region": "us-east-1"}),
    ("aws_instance.gone", _IMAGE, {"instance_type": "cc1.4xlarge"}),
    ("aws_instance.pv", {**_IMAGE, "VirtualizationType": "paravirtual"}, {"instance_type": "t2.micro"}),
    ("aws_instance.slow", {**_IMAGE, "EnaSupport": None}, {"instance_type": "m4.16xlarge"}),
    ("", {"ImageId": "ami-1", "Architecture": "x86_64"}, {"instance_type": "m4.large"}),
    (
        "aws_instance.spot",
        {**_IMAGE, "BootMode": "uefi"},
        {"instance_type": "mac1.metal", "options": {"spot": True, "hibernation": True}},
    ),
)


def _as_json(document: object) -> str:
    return json.dumps(document, indent=1, ensure_ascii=False, default=str) + "\n"


def every_block() -> str:
    """A hand-made report with every kind of block, as Markdown."""
    return render_markdown(make_report("More"))


def main() -> None:
    EVERY_BLOCK.write_text(every_block(), encoding="utf-8")
    knowledge = load_knowledge(resources())
    for name, answers in CASES.items():
        for ending, text in written(knowledge, answers).items():
            recorded(name, ending).write_text(text, encoding="utf-8")
    for ending, text in places(knowledge).items():
        recorded("places", ending).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
