"""A list to choose one of."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from wizard.gui.widgets.input_frame import InputFrame


class ComboBox(InputFrame, QComboBox):
    """The wheel rolls the page and never changes the choice; the edge can be seen in the dark too."""
