"""The licences of all that is packed: of each package, of what it brings in turn, and of the system's libraries."""

from __future__ import annotations

import importlib.metadata
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / "packaging" / "desktop" / "licences"
# What the program runs on; PyInstaller's own start is under the GPL with an exception for what it packs.
PACKED = (
    "botocore", "jmespath", "lark", "platformdirs", "PySide6_Essentials", "python-dateutil", "python-hcl2",
    "PyYAML", "pyinstaller", "regex", "shiboken6", "six", "typst", "urllib3",
)  # fmt: skip
# What licences ask for is said where their texts lie.
_SAID = """\
Each folder here has the licence of the package that it is named after. Beside that:

Qt, PySide6 and Shiboken are used under the GNU LGPL 3 (LGPL-3.0.txt, with GPL-3.0.txt, of which it is a part). They lie
beside the program as libraries of their own, in _internal/PySide6 and _internal/shiboken6, and may be replaced by
another build of the same version. Their source is at https://download.qt.io/official_releases/QtForPython/ and
https://code.qt.io/. What others wrote of them is in Qt-third-parties.txt, and of ICU, which they bring, in ICU.txt. On
Linux ICU's data is packed without what Qt does not open: names of countries, languages, currencies, units and
characters, and rules for breaking lines, spelling numbers and changing scripts.

typst is one library of many parts: typst/parts.txt names them with their licences, of which Apache-2.0.txt and
MPL-2.0.txt are here; their source is at https://crates.io/. What its fonts, colours and tables are under is in
typst-assets-NOTICE.txt.

botocore's list of authorities, _internal/botocore/cacert.pem, is Mozilla's, under the MPL 2.0. Of its descriptions of
AWS's services only the operations are packed that the program asks for, its list of endpoints is compressed, and its
documentation is left out.

Python is under Python-LICENSE.txt. The libraries that it takes from the system are under the folder system.
"""

# Where Python's own licence lies: on Windows beside python.exe.
_PYTHONS = (
    Path(sys.base_prefix, "lib", f"python3.{sys.version_info.minor}", "LICENSE.txt"),
    Path(sys.base_prefix, "LICENSE.txt"),
)


def write_licences(folder: Path) -> None:
    """Put them into the finished folder of the program. Exits where something is packed that has no licence."""
    licences = folder / "licences"
    licences.mkdir()
    for name in PACKED:
        _write_package(name, licences / name)
    (licences / "typst" / "parts.txt").write_text(_parts("typst"), encoding="utf-8")
    (licences / "README.txt").write_text(_SAID, encoding="utf-8")
    if python := next(filter(Path.is_file, _PYTHONS), None):
        shutil.copyfile(python, licences / "Python-LICENSE.txt")
    elif sys.platform == "win32":
        sys.exit(f"Packed without a licence text: Python; expected {_PYTHONS[-1]}")
    for text in sorted(TEXTS.iterdir()):
        shutil.copyfile(text, licences / text.name)
    data = ROOT / "resources"
    for notice in sorted(data.glob("*/*NOTICE*")) + sorted(data.glob("*/LICENSE*")):
        shutil.copyfile(notice, licences / f"data-{notice.parent.name}-{notice.name}")
    if sys.platform.startswith("linux"):
        _write_system(folder, licences / "system")


def _write_package(name: str, own: Path) -> None:
    files = importlib.metadata.files(name) or []
    texts = [
        file for file in files if file.name.upper().startswith(("LICEN", "COPYING", "NOTICE", "AUTHORS"))
    ]
    own.mkdir()
    told = importlib.metadata.metadata(name).json
    said = told.get("license_expression") or told.get("license") or "see its project's page"
    pages = "\n".join([*told.get("project_url", ()), str(told.get("home_page", ""))])
    (own / "README.txt").write_text(f"{name} {told['version']}\n{said}\n{pages}\n", encoding="utf-8")
    for file in texts:
        shutil.copyfile(str(file.locate()), own / file.name)


def _parts(name: str) -> str:
    """Name, version and licence of each part of a package that is one library, by its own bill of materials."""
    lines = (
        f"{part['name']} {part['version']}: "
        + ", ".join(each.get("expression") or each["license"].get("id", "") for each in part["licenses"])
        for part in bill_of(name)
        if part.get("licenses")
    )
    return "".join(f"{line}\n" for line in sorted(set(lines)))


def bill_of(name: str) -> list[dict[str, Any]]:
    """The parts of a package that is one library, by the bill of materials that lies in it."""
    (bill,) = (file for file in importlib.metadata.files(name) or [] if file.name.endswith(".cyclonedx.json"))
    parts: list[dict[str, Any]] = json.loads(Path(str(bill.locate())).read_text(encoding="utf-8"))[
        "components"
    ]
    return parts


def system_packages(folder: Path) -> dict[str, str]:
    """Debian's name -> version of each library that Python took from the system. Exits where one is nobody's."""
    found = {}
    libraries = sorted((folder / "_internal").glob("*.so*")) if sys.platform.startswith("linux") else []
    for library in libraries:
        if library.name.startswith("libpython"):
            continue
        package = _told("dpkg", "--search", f"*/{library.name}").partition(":")[0]
        if not Path("/usr/share/doc", package or "?", "copyright").is_file():
            sys.exit(f"Packed without a licence text: {library.name}; build on Debian or Ubuntu")
        found[package] = _told("dpkg-query", "--show", "--showformat=${Version}", package)
    return found


def _told(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def _write_system(folder: Path, target: Path) -> None:
    """Of each library that Python took from the system, as Debian says it."""
    target.mkdir()
    for package in system_packages(folder):
        shutil.copyfile(Path("/usr/share/doc", package, "copyright"), target / f"{package}.txt")
