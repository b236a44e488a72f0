from __future__ import annotations

import gettext
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.fake_cloud import FakeCloud
from tests.gui.quiet import wait_until_quiet
from wizard.flow.question import Answers
from wizard.gui import feedback, texts
from wizard.gui.file_actions import FileActions
from wizard.gui.services import Services
from wizard.gui.session import Session
from wizard.gui.shell.error_reporter import ErrorReporter
from wizard.gui.shell.main_window import MainWindow
from wizard.gui.theme import colors, icons
from wizard.gui.theme import scheme as appearance
from wizard.gui.theme.scheme import Scheme
from wizard.gui.theme.text_size import TextSize
from wizard.gui.user_error import UserError
from wizard.model.knowledge import Knowledge
from wizard.model.message import Translations
from wizard.report.document import Command, Labels, Report, Section
from wizard.store.resources import load_public_images

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))

import screenshots

ROOT = Path(__file__).resolve().parents[2]
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x03\x00\x08\xfc\x02\xfe\xa7\x9a\xa0\xa0\x00\x00\x00\x00IEND\xaeB`\x82"
)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            # The platform without a screen says of itself what it cannot do, and Qt of a locale that is not installed.
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", "^Detected locale"))


@dataclass
class World:
    """What the window did to the rest of the program, and what it was given."""

    preferences: dict[str, object] = field(default_factory=lambda: {"scheme": "light", "folder": ""})
    files: dict[Path, bytes] = field(default_factory=dict)
    private: dict[Path, bytes] = field(default_factory=dict)
    saved: dict[Path, Answers] = field(default_factory=dict)
    answers: dict[Path, Answers] = field(default_factory=dict)
    images: dict[Path, list[dict[str, object]]] = field(default_factory=dict)
    texts: dict[Path, str] = field(default_factory=dict)
    kept: Answers | None = None
    left: Answers | None = None
    reports: list[Report] = field(default_factory=list)
    scales: list[float] = field(default_factory=list)
    problem: UserError | None = None
    fake_aws: FakeCloud = field(default_factory=FakeCloud)

    def services(self) -> Services:
        return Services(
            read_answers=lambda path: self.give(self.answers, path),
            write_answers=lambda path, answers: self.take(self.saved, path, dict(answers)),
            read_text=lambda path: self.give(self.texts, path),
            read_images=lambda path: self.give(self.images, path),
            write_file=lambda path, data: self.take(self.files, path, data),
            write_private=lambda path, data: self.take(self.private, path, data),
            save_draft=lambda answers: setattr(self, "kept", dict(answers)),
            discard_draft=lambda: setattr(self, "kept", None),
            draft=lambda: self.left,
            delete_draft=lambda: setattr(self, "left", None),
            preference=self.preferences.get,
            remember=self.preferences.__setitem__,
            report=self.report,
            pages=self.pages,
            pdf=lambda report: b"%PDF " + report.title.encode(),
            cloud=self.fake_aws.cloud,
            markdown=lambda report: f"# {report.title}\n",
            public_images=load_public_images,
        )

    def give(self, row_of_buttons: dict[Path, Any], path: Path) -> Any:
        self.fail()
        return row_of_buttons[path]

    def take(self, row_of_buttons: dict[Path, Any], path: Path, value: object) -> None:
        self.fail()
        row_of_buttons[path] = value

    def fail(self) -> None:
        if self.problem is not None:
            raise self.problem

    def report(self, recommendation: Any, answers: Answers) -> Report:
        self.fail()
        commands = (Command("Look", ("aws ec2 one \\", "  --two")), Command("Try R&D", ("aws ec2 three",)))
        report = Report(
            title=recommendation.summary.render(gettext.NullTranslations()),
            language="en",
            created=recommendation_date(),
            labels=Labels(*[""] * len(Labels.__dataclass_fields__)),
            decision=(),
            sections=(Section("next", "Next", commands),) if recommendation.decision else (),
            references=(),
        )
        self.reports.append(report)
        return report

    def pages(self, _report: Report, scale: float) -> list[bytes]:
        self.scales.append(scale)
        return [PNG, PNG]


def recommendation_date() -> Any:
    import datetime

    return datetime.date(2026, 11, 23)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def english() -> Translations:
    return gettext.NullTranslations()


@pytest.fixture
def session(qapp: QApplication, knowledge: Knowledge) -> Session:
    return Session(knowledge)


@pytest.fixture(autouse=True)
def usual_look(qapp: QApplication) -> Iterator[None]:
    """Every test begins in English, in the light, with text of the usual size and no key held, whatever was left."""
    # Qt goes on holding Ctrl when what was pressed with it closed the window, and then a row is added to the selection.
    QTest.keyRelease(QWidget(), Qt.Key.Key_Control)
    texts.use(gettext.NullTranslations())
    icons.use(ROOT / "resources" / "icons")
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    qapp.setFont(font)
    appearance.show(Scheme.LIGHT)
    yield
    # A window that still waits to be deleted is not left to Python's collector, which takes it apart in any order.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setFont(font)


@pytest.fixture
def problems(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[UserError]]:
    """The problems that would have been shown."""
    shown: list[UserError] = []
    monkeypatch.setattr(ErrorReporter, "show", lambda *_: None)
    feedback.bridge.failed.connect(shown.append)
    yield shown
    feedback.bridge.failed.disconnect(shown.append)


@pytest.fixture
def told() -> Iterator[list[str]]:
    """The lines that said what was done."""
    said: list[str] = []
    feedback.bridge.told.connect(said.append)
    yield said
    feedback.bridge.told.disconnect(said.append)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a browser would have been given."""
    addresses: list[str] = []

    def open_url(url: QUrl) -> bool:
        addresses.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return addresses


@pytest.fixture
def chosen_file(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], None]:
    """Has every file dialog answered with this path; None is a person who thinks better of it."""

    def choose(path: Path | None) -> None:
        answer = ("" if path is None else str(path), "")
        for name in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(f"PySide6.QtWidgets.QFileDialog.{name}", lambda *_, **__: answer)

    return choose


@pytest.fixture
def discarding(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], list[str]]:
    """Has the question about unsaved answers answered by the place of the choice; gives the questions asked."""

    def answer(place: int) -> list[str]:
        asked: list[str] = []
        ask = FileActions.ask_to_discard

        def asking(actions: FileActions, question: str) -> Any:
            asked.append(question)
            dialog = ask(actions, question)
            monkeypatch.setattr(dialog, "exec", lambda: setattr(dialog, "chosen", place))
            return dialog

        monkeypatch.setattr(FileActions, "ask_to_discard", asking)
        return asked

    return answer


@pytest.fixture
def make_window(qtbot: QtBot, knowledge: Knowledge, world: World) -> Callable[..., MainWindow]:
    def make(
        answers: Answers | None = None, step: str = "start", size: tuple[int, int] = (1280, 800)
    ) -> MainWindow:
        window = MainWindow(Session(knowledge), world.services(), TextSize())
        # What is saved need not be asked about when the test is over.
        qtbot.addWidget(window, before_close_func=lambda window: window.session.mark_saved())
        window.resize(*size)
        with qtbot.waitSignal(window.ready):
            window.show()
        if answers:
            window.session.resume(answers, saved=True)
        window.session.go(step)
        wait_until_quiet(qtbot, window)
        return window

    return make


@pytest.fixture
def window(make_window: Callable[..., MainWindow]) -> MainWindow:
    return make_window()


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., None]:
    """Shows a part of the window by itself."""

    def show(widget: QWidget, width: int = 900, height: int = 600) -> None:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()

    return show


@pytest.fixture
def every_scheme(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Iterator[str]]]:
    """Shows each in turn, and the light again afterwards."""
    monkeypatch.setattr(colors, "high_contrast", colors.high_contrast)

    def each() -> Iterator[str]:
        for scheme in (*screenshots.SCHEMES, screenshots.CONTRAST):
            screenshots.look(scheme)
            yield scheme

    yield each
    screenshots.look("light")
