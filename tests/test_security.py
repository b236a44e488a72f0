"""What is said of the defence can be looked up."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_each_test_that_proves_a_defence_is_there() -> None:
    said = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    threats = re.findall(r"^\| (?!Threat)[A-Z].*$", said, re.MULTILINE)
    assert len(threats) >= 10
    for threat in threats:
        named = re.findall(r"`(tests/[^`]+)`", threat)
        assert named, threat
        assert [path for path in named if not (ROOT / path).exists()] == [], threat
