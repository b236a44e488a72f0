"""The bill of materials: what the folder consists of, in CycloneDX's form, down to the parts of libraries."""

from __future__ import annotations

import importlib.metadata
import json
import platform
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from licence_texts import bill_of, system_packages

ROOT = Path(__file__).resolve().parents[2]
# What an expression in SPDX's words looks like; "Dual License" is none.
_EXPRESSION = re.compile(r"[\w.+-]+(?: (?:AND|OR|WITH) [\w.+-]+)*")


def write_materials(out: Path, version: str, folder: Path) -> None:
    """Put it beside the files, of the finished folder. Exits where it would not be what CycloneDX's schema asks."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    target = out / f"ami-wizard-{version}.cdx.json"
    subprocess.run(
        [
            *(sys.executable, "-m", "cyclonedx_py", "requirements", str(ROOT / "packaging" / "run.lock")),
            *("--output-reproducible", "--of", "JSON", "-o", str(target)),
        ],
        check=True,
    )
    text = (
        json.dumps(completed(json.loads(target.read_text(encoding="utf-8")), version, folder), indent=2)
        + "\n"
    )
    if wrong := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        sys.exit(f"The bill of materials is not as CycloneDX asks: {wrong}")
    target.write_text(text, encoding="utf-8")


def completed(bill: dict[str, Any], version: str, folder: Path) -> dict[str, Any]:
    """The bill with the program that it is of, with all that lies in its folder beside packages, and with licences."""
    program = {"type": "application", "bom-ref": "ami-wizard", "name": "ami-wizard", "version": version}
    packages = [
        each | {"licenses": _licences(each["name"])} | _inside(each["name"], folder)
        for each in bill["components"]
    ]
    python = _part("python", platform.python_version(), "PSF-2.0", type="platform", **{"bom-ref": "python"})
    python["components"] = _python_parts()
    others = [python, _packer(), *_system(folder)]
    components = [*packages, *others]
    needs = {"ref": "ami-wizard", "dependsOn": sorted(each["bom-ref"] for each in components)}
    return bill | {
        "metadata": bill["metadata"] | {"component": program},
        "components": components,
        "dependencies": [
            needs,
            *bill.get("dependencies", ()),
            *({"ref": each["bom-ref"]} for each in others),
        ],
    }


def _part(name: str, version: str, licence: str, **more: str) -> dict[str, Any]:
    return {"type": "library", "name": name, "version": version, "licenses": _said(licence)} | more


def _packer() -> dict[str, Any]:
    """Its start is in the folder."""
    version = importlib.metadata.version("pyinstaller")
    told = {"bom-ref": "pyinstaller", "purl": f"pkg:pypi/pyinstaller@{version}"}
    return _part("pyinstaller", version, "GPL-2.0-or-later WITH Bootloader-exception", **told)


def _system(folder: Path) -> Iterator[dict[str, Any]]:
    for package, version in sorted(system_packages(folder).items()):
        place = f"pkg:deb/{platform.freedesktop_os_release()['ID']}/{package}"
        told = {"bom-ref": package, "purl": f"{place}@{quote(version, safe='')}"}
        yield _part(package, version, f"see licences/system/{package}.txt", **told)


def _inside(package: str, folder: Path) -> dict[str, Any]:
    """What a package brings in turn, as far as it tells: vulnerabilities are known by these names."""
    parts: list[dict[str, Any]] = []
    if package == "typst":
        told = ("type", "name", "version", "purl", "licenses")
        parts = [{key: part[key] for key in told if key in part} for part in bill_of(package)]
    elif package == "pyyaml":
        from yaml import _yaml

        parts = [_part("libyaml", _yaml.get_version_string(), "MIT")]
    elif package == "pyside6-essentials":
        from PySide6.QtCore import qVersion

        parts = [_part("qt", qVersion(), "LGPL-3.0-only", type="framework")]
        parts += [_part("icu", found, "see licences/ICU.txt") for found in _icu_versions(folder)]
    return {"components": parts} if parts else {}


def _python_parts() -> list[dict[str, Any]]:
    import decimal
    import pyexpat

    return [
        _part("expat", pyexpat.EXPAT_VERSION.removeprefix("expat_"), "MIT"),
        _part("mpdecimal", decimal.__libmpdec_version__, "BSD-2-Clause"),
    ]


def _icu_versions(folder: Path) -> list[str]:
    """As ICU says it itself, where Qt brings it."""
    import ctypes

    found = []
    for library in sorted(folder.glob("_internal/PySide6/Qt/lib/libicuuc.so.*")):
        numbers = (ctypes.c_uint8 * 4)()
        getattr(ctypes.CDLL(str(library)), f"u_getVersion_{library.name.rpartition('.')[2]}")(numbers)
        found.append(".".join(map(str, numbers)).removesuffix(".0").removesuffix(".0"))
    return found


def _licences(package: str) -> list[dict[str, Any]]:
    """As the package says it: in SPDX's words, or in its own."""
    told = importlib.metadata.metadata(package).json
    return _said(str(told.get("license_expression") or told.get("license") or "see the package"))


def _said(licence: str) -> list[dict[str, Any]]:
    return [{"expression": licence} if _EXPRESSION.fullmatch(licence) else {"license": {"name": licence}}]
