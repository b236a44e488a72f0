"""Start what was built, on the system it was built for: ``python3 packaging/desktop/started.py OUT``.

The archive in OUT is unpacked elsewhere, and the program in it has to recommend, write a PDF and open its window; on
Windows its installer as well, where there is one, and the program that it put there. Needs nothing but Python.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

# Where the programs lie in the archive: for the command line, and for what a person clicks.
PROGRAMS = {
    "linux": ("ami-wizard/ami-wizard", "ami-wizard/ami-wizard"),
    "win32": ("ami-wizard/ami-wizard.exe", "ami-wizard/AMI Wizard.exe"),
    "darwin": ("AMI Wizard.app/Contents/MacOS/ami-wizard", "AMI Wizard.app/Contents/MacOS/ami-wizard"),
}
_SECONDS = 300


def main(arguments: list[str]) -> int:
    """The exit status is 1 if the program did not do what it has to, 2 for words that it does not know."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print(__doc__)
        return 2
    out = Path(arguments[0]).resolve()
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as scratch:
        folders = 0
        for folder in _folders(out, Path(scratch)):
            folders += 1
            faults += tried(folder)
    for fault in faults:
        print(f"- {fault}")
    print(f"{folders} started, {len(faults)} faults")
    return int(bool(faults) or not folders)


def tried(folder: Path) -> Iterator[str]:
    """What the program in the unpacked folder does not do."""
    command, window = (folder / program for program in PROGRAMS[sys.platform])
    pdf = folder / "recommendation.pdf"
    done = _run(command, "recommend", "--os", "ubuntu:24.04", "--pdf", str(pdf))
    if done.returncode or b"Use an HVM AMI" not in done.stdout:
        yield f"{command}: recommend: exit status {done.returncode}: {done.stderr.decode(errors='replace')}"
    elif not pdf.read_bytes().startswith(b"%PDF-"):
        yield f"{command}: recommend: {pdf} is no PDF"
    done = _run(window, "--smoke")
    if done.returncode:
        yield f"{window}: --smoke: exit status {done.returncode}: {done.stderr.decode(errors='replace')}"


def _folders(out: Path, scratch: Path) -> Iterator[Path]:
    """The archive unpacked, and on Windows what the installer puts into a folder."""
    for archive in sorted((*out.glob("ami-wizard-*.tar.gz"), *out.glob("ami-wizard-*.zip"))):
        if sys.platform == "darwin":
            # As the Finder does it: zipfile forgets links and who may run what.
            subprocess.run(["ditto", "-x", "-k", str(archive), str(scratch)], check=True)
        else:
            shutil.unpack_archive(str(archive), str(scratch))
        yield scratch
    for installer in out.glob("*-setup.exe"):
        target = scratch / "installed" / "ami-wizard"
        # NSIS takes the folder as the last words, without quotation marks.
        subprocess.run(f'"{installer}" /S /D={target}', check=True, timeout=_SECONDS)
        yield target.parent
        subprocess.run(f'"{target / "uninstall.exe"}" /S _?={target}', check=True, timeout=_SECONDS)


def _run(program: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    # A builder on Linux has no screen; the others have one.
    screen = {"QT_QPA_PLATFORM": "offscreen"} if sys.platform == "linux" else {}
    return subprocess.run(
        [str(program), *arguments],
        env={**os.environ, **screen},
        capture_output=True,
        timeout=_SECONDS,
        check=False,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
