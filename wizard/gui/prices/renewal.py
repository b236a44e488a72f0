"""Getting newer prices, in one of three ways, and what has come of it so far."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wizard.gui.aws_service import AwsService, PriceEvent, PriceProgress, PricesKept, PriceTrouble, Task
from wizard.gui.dialogs.aws_task_runner import AwsTaskRunner
from wizard.model.account.problem import Problem
from wizard.model.message import Message, counted

_MEGABYTE = 1_000_000


class PriceRenewal(QObject):
    """moved: more is known. ended: None, or the exception that ended it.

    kept: what was kept in the end; None as long as nothing was. troubles, refused: what was not told, and
    rows that were refused. where: the profile that is asked, and the Region or the file. A code is asked for over `window`.
    """

    moved = Signal()
    ended = Signal(object)

    def __init__(self, cloud: AwsService, window: QWidget) -> None:
        super().__init__(window)
        self._cloud = cloud
        self._at = PriceProgress(0, 0)
        self._of_a_file = self._stopped = False
        self.where = "", ""
        self.kept: PricesKept | None = None
        self.troubles: list[Problem] = []
        self.refused: list[Message] = []
        self._background = AwsTaskRunner(window)
        self._background.told.connect(self._take)
        self._background.ended.connect(self.ended)

    @property
    def running(self) -> bool:
        """Whether newer prices are being asked for."""
        return self._background.running

    @property
    def share(self) -> float:
        """From 0 to 1; 0 as long as nobody knows of how much."""
        return min(1.0, self._at.done / self._at.of) if self._at.of else 0.0

    @property
    def progress(self) -> Message:
        """How far it has come, or how it ended."""
        if self.running and self._of_a_file:
            values = {"done": counted(self._at.done // _MEGABYTE), "all": counted(self._at.of // _MEGABYTE)}
            return (
                Message("{done} of {all} MB read", values)
                if self._at.of
                else Message("{done} MB read", values)
            )
        if self.running:
            values = {"done": counted(self._at.done), "all": counted(self._at.of)}
            return Message("{done} of {all} lists answered", values) if self._at.of else Message("Asking…")
        if self.kept is not None:
            return self.kept.said
        if self._stopped:
            return Message("Cancelled. The prices known before stay.")
        return Message("Nothing is new. The prices known before stay.")

    def refresh(self, profile: str, region: str) -> None:
        """From the account of this profile."""
        self.where = profile, region
        self._start(self._cloud.refresh_prices(profile, region, self._background.ask_code), of_a_file=False)

    def fetch(self, region: str) -> None:
        """From AWS's public file of this Region."""
        self.where = "", region
        self._start(self._cloud.fetch_prices(region), of_a_file=True)

    def read(self, path: Path) -> None:
        """From that file, already saved."""
        self.where = "", path.name
        self._start(self._cloud.read_prices(path), of_a_file=True)

    def cancel(self) -> None:
        """Ask no more; what was known stays."""
        self._stopped = True
        self._background.cancel()

    def leave(self) -> None:
        """Nobody listens any more."""
        self._background.abandon()

    def _start(self, task: Task[PriceEvent], *, of_a_file: bool) -> None:
        self._at, self._of_a_file, self._stopped = PriceProgress(0, 0), of_a_file, False
        self.kept, self.troubles, self.refused = None, [], []
        self._background.start(task)
        self.moved.emit()

    def _take(self, events: Sequence[PriceEvent]) -> None:
        for event in events:
            match event:
                case PriceProgress():
                    self._at = event
                case PricesKept():
                    self.kept = event
                case PriceTrouble():
                    self._note(event)
        self.moved.emit()

    def _note(self, trouble: PriceTrouble) -> None:
        if trouble.problem is not None and trouble.problem not in self.troubles:
            self.troubles.append(trouble.problem)
        if trouble.text is not None:
            self.refused.append(trouble.text)
