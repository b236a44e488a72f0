"""The program in one folder that may be moved anywhere, with the licences of all that is in it."""

from __future__ import annotations

import gzip
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DESKTOP = ROOT / "packaging" / "desktop"
# What the CHANGELOG promises of Linux.
MOST_MEGABYTES = 180
sys.path.insert(0, str(ROOT))

from licence_texts import write_licences
from materials import write_materials

from wizard import __version__


def make_folder(where: Path) -> Path:
    """The folder ami-wizard inside `where`, ready to run."""
    where.mkdir(exist_ok=True)
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
            *("--distpath", str(where), "--workpath", str(where / "work"), str(DESKTOP / "ami-wizard.spec")),
        ],
        env={
            **os.environ,
            "AMI_WIZARD_ICON": str(draw_icon(where / "icon.png")),
            # Otherwise it takes stripped libraries from a folder that all builds of this person share.
            "PYINSTALLER_CONFIG_DIR": str(where / "cache"),
            # Modules lie there as they are read: 7 MB more, and a twentieth less of each start.
            "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0",
        },
        check=True,
    )
    folder = where / "ami-wizard"
    write_licences(folder)
    megabytes = sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6
    print(f"- {megabytes:.1f} MB unpacked", flush=True)
    if sys.platform == "linux" and megabytes > MOST_MEGABYTES:
        sys.exit(f"The folder takes {megabytes:.1f} MB, more than {MOST_MEGABYTES}; see what is new in it.")
    return folder


def draw_icon(target: Path) -> Path:
    """The icon as a picture of 1024 pixels, for Windows and macOS."""
    from PySide6.QtGui import QGuiApplication, QIcon

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _application = QGuiApplication.instance() or QGuiApplication([])
    QIcon(str(ROOT / "resources" / "icons" / "ami-wizard.svg")).pixmap(1024, 1024).save(str(target))
    return target


def pack(folder: Path, target: Path) -> None:
    """The folder as .tar.gz, in the order of its names, with the commit's time and nobody's name."""
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))

    def plain(info: tarfile.TarInfo) -> tarfile.TarInfo:
        info.mtime, info.uid, info.gid, info.uname, info.gname = epoch, 0, 0, "", ""
        return info

    with (
        target.open("wb") as file,
        gzip.GzipFile("", "wb", 9, file, mtime=epoch) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for path in (folder, *sorted(folder.rglob("*"))):
            tar.add(path, arcname=str(path.relative_to(folder.parent)), recursive=False, filter=plain)


def make(out: Path) -> None:
    """The archive for this system."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = make_folder(Path(scratch))
        name = f"ami-wizard-{__version__}-{platform.system().lower()}-{platform.machine().lower()}"
        if sys.platform == "win32":
            shutil.make_archive(str(out / name), "zip", scratch, "ami-wizard")
            if installer := shutil.which("makensis"):
                given = {"VERSION": __version__, "FOLDER": folder, "OUT": out / f"{name}-setup.exe"}
                words = [f"-D{key}={value}" for key, value in given.items()]
                subprocess.run([installer, "-V2", "-WX", *words, str(DESKTOP / "ami-wizard.nsi")], check=True)
        elif sys.platform == "darwin":
            app = Path(scratch, "AMI Wizard.app")
            shutil.copytree(folder / "licences", app / "Contents" / "Resources" / "licences")
            # PyInstaller signed it without them, and macOS calls an app damaged that is not as it was signed.
            subprocess.run(["codesign", "--force", "--deep", "--sign", "-", str(app)], check=True)
            subprocess.run(["ditto", "-c", "-k", "--keepParent", str(app), f"{out / name}.zip"], check=True)
        else:
            pack(folder, out / f"{name}.tar.gz")
        write_materials(out, __version__, folder)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
