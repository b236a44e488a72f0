"""A small checkout that ``run.py`` can set up for real.

Its lock file names one tiny package, which lies beside it: everything is made and installed as for
a person, with a real virtual environment and pip, and without a network.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"

PROGRAM = """\
import json, os, pathlib, sys
import probe

arguments = sys.argv[1:]
if arguments[:1] == ["recommend"]:
    print("the program's own words")
    pathlib.Path(arguments[arguments.index("--pdf") + 1]).write_text(" ".join(arguments))
else:
    print(json.dumps({"arguments": arguments, "directory": os.getcwd(), "probe": probe.NUMBER}))
sys.exit(int(arguments[1]) if arguments[:1] == ["exit"] else 0)
"""


class Checkout:
    """A checkout in a directory of its own, and ways to start ``run.py`` there."""

    def __init__(self, root: Path, wheels: Path) -> None:
        self.root = root
        self.wheels = wheels
        self.script = root / "packaging" / "run.py"
        self.lock = root / "packaging" / "run.lock"
        self.python = root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        self.stamp = root / ".venv" / "complete.txt"

    def popen(self, *arguments: str, where: Path | None = None, **variables: str) -> subprocess.Popen[str]:
        """Start it in a process group of its own, with no index but the wheels' directory."""
        left_out = ("PIP_", "PYTHON", "DISPLAY", "WAYLAND_DISPLAY", "COV_", "COVERAGE_")
        environment = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
        environment |= {
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
            **variables,
        }
        return subprocess.Popen(
            [sys.executable, str(self.script), *arguments],
            cwd=where or self.root,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def start(
        self, *arguments: str, where: Path | None = None, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Run it to its end."""
        with self.popen(*arguments, where=where, **variables) as process:
            out, err = process.communicate(timeout=120)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def packages(self, *names: str) -> list[Path]:
        """The folders of these packages in the environment, as far as they are there."""
        places = ("Lib/site-packages", "lib/python*/site-packages")
        return [
            path
            for name in names
            for place in places
            for path in (self.root / ".venv").glob(f"{place}/{name}")
        ]

    def copy(self, root: Path) -> Checkout:
        """The same elsewhere, environment and all."""
        shutil.copytree(self.root, root, symlinks=True)
        return Checkout(root, self.wheels)


def write_wheel(directory: Path, number: int, note: str = "") -> str:
    """Write the package "probe" as a wheel; return its line for a lock file."""
    wheel = directory / f"probe-{number}-py3-none-any.whl"
    info = f"probe-{number}.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("probe.py", f"NUMBER = {number}  # {note}\n")
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: probe\nVersion: {number}\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return f"probe=={number} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


def make_checkout(directory: Path) -> Checkout:
    """A fresh clone, never started. Its own directory has a name that nothing may trip over."""
    root, wheels = directory / "ami wizard ü", directory / "wheels"
    shutil.copytree(PACKAGING, root / "packaging", ignore=shutil.ignore_patterns("__pycache__", "*.lock"))
    (root / "wizard").mkdir()
    (root / "wizard" / "__init__.py").touch()
    (root / "wizard" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
    wheels.mkdir()
    checkout = Checkout(root, wheels)
    checkout.lock.write_text(write_wheel(wheels, 1), encoding="utf-8")
    return checkout


def end(process: subprocess.Popen[str], how: signal.Signals) -> str:
    """End it and all that it started; return what it said on standard error."""
    os.killpg(process.pid, how)
    with process:
        return process.communicate(timeout=60)[1]
