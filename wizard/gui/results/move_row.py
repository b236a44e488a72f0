"""From what one has to what one should have, as a picture."""

from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wizard.gui.results.decision_part import DecisionPart, Told
from wizard.gui.texts import gettext, render
from wizard.gui.theme.locale_format import number, short_name
from wizard.gui.widgets.icon_label import IconLabel
from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.instance_type import InstanceType, size_said
from wizard.model.message import Message, joined
from wizard.model.recommend.recommendation import ImageResult, Recommendation
from wizard.model.recommend.sentences.wishes import has_size
from wizard.report.visible import visible

_LONGEST_NAME = 60


class MoveRow(QWidget):
    """Today at the left, afterwards at the right. Hidden for who has neither image nor instance."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self._today, self._then = DecisionPart(gettext("Today")), DecisionPart(gettext("Afterwards"))
        row.addWidget(self._today, 1)
        row.addWidget(IconLabel("next"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._then, 1)
        self.hide()

    @property
    def sides(self) -> tuple[DecisionPart, ...]:
        """From left to right."""
        return self._today, self._then

    def refresh(self, recommendation: Recommendation) -> None:
        """Show the move of this recommendation."""
        needs = recommendation.needs
        brought = needs.image is not None or needs.current_type is not None
        self.setVisible(brought and recommendation.decision is not None)
        if not self.isHidden():
            self._today.show_told(_today(recommendation))
            self._then.show_told(_then(recommendation))


def _today(recommendation: Recommendation) -> Told:
    needs, own = recommendation.needs, recommendation.own_image
    image = needs.image
    named = visible(image.name or image.image_id, _LONGEST_NAME) if image else ""
    facts = []
    if image is not None and image.virtualization_type is not None:
        facts.append(render(short_name(image.virtualization_type)))
    if needs.today is not None:
        facts.append(_size(needs.today.instance_type))
    said = (*recommendation.headline.before, recommendation.headline.title)
    reach = render(_stays(own, recommendation.total)) if own is not None and own.text not in said else ""
    return Told(needs.current_type or named or gettext("Your image"), " · ".join(facts), reach)


def _stays(own: ImageResult, total: int) -> Message:
    values = {"count": number(len(own.types)), "current": number(own.current), "all": number(total)}
    if not own.types:
        return Message("Its image runs on no type.")
    if not own.current:
        return Message(
            "Its image runs on {count} of {all} types at most, all of previous generations.", values
        )
    if own.open:
        return Message("Its image runs on {count} of {all} types at most, {current} of them current.", values)
    return Message("Its image runs on {count} of {all} types, {current} of them current.", values)


def _then(recommendation: Recommendation) -> Told:
    decision, best = recommendation.decision, recommendation.ranked[0].instance_type
    facts = [render(short_name(decision.virtualization_type))] if decision else []
    if not has_size(recommendation.needs):
        # Without a wish no type is nearer than another.
        count = len(recommendation.ranked)
        said = Message("{count} instance type", {"count": number(count)}, "{count} instance types", count)
        return Told(render(said), " · ".join(facts), render(_reach(recommendation)))
    saving = recommendation.saving
    reach = joined([_reach(recommendation), *([saving.text] if saving else [])])
    return Told(best.name, " · ".join([*facts, _size(best)]), render(reach))


def _reach(recommendation: Recommendation) -> Message:
    own = recommendation.own_image
    values = {"count": number(len(recommendation.ranked)), "all": number(recommendation.total)}
    if own is None or own.image.virtualization_type is None:
        return Message("Such an image runs on {count} of {all} types.", values)
    if not own.kept:
        return Message("It takes another image. {count} of {all} types meet your answers with it.", values)
    if own.outcome is Outcome.UNKNOWN:
        return Message("Your image may run there; what is not known decides it.")
    return Message("Your image runs there as it is.")


def _size(it: InstanceType) -> str:
    return render(size_said(it))
