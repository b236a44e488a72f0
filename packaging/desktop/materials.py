"""The bill of materials: what the program consists of, in CycloneDX's form."""

from __future__ import annotations

import importlib.metadata
import json
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def write_materials(out: Path, version: str) -> None:
    """Put it beside the files. Exits where it would not be what CycloneDX's schema asks."""
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
    text = json.dumps(completed(json.loads(target.read_text(encoding="utf-8")), version), indent=2) + "\n"
    if wrong := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        sys.exit(f"The bill of materials is not as CycloneDX asks: {wrong}")
    target.write_text(text, encoding="utf-8")


def completed(bill: dict[str, Any], version: str) -> dict[str, Any]:
    """The bill with the program that it is of, with Python, and with the licence of each package."""
    program = {"type": "application", "bom-ref": "ami-wizard", "name": "ami-wizard", "version": version}
    python = {
        "type": "platform",
        "bom-ref": "python",
        "name": "python",
        "version": platform.python_version(),
        "licenses": [{"license": {"id": "PSF-2.0"}}],
    }
    packages = [each | {"licenses": _licences(each["name"])} for each in bill["components"]]
    needs = {"ref": "ami-wizard", "dependsOn": sorted(each["bom-ref"] for each in (*packages, python))}
    return bill | {
        "metadata": bill["metadata"] | {"component": program},
        "components": [*packages, python],
        "dependencies": [needs, *bill.get("dependencies", ()), {"ref": "python"}],
    }


def _licences(package: str) -> list[dict[str, Any]]:
    """As the package says it: in SPDX's words, or in its own."""
    told = importlib.metadata.metadata(package).json
    if expression := told.get("license_expression"):
        return [{"expression": expression}]
    return [{"license": {"name": str(told.get("license") or "see the package")}}]
