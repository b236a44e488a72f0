"""Try a Debian package where nothing else is installed: ``python3 packaging/desktop/installed.py FILE ROOT...``.

Each ROOT is a new Debian or Ubuntu, as ``debootstrap --variant=minbase`` makes it. The package is installed there with
what it depends on, the end-to-end tests use the program that lies there, and after ``apt-get purge`` nothing may be
left but the person's own files and what apt keeps. Needs root, Xvfb, xdotool and the environment of the tests.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PROGRAM = "/usr/bin/ami-wizard"
TEMPLATE = CHECKOUT / "tests/data/in_hand/packer/variables.pkr.hcl"
# What any installation leaves, whatever it was: lists, logs, caches of libraries, fonts and types.
_APT = ("var/lib/apt/", "var/lib/dpkg/", "var/log/", "var/cache/", "etc/ld.so.cache", "run/", "tmp/")
# They look into Python as it runs the program, which is no business of an installed one.
_OF_THE_CHECKOUT = "not test_what_is_not_needed_is_not_loaded and not test_counts"


def main(arguments: list[str]) -> int:
    """By hand; the exit status is 1 if anything was not as it should be in one of the roots."""
    if len(arguments) < 2:
        print(__doc__)
        return 2
    package, *roots = (Path(argument).resolve() for argument in arguments)
    return int(sum(_tried(package, root) for root in roots) > 0)


def _tried(package: Path, root: Path) -> bool:
    """Whether something was wrong."""
    before = files(root)
    (root / package.name).write_bytes(package.read_bytes())
    with _mounted(root, "/proc", "/dev", "/tmp", str(CHECKOUT)):  # noqa: S108  # where the screen's socket lies
        _in(root, "apt-get", "update", "--quiet")
        _in(root, "apt-get", "install", "--yes", "--quiet", "--no-install-recommends", f"/{package.name}")
        (root / package.name).unlink()
        words = ["-m", "pytest", "tests/e2e", "-n", "0", "-q", "-k", _OF_THE_CHECKOUT]
        failed = subprocess.run(
            [sys.executable, *words],
            cwd=CHECKOUT,
            env={**os.environ, "AMI_WIZARD_PROGRAM": f"chroot {root} {PROGRAM}"},
            check=False,
        ).returncode
        # The parser of HCL writes beside itself where it may, as it may for root.
        _in(root, "env", "HOME=/run/person", PROGRAM, "check", str(TEMPLATE), succeeds=False)
        _in(root, "apt-get", "purge", "--yes", "--quiet", "--autoremove", "ami-wizard")
        _in(root, "apt-get", "clean")
    left = sorted(name for name in files(root) - before if not name.startswith(_APT))
    print(f"{root.name}: the tests ended with {failed}; left: {', '.join(left) or 'nothing'}", flush=True)
    return bool(failed or left)


def files(root: Path) -> set[str]:
    """Every file of a root by its path in it; what is mounted there apart."""
    done = subprocess.run(
        [
            "find",
            str(root),
            "-xdev",
            "-mindepth",
            "1",
            "(",
            "-type",
            "f",
            "-o",
            "-type",
            "l",
            ")",
            "-printf",
            "%P\\n",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.splitlines())


@contextmanager
def _mounted(root: Path, *places: str) -> Iterator[None]:
    with ExitStack() as stack:
        for place in places:
            target = root / place[1:]
            target.mkdir(parents=True, exist_ok=True)
            subprocess.run(["mount", "--bind", place, str(target)], check=True)
            stack.callback(subprocess.run, ["umount", str(target)], check=True)
        yield


def _in(root: Path, *command: str, succeeds: bool = True) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    subprocess.run(["chroot", str(root), *command], env=quiet, stdout=subprocess.DEVNULL, check=succeeds)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
