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
    packed = importlib.import_module("bundle").PACKED
    lock = (PACKAGING / "run.lock").read_text(encoding="utf-8")
    runs = set(re.findall(r"^([\w.-]+)==", lock, re.MULTILINE))
    assert {re.sub(r"[-_.]+", "-", name).lower() for name in packed} == {*runs, PACKER}
