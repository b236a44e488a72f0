"""What is told of one image: its fields, where it is locked out, how to move it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from wizard.gui.findings.finding_list import FindingList
from wizard.gui.findings.migration_view import MigrationView
from wizard.gui.findings.name_groups import NameGroup, NameGroups
from wizard.gui.texts import gettext, render
from wizard.gui.theme.locale_format import number
from wizard.gui.widgets.label import Label, Style, as_tip, breakable
from wizard.model.assessment.assessor import ImageAssessor
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.catalog.family_groups import FamilyGroup
from wizard.model.ec2.names import IMAGE_ID, REGION
from wizard.model.images.image_row import ImageRow, Record
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, counted, joined
from wizard.model.migration.plan import plan_of
from wizard.model.recommend.advise import advise
from wizard.model.recommend.needs import Needs
from wizard.model.rules.rule import Rule
from wizard.report.images.family_groups import FAMILY_GROUPS
from wizard.report.visible import visible

# The console's hosts by partition, as in the AWS General Reference; other partitions have none to open.
_HOSTS = (("us-gov-", "console.amazonaws-us-gov.com"), ("cn-", "console.amazonaws.cn"))
_USUAL = "console.aws.amazon.com"


def console_address(row: ImageRow) -> str | None:
    """The address of the image's page; None where the Region or the id is not one of AWS's form."""
    if not (REGION.fullmatch(row.region) and IMAGE_ID.fullmatch(row.image_id)):
        return None
    host = next((host for prefix, host in _HOSTS if row.region.startswith(prefix)), _USUAL)
    region = row.region
    return f"https://{host}/ec2/home?region={region}#ImageDetails:imageId={row.image_id}"


class FieldsTab(QWidget):
    """Fields inside fields stand below them; nothing is read as anything but text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = Label(gettext("The fields of this image are not at hand."), Style.QUIET)
        self._tree = QTreeWidget()
        self._tree.setAccessibleName(gettext("Fields"))
        self._tree.setHeaderLabels([gettext("Field"), gettext("Value")])
        self._tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._tree.setAlternatingRowColors(True)
        self._tree.setUniformRowHeights(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(self._hint)
        column.addWidget(self._tree, 1)

    def show_record(self, record: Record | None) -> None:
        """The fields of a record as EC2 wrote them; none without a record."""
        self._hint.setVisible(record is None)
        self._tree.setVisible(record is not None)
        self._tree.clear()
        self._tree.addTopLevelItems([_item(*field) for field in _fields(record or {})])
        self._tree.expandAll()
        self._tree.resizeColumnToContents(0)


def _fields(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        yield from sorted(value.items())
    elif isinstance(value, list):
        yield from ((str(place), each) for place, each in enumerate(value, 1))


def _item(name: str, value: object) -> QTreeWidgetItem:
    inner = isinstance(value, dict | list)
    said = "" if inner else value if isinstance(value, str) else json.dumps(value)
    item = QTreeWidgetItem([visible(name, 200), visible(said)])
    item.setToolTip(1, as_tip(visible(said, 300)))
    item.addChildren([_item(*field) for field in _fields(value)])
    return item


class LockedOutTab(FindingList):
    """Families that fall to the same rules stand together, the largest group first.

    built: all of it is shown.
    """

    built = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gettext("Findings"), parent)
        self._steps: Iterator[None] = iter(())
        self._building = QTimer(self, interval=0)
        self._building.timeout.connect(self._build_on)

    def show_image(self, image: JudgedImage, assessor: ImageAssessor) -> None:
        """Build it bit by bit, so that keys are served in between, and then show it in place of the last one."""
        self._steps = self._build(image, assessor)
        self._building.start()

    def _build_on(self) -> None:
        if next(self._steps, self) is self:
            self._building.stop()
            self.built.emit()

    def _build(self, image: JudgedImage, assessor: ImageAssessor) -> Iterator[None]:
        self.clear()
        judged = image.judged
        not_usable = {*judged.locked_out, *judged.elsewhere}
        usable = [family for family in judged.families if family not in not_usable]
        values: dict[str, object] = {"usable": len(usable), "families": image.families}
        self.heading(self._render(Message("Works with {usable} of {families} families", values)))
        if usable:
            count = {"count": number(judged.usable)}
            told = Message("{count} type in all", count, "{count} types in all", judged.usable)
            self.say(self._render(told))
            self.put(NameGroups(_grouped(usable, assessor.groups)))
        if system := image.system.guess:
            self.say(self._render(system), Style.QUIET)
        for families in self._groups(image):
            self.space()
            count = {"count": number(len(families))}
            title = Message(
                "Locked out of {count} family", count, "Locked out of {count} families", len(families)
            )
            self.say(self._render(title), Style.STRONG)
            self.put(NameGroups(_grouped(families, assessor.groups)))
            for finding in assessor.why(image.row, families[0]):
                yield
                self.findings((finding,))
        if judged.elsewhere:
            self.space()
            count = {"count": number(len(judged.elsewhere))}
            told = Message(
                "{count} other family is of another architecture or not offered in this Region",
                count,
                "{count} other families are of another architecture or not offered in this Region",
                len(judged.elsewhere),
            )
            self.say(self._render(told), Style.QUIET)
        yield
        self.done()

    @staticmethod
    def _groups(image: JudgedImage) -> Sequence[Sequence[str]]:
        groups: dict[tuple[Rule, ...], list[str]] = {}
        for family in image.judged.locked_out:
            groups.setdefault(image.judged.families[family].rules, []).append(family)
        return sorted(groups.values(), key=len, reverse=True)

    def _render(self, message: Message) -> str:
        return breakable(visible(render(message), 2000))


def _grouped(families: Sequence[str], groups: Mapping[FamilyGroup, Sequence[str]]) -> Iterator[NameGroup]:
    """Those of each group, and how many it has."""
    for group, members in groups.items():
        inside = [family for family in members if family in families]
        if inside:
            values = {"count": counted(len(inside)), "all": counted(len(members))}
            figure = render(Message("{count} of {all}", values))
            yield NameGroup(render(FAMILY_GROUPS[group]), figure, ", ".join(inside))


class ImageMigrationTab(MigrationView):
    """The plan for an image without further needs, in the Region where it is."""

    def show_image(self, image: JudgedImage, knowledge: Knowledge) -> None:
        """The changes that lead this image to a current type."""
        region = image.row.region if image.row.region in knowledge.catalog.regions else None
        needs = Needs(os=image.system, image=image.row.image, region=region)
        recommendation = advise(knowledge, needs)
        plan = plan_of(knowledge, recommendation)
        self.clear()
        headline = recommendation.headline
        # What matters most in bold, and only that.
        sentences = [*headline.notices, *headline.before, headline.title, *headline.lead]
        self.tell(sentences[0], Style.STRONG)
        if sentences[1:]:
            self.tell(joined(sentences[1:]))
        ended = recommendation.support is not None and recommendation.support.regular_ended
        # That it can go on as it is would be no advice for a system that gets no updates any more.
        if plan is not None and (plan.changes or not ended):
            self.add_plan(plan)
        self.done()
