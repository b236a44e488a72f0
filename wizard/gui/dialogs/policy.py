"""The smallest IAM policy with which the program, or a part of it, works, to read and to copy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QPalette, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wizard.gui.texts import gettext, render
from wizard.gui.theme.icons import put_icon
from wizard.gui.widgets.card_grid import CardGrid
from wizard.gui.widgets.label import Label, Style, font_of, line_width
from wizard.gui.widgets.option_card import RadioCard
from wizard.gui.widgets.scroll_pane import ScrollPane
from wizard.model.message import Message

_PARTS = (
    ("", Message("Everything"), Message("All that the program can ask.")),
    (
        "images",
        Message("Images"),
        Message("Your images, in which Regions they are, and the newest that publishers have."),
    ),
    (
        "usage",
        Message("What uses an image"),
        Message("Instances, launch templates, Auto Scaling groups and AWS’s own references."),
    ),
    (
        "machines",
        Message("What runs"),
        Message("Instances, launch templates and the images that they name, to pick one from."),
    ),
    ("catalog", Message("Instance types"), Message("Which types there are, and where they are offered.")),
    ("prices", Message("Prices"), Message("What the types cost, from AWS’s price list.")),
    ("identity", Message("Account"), Message("Whom the credentials belong to. No right is needed for it.")),
)


class PolicyDialog(QDialog):
    """policy: the policy of a part, or of everything for an empty name, as JSON."""

    def __init__(self, policy: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._policy = policy
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(gettext("IAM policy"))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.resize(QSize(max(860, line_width(122)), 700).boundedTo(self.screen().availableSize()))
        self._group = QButtonGroup(self)
        for place, (_, title, help_text) in enumerate(_PARTS):
            card = RadioCard(render(title), render(help_text))
            self._group.addButton(card, place)
        self._group.idToggled.connect(self._show)
        self._cards = ScrollPane()
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setFont(font_of(Style.CODE))
        # A policy is read from the left in every language.
        self._text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._said = Label("", Style.SMALL)
        self._copy = QPushButton(gettext("&Copy policy"))
        put_icon(self._copy, "copy")
        self._copy.setDefault(True)
        self._copy.clicked.connect(self._take_along)
        self._lay_out()
        self.choose("")

    def choose(self, part: str) -> None:
        """Show the policy of this part."""
        place = next(place for place, (name, *_) in enumerate(_PARTS) if name == part)
        card = self._group.button(place)
        card.setChecked(True)
        card.setFocus()

    def _lay_out(self) -> None:
        self._cards.column.addWidget(CardGrid(self._group.buttons(), widest=1))
        self._cards.column.addStretch()
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._text, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._said, 1)
        foot.addWidget(self._copy)
        right.addLayout(foot)
        middle = QHBoxLayout()
        middle.setSpacing(20)
        middle.addWidget(self._cards, 2)
        middle.addLayout(right, 3)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        reads = gettext(
            "The program only reads: Describe, List and Get operations from one list. Every connection to AWS is "
            "held to the list of its part, and refuses anything else before it is sent."
        )
        signs_in = gettext(
            "Signing in is not part of it: taking on a role, single sign-on and MFA need no more than your profile "
            "needs with any other tool."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(Label(gettext("What the program may ask of AWS"), Style.DECISION))
        column.addWidget(Label(reads, Style.QUIET))
        column.addSpacing(6)
        column.addLayout(middle, 1)
        column.addWidget(Label(signs_in, Style.SMALL))
        column.addWidget(buttons)

    def _show(self, place: int, chosen: bool) -> None:
        if not chosen:
            return
        name, title, _ = _PARTS[place]
        self._text.setPlainText(self._policy(name))
        named = render(Message("Policy: {part}", {"part": title}))
        self._text.setAccessibleName(named)
        self._said.setText("")
        # Arrow keys move the choice, and Qt follows only the tab key.
        self._cards.ensureWidgetVisible(self._group.button(place))

    def _take_along(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
        said = gettext("The policy is on the clipboard.")
        self._said.setText(said)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._said, said))
