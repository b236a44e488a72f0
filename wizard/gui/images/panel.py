"""All about the images of accounts: whom to ask, how far it is, and the browser."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from wizard.gui import feedback
from wizard.gui.file_dialogs import FileDialogs
from wizard.gui.findings.problem_list import ProblemList
from wizard.gui.images.browser import Browser, Select
from wizard.gui.images.controller import ImagesController
from wizard.gui.images.details import Details
from wizard.gui.images.export_bar import ExportBar
from wizard.gui.images.image_loader import Origin
from wizard.gui.images.progress_line import ProgressLine
from wizard.gui.images.source_bar import SourceBar
from wizard.gui.images.start_view import StartView
from wizard.gui.services import Services
from wizard.gui.texts import gettext, render
from wizard.gui.widgets.label import Label, Style
from wizard.gui.word_list import read, written
from wizard.model.assessment.bill import sum_of
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.assessment.overview import Group
from wizard.model.prices.said import NOT_IN_IT
from wizard.report.account_mask import AccountMask, Mask, unmasked
from wizard.report.images.columns import BY_ID, USUAL
from wizard.report.visible import visible


class ImagesPanel(QWidget):
    """wanted: start the walk with this image, given as what DescribeImages said of it.

    select: which of the images fit the answers; None where there are none. titled: False where a title stands above already.
    """

    wanted = Signal(object)

    def __init__(
        self,
        controller: ImagesController,
        select: Select | None,
        services: Services,
        *,
        titled: bool = True,
    ) -> None:
        super().__init__()
        self.controller = controller
        self._services = services
        self._began = False
        loader = controller.loader
        self.source = SourceBar()
        self.troubles = ProblemList()
        self.details = Details(loader, controller.usage, controller.cloud.record)
        self.browser = Browser(loader, select, controller.usage, self.details)
        self.export_bar = ExportBar(
            self.browser.table, self._mask, FileDialogs(self, services), lambda: self.browser.other_table
        )
        self._start_view = StartView(titled=titled)
        self._progress = ProgressLine()
        self._origin = Label("", Style.STRONG)
        self._said = Label("", Style.SMALL)
        self._cost = Label("", Style.SMALL)
        self._cost.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._start_view)
        self._stack.addWidget(self.browser)
        self.browser.tools.addWidget(self.export_bar)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.source, self.troubles, self._origin):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._progress, 1)
        foot.addWidget(self._said)
        column.addWidget(self._cost)
        column.addLayout(foot)
        self._connect()
        chosen = [id for id in read(services.preference("image_columns")) if id in BY_ID]
        self.export_bar.show_columns(chosen or USUAL)
        self.browser.table.lay_out(services.preference("image_layout"))
        self.browser.table.laid_out.connect(lambda kept: services.remember("image_layout", kept))
        self._refresh()

    @property
    def has_images(self) -> bool:
        """Whether the table is shown, and not the ways to begin."""
        return self._stack.currentWidget() is self.browser

    @property
    def _focused(self) -> QWidget | None:
        return self.window().focusWidget()

    def first_control(self) -> QWidget:
        """What gets the focus: the table's filter, or before there are images the way to list them."""
        return self.browser.filter.first_control() if self.has_images else self.source.first_control()

    def show_sample(self) -> None:
        """Show the made-up account that ships with the program."""
        feedback.attempt(self.controller.show_sample)

    def open_file(self) -> None:
        """Let the person choose a saved DescribeImages reply."""
        path = FileDialogs(self, self._services).to_open(
            gettext("Open a saved DescribeImages reply"),
            gettext("DescribeImages JSON (*.json);;All files (*)"),
        )
        if path is not None:
            feedback.attempt(lambda: self.controller.show_file(path))

    def ask(self) -> None:
        """List what the bar at the top says."""
        requests = self.source.requests
        if not requests:
            feedback.tell(self.source.missing)
            return
        services = self._services
        services.remember("image_profiles", written([request.profile for request in requests]))
        services.remember("image_regions", written(requests[0].regions or ()))
        self.controller.ask(requests)

    def ask_uses_of_shown(self) -> None:
        """Ask what uses all images that are shown."""
        if self.controller.loader.origin in (Origin.ACCOUNT, Origin.KEPT):
            self.controller.usage.ask(self.browser.rows.shown)

    def ask_uses_of_blocked(self) -> None:
        """Ask what uses those that cannot move to Nitro, and of which nobody knows it."""
        self.controller.usage.ask(self._blocked())

    def _blocked(self) -> list[JudgedImage]:
        overview = self.browser.rows.overview
        return [
            image for image in overview.within(Group.NOT_TO_NITRO, overview.ordered) if image.uses is None
        ]

    def _offer_to_ask(self) -> None:
        can_ask = self.controller.loader.origin in (Origin.ACCOUNT, Origin.KEPT) and not self.controller.busy
        tally = self.browser.rows.overview.tally(Group.NOT_TO_NITRO)
        self.browser.overview.scope.offer(tally.images - tally.asked if can_ask else 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._began:
            self._began = True
            feedback.attempt(self._begin)

    def _begin(self) -> None:
        self._offer()
        services = self._services
        self.source.choose(
            read(services.preference("image_profiles")), read(services.preference("image_regions"))
        )
        self.controller.watch()
        if not self.controller.loader.images and not self.controller.loader.asking:
            self.controller.show_kept()

    def _offer(self) -> None:
        self.source.offer(self.controller.logins(), self.controller.cloud.regions())

    def _connect(self) -> None:
        controller, loader = self.controller, self.controller.loader
        self.source.asked.connect(self.ask)
        self.source.stopped.connect(controller.cancel)
        self._start_view.listed.connect(self.ask)
        self._start_view.opened.connect(self.open_file)
        self._start_view.sampled.connect(self.show_sample)
        self.troubles.again.connect(controller.ask_again)
        self.export_bar.chosen.connect(self._choose_columns)
        self.browser.overview.scope.asked.connect(self.ask_uses_of_blocked)
        self.browser.refreshed.connect(self._offer_to_ask)
        loader.ended.connect(lambda _: self._offer_to_ask())
        self.browser.asked_to_copy.connect(self.export_bar.copy_selected)
        self.details.wanted.connect(lambda image: self.wanted.emit(controller.cloud.record(image.row)))
        controller.logins_changed.connect(lambda: feedback.attempt(self._offer))
        feedback.bridge.told.connect(self._say)
        loader.moved.connect(self._refresh)
        controller.usage.began.connect(self._refresh)
        controller.usage.ended.connect(lambda _: self._refresh())
        controller.usage.ended.connect(lambda _: self._show_cost())
        loader.grown.connect(self._show_cost)

    def _show_cost(self) -> None:
        """The sum for the images that somebody asked about; nobody did as long as nothing was found."""
        if not self.controller.usage.has_found:
            return
        total = sum_of(image.bill for image in self.controller.loader.images)
        shown = total is not None and total.running > 0
        self._cost.setText(
            visible(f"{render(total.text)} {render(NOT_IN_IT)}", 700) if total and shown else ""
        )
        self._cost.setVisible(shown)

    def _say(self, text: str) -> None:
        self._said.setText(visible(text, 90))

    def _choose_columns(self, ids: tuple[str, ...]) -> None:
        self.browser.choose(ids)
        self._services.remember("image_columns", written(ids))

    def _mask(self) -> Mask:
        if not self._services.preference("mask_accounts"):
            return unmasked
        return AccountMask(self.controller.loader.knowledge.os_catalog.words.accounts)

    def _bring(self, shown: QWidget) -> None:
        """Show one of both; the other claims no room, which would make the page scroll for nothing."""
        for widget in (self.browser, self._start_view):
            policy = QSizePolicy.Policy.Preferred if widget is shown else QSizePolicy.Policy.Ignored
            widget.setSizePolicy(policy, policy)
        self._stack.setCurrentWidget(shown)

    def _refresh(self) -> None:
        loader, usage = self.controller.loader, self.controller.usage
        asking = self.controller.busy
        has = bool(loader.images) or loader.asking or loader.origin is not Origin.NOTHING
        self._bring(self.browser if has else self._start_view)
        self._origin.setText(self.controller.origin_said)
        self._origin.setVisible(bool(self._origin.text()))
        self.source.show_asking(asking=asking)
        troubles = [(s.problem, s.profile, s.region) for s in loader.troubles if s.problem is not None]
        troubles += [(trouble.problem, trouble.profile, trouble.region) for trouble in usage.troubles]
        had_focus = self._focused is not None and self.troubles.isAncestorOf(self._focused)
        self.troubles.show_troubles(troubles)
        if had_focus and self._focused is None:
            self.first_control().setFocus()
        self._progress.show_states(loader.states, len(loader.images), asking=asking, unread=loader.unread)
        self._progress.setVisible(has)
        self._offer_to_ask()
