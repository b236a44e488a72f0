"""The bill of materials: of what program it is, what lies in its folder, and under what each part of it stands."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.packaging.checkout import PACKAGING


@pytest.fixture
def materials(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(PACKAGING / "desktop"))
    module = importlib.import_module("materials")
    monkeypatch.setattr(module, "system_packages", lambda _folder: {"zlib1g": "1:1.2.13.dfsg-1"})
    monkeypatch.setattr(module.platform, "freedesktop_os_release", lambda: {"ID": "debian"})
    # It is installed only where packages are built.
    told = module.importlib.metadata.version
    monkeypatch.setattr(
        module.importlib.metadata, "version", lambda name: "6.22.3" if name == "pyinstaller" else told(name)
    )
    return module


def listed(*names: str) -> list[dict[str, Any]]:
    return [
        {"type": "library", "bom-ref": f"requirements-L{number}", "name": name, "version": "1"}
        for number, name in enumerate(names, 1)
    ]


def test_it_says_whose_it_is_and_under_what_each_part_stands(materials: ModuleType, tmp_path: Path) -> None:
    bill = {"metadata": {"timestamp": "t"}, "components": listed("urllib3", "python-dateutil")}
    whole = materials.completed(bill, "1.2.3", tmp_path)
    assert whole["metadata"]["component"]["version"] == "1.2.3"
    assert whole["metadata"]["timestamp"] == "t"
    names = [each["name"] for each in whole["components"]]
    assert names == ["urllib3", "python-dateutil", "python", "pyinstaller", "zlib1g"]
    assert [each["licenses"] for each in whole["components"]] == [
        [{"expression": "MIT"}],
        [{"license": {"name": "Dual License"}}],
        [{"expression": "PSF-2.0"}],
        [{"expression": "GPL-2.0-or-later WITH Bootloader-exception"}],
        [{"license": {"name": "see licences/system/zlib1g.txt"}}],
    ]
    assert whole["dependencies"][0]["dependsOn"] == [
        *("pyinstaller", "python", "requirements-L1", "requirements-L2", "zlib1g"),
    ]
    assert whole["components"][-1]["purl"] == "pkg:deb/debian/zlib1g@1%3A1.2.13.dfsg-1"


def test_what_a_package_brings_in_turn_is_named_where_vulnerabilities_are_known_by_its_name(
    materials: ModuleType, tmp_path: Path
) -> None:
    bill = {"metadata": {}, "components": listed("typst", "pyyaml", "pyside6-essentials")}
    whole = materials.completed(bill, "1.2.3", tmp_path)
    inside = {
        each["name"]: {part["name"]: part["version"] for part in each.get("components", ())}
        for each in whole["components"]
    }
    assert len(inside["typst"]) > 200
    assert "libyaml" in inside["pyyaml"]
    assert "qt" in inside["pyside6-essentials"]
    assert inside["python"].keys() == {"expat", "mpdecimal"}
    (typst,) = (each for each in whole["components"] if each["name"] == "typst")
    assert all(part["purl"].startswith("pkg:cargo/") for part in typst["components"])
