"""The bill of materials: of what program it is, and under what each part of it stands."""

from __future__ import annotations

import importlib

import pytest

from tests.packaging.checkout import PACKAGING


def test_it_says_whose_it_is_and_under_what_each_part_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(PACKAGING / "desktop"))
    listed = [
        {"type": "library", "bom-ref": "requirements-L1", "name": "urllib3", "version": "2.8.0"},
        {"type": "library", "bom-ref": "requirements-L2", "name": "six", "version": "1.17.0"},
    ]
    whole = importlib.import_module("materials").completed(
        {"metadata": {"timestamp": "t"}, "components": listed}, "1.2.3"
    )
    assert whole["metadata"]["component"]["version"] == "1.2.3"
    assert whole["metadata"]["timestamp"] == "t"
    assert [each["name"] for each in whole["components"]] == ["urllib3", "six", "python"]
    assert [each["licenses"] for each in whole["components"]] == [
        [{"expression": "MIT"}],
        [{"license": {"name": "MIT"}}],
        [{"license": {"id": "PSF-2.0"}}],
    ]
    assert whole["dependencies"][0]["dependsOn"] == ["python", "requirements-L1", "requirements-L2"]
