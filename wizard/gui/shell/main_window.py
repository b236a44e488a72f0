"""The one window: the steps at the left, the page in the middle, the decision so far at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from wizard.flow.question import Answers
from wizard.flow.steps import STEPS, step_named, step_of
from wizard.gui import feedback, terms
from wizard.gui.file_actions import FileActions
from wizard.gui.images.launcher import ImagesLauncher
from wizard.gui.services import Services
from wizard.gui.session import Session
from wizard.gui.shell.error_reporter import ErrorReporter
from wizard.gui.shell.input_router import InputRouter
from wizard.gui.shell.main_layout import MainLayout
from wizard.gui.shell.main_menu import MainMenu
from wizard.gui.shell.page_links import PageLinks
from wizard.gui.shell.pages import make_page
from wizard.gui.shell.view_menu import ViewMenu
from wizard.gui.texts import gettext, render
from wizard.gui.theme.icons import application_icon
from wizard.gui.theme.text_size import TextSize
from wizard.gui.widgets.label import Label
from wizard.gui.widgets.page import Page
from wizard.gui.window_place import keep_place, restore_place

_KEEP_AFTER_MS = 120
_WIDE_STEPS = ("account", "results", "review")


class MainWindow(QMainWindow):
    """Joins steps, pages and panel around one session. It knows no rule and no file format.

    painted: sent once, when the window has been drawn for the first time and takes answers. Only
    then are the rules read. ready: sent a moment later, when the panel shows the decision.
    """

    painted = Signal()
    ready = Signal()

    def __init__(self, session: Session, services: Services, text_size: TextSize) -> None:
        super().__init__()
        self.session = session
        self._pages: dict[str, Page] = {}
        self._awake = False
        self._judging = False
        self._blocked = False
        self.files = FileActions(self, session, services)
        self.images = ImagesLauncher(self, session, self.files)
        ErrorReporter(self)
        terms.use(lambda: session.knowledge.terms)
        self.setMinimumSize(760, 480)
        self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize()))
        restore_place(self, services, "window_place")
        self._columns = MainLayout()
        self._button_bar = self._columns.button_bar
        self.setCentralWidget(self._columns)
        feedback.bridge.told.connect(self._button_bar.say)
        feedback.bridge.offered.connect(self._button_bar.offer)
        self._columns.step_list.chosen.connect(session.go)
        self._button_bar.back.connect(session.back)
        self._button_bar.next.connect(self.go_on)
        session.moved.connect(self._moved)
        session.changed.connect(self._refresh)
        self.router = InputRouter(self, session, self.files, self.images)
        self.setAcceptDrops(True)
        self.menus = MainMenu(self, session, self.files, self.router)
        self.view_menu = ViewMenu(self.menus.view, text_size, services)
        self._links = PageLinks(self, self.router)
        self._links.asked.connect(self.show_question)
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_AFTER_MS)
        self._keeping.timeout.connect(self.files.save_draft)
        self._moved()
        self._refresh()

    @property
    def page(self) -> Page:
        """The page of the step where one stands, made when it is first needed."""
        step = self.session.walk.step
        if step not in self._pages:
            page = make_page(step_named(step), self.session, self.files, self.images, self._links)
            self._pages[step] = page
            page.arranged.connect(lambda: self._columns.put_in_order(self.page))
            self._columns.pages.addWidget(page)
        return self._pages[step]

    def go_on(self) -> None:
        """What Enter does: the next step, or at the last one the PDF."""
        blocker = self.page.blocker()
        if blocker is not None:
            self._blocked = True
            self.page.show_blocker(blocker)
            self._button_bar.say(blocker.text)
        elif self.session.walk.step == STEPS[-1].id:
            self.files.save_pdf()
        else:
            self.session.next()

    def show_question(self, id: str) -> None:
        """Go to the page that asks this, with the focus on it."""
        self.session.go(step_of(id).id)
        self.page.show_question(id)

    def offer_kept(self) -> None:
        """Offer the answers that an earlier run left behind, if there are any."""
        kept = self.files.services.draft()
        if kept is not None:
            self.offer_answers(kept)

    def offer_answers(self, answers: Answers) -> None:
        """Offer to go on with these answers, which no file holds."""
        from wizard.gui.shell.message_bar import MessageBar

        choices = (
            (gettext("&Restore them"), lambda: self.files.restore(answers)),
            (gettext("Forge&t them"), self.files.services.delete_draft),
        )
        said = gettext("Answers from last time were not saved.")
        notice = MessageBar(said, choices, lambda: self.session.walk.step == STEPS[0].id)
        self.session.moved.connect(notice.follow)
        self._columns.put_on_top(notice)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._awake:
            self._awake = True
            # Behind the events that draw the window for the first time.
            QTimer.singleShot(0, lambda: QTimer.singleShot(0, self._tell_painted))

    def leave(self) -> None:
        """Go without asking; no answer is kept for the next start."""
        keep_place(self, self.files.services, "window_place")
        self._keeping.stop()
        self.images.leave()
        self.files.discard_draft()
        self.hide()

    def give_way(self) -> None:
        """Close for another window over the same session, which keeps the answers from now on."""
        self._keeping.stop()
        self.images.leave()
        self.hide()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        elif not (self._judging and self.menus.takes(event)):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        data = QMimeData()
        data.setUrls(event.mimeData().urls())
        data.setText(event.mimeData().text())
        # The other program waits until this returns, and a dialog may open.
        QTimer.singleShot(0, lambda: self.router.take(data))

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(not self._judging or self.files.may_discard(gettext("Close AMI Wizard?")))
        if event.isAccepted() and self._judging:
            self.leave()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            # Labels have fonts of their own sizes, so Qt does not tell them.
            for label in self.findChildren(Label):
                label.dress()
            for page in self._pages.values():
                page.measure()
            self._columns.share()

    def _tell_painted(self) -> None:
        self.painted.emit()
        QTimer.singleShot(0, self._wake)

    def _wake(self) -> None:
        """After the first picture: everything that it did not need."""
        from PySide6.QtCore import Qt

        self._judging = True
        # As the Tab key does: what has the focus is seen to have it.
        self.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        self.menus.fill()
        self.view_menu.fill()
        self._columns.put_in_order(self.page)
        self._show_decision()
        self.page.refresh()
        self.setWindowIcon(application_icon())
        if self.session.unsaved:
            # Answered faster than the window woke.
            self._keeping.start()
        self.offer_kept()
        self.ready.emit()

    def _moved(self) -> None:
        page = self.page
        page.refresh()
        self._columns.pages.setCurrentWidget(page)
        step = self.session.walk.step
        title = render(step_named(step).title)
        self.setWindowTitle(f"{title}[*] – AMI Wizard")
        self._button_bar.show_place(first=step == STEPS[0].id, last=step == STEPS[-1].id)
        self._button_bar.say("")
        self._columns.suit(wide=step in _WIDE_STEPS, line=step != "results")
        if self._judging:
            self._columns.put_in_order(page)
        control = page.first_control() or self._button_bar.first_control()
        if self._judging:
            from PySide6.QtCore import Qt

            control.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            control.setFocus()

    def _refresh(self) -> None:
        self.page.refresh()
        if self._blocked and self.page.blocker() is None:
            self._blocked = False
            self._button_bar.say("")
        self.setWindowModified(self.session.unsaved)
        if self._judging:
            self._keeping.start()
            self._show_decision()

    def _show_decision(self) -> None:
        self._columns.step_list.refresh(self.session.walk)
        recommendation, effects = self.session.recommendation, self.session.effects
        self._columns.summary.refresh(recommendation, effects, self.session.last_answered)
        self._columns.line.refresh(recommendation, effects)
