"""Which families an image is locked out of, and every rule that stands in the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from wizard.gui.icons import Icons
from wizard.gui.label import Style, breakable
from wizard.gui.results.finding_list import FindingList
from wizard.gui.spoken import number
from wizard.model.assessment.assess import ImageAssessor
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.message import Message, Translations
from wizard.model.rules.rule import Rule
from wizard.report.visible import visible


class LockedOutTab(FindingList):
    """Families that fall to the same rules stand together, the largest group first.

    built: all of it is shown.
    """

    built = Signal()

    def __init__(self, icons: Icons, translations: Translations, parent: QWidget | None = None) -> None:
        super().__init__(translations.gettext("Findings"), icons, translations, parent)
        self._steps: Iterator[None] = iter(())
        self._building = QTimer(self, interval=0)
        self._building.timeout.connect(self._build_on)

    def show_image(self, image: JudgedImage, portfolio: ImageAssessor) -> None:
        """Build it bit by bit, so that keys are served in between, and then show it in place of the last one."""
        self._steps = self._build(image, portfolio)
        self._building.start()

    def _build_on(self) -> None:
        if next(self._steps, self) is self:
            self._building.stop()
            self.built.emit()

    def _build(self, image: JudgedImage, portfolio: ImageAssessor) -> Iterator[None]:
        self.clear()
        judged = image.judged
        usable = [family for family in judged.families if family not in judged.locked_out]
        values: dict[str, object] = {"usable": len(usable), "families": image.families}
        self.heading(self._render(Message("Works with {usable} of {families} families", values)))
        if usable:
            count = {"count": number(judged.usable, self._translations)}
            told = Message("{count} type in all", count, "{count} types in all", judged.usable)
            self.say(self._render(told))
            self.say(self._render(_listed(usable)), Style.QUIET)
        if system := image.system.guess:
            self.say(self._render(system), Style.QUIET)
        for families in self._groups(image):
            self.space()
            count = {"count": number(len(families), self._translations)}
            title = Message(
                "Locked out of {count} family", count, "Locked out of {count} families", len(families)
            )
            self.say(self._render(title), Style.STRONG)
            self.say(self._render(_listed(families)), Style.QUIET)
            for finding in portfolio.why(image.row, families[0]):
                yield
                self.findings((finding,))
        yield
        self.done()

    @staticmethod
    def _groups(image: JudgedImage) -> Sequence[Sequence[str]]:
        groups: dict[tuple[Rule, ...], list[str]] = {}
        for family in image.judged.locked_out:
            groups.setdefault(image.judged.families[family].rules, []).append(family)
        return sorted(groups.values(), key=len, reverse=True)

    def _render(self, message: Message) -> str:
        return breakable(visible(message.render(self._translations), 2000))


def _listed(families: Sequence[str]) -> Message:
    # A value by itself would be clipped; there are 189 families.
    names = {f"f{place}": name for place, name in enumerate(families)}
    return Message(", ".join(f"{{{place}}}" for place in names), names)
