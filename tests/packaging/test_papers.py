"""What the papers name is there, and the figures of the README are those of the program."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from wizard import __version__
from wizard.model.knowledge import Knowledge

ROOT = Path(__file__).resolve().parents[2]
PAPERS = sorted(ROOT.glob("*.md"))
_CODE = re.compile(r"`([^`\n]+)`")
_PATH = re.compile(r"[\w.*/-]+")
# What is meant by a path begins in a room, or in a room of the program that ARCHITECTURE.md leaves the first word of.
_ROOMS = ("packaging", "resources", "tests", "wizard")
_INNER = ("api", "app", "aws", "cli", "flow", "formats", "gui", "model", "report", "store")


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.stem)
def test_every_path_that_is_named_is_there(paper: Path) -> None:
    missing = {path for path in _paths(paper) if not _is_there(path)}
    assert missing == set()


def test_the_readme_counts_types_families_and_rules_as_the_program_does(knowledge: Knowledge) -> None:
    types = knowledge.catalog.types
    families = len({each.family for each in types})
    counted = f"{len(types):,} real instance types in {families} families, judged by {len(knowledge.rulebook.rules)} rules"
    assert counted in " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())


def test_version_and_day_are_the_same_wherever_they_are_told() -> None:
    newest = re.search(r"^## (\S+) \((\S+)\)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    info = ElementTree.parse(next((ROOT / "packaging/desktop").glob("*.metainfo.xml")))
    release = info.find("releases/release")
    assert newest is not None
    assert release is not None
    assert newest.groups() == (__version__, release.get("date")) == (release.get("version"), newest[2])


def _paths(paper: Path) -> set[str]:
    words = _CODE.findall(paper.read_text(encoding="utf-8"))
    return {word for word in words if "/" in word and _PATH.fullmatch(word) and _is_ours(word)}


def _is_ours(path: str) -> bool:
    return path.partition("/")[0] in (*_ROOMS, *_INNER)


def _is_there(path: str) -> bool:
    place = path if path.partition("/")[0] in _ROOMS else f"wizard/{path}"
    # A module may be named without its ending; LANGUAGE stands for any.
    return any(ROOT.glob(re.sub("[A-Z]{3,}(?=/)", "*", place))) or (ROOT / f"{place}.py").is_file()
