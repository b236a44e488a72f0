"""The dialogs that ask nobody, the menus, and the windows beside the walk."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from scenes.scene import OLD_IMAGE, SMALL, UBUNTU, UNSAID_IMAGE, Scene, popped_up
from wizard.flow.answers import write_answers
from wizard.formats.templates.checker import Checker
from wizard.formats.templates.template import places_in
from wizard.gui.dialogs.about import About
from wizard.gui.dialogs.choose_image import ImageChoice
from wizard.gui.dialogs.error import ErrorMessageDialog
from wizard.gui.places.dialog import PlacesDialog
from wizard.gui.rules.dialog import RulesDialog
from wizard.gui.rules.error_dialog import ErrorDialog
from wizard.gui.rules.terms_dialog import TermsDialog
from wizard.gui.texts import gettext
from wizard.gui.types.comparison import ComparisonDialog
from wizard.gui.user_error import UserError
from wizard.gui.widgets.explained import show_term
from wizard.model.message import Message

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from wizard.gui.shell.main_window import MainWindow

_AL2023 = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
_STACK = f"""
Resources:
  Web: {{Type: AWS::EC2::Instance, Properties: {{ImageId: {_AL2023}, InstanceType: t3.micro}}}}
  Arm: {{Type: AWS::EC2::Instance, Properties: {{ImageId: {_AL2023}, InstanceType: m6g.large}}}}
  Old: {{Type: AWS::EC2::Instance, Properties: {{ImageId: ami-0123456789abcdef0, InstanceType: m5.large}}}}
"""
_MENUS = ("file", "edit", "view", "go", "help")


def scenes() -> Iterator[Scene]:
    """What is opened from the menus and from the pages."""
    yield Scene("compare", "results", UBUNTU, lambda window: _compare(window, 4))
    yield Scene("compare-two", "results", UBUNTU, lambda window: _compare(window, 2))
    yield Scene("properties", "results", UBUNTU, lambda window: _compare(window, 1))
    yield Scene("types", "results", UBUNTU, partial(_types, sought="metal"))
    yield Scene("types-all", "start", {}, partial(_types, sought=""))
    yield Scene("small-types", "start", {}, partial(_types, sought="", size=SMALL))
    yield Scene("compare-answers", "results", UBUNTU, _compare_answers)
    yield Scene("problem", "start", {}, _problem)
    yield Scene("error", "start", {}, lambda window: _explain(window, ""))
    yield Scene("error-recognised", "start", {}, lambda window: _explain(window, _ERROR))
    yield Scene("error-unknown", "start", {}, lambda window: _explain(window, "Error: 42"))
    yield Scene("rules", "start", {}, lambda window: _rules(window, "", "A1"))
    yield Scene("rules-disputed", "start", {}, lambda window: _rules(window, "uefi", "B1"))
    yield Scene("rules-not-judged", "start", {}, lambda window: _rules(window, "boot", "M3"))
    yield Scene("small-rules", "start", {}, lambda window: _rules(window, "", "V1", (720, 560)))
    yield Scene("rules-none", "start", {}, lambda window: _rules(window, "windows 3.11", ""))
    yield Scene("terms", "start", {}, _terms)
    yield Scene("term", "system", {}, _term)
    yield Scene("places", "start", {}, _places)
    yield Scene("choose-image", "start", {}, _choose_image)
    yield Scene("about", "start", {}, _about)
    yield Scene("discard", "size", UBUNTU, _discard)
    for place, name in enumerate(_MENUS):
        yield Scene(f"menu-{name}", "size", UBUNTU, partial(popped_up, place=place))


def _compare(window: MainWindow, count: int) -> QWidget:
    dialog = ComparisonDialog(window.session.recommendation.ranked[:count], window.files.dialogs, window)
    dialog.show()
    return dialog


def _compare_answers(window: MainWindow) -> QWidget | None:
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


def _types(window: MainWindow, sought: str, size: tuple[int, int] = (1280, 800)) -> QWidget:
    window.menus.dialogs.show_types(sought)
    types = window.menus.dialogs.types
    types.resize(*size)
    return types


def _problem(window: MainWindow) -> QWidget | None:
    """As an answers file that is none is told, with its details open."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "web-tier.amiwizard")
        path.write_text('{"answers": ', encoding="utf-8")
        try:
            window.files.services.read_answers(path)
        except UserError as problem:
            dialog = ErrorMessageDialog(problem, window)
            dialog.show()
            return dialog
    return None


_ERROR = """╷
│ Error: creating EC2 Instance: operation error EC2: RunInstances, https response error StatusCode: 400,
│ api error InvalidParameterValue: The t2.micro instance type does not support an AMI with a boot mode of UEFI.
│ Only instance types built on the Nitro System support UEFI. Specify an instance type that supports UEFI,
│ and try again.
╵"""


def _explain(window: MainWindow, error: str) -> QWidget:
    dialog = ErrorDialog(window.session.knowledge, window)
    dialog.show()
    dialog.paste(error)
    return dialog


def _rules(window: MainWindow, search: str, rule: str, size: tuple[int, int] = (1120, 740)) -> QWidget:
    dialog = RulesDialog(window.session.knowledge.rulebook, window)
    dialog.show()
    dialog.resize(*size)
    dialog.narrow(search)
    if rule:
        dialog.show_rule(rule)
    return dialog


def _terms(window: MainWindow) -> QWidget:
    dialog = TermsDialog(window.session.knowledge.terms, window)
    dialog.show()
    return dialog


def _discard(window: MainWindow) -> QWidget:
    box = window.files.ask_to_discard(gettext("Close AMI Wizard?"))
    box.show()
    return box


def _term(window: MainWindow) -> QWidget | None:
    show_term("boot-mode", window.mapToGlobal(window.rect().center()), window)
    return next((tip for tip in QApplication.topLevelWidgets() if tip.inherits("QTipLabel")), None)


def _places(window: MainWindow) -> QWidget:
    knowledge = window.session.knowledge
    checker = Checker(
        knowledge,
        window.files.services.public_images(),
        {},
        Message("open that file with Add facts of images"),
    )
    dialog = PlacesDialog(
        "stack.yaml", checker.checked("stack.yaml", places_in(_STACK)), lambda: None, window
    )
    dialog.show()
    return dialog


def _choose_image(window: MainWindow) -> QWidget:
    dialog = ImageChoice([OLD_IMAGE, UNSAID_IMAGE], window)
    dialog.show()
    return dialog


def _about(window: MainWindow) -> QWidget:
    dialog = About(window.session.knowledge, window)
    dialog.show()
    return dialog
