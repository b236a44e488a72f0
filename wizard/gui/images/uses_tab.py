"""What uses the image: instances, launch templates, Auto Scaling groups, and AWS's own references."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from wizard.gui.findings.finding_list import FindingList
from wizard.gui.texts import gettext, render
from wizard.gui.theme.icons import put_icon
from wizard.gui.widgets.label import Style, breakable
from wizard.gui.widgets.list_item import BULLET, ListItem
from wizard.model.account.usage import Use, User
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.message import Message
from wizard.model.prices.said import NOT_IN_IT, seller_said
from wizard.report.visible import visible

# The console's hosts by partition, as in the AWS General Reference; other partitions have none to open.
_HOSTS = (("us-gov-", "console.amazonaws-us-gov.com"), ("cn-", "console.amazonaws.cn"))
_USUAL = "console.aws.amazon.com"


_KINDS = {
    User.INSTANCE: Message("Instance {id} {name} {type} {detail}"),
    User.LAUNCH_TEMPLATE: Message("Launch template {name} {id}, version {detail}"),
    User.LAUNCH_CONFIGURATION: Message("Launch configuration {id}"),
    User.AUTO_SCALING_GROUP: Message("Auto Scaling group {name}"),
    User.REFERENCE: Message("{id} {detail}"),
}


class UsesTab(FindingList):
    """asked: the person wants to know for this image."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gettext("Used by"), parent)

    def show_image(
        self, image: JudgedImage, *, can_ask: bool, asking: bool, unresolved: Sequence[Use] = ()
    ) -> None:
        """can_ask: there is an account to ask. asking: it is being asked.

        unresolved: what names a parameter in the place of an image.
        """
        self.clear()
        if asking:
            self.say(gettext("Asking…"), Style.QUIET)
        elif image.uses is None:
            self.say(gettext("Nobody has asked yet what uses this image."))
            if can_ask:
                self.put(self._button(gettext("As&k what uses it")))
            else:
                self.say(gettext("Images of a file have no account to ask."), Style.QUIET)
        elif not image.uses:
            self.say(gettext("Nothing that the account told of uses it."))
            self.say(
                gettext("Other accounts that it is shared with, and templates outside EC2, are not asked."),
                Style.QUIET,
            )
        else:
            self._say_bill(image)
            for use in image.uses:
                self.put(ListItem(BULLET, self._words(use)))
        if image.uses is not None:
            self._say_perhaps([use for use in unresolved if use.region == image.row.region])
        self.done()

    def _say_bill(self, image: JudgedImage) -> None:
        if image.bill is None or not image.bill.running:
            return
        self.say(visible(render(image.bill.text), 600))
        self.say(visible(render(NOT_IN_IT), 400), Style.QUIET)
        seller = seller_said(image.row.kind)
        if seller is not None:
            self.say(visible(render(seller), 400), Style.QUIET)

    def _say_perhaps(self, uses: Sequence[Use]) -> None:
        if uses:
            self.space()
            self.say(
                gettext("These name a parameter in the place of an image, which may stand for this one:")
            )
        for use in uses:
            self.put(ListItem(BULLET, f"{self._words(use)} ({breakable(visible(use.image_id, 200))})"))

    def _button(self, text: str) -> QWidget:
        """As wide as its words, in a column that would make it as wide as the pane."""
        holder = QWidget()
        button = QPushButton(text)
        button.setAutoDefault(True)
        button.clicked.connect(self.asked)
        put_icon(button, "search")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button)
        row.addStretch()
        return holder

    def _words(self, use: Use) -> str:
        name = "" if use.name == use.id else use.name
        if use.user is User.AUTO_SCALING_GROUP:
            name = use.name
        launched = use.launched.instance_type if use.launched else ""
        values = {"id": use.id, "name": name, "type": launched, "detail": use.detail}
        message = Message(_KINDS[use.user].template, values)
        return breakable(visible(" ".join(render(message).split()), 600))
