"""No text that a person reads calls a fact by its path in the program."""

from __future__ import annotations

import json
import re
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message

INTERNAL = re.compile(
    r"\b(?:os|image|type|launch|needs|catalog|rulebook)\.[a-z]\w*\b|\b[a-z]+\.[a-z]+_[a-z_]+\b"
)
CODE = re.compile(r"^( *)```.*?^\1```", re.MULTILINE | re.DOTALL)
ANSWERS: tuple[dict[str, Any], ...] = (
    {},
    {"os": "linux"},
    {"os": "windows", "os-version": "2012"},
    {"os": "ubuntu", "os-version": "14.04"},
    {"os": "amazon-linux", "os-version": "2", "arch": "arm64"},
    {"os": "custom", "need": ["efa", "tpm"]},
    {"os": "custom", "edition": "2014"},
    {"os": "macos"},
    {"os": "netbsd"},
    {"os": "windows", "arch": "arm64"},
    {"start": "instance", "current-type": "m3.medium", "image-virtualization": "paravirtual"},
    {"start": "instance", "current-type": "r4.16xlarge", "os": "amazon-linux", "os-version": "2015.03"},
    {"start": "image"},
)


def internal(text: str) -> list[str]:
    return INTERNAL.findall(CODE.sub("", text))


@pytest.mark.parametrize("answers", ANSWERS, ids=json.dumps)
def test_in_the_advice(run: Run, tmp_path: Path, answers: dict[str, Any]) -> None:
    file, markdown = tmp_path / "a.amiwizard", tmp_path / "a.md"
    file.write_text(json.dumps({"schema": 1, "answers": answers}))
    assert run("recommend", "--answers", file, "--markdown", markdown).status == 0
    assert internal(markdown.read_text()) == []
    assert internal(run("recommend", "--answers", file).out) == []


@pytest.mark.parametrize(
    "type_name", ["m5.large", "m1.small", "mac2.metal", "m9g.large", "t2.nano", "u7i-12tb.224xlarge"]
)
@pytest.mark.parametrize("architecture", ["x86_64", "arm64", "arm64_mac"])
def test_in_the_verdict(run: Run, type_name: str, architecture: str) -> None:
    record = {
        "Architecture": architecture,
        "VirtualizationType": "hvm",
        "RootDeviceType": "ebs",
        "EnaSupport": True,
    }
    said = run(
        "check", "--image", "-", "--type", type_name, "--hibernation", stdin=json.dumps(record).encode()
    )
    assert internal(said.out) == []


def test_in_rules_and_migrations(knowledge: Knowledge) -> None:
    texts = [text for rule in knowledge.rulebook.rules for text in (rule.title, rule.text, rule.remedy)]
    texts += [
        m.template
        for change in knowledge.migration_changes.values()
        for m in (change.title, change.why, change.way_back)
    ]
    for text in texts:
        filled = Message(text, dict.fromkeys(Message(text).placeholders, "x")).render(NullTranslations())
        assert internal(filled) == [], text
