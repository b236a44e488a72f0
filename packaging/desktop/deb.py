"""The Debian package, for Debian 12 and 13 and Ubuntu 24.04: the folder, and what a desktop asks for."""

from __future__ import annotations

import datetime
import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import bundle
import manual
import materials

sys.path.insert(0, str(bundle.ROOT / "packaging"))

import system  # found only now

from wizard import __version__  # found only now

# Debian 13 and Ubuntu 24.04 renamed libraries whose times became 64 bits long.
_RENAMED = {"libglib2.0-0": "libglib2.0-0t64 | libglib2.0-0"}
_CONTROL = """\
Package: ami-wizard
Version: {version}
Architecture: {architecture}
Maintainer: AMI Wizard <ami-wizard@packages.invalid>
Section: utils
Priority: optional
Installed-Size: {size}
Depends: {depends}
Recommends: awscli
Description: which Amazon Machine Image to use, on which EC2 types, and why
 AMI Wizard says which kind of Amazon Machine Image to use, on which EC2
 instance types it will run, and why, before EC2 answers with an error. It
 judges by rules with sources over all instance types, without an account and
 without a network.
"""
# The parser of HCL keeps its tables beside itself where it may, as it may for root.
_POSTRM = """\
#!/bin/sh
set -e
if [ "$1" = remove ] || [ "$1" = purge ]; then
    rm -rf /usr/lib/ami-wizard
fi
"""
_COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: AMI Wizard

Files: *
Copyright: the owner of AMI Wizard
License: not-chosen-yet
 No licence has been chosen for the program yet. The licences of what is packed
 with it are in /usr/lib/ami-wizard/licences.
"""
_OVERRIDES = """\
# The program brings its own Python, Qt and typst, each as a library of its own, so that it runs on three releases.
ami-wizard: embedded-library *
ami-wizard: unstripped-binary-or-object *
# Python's own modules are linked by whoever built that Python; the program's folder is searched first.
ami-wizard: custom-library-search-path *
ami-wizard: library-not-linked-against-libc *
ami-wizard: shared-library-lacks-prerequisites *
# As PyInstaller's own build of its start has it.
ami-wizard: hardening-no-pie *
# Its owner has chosen no licence yet, and the copyright file says so.
ami-wizard: copyright-without-copyright-notice *
"""


def make(out: Path) -> None:
    """ami-wizard_VERSION_ARCHITECTURE.deb."""
    architecture = subprocess.check_output(["dpkg", "--print-architecture"], text=True).strip()
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch, "root")
        folder = bundle.make_folder(Path(scratch))
        shutil.copytree(folder, root / "usr/lib/ami-wizard", symlinks=True)
        _place(root)
        files = [path for path in root.rglob("*") if path.is_file() and not path.is_symlink()]
        size = sum(path.stat().st_size for path in files) // 1024
        control = root / "DEBIAN" / "control"
        control.parent.mkdir()
        control.write_text(
            _CONTROL.format(
                version=__version__, architecture=architecture, size=size, depends=_depends(root)
            ),
            encoding="utf-8",
        )
        after = control.with_name("postrm")
        after.write_text(_POSTRM, encoding="ascii")
        for path in (root, *root.rglob("*")):
            if not path.is_symlink():
                executable = path.is_dir() or path == after or path.parts[-2:] == ("ami-wizard", "ami-wizard")
                path.chmod(0o755 if executable else 0o644)
        target = out / f"ami-wizard_{__version__}_{architecture}.deb"
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(target)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        materials.write_materials(out, __version__, folder)


def glibc_of(folder: Path) -> str:
    """The oldest glibc that all libraries below a folder run with: the newest that one of them asks for."""
    asked = {
        tuple(map(int, version.split(b".")))
        for file in folder.rglob("*")
        if file.is_file() and (".so" in file.name or not file.suffix)
        for version in re.findall(rb"\0GLIBC_(\d+\.\d+)", file.read_bytes())
    }
    return ".".join(map(str, max(asked)))


def _depends(root: Path) -> str:
    libraries = [_RENAMED.get(part.debian, part.debian) for part in system.LIBRARIES]
    fonts = "fonts-dejavu-core | fonts-liberation2 | fonts-noto-core"
    return ", ".join([f"libc6 (>= {glibc_of(root)})", "libstdc++6", *dict.fromkeys(libraries), fonts])


def _place(root: Path) -> None:
    """What a desktop, man and the shells look for."""
    desktop, share = bundle.DESKTOP, root / "usr/share"
    day = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.UTC).date()
    (root / "usr/bin").mkdir()
    (root / "usr/bin/ami-wizard").symlink_to("../lib/ami-wizard/ami-wizard")
    icon = bundle.ROOT / "resources/icons/ami-wizard.svg"
    for source, target in (
        (desktop / "ami-wizard.desktop", "applications/ami-wizard.desktop"),
        (desktop / "ami-wizard.xml", "mime/packages/ami-wizard.xml"),
        (
            desktop / "io.github.ami_wizard.AmiWizard.metainfo.xml",
            "metainfo/io.github.ami_wizard.AmiWizard.metainfo.xml",
        ),
        (icon, "icons/hicolor/scalable/apps/ami-wizard.svg"),
        (icon, "icons/hicolor/scalable/mimetypes/application-x-amiwizard+json.svg"),
    ):
        (share / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, share / target)
    for text, target in (
        (manual.bash(), "bash-completion/completions/ami-wizard"),
        (manual.zsh(), "zsh/vendor-completions/_ami-wizard"),
        (manual.fish(), "fish/vendor_completions.d/ami-wizard.fish"),
        (_COPYRIGHT, "doc/ami-wizard/copyright"),
        (_OVERRIDES, "lintian/overrides/ami-wizard"),
    ):
        (share / target).parent.mkdir(parents=True, exist_ok=True)
        (share / target).write_text(text, encoding="utf-8")
    changes = f"ami-wizard ({__version__}) stable; urgency=medium\n\n  * See CHANGELOG.\n\n"
    changes += f" -- AMI Wizard <ami-wizard@packages.invalid>  {day:%a, %d %b %Y} 00:00:00 +0000\n"
    for text, target in (
        (manual.manual(day), "man/man1/ami-wizard.1.gz"),
        (changes, "doc/ami-wizard/changelog.gz"),
    ):
        (share / target).parent.mkdir(parents=True, exist_ok=True)
        (share / target).write_bytes(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    make(Path(sys.argv[1]))
