"""The menu bar and its keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QMenu

from wizard.flow.steps import STEPS
from wizard.gui.file_actions import FileActions
from wizard.gui.session import Session
from wizard.gui.shell.input_router import InputRouter
from wizard.gui.texts import gettext, render

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeyEvent, QKeySequence


class MainMenu(QObject):
    """Everything that can be done, each entry with its key. view: the menu that ViewMenu fills."""

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        actions: FileActions,
        router: InputRouter,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._actions = actions
        self.dialogs = router.dialogs
        self._router = router
        self._file = self._menu(gettext("&File"))
        self._edit = self._menu(gettext("Edi&t"))
        self.view = self._menu(gettext("&View"))
        self._go = self._menu(gettext("&Go"))
        self._help = self._menu(gettext("&Help"))

    def _menu(self, title: str) -> QMenu:
        """A menu made here: what Qt's own code made is lost to Python when the review draws its pages anew."""
        menu = QMenu(title, self._window)
        self._window.menuBar().addMenu(menu)
        return menu

    def fill(self) -> None:
        """Put the entries in, and with them their keys; the titles alone are there from the start."""
        from PySide6.QtGui import QKeySequence

        file, actions, dialogs = self._file, self._actions, self.dialogs
        self._add(file, gettext("&Open answers…"), actions.open_answers, QKeySequence.StandardKey.Open)
        self._add(file, gettext("Paste &what you have"), self._router.paste, "Ctrl+Shift+V")
        self._add(file, gettext("&Save answers…"), actions.save_answers, QKeySequence.StandardKey.Save)
        self._add(file, gettext("Compare with ot&her answers…"), actions.compare_answers, "Ctrl+Shift+O")
        file.addSeparator()
        self._add(file, gettext("Save as &PDF…"), actions.save_pdf, "Ctrl+P")
        self._add(file, gettext("&Copy as Markdown"), actions.copy_markdown, "Ctrl+Shift+M")
        file.addSeparator()
        self._add(file, gettext("Your &images…"), dialogs.show_images, "Ctrl+I")
        self._add(file, gettext("Instance &types…"), dialogs.show_types, "Ctrl+Shift+T")
        self._add(file, gettext("P&rices…"), dialogs.show_prices, "Ctrl+Shift+C")
        file.addSeparator()
        self._add(file, gettext("Start o&ver"), actions.start_over, QKeySequence.StandardKey.New)
        self._add(file, gettext("&Quit"), self._window.close, "Ctrl+Q")
        self._add_undo(self._edit)
        self._add_steps(self._go)
        self._add(self._help, gettext("&Explain an EC2 error…"), dialogs.explain_error, "Ctrl+Shift+E")
        self._add(self._help, gettext("&Rules…"), dialogs.show_rules, "Ctrl+Shift+R")
        self._add(self._help, gettext("&Words…"), dialogs.show_terms, "Ctrl+Shift+W")
        self._add(self._help, gettext("IAM &policy…"), dialogs.show_policy, "Ctrl+Shift+P")
        self._help.addSeparator()
        self._add(self._help, gettext("Age of the &instance types…"), dialogs.show_catalog, "Ctrl+Shift+A")
        self._add(self._help, gettext("&About AMI Wizard"), dialogs.show_about, None)

    def _add_undo(self, menu: QMenu) -> None:
        """A field that is being typed in undoes its own letters first."""
        from PySide6.QtGui import QKeySequence

        session, keys = self._session, QKeySequence.StandardKey
        self._undo = self._add(menu, gettext("&Undo the last answer"), session.undo, keys.Undo)
        self._redo = self._add(menu, gettext("&Redo it"), session.redo, keys.Redo)
        # A method of ours, so that Qt lets go of it with the window, which the session may outlive.
        session.changed.connect(self._enable_undo)
        self._enable_undo()

    def takes(self, event: QKeyEvent) -> bool:
        """Do what a key is for that a field had before and had no use for; False for any other key."""
        from PySide6.QtGui import QKeySequence

        keys = QKeySequence.StandardKey
        for key, act in (
            (keys.Paste, self._router.paste),
            (keys.Undo, self._session.undo),
            (keys.Redo, self._session.redo),
        ):
            if event.matches(key):
                act()
                return True
        return False

    def _enable_undo(self) -> None:
        self._undo.setEnabled(self._session.can_undo)
        self._redo.setEnabled(self._session.can_redo)

    def _add_steps(self, menu: QMenu) -> None:
        """Each step has a figure, in the order of the step list."""
        self._add(menu, gettext("&Back"), self._session.back, "Alt+Left")
        self._add(menu, gettext("&Next"), self._session.next, "Alt+Right")
        menu.addSeparator()
        for figure, step in enumerate(STEPS, 1):
            title = render(step.title)
            self._add(menu, f"&{figure}  {title}", partial(self._session.go, step.id), f"Ctrl+{figure}")

    def _add(
        self, menu: QMenu, text: str, act: Callable[[], object], keys: QKeySequence.StandardKey | str | None
    ) -> QAction:
        from PySide6.QtGui import QAction, QKeySequence

        action = QAction(text, self)
        menu.addAction(action)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False: act())
        return action
