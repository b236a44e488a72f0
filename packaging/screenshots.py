"""Makes pictures of every page and state of the real window: light and dark, at 100 % and 200 %.

    python packaging/screenshots.py OUT [NAME…] [--language de] [--scale 1] [--scheme light]
    python packaging/screenshots.py OUT [NAME…] --gallery [--language pseudo] [--scale 1]

OUT is the folder for the PNG files; with names only those scenes are drawn. The gallery has high contrast too, German,
and a language that nobody speaks, longer and from right to left. It needs no display: where none is said, Qt draws off
screen. Settings and answers of the person are not touched.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import gettext
import itertools
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget
    from scenes.contrast import PlatformContrast
    from scenes.scene import Scene

    from wizard.gui.shell.main_window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
SCALES = (1, 2)
CONTRAST = "contrast"
SCHEMES = ("light", "dark")
LANGUAGES = ("en", "de", "pseudo")
_FOLDERS = (
    "HOME",
    "XDG_CONFIG_HOME",
    "XDG_STATE_HOME",
    "XDG_DATA_HOME",
    "XDG_CACHE_HOME",
    "APPDATA",
    "LOCALAPPDATA",
)
_PATIENCE = 50
_SCREEN = (1920, 1080)


def main(arguments: list[str] | None = None) -> int:
    """Draw all scenes, or those named; the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--language", choices=LANGUAGES, help="only this language; without a gallery English")
    parser.add_argument("--scale", type=int, choices=SCALES, help="only this scale")
    parser.add_argument("--scheme", choices=(*SCHEMES, CONTRAST), help="only this scheme")
    parser.add_argument("--gallery", action="store_true", help="every look and every language")
    options = parser.parse_intermixed_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    environment = dict(os.environ)
    if not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    status = 0
    scales = (options.scale,) if options.scale else SCALES
    languages = (options.language,) if options.language else LANGUAGES if options.gallery else ("en",)
    schemes = (options.scheme,) if options.scheme else (*SCHEMES, CONTRAST) if options.gallery else SCHEMES
    for scale, language in itertools.product(scales, languages):
        # A scale is fixed for the life of a program.
        environment["QT_SCALE_FACTOR"] = str(scale)
        prefix = f"{language}-" if options.gallery else ""
        wanted = {"names": options.names, "language": language, "schemes": schemes, "prefix": prefix}
        command = [sys.executable, "-c", _DRAW, str(options.out), str(scale), json.dumps(wanted)]
        with _screen(scale, environment) as surroundings:
            status |= subprocess.run(command, cwd=ROOT, env=surroundings, check=False).returncode
    return status


@contextlib.contextmanager
def _screen(scale: int, environment: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
    """Off screen Qt takes a screen of 800 by 800 pixels, to which every dialog would be cut."""
    if environment.get("QT_QPA_PLATFORM") != "offscreen":
        yield environment
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "screen.json")
        size = {"width": _SCREEN[0] * scale, "height": _SCREEN[1] * scale}
        dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        file.write_text(
            json.dumps({"screens": [{"name": "one", "x": 0, "y": 0, **size, **dots}]}), encoding="utf-8"
        )
        yield {**environment, "QT_QPA_PLATFORM": f"offscreen:configfile={file}"}


_DRAW = """
import json, sys
from pathlib import Path
sys.path[:0] = ["packaging", "."]
import screenshots
sys.exit(screenshots.draw(Path(sys.argv[1]), int(sys.argv[2]), **json.loads(sys.argv[3])))
"""


def draw(
    out: Path,
    scale: int,
    names: list[str],
    language: str = "en",
    schemes: Sequence[str] = SCHEMES,
    prefix: str = "",
) -> int:
    """Draw the scenes at the scale that this process runs at; 1 if a page, window or dialog is in none of them.

    prefix: of the files' names.
    """
    from PySide6.QtGui import Qt
    from PySide6.QtWidgets import QApplication
    from scenes import scenes
    from scenes.contrast import PlatformContrast

    from wizard.app import translate_qt

    application = QApplication(["ami-wizard"])
    translate_qt(application, _translations(language))
    if language == "pseudo":
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    application.setCursorFlashTime(0)
    undrawn = set() if names else kinds()
    with PlatformContrast() as platform:
        for scene in scenes():
            if not names or scene.name in names:
                files = {s: out / f"{prefix}{s}-{scale}00-{scene.name}.png" for s in schemes}
                with _nobodys_home():
                    undrawn -= _draw(scene, language, files, platform)
    for name in sorted(undrawn):
        print(f"in no picture: {name}", file=sys.stderr)
    return int(bool(undrawn))


@contextlib.contextmanager
def _nobodys_home() -> Iterator[None]:
    """Every scene is one of a person who was never here: nothing is remembered of another."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        os.environ.update(dict.fromkeys(_FOLDERS, home))
        yield


def _draw(scene: Scene, language: str, files: Mapping[str, Path], platform: PlatformContrast) -> set[str]:
    """One scene in each scheme, into its file; the names of the classes that are to be seen."""
    from PySide6.QtWidgets import QApplication, QMenu

    from wizard.app import open_window

    window = open_window(_translations(language))
    font = QApplication.font()
    window.resize(*scene.size)
    _show(window)
    for question, answer in scene.answers.items():
        window.session.answer(question, answer)
    while window.session.walk.step != scene.step:
        window.session.next()
    _still(window)
    shown = scene.act(window) or window
    for scheme, file in files.items():
        # As a person changes it: while the window is open.
        platform.high = scheme == CONTRAST
        look(scheme)
        _still(shown).save(str(file))
    seen = {kind.__name__ for widget in (shown, window.page) for kind in type(widget).__mro__}
    if isinstance(shown, QMenu):
        shown.hide()
    window.leave()
    window.view_menu.usual()
    window.deleteLater()
    QApplication.setFont(font)
    # The next window is opened on a desktop that names no colours.
    platform.high = False
    look(SCHEMES[0])
    return seen


def kinds() -> set[str]:
    """The classes of the window that are a page, a dialog or a window of their own."""
    found: set[str] = set()
    for path in (ROOT / "wizard" / "gui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
                if bases & {"QDialog", "QMainWindow", "Page", "QuestionPage"}:
                    found.add(node.name)
    return found


def _translations(language: str) -> gettext.NullTranslations:
    if language == "pseudo":
        from pseudo import Pseudo

        return Pseudo()
    from wizard.store.languages import translations

    return translations(language)


def look(scheme: str) -> None:
    """High contrast is a setting of the system, which only says so; here it is said in its place."""
    from PySide6.QtGui import QPalette
    from PySide6.QtWidgets import QApplication

    from wizard.gui.theme import colors
    from wizard.gui.theme import scheme as appearance

    colors.high_contrast = lambda: scheme == CONTRAST
    appearance.show(appearance.Scheme.DARK if scheme == CONTRAST else appearance.Scheme(scheme))
    if scheme != CONTRAST:
        return
    palette, role = QApplication.palette(), QPalette.ColorRole
    for ground in (role.Window, role.Base, role.AlternateBase, role.Button, role.ToolTipBase):
        palette.setColor(ground, "black")
    for ink in (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.PlaceholderText):
        palette.setColor(ink, "white")
        palette.setColor(QPalette.ColorGroup.Disabled, ink, "#a6a6a6")
    for accent in (role.Accent, role.Highlight, role.Link):
        palette.setColor(accent, "yellow")
    palette.setColor(role.HighlightedText, "black")
    QApplication.setPalette(palette)


def _still(shown: QWidget) -> QImage:
    """The picture as soon as two in a row are the same: every layout that a layout causes has been made."""
    from PySide6.QtTest import QTest

    picture = shown.grab().toImage()
    for _ in range(_PATIENCE):
        QTest.qWait(40)
        before, picture = picture, shown.grab().toImage()
        if picture == before:
            break
    return picture


def _show(window: MainWindow) -> None:
    """Show the window and wait until it has the decision on it."""
    from PySide6.QtCore import QEventLoop

    loop = QEventLoop()
    window.ready.connect(loop.quit)
    window.show()
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
