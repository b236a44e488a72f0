"""Makes pictures of every page and state of the real window: light and dark, at 100 % and 200 %.

    python packaging/screenshots.py OUT [NAME…] [--language de] [--scale 1] [--scheme light]
    python packaging/screenshots.py OUT [NAME…] --gallery

OUT is the folder for the PNG files; with names only those scenes are drawn. The gallery has high contrast too, German,
and a language that nobody speaks, longer and from right to left. It needs no display: where none is said, Qt draws off
screen. Settings and answers of the person are not touched.
"""

from __future__ import annotations

import argparse
import ast
import gettext
import itertools
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wizard.gui.shell.main_window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
SCALES = (1, 2)
CONTRAST = "contrast"
SCHEMES = ("light", "dark")
LANGUAGES = ("en", "de", "pseudo")


def main(arguments: list[str] | None = None) -> int:
    """Draw all scenes, or those named; the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--language", default="en", help="of the texts, in two letters")
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
    languages = LANGUAGES if options.gallery else (options.language,)
    schemes = (options.scheme,) if options.scheme else (*SCHEMES, CONTRAST) if options.gallery else SCHEMES
    for scale, language in itertools.product(scales, languages):
        with tempfile.TemporaryDirectory() as home:
            for name in (
                "HOME",
                "XDG_CONFIG_HOME",
                "XDG_STATE_HOME",
                "XDG_DATA_HOME",
                "APPDATA",
                "LOCALAPPDATA",
            ):
                environment[name] = home
            environment["QT_SCALE_FACTOR"] = str(scale)
            # A scale is fixed for the life of a program.
            prefix = f"{language}-" if options.gallery else ""
            wanted = {"names": options.names, "language": language, "schemes": schemes, "prefix": prefix}
            command = [sys.executable, "-c", _DRAW, str(options.out), str(scale), json.dumps(wanted)]
            status |= subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    return status


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
    from PySide6.QtWidgets import QApplication, QMenu
    from scenes import scenes

    from wizard.app import open_window, translate_qt

    application = QApplication(["ami-wizard"])
    translate_qt(application, _translations(language))
    if language == "pseudo":
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    font = application.font()
    undrawn = set() if names else kinds()
    for scene in scenes():
        if names and scene.name not in names:
            continue
        window = open_window(_translations(language))
        window.resize(*scene.size)
        _show(window)
        for question, answer in scene.answers.items():
            window.session.answer(question, answer)
        while window.session.walk.step != scene.step:
            window.session.next()
        _settle()
        shown = scene.act(window) or window
        for scheme in schemes:
            # As a person changes it: while the window is open.
            _look(scheme)
            _settle()
            shown.grab().save(str(out / f"{prefix}{scheme}-{scale}00-{scene.name}.png"))
        undrawn -= {kind.__name__ for widget in (shown, window.page) for kind in type(widget).__mro__}
        if isinstance(shown, QMenu):
            shown.hide()
        window.leave()
        window.view_menu.usual()
        window.deleteLater()
        application.setFont(font)
    for name in sorted(undrawn):
        print(f"in no picture: {name}", file=sys.stderr)
    return int(bool(undrawn))


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


def _look(scheme: str) -> None:
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
    for accent in (role.Accent, role.Highlight, role.Link):
        palette.setColor(accent, "yellow")
    palette.setColor(role.HighlightedText, "black")
    QApplication.setPalette(palette)


def _settle() -> None:
    """Let every layout that a layout causes be made."""
    from PySide6.QtTest import QTest

    QTest.qWait(100)


def _show(window: MainWindow) -> None:
    """Show the window and wait until it has the decision on it."""
    from PySide6.QtCore import QEventLoop

    loop = QEventLoop()
    window.ready.connect(loop.quit)
    window.show()
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
