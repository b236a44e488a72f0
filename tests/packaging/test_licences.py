"""The folder that is handed out: whose licence texts lie in it."""

from __future__ import annotations

import importlib
import re

import pytest

from tests.packaging.checkout import PACKAGING

DESKTOP = PACKAGING / "desktop"
# It packs the folder and leaves its own start in it.
PACKER = "pyinstaller"


def test_each_package_that_runs_has_its_licence_in_the_folder_and_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(str(DESKTOP))
    packed = importlib.import_module("licence_texts").PACKED
    lock = (PACKAGING / "run.lock").read_text(encoding="utf-8")
    runs = set(re.findall(r"^([\w.-]+)==", lock, re.MULTILINE))
    assert {re.sub(r"[-_.]+", "-", name).lower() for name in packed} == {*runs, PACKER}


def test_each_text_that_the_folder_speaks_of_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(DESKTOP))
    texts = importlib.import_module("licence_texts")
    there = {text.name for text in (DESKTOP / "licences").iterdir()}
    named = set(re.findall(r"(?<![/\w.-])[\w.-]+\.txt", texts._SAID)) - {"Python-LICENSE.txt"}
    assert named == there
    for name, word in (
        ("LGPL-3.0.txt", "GNU LESSER GENERAL PUBLIC LICENSE"),
        ("GPL-3.0.txt", "END OF TERMS"),
    ):
        assert word in (DESKTOP / "licences" / name).read_text(encoding="utf-8")


def test_the_parts_of_a_library_have_their_licences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(DESKTOP))
    parts = importlib.import_module("licence_texts")._parts("typst").splitlines()
    assert len(parts) > 200
    assert all(re.fullmatch(r"[\w-]+ \d\S*: \S.*", part) for part in parts)
