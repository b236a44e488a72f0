"""Which program this is, how old its data is, and where they come from."""

from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from wizard import __version__
from wizard.gui.texts import gettext, render
from wizard.gui.theme.icons import application_icon
from wizard.gui.theme.locale_format import number
from wizard.gui.widgets.label import Label, Style
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.report.visible import visible

_SIGN = 64


class About(QDialog):
    """Version, catalogue and rules, each with its date."""

    def __init__(self, knowledge: Knowledge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(gettext("About AMI Wizard"))
        sign = QLabel()
        sign.setPixmap(application_icon().pixmap(_SIGN, _SIGN))
        texts = QVBoxLayout()
        texts.setSpacing(8)
        texts.addWidget(Label("AMI Wizard", Style.TITLE))
        version = Message("Version {version}", {"version": __version__})
        texts.addWidget(Label(render(version), Style.QUIET))
        for message in _facts(knowledge):
            texts.addWidget(Label(visible(render(message), 400)))
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 24, 24, 16)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(24)
        grid.addWidget(sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(texts, 0, 1)
        grid.setColumnStretch(1, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        grid.addWidget(buttons, 1, 0, 1, 2)
        self.setMinimumWidth(480)


def _facts(knowledge: Knowledge) -> tuple[Message, ...]:
    catalog = knowledge.catalog
    return (
        Message(
            "Catalogue of {date}: {types} instance types, offerings for {regions} Regions.",
            {
                "date": catalog.provenance.date,
                "types": number(len(catalog.types)),
                "regions": number(len(catalog.regions)),
            },
        ),
        Message(
            "Its source: {source} ({version}; {licence}).",
            {
                "source": Message(catalog.provenance.source),
                "version": catalog.provenance.version,
                "licence": catalog.provenance.licence_name,
            },
        ),
        Message("Rules checked against their sources on {date}.", {"date": knowledge.rulebook.checked}),
    )
