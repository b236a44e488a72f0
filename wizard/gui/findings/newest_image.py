"""The newest image that a publisher has for what was asked, with the button that finds it in an account."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wizard.gui import feedback
from wizard.gui.aws_service import AwsService
from wizard.gui.session import Session
from wizard.gui.texts import gettext, render
from wizard.gui.theme.icons import put_icon
from wizard.gui.widgets.label import Label, Style
from wizard.report.launch.image_to_take import image_to_take, said


def ask_for_image(session: Session, aws: Callable[[], AwsService], parent: QWidget) -> None:
    """Have AWS asked for the very image, in a dialog."""
    from wizard.gui.findings.find_image_dialog import FindImageDialog

    recommendation = session.recommendation
    dialog = feedback.result_of(lambda: FindImageDialog(aws(), recommendation, parent))
    if dialog is not None:
        dialog.exec()


def find_button(session: Session, aws: Callable[[], AwsService], parent: QWidget) -> QPushButton:
    """The button that opens the dialog."""
    button = QPushButton(gettext("Find it in my account…"))
    put_icon(button, "search")
    button.setAutoDefault(True)
    button.clicked.connect(lambda: ask_for_image(session, aws, parent))
    return button


class NewestImage(QWidget):
    """One sentence and the button; hidden where nobody is known to publish such an image."""

    def __init__(
        self, session: Session, aws: Callable[[], AwsService], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._said = Label("", Style.STRONG)
        self._button = find_button(session, aws, self)
        row = QHBoxLayout()
        row.addWidget(self._button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(6)
        column.addWidget(self._said)
        column.addLayout(row)

    def refresh(self) -> None:
        """Say it for the recommendation as it is now."""
        knowledge, recommendation = self._session.knowledge, self._session.recommendation
        published = image_to_take(recommendation, knowledge)
        self.setVisible(published is not None and published.can_be_found)
        if published is not None:
            self._said.setText(render(said(published, knowledge)))
