"""The pages of the walk and their states."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QComboBox

from scenes.quiet import quiet
from scenes.scene import LARGE, OLD_IMAGE, SMALL, UBUNTU, Scene, enlarge
from wizard.gui.file_dialogs import tell_saved
from wizard.gui.images.panel import ImagesPanel
from wizard.gui.questions.number_editors import Spin
from wizard.gui.questions.question_group import QuestionGroup

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from wizard.gui.shell.main_window import MainWindow


LEAST = (760, 480)
INSTANCE = {"start": "instance", "current-type": "m3.large"}
PLACE = {"region": "eu-central-1", "family": ["m5", "c6i", "r7g"]}


def scenes() -> Iterator[Scene]:
    """In the order of the walk, then small, large, and with larger text."""
    yield Scene("start", "start", {})
    yield Scene("start-restore", "start", {}, _offer_restore)
    yield Scene("start-recent", "start", {}, _recent)
    yield Scene("start-over", "start", {"os": "ubuntu"}, lambda window: window.files.start_over())
    yield Scene("start-typed", "start", {}, lambda window: window.router.take_text("m3.medium", ""))
    yield Scene("start-not-known", "start", {}, lambda window: window.router.take_text("hello", "hello"))
    yield Scene("start-image", "start", {"start": "image", "image-virtualization": "paravirtual"})
    yield Scene("start-image-end", "start", {"start": "image", "image-ena": "yes"}, _scroll_down)
    yield Scene("start-image-file", "start", {"start": "image", "image": OLD_IMAGE})
    yield Scene("start-instance", "start", INSTANCE)
    yield Scene("start-instance-end", "start", INSTANCE, _unfold)
    yield Scene("start-needed", "start", {"start": "instance"}, lambda window: window.go_on())
    yield Scene("system", "system", {"os": "ubuntu", "os-version": "22.04"})
    yield Scene("system-move", "system", INSTANCE | {"os": "amazon-linux", "os-version": "2"})
    yield Scene("system-list", "system", {}, _open_list)
    yield Scene("system-linux", "system", {"os": "linux"}, _unfold)
    yield Scene("system-custom", "system", {"os": "custom", "guest-uefi-boot": "yes"}, _scroll_down)
    yield Scene("size", "size", UBUNTU)
    yield Scene("size-end", "size", UBUNTU, _scroll_down)
    yield Scene("size-problem", "size", UBUNTU, _reverse_range)
    yield Scene("features", "features", {"need": ["efa", "tpm"], "hypervisor": "nitro"})
    yield Scene("features-end", "features", {"need": ["efa", "tpm"], "hypervisor": "nitro"}, _unfold)
    yield Scene("place", "place", PLACE)
    yield Scene("place-end", "place", PLACE, _unfold)
    yield Scene("account", "account", UBUNTU)
    yield Scene("account-sample", "account", UBUNTU, partial(quiet, _sample_of_account))
    yield Scene("review", "review", UBUNTU)
    yield Scene("review-saved", "review", UBUNTU, lambda _: tell_saved(Path("/home/me/recommendation.pdf")))
    yield Scene("review-nothing", "review", {})
    for name, step, answers in (
        ("start", "start", {}),
        ("size", "size", UBUNTU),
        ("features", "features", UBUNTU),
        ("account", "account", UBUNTU),
        ("review", "review", UBUNTU),
    ):
        yield Scene(f"small-{name}", step, answers, size=SMALL)
    for name, step in (
        ("start", "start"),
        ("system", "system"),
        ("results", "results"),
        ("review", "review"),
    ):
        yield Scene(f"least-{name}", step, UBUNTU, size=LEAST)
    for name, step in (("start", "start"), ("features", "features"), ("review", "review")):
        yield Scene(f"large-{name}", step, {}, size=LARGE)
    yield Scene("larger-text-start", "start", {}, enlarge)
    yield Scene("larger-text", "features", UBUNTU, enlarge)


def _offer_restore(window: MainWindow) -> None:
    window.offer_answers({"os": "ubuntu"})


def _scroll_down(window: MainWindow) -> None:
    bar = window.page.verticalScrollBar()
    bar.setValue(bar.maximum())


def _reverse_range(window: MainWindow) -> None:
    spin = window.page.findChildren(Spin)[1]
    spin.setValue(2)
    window.page.ensureWidgetVisible(spin, 0, 150)


def _unfold(window: MainWindow) -> None:
    for group in window.page.findChildren(QuestionGroup):
        group.open()
    QApplication.processEvents()
    _scroll_down(window)


def _recent(window: MainWindow) -> None:
    for name in ("error.txt", "web-tier.amiwizard", "billing-move.amiwizard"):
        window.files.remember(Path("/home/me", name))
    window.page.refresh()


def _open_list(window: MainWindow) -> QWidget:
    box = window.page.findChildren(QComboBox)[0]
    box.showPopup()
    return box.view().window()


def _sample_of_account(window: MainWindow) -> None:
    window.page.findChildren(ImagesPanel)[0].show_sample()
