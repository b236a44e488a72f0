"""Makes pictures of every page and state of the real window: light and dark, at 100 % and 200 %.

    python packaging/screenshots.py OUT [NAME…] [--language de] [--scale 1] [--scheme light]
    python packaging/screenshots.py OUT [NAME…] --gallery

OUT is the folder for the PNG files; with names only those scenes are drawn. The gallery has high contrast too, German,
and a language that nobody speaks, longer and from right to left. It needs no display: where none is said, Qt draws off
screen. Settings and answers of the person are not touched.
"""

from __future__ import annotations

import argparse
import gettext
import itertools
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from wizard.gui.shell.main_window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
SCALES = (1, 2)
CONTRAST = "contrast"
SCHEMES = ("light", "dark")
LANGUAGES = ("en", "de", "pseudo")
_USUAL, _SMALL, _LARGE = (1280, 800), (1024, 700), (1680, 1050)

UBUNTU = {
    "os": "ubuntu",
    "os-version": "22.04",
    "vcpus": {"minimum": 4, "maximum": 8},
    "memory-gib": {"minimum": 16},
}
OLD_IMAGE = {
    "ImageId": "ami-0123456789abcdef0",
    "Name": "webserver-2013-07",
    "Architecture": "x86_64",
    "VirtualizationType": "paravirtual",
    "RootDeviceType": "ebs",
    "RootDeviceName": "/dev/sda1",
    "State": "available",
}
NOTHING_LEFT = {"os": "linux", "family": ["m1"], "region": "eu-central-1"}


@dataclass(frozen=True)
class Scene:
    """One picture. answers: given before it is taken; step: where one stands; act: done last.

    act may return another widget to draw in place of the window, such as a dialog.
    """

    name: str
    step: str
    answers: dict[str, Any]
    act: Callable[[MainWindow], QWidget | None] = lambda _: None
    size: tuple[int, int] = _USUAL


UNSAID_IMAGE = {
    "ImageId": "ami-0123456789abcdef0",
    "Name": "our-app",
    "Architecture": "x86_64",
    "VirtualizationType": "hvm",
    "RootDeviceType": "ebs",
    "EnaSupport": True,
    "State": "available",
    "PlatformDetails": "Linux/UNIX",
}
"""Nobody knows which system is in it."""
PERSONS: dict[str, dict[str, Any]] = {
    "nothing": {},
    "web": {"os": "ubuntu", "os-version": "24.04", "purpose": "web", "vcpus": {"minimum": 2}},
    "windows": {"os": "windows", "os-version": "2022", "memory-gib": {"minimum": 16}},
    "graviton": {"os": "amazon-linux", "os-version": "2023", "arch": "arm64", "vcpus": {"minimum": 8}},
    "training": {"os": "ubuntu", "os-version": "22.04", "purpose": "training", "gpu": 8},
    "centos-6": {"os": "centos", "os-version": "6"},
    "hpc": {"os": "rhel", "os-version": "9", "need": ["efa"], "vcpus": {"minimum": 64}},
    "doubt": {"start": "image", "image": UNSAID_IMAGE},
    "move-pv": {"start": "image", "image": OLD_IMAGE},
    "move-m3": {
        "start": "instance",
        "current-type": "m3.medium",
        "image-virtualization": "paravirtual",
        "os": "amazon-linux",
    },
    "move-r4": {
        "start": "instance",
        "current-type": "r4.16xlarge",
        "image-virtualization": "hvm",
        "os": "amazon-linux",
        "os-version": "2",
    },
}
"""As different as those who ask are; the last four have an image or an instance."""


def scenes() -> Iterator[Scene]:
    """Every page and state, in the order of the walk."""
    yield Scene("start", "start", {})
    yield Scene("start-restore", "start", {}, _offer_restore)
    yield Scene("start-image", "start", {"start": "image", "image-virtualization": "paravirtual"})
    yield Scene("start-image-file", "start", {"start": "image", "image": OLD_IMAGE})
    yield Scene("start-instance", "start", {"start": "instance", "current-type": "m3.large"})
    yield Scene("start-needed", "start", {"start": "instance"}, lambda window: window.go_on())
    yield Scene("system", "system", {"os": "ubuntu", "os-version": "22.04"})
    yield Scene("system-custom", "system", {"os": "custom", "guest-uefi-boot": "yes"}, _scroll_down)
    yield Scene("size", "size", UBUNTU)
    yield Scene("size-problem", "size", UBUNTU, _reverse_range)
    yield Scene("features", "features", {"need": ["efa", "tpm"], "hypervisor": "nitro"})
    yield Scene("place", "place", {"region": "eu-central-1", "family": ["m5", "c6i", "r7g"]})
    yield Scene("account", "account", UBUNTU)
    yield Scene("account-sample", "account", UBUNTU, _sample_of_account)
    yield from _results()
    yield Scene("compare-answers", "results", UBUNTU, _compare_answers)
    yield Scene("review", "review", UBUNTU)
    yield Scene("problem", "start", {}, _problem)
    yield Scene("error", "start", {}, lambda window: _explain(window, ""))
    yield Scene("error-recognised", "start", {}, lambda window: _explain(window, _ERROR))
    yield Scene("error-unknown", "start", {}, lambda window: _explain(window, "Error: 42"))
    yield Scene("rules", "start", {}, lambda window: _rules(window, "", "A1"))
    yield Scene("rules-disputed", "start", {}, lambda window: _rules(window, "uefi", "B1"))
    yield Scene("rules-not-judged", "start", {}, lambda window: _rules(window, "boot", "M3"))
    yield Scene("terms", "start", {}, _terms)
    yield Scene("small-rules", "start", {}, lambda window: _rules(window, "", "V1", (720, 560)))
    yield Scene("rules-none", "start", {}, lambda window: _rules(window, "windows 3.11", ""))
    yield from _cloud_scenes()
    yield Scene("discard", "size", UBUNTU, _discard)
    for name, step, answers in (
        ("start", "start", {}),
        ("size", "size", UBUNTU),
        ("review", "review", UBUNTU),
    ):
        yield Scene(f"small-{name}", step, answers, size=_SMALL)
    yield Scene("small-results", "results", UBUNTU, size=_SMALL)
    yield Scene("small-moving-on", "results", {"start": "image", "image": OLD_IMAGE}, _move_on, _SMALL)
    yield Scene("small-nothing-left", "results", NOTHING_LEFT, size=_SMALL)
    yield Scene("large-results", "results", UBUNTU, size=_LARGE)
    yield Scene("larger-text", "features", UBUNTU, _enlarge)
    yield Scene(
        "larger-text-moving-on", "results", {"start": "image", "image": OLD_IMAGE}, _move_on_in_larger_text
    )
    yield Scene("larger-text-results", "results", UBUNTU, _enlarge)


def _results() -> Iterator[Scene]:
    """The results, tab by tab and person by person, and what one opens there."""
    yield Scene("results", "results", UBUNTU)
    yield Scene("results-image", "results", UBUNTU, lambda window: _tab(window, "Image"))
    for name, answers in PERSONS.items():
        yield Scene(f"person-{name}", "results", answers)
    yield Scene("results-no-match", "results", UBUNTU, lambda window: _filter(window, "windows 3.11"))
    yield Scene("results-reasons", "results", UBUNTU, lambda window: _why(window, 0))
    yield Scene("results-alternatives", "results", UBUNTU, lambda window: _why(window, -2))
    yield Scene("results-left-out", "results", UBUNTU, lambda window: _why(window, -1))
    yield Scene("results-why-not", "results", {"os": "windows", "os-version": "2022"}, _ask_why_not)
    yield Scene("results-pictures", "results", UBUNTU, lambda window: _tab(window, "Pictures"))
    yield Scene("results-then-and-now", "results", UBUNTU, lambda window: _tab(window, "2014"))
    yield Scene(
        "results-own-image",
        "results",
        {"start": "image", "image": OLD_IMAGE},
        lambda window: _why(window, 0),
    )
    yield Scene("results-moving-on", "results", {"start": "image", "image": OLD_IMAGE}, _move_on)
    yield Scene("results-moving-on-steps", "results", {"start": "image", "image": OLD_IMAGE}, _move_on_down)
    yield Scene("results-no-move", "results", {"start": "instance", "current-type": "m3.large"}, _move_on)
    yield Scene("results-nothing-left", "results", NOTHING_LEFT)
    yield Scene("results-budget", "results", {"os": "ubuntu", "max-price": 0.2, "region": "us-east-1"})
    yield Scene(
        "results-by-price",
        "results",
        UBUNTU | {"region": "us-east-1"},
        lambda window: _why(window, -2),
    )
    yield Scene("results-elsewhere", "results", UBUNTU, lambda window: _filter(window, "m7g"))
    yield Scene("compare", "results", UBUNTU, lambda window: _compare(window, 4))
    yield Scene("properties", "results", UBUNTU, lambda window: _compare(window, 1))
    yield Scene("types", "results", UBUNTU, _types)


def _cloud_scenes() -> Iterator[Scene]:
    """The dialogs and the window that ask AWS."""
    for name in (
        "catalog",
        "catalog_asking",
        "catalog_changed",
        "catalog_trouble",
        "catalog_partly",
        "prices",
        "prices_fetching",
        "prices_trouble",
        "policy",
        "machines",
        "machines_asking",
        "machines_trouble",
    ):
        yield Scene(name.replace("_", "-"), "start", {}, partial(_cloud, name))
    yield Scene("catalog-no-profile", "start", {}, partial(_cloud, "catalog", logins=()))
    yield Scene("policy-usage", "start", {}, partial(_cloud, "policy", part="usage"))
    yield Scene("machines-no-profile", "start", {}, partial(_cloud, "machines", logins=()))
    yield Scene("larger-text-catalog", "start", {}, _catalog_in_larger_text)
    yield Scene("larger-text-policy", "start", {}, _policy_in_larger_text)
    for name in (
        "start_view",
        "listed",
        "family_map",
        "costs",
        "trouble",
        "sample",
        "tile",
        "instances",
        "sample_map",
        "code",
    ):
        yield Scene(f"images-{name.replace('_', '-')}", "start", {}, partial(_images, name))
    for place, name in enumerate(("verdict", "fields", "migration", "used-by")):
        yield Scene(f"images-{name}", "start", {}, partial(_images, "tab", place=place))
    yield Scene("small-images", "start", {}, partial(_images, "listed", size=_SMALL))


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
    options = parser.parse_args(arguments)
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
screenshots.draw(Path(sys.argv[1]), int(sys.argv[2]), **json.loads(sys.argv[3]))
"""


def draw(
    out: Path,
    scale: int,
    names: list[str],
    language: str = "en",
    schemes: Sequence[str] = SCHEMES,
    prefix: str = "",
) -> None:
    """Draw the scenes at the scale that this process runs at. prefix: of the files' names."""
    from PySide6.QtGui import Qt
    from PySide6.QtWidgets import QApplication

    from wizard.app import open_window, translate_qt

    application = QApplication(["ami-wizard"])
    translate_qt(application, _translations(language))
    if language == "pseudo":
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    font = application.font()
    for scheme in schemes:
        for scene in scenes():
            if names and scene.name not in names:
                continue
            window = open_window(_translations(language))
            _look(scheme)
            window.resize(*scene.size)
            _show(window)
            for question, answer in scene.answers.items():
                window.session.answer(question, answer)
            while window.session.walk.step != scene.step:
                window.session.next()
            _settle()
            shown = scene.act(window) or window
            _settle()
            shown.grab().save(str(out / f"{prefix}{scheme}-{scale}00-{scene.name}.png"))
            window.leave()
            window.view_menu.usual()
            window.deleteLater()
            application.setFont(font)


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

    appearance.show(appearance.Scheme.DARK if scheme == CONTRAST else appearance.Scheme(scheme))
    if scheme != CONTRAST:
        return
    colors.high_contrast = lambda: True
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


def _offer_restore(window: MainWindow) -> None:
    window.offer_answers({"os": "ubuntu"})


def _scroll_down(window: MainWindow) -> None:
    bar = window.page.verticalScrollBar()
    bar.setValue(bar.maximum())


def _reverse_range(window: MainWindow) -> None:
    from wizard.gui.questions.number_editors import Spin

    window.page.findChildren(Spin)[1].setValue(2)


# As the results have them, in whatever language their titles are.
_TABS = ("Moving on", "Types", "Image", "Why", "2014 and today", "Pictures")


def _tab(window: MainWindow, title: str) -> None:
    from PySide6.QtWidgets import QTabWidget

    tabs = window.page.findChildren(QTabWidget)[0]
    tabs.setCurrentIndex(next(place for place, name in enumerate(_TABS) if title in name))


def _move_on(window: MainWindow) -> None:
    _tab(window, "Moving on")


def _move_on_down(window: MainWindow) -> None:
    from PySide6.QtWidgets import QApplication

    from wizard.gui.results.migration_tab import MigrationTab

    _move_on(window)
    QApplication.processEvents()
    window.page.findChildren(MigrationTab)[0].verticalScrollBar().setValue(420)


def _move_on_in_larger_text(window: MainWindow) -> None:
    _enlarge(window)
    _move_on_down(window)


def _filter(window: MainWindow, text: str) -> None:
    from wizard.gui.types.browser import TypesBrowser

    window.page.findChildren(TypesBrowser)[0].narrow(text)


def _compare(window: MainWindow, count: int) -> QWidget:
    from wizard.gui.types.comparison import ComparisonDialog

    dialog = ComparisonDialog(window.session.recommendation.ranked[:count], window.files.dialogs, window)
    dialog.show()
    return dialog


def _compare_answers(window: MainWindow) -> QWidget | None:
    from wizard.flow.answers import write_answers

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "last-year.amiwizard"
        path.write_text(
            write_answers(
                {
                    "os": "ubuntu",
                    "os-version": "20.04",
                    "vcpus": {"minimum": 2},
                    "memory-gib": {"minimum": 8},
                    "need": ["efa"],
                }
            ),
            encoding="utf-8",
        )
        dialog = window.files.comparison_with(path)
    if dialog is not None:
        dialog.show()
    return dialog


def _types(window: MainWindow) -> QWidget:
    window.menus.dialogs.show_types("metal")
    return window.menus.dialogs.types


def _why(window: MainWindow, part: int) -> None:
    from PySide6.QtTest import QTest

    from wizard.gui.results.why_tab import WhyTab

    _tab(window, "Why")
    # It scrolls once it is laid out.
    QTest.qWait(50)
    window.page.findChildren(WhyTab)[0].links()[part].click()


def _ask_why_not(window: MainWindow) -> None:
    from wizard.gui.results.why_tab import WhyTab

    _why(window, -1)
    window.page.findChildren(WhyTab)[0].left_out.ask("a1.large")


def _problem(window: MainWindow) -> QWidget:
    from wizard.gui.dialogs.error import ErrorMessageDialog
    from wizard.gui.user_error import UserError

    problem = UserError(
        "Unable to use images.json.",
        "images.json: Images[3].Architecture: 'x86-64' is not one of i386, x86_64, arm64, x86_64_mac, arm64_mac",
        "Save the reply of “aws ec2 describe-images” to a file and open that, or answer the questions by hand.",
        "/home/me/images.json\nImageError(…)",
    )
    dialog = ErrorMessageDialog(problem, window)
    dialog.show()
    return dialog


_ERROR = """╷
│ Error: creating EC2 Instance: operation error EC2: RunInstances, https response error StatusCode: 400,
│ api error InvalidParameterValue: The t2.micro instance type does not support an AMI with a boot mode of UEFI.
│ Only instance types built on the Nitro System support UEFI. Specify an instance type that supports UEFI,
│ and try again.
╵"""


def _explain(window: MainWindow, error: str) -> QWidget:
    from wizard.gui.rules.error_dialog import ErrorDialog

    dialog = ErrorDialog(window.session.knowledge, window)
    dialog.show()
    dialog.paste(error)
    return dialog


def _rules(window: MainWindow, search: str, rule: str, size: tuple[int, int] = (1120, 740)) -> QWidget:
    from wizard.gui.rules.dialog import RulesDialog

    dialog = RulesDialog(window.session.knowledge.rulebook, window)
    dialog.show()
    dialog.resize(*size)
    dialog.narrow(search)
    if rule:
        dialog.show_rule(rule)
    return dialog


def _terms(window: MainWindow) -> QWidget:
    from wizard.gui.rules.terms_dialog import TermsDialog

    dialog = TermsDialog(window.session.knowledge.terms, window)
    dialog.show()
    return dialog


def _cloud(name: str, window: MainWindow, **more: object) -> QWidget:
    import cloud_scenes

    dialog: QWidget = getattr(cloud_scenes, name)(window, **more)
    return dialog


def _images(name: str, window: MainWindow, **more: object) -> QWidget:
    import image_scenes
    from PySide6.QtTest import QTest

    from wizard.gui.images.details_tabs import LockedOutTab
    from wizard.gui.widgets.label import Label

    shown: QWidget = getattr(image_scenes, name)(window, **more)
    QTest.qWait(500)
    # The verdict is built bit by bit, and late where the machine is busy; where another tab is looked at, never.
    for _ in range(100):
        if all(tab.findChildren(Label) for tab in shown.findChildren(LockedOutTab) if tab.isVisible()):
            break
        QTest.qWait(100)
    QTest.qWait(1000)
    return shown


def _sample_of_account(window: MainWindow) -> None:
    from wizard.gui.images.panel import ImagesPanel

    window.page.findChildren(ImagesPanel)[0].show_sample()


def _catalog_in_larger_text(window: MainWindow) -> QWidget:
    _enlarge(window)
    return _cloud("catalog_partly", window)


def _policy_in_larger_text(window: MainWindow) -> QWidget:
    _enlarge(window)
    return _cloud("policy", window)


def _discard(window: MainWindow) -> QWidget:
    box = window.files.ask_to_discard("Close AMI Wizard?")
    box.show()
    return box


def _enlarge(window: MainWindow) -> None:
    for _ in range(3):
        window.view_menu.larger()


if __name__ == "__main__":
    sys.exit(main())
