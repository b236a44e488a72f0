"""Make what is installed: ``python3 packaging/build.py WHAT OUT``.

WHAT is wheel, bundle (one folder, as .tar.gz; on macOS an app, on Windows a .zip and, where makensis is, an installer),
deb, or all. OUT is the folder for the files; SHA256SUMS and the bill of materials (CycloneDX) are written beside them.
The tools live in ``.venv-build``, made from ``desktop/build.lock``. The same commit gives the same bytes: times are the
commit's.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from console import SetupError, say
from environment import Environment

ROOT = Path(__file__).resolve().parent.parent
DESKTOP = ROOT / "packaging" / "desktop"
WHATS = ("wheel", "bundle", "deb", "all")
NOT_SET_UP = 4


def main(arguments: Sequence[str]) -> int:
    """Make it; the exit status is 0, 2 for words that it does not know, 4 if the tools could not be set up."""
    if len(arguments) != 2 or arguments[0] not in WHATS:
        print(__doc__)
        return 2
    what, out = arguments[0], Path(arguments[1]).resolve()
    environment = Environment(ROOT, ".venv-build", DESKTOP / "build.lock", megabytes=600)
    try:
        environment.ensure(lambda: None)
    except SetupError as problem:
        say(f"Nothing can be built. {problem}")
        return NOT_SET_UP
    out.mkdir(parents=True, exist_ok=True)
    for each in WHATS[:-1] if what == "all" else (what,):
        maker = "bundle" if each == "bundle" else each
        done = subprocess.run(
            [str(environment.python), str(DESKTOP / f"{maker}.py"), str(out)],
            cwd=str(ROOT),
            env={
                **os.environ,
                "SOURCE_DATE_EPOCH": _commit_time(),
                "PYTHONHASHSEED": "1",
                "LC_ALL": "C.UTF-8",
            },
            check=False,
        )
        if done.returncode:
            return done.returncode
    _write_checksums(out)
    return 0


def _commit_time() -> str:
    """Seconds since 1970 of the commit, so that no file tells when it was built."""
    told = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=str(ROOT), capture_output=True, text=True, check=True
    )
    return told.stdout.strip()


def _write_checksums(out: Path) -> None:
    files = sorted(path for path in out.iterdir() if path.is_file() and path.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (out / "SHA256SUMS").write_text("".join(lines), encoding="ascii")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
