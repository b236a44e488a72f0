"""What the operating system itself must have: Python's venv, the libraries that Qt loads, a font.

The libraries were found with ldd, on PySide6 6.12's QtGui, QtWidgets, QtSvg, QtPrintSupport and
its xcb, offscreen and GLX plugins, in a Debian 12 that had nothing but python3 and git.
"""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from console import SetupError, run, say
from distribution import DEBIAN, Distribution, is_root, this_distribution


class Part(NamedTuple):
    """One thing that a system has or lacks, and the packages that bring it; "" where none does."""

    name: str
    debian: str
    rpm: str
    arch: str


def _library(soname: str, debian: str, arch: str) -> Part:
    # rpm packages provide every library under its own name, in Fedora and openSUSE alike.
    return Part(soname, debian, f"{soname}()(64bit)", arch)


LIBRARIES = (
    _library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    _library("libgthread-2.0.so.0", "libglib2.0-0", "glib2"),
    _library("libdbus-1.so.3", "libdbus-1-3", "dbus"),
    _library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    _library("libfreetype.so.6", "libfreetype6", "freetype2"),
    _library("libEGL.so.1", "libegl1", "libglvnd"),
    _library("libGL.so.1", "libgl1", "libglvnd"),
    _library("libX11.so.6", "libx11-6", "libx11"),
    _library("libX11-xcb.so.1", "libx11-xcb1", "libx11"),
    _library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    _library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    _library("libxcb.so.1", "libxcb1", "libxcb"),
    _library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    _library("libxcb-glx.so.0", "libxcb-glx0", "libxcb"),
    _library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    _library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    _library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    _library("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    _library("libxcb-render.so.0", "libxcb-render0", "libxcb"),
    _library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    _library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    _library("libxcb-shm.so.0", "libxcb-shm0", "libxcb"),
    _library("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
    _library("libxcb-util.so.1", "libxcb-util1", "xcb-util"),
    _library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
    _library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
)
FONT = Part("a font", "fonts-dejavu-core", "dejavu-sans-fonts", "ttf-dejavu")
VENV = Part("Python's venv module", f"python{sys.version_info[0]}.{sys.version_info[1]}-venv", "", "")


def lacking(commands: Sequence[Part] = ()) -> list[Part]:
    """The parts that are not there; ``commands`` are programs that are needed beside the rest."""
    missing = [] if importlib.util.find_spec("ensurepip") else [VENV]
    # macOS and Windows bring all that Qt needs.
    if sys.platform.startswith("linux"):
        missing += [part for part in LIBRARIES if not _loads(part.name)]
        missing += [] if _has_font() else [FONT]
        missing += [part for part in commands if not shutil.which(part.name)]
    return missing


def supply(commands: Sequence[Part] = ()) -> None:
    """Install what is lacking where that is ours to do: as root on Debian and its kin.

    Raises SetupError with the one command that does it everywhere else.
    """
    missing = lacking(commands)
    distribution = this_distribution()
    if missing and distribution is DEBIAN and is_root():
        packages = sorted({part.debian for part in missing})
        say(f"- Installing what the system lacks: {' '.join(packages)}")
        apt = ["apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3"]
        run([*apt, "update"])
        run([*apt, "install", "--no-install-recommends", *packages])
        importlib.invalidate_caches()
        missing = lacking(commands)
    if missing:
        raise SetupError(advice(missing, distribution))


def advice(missing: Sequence[Part], distribution: Distribution | None) -> str:
    """What is lacking, and the one command with which a person installs it."""
    packages = [getattr(part, distribution.kind) for part in missing] if distribution else []
    if distribution and all(packages):
        lacks = _summary(missing)
        return f"{lacks} Install it, then start again:\n  {distribution.install_command(packages)}"
    if VENV in missing:
        return (
            f"The Python in use, {sys.executable}, came without its modules venv and ensurepip. Install the "
            "system's package with them or another Python 3.11 or newer, then start again with that."
        )
    names = ", ".join(part.name for part in missing)
    return f"This system lacks {names}. Install that with its package manager, then start again."


def _summary(missing: Sequence[Part]) -> str:
    libraries = [part.name for part in missing if part in LIBRARIES]
    names = [part.name for part in missing if part not in LIBRARIES]
    if libraries:
        more = f" and {len(libraries) - 1} more" if len(libraries) > 1 else ""
        names.append(f"what Qt loads ({libraries[0]}{more})")
    return f"This system lacks {', '.join(names)}."


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _has_font() -> bool:
    home = Path(os.environ.get("HOME", "/"))
    places = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts")]
    places += [home / ".local/share/fonts", home / ".fonts"]
    return any(
        file.suffix.lower() in {".ttf", ".otf", ".ttc"} for place in places for file in place.rglob("*")
    )
