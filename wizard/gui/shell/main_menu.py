"""The menu bar and its keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QMenu

from wizard.flow.steps import STEPS
from wizard.gui.actions import Desk
from wizard.gui.services import Services
from wizard.gui.session import Session
from wizard.gui.texts import gettext, render
from wizard.gui.theme import scheme as appearance
from wizard.gui.theme.scheme import Scheme
from wizard.gui.theme.text_size import TextSize

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeySequence


class MainMenu(QObject):
    """Everything that can be done, each entry with its key."""

    def __init__(
        self, window: QMainWindow, session: Session, desk: Desk, text_size: TextSize, services: Services
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._text_size = text_size
        self._services = services
        self._desk = desk
        self._file = window.menuBar().addMenu(gettext("&File"))
        self._view = window.menuBar().addMenu(gettext("&View"))
        self._go = window.menuBar().addMenu(gettext("&Go"))
        self._help = window.menuBar().addMenu(gettext("&Help"))

    def fill(self) -> None:
        """Put the entries in, and with them their keys; the titles alone are there from the start."""
        from PySide6.QtGui import QKeySequence

        file, view, desk = self._file, self._view, self._desk
        self._add(file, gettext("&Open answers…"), desk.open_answers, QKeySequence.StandardKey.Open)
        self._add(file, gettext("&Save answers…"), desk.save_answers, QKeySequence.StandardKey.Save)
        file.addSeparator()
        self._add(file, gettext("Save as &PDF…"), desk.save_pdf, "Ctrl+P")
        self._add(file, gettext("&Copy as Markdown"), desk.copy_markdown, "Ctrl+Shift+M")
        file.addSeparator()
        self._add(file, gettext("Your &images…"), desk.show_images, "Ctrl+I")
        self._add(file, gettext("Instance &types…"), desk.dialogs.show_catalog, "Ctrl+Shift+T")
        file.addSeparator()
        self._add(file, gettext("Start o&ver…"), desk.start_over, QKeySequence.StandardKey.New)
        self._add(file, gettext("&Quit"), self._window.close, "Ctrl+Q")
        larger = self._add(view, gettext("&Larger text"), self.larger, "Ctrl++")
        larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self._add(view, gettext("S&maller text"), lambda: self._resize(self._text_size.smaller), "Ctrl+-")
        self._add(view, gettext("&Usual text size"), self.usual, "Ctrl+0")
        view.addSeparator()
        self._add_schemes(view)
        self._add_steps(self._go)
        self._add(self._help, gettext("&Explain an EC2 error…"), desk.dialogs.explain_error, "Ctrl+Shift+E")
        self._add(self._help, gettext("&Rules…"), desk.dialogs.show_rules, "Ctrl+Shift+R")
        self._add(self._help, gettext("&IAM policy…"), desk.dialogs.show_policy, "Ctrl+Shift+P")
        self._help.addSeparator()
        self._add(self._help, gettext("&About AMI Wizard"), desk.dialogs.show_about, None)

    def larger(self) -> None:
        """One step up in text size."""
        self._resize(self._text_size.larger)

    def usual(self) -> None:
        """Back to the platform's text size."""
        self._resize(self._text_size.usual)

    def _add_steps(self, menu: QMenu) -> None:
        """Each step has a figure, in the order of the trail."""
        self._add(menu, gettext("&Back"), self._session.back, "Alt+Left")
        self._add(menu, gettext("&Next"), self._session.next, "Alt+Right")
        menu.addSeparator()
        for figure, step in enumerate(STEPS, 1):
            title = render(step.title)
            self._add(menu, f"&{figure}  {title}", partial(self._session.go, step.id), f"Ctrl+{figure}")

    def _add(
        self, menu: QMenu, text: str, act: Callable[[], object], keys: QKeySequence.StandardKey | str | None
    ) -> QAction:
        from PySide6.QtGui import QKeySequence

        action = menu.addAction(text)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False: act())
        return action

    def _add_schemes(self, menu: QMenu) -> None:
        from PySide6.QtGui import QActionGroup

        now = self._services.preference("scheme")
        group = QActionGroup(self)
        for scheme, text in (
            (Scheme.SYSTEM, gettext("Colours of the s&ystem")),
            (Scheme.LIGHT, gettext("L&ight")),
            (Scheme.DARK, gettext("&Dark")),
        ):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(scheme == now)
            action.triggered.connect(lambda _=False, scheme=scheme: self._show(scheme))
            group.addAction(action)

    def _show(self, scheme: Scheme) -> None:
        appearance.show(scheme)
        self._services.remember("scheme", scheme.value)

    def _resize(self, change: Callable[[], None]) -> None:
        change()
        self._services.remember("text_percent", self._text_size.percent)
