"""Sets Qt's properties by the names of their values, as Qt Designer's files do."""

from __future__ import annotations

from PySide6.QtCore import QObject


def set_named(thing: QObject, **values: str) -> None:
    """Give properties the values of these names: focusPolicy="NoFocus". For what the first picture needs:
    the names cost nothing there, while `Qt.FocusPolicy` would have PySide make all 93 enums of `Qt`.

    Raises ValueError if Qt knows no such property or value.
    """
    for name, value in values.items():
        if not thing.setProperty(name, value):
            raise ValueError(f"{name}={value}: expected a property and a value of {type(thing).__name__}")
