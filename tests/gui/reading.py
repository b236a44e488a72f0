"""What a screen reader is told of a window, and whether what stands in it can be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QToolButton,
    QWidget,
)

from wizard.gui.theme.colors import contrast

READABLE = 4.5
_TABLES = (QAccessible.Role.Table, QAccessible.Role.List, QAccessible.Role.Tree)
_VALUED = (QAccessible.Role.ComboBox, QAccessible.Role.SpinBox, QAccessible.Role.EditableText)
_TICKED = (QAccessible.Role.RadioButton, QAccessible.Role.CheckBox)
_NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client)
_SCALE = 3


def tree(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """The interface and all below it; of a table the first cells, of what is not shown nothing."""
    if interface.state().invisible:
        return
    yield interface
    count = min(interface.childCount(), 3) if interface.role() in _TABLES else interface.childCount()
    for place in range(count):
        child = interface.child(place)
        if child is not None:
            yield from tree(child)


def assert_spoken(window: QWidget) -> None:
    """Everything that takes the focus has a name, a role and, where it holds one, a value or a tick."""
    top = QAccessible.queryAccessibleInterface(window)
    assert top.text(QAccessible.Text.Name).strip(), f"{window} has no title"
    heard = [each for each in tree(top) if each.state().focusable and not each.state().disabled]
    assert heard, f"nothing in {window} takes the focus"
    for each in heard:
        name, role = each.text(QAccessible.Text.Name), each.role()
        inner = each.parent() is not None and each.parent().role() in _VALUED
        assert name.strip() or inner, f"{role} of {each.object()} has no name"
        assert role not in _NO_ROLE or isinstance(each.object(), QAbstractScrollArea | QTabWidget), (
            f"{name}: {role}"
        )
        if role in _VALUED:
            assert each.text(QAccessible.Text.Value) is not None, name
        if role in _TICKED:
            assert each.state().checkable, name


def assert_readable(window: QWidget, where: str) -> None:
    """Every text that can be used stands out from its ground by 4.5 to 1, as WCAG 2.2 asks."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled():
            continue
        for what, ink, ground in _inks(widget):
            told = contrast(ink, ground)
            assert told >= READABLE, (
                f"{where}: {what} of {widget}: {ink.name()} on {ground.name()}, {told:.1f} to 1, {_text(widget)!r}"
            )


def _text(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return str(text() if callable(text) else widget.accessibleName())


def _inks(widget: QWidget) -> Iterator[tuple[str, QColor, QColor]]:
    palette, role = widget.palette(), QPalette.ColorRole
    if isinstance(widget, QLabel) and widget.text():
        yield "text", palette.color(widget.foregroundRole()), _ground(widget)
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield "text", palette.color(role.Text), palette.color(role.Base)
        yield "placeholder", palette.color(role.PlaceholderText), palette.color(role.Base)
        yield "selection", palette.color(role.HighlightedText), palette.color(role.Highlight)
    elif isinstance(widget, QAbstractItemView):
        for ground in (role.Base, role.AlternateBase):
            yield "cell", palette.color(role.Text), palette.color(ground)
        yield "selected cell", palette.color(role.HighlightedText), palette.color(role.Highlight)
    elif isinstance(widget, QAbstractButton) and _text(widget):
        if _painted_here(widget):
            yield "drawing", *_drawn(widget)
        elif isinstance(widget, QPushButton | QToolButton):
            yield "text", palette.color(role.ButtonText), palette.color(role.Button)
        else:
            yield "text", palette.color(role.WindowText), _ground(widget)


def _ground(widget: QWidget) -> QColor:
    """The colour that a text stands on: of the nearest widget behind it that has one."""
    at: QWidget | None = widget
    while at is not None and not at.isWindow() and not at.autoFillBackground():
        at = at.parentWidget()
    behind = at or widget
    return behind.palette().color(behind.backgroundRole())


def _painted_here(widget: QWidget) -> bool:
    return any(
        kind.__module__.startswith("wizard.") and "paintEvent" in vars(kind) for kind in type(widget).__mro__
    )


def _drawn(widget: QWidget) -> tuple[QColor, QColor]:
    """The strongest colour of what a widget draws by itself, and the commonest; large, so that no edge is half of both."""
    image = QImage(widget.size() * _SCALE, QImage.Format.Format_RGB32)
    image.fill(_ground(widget))
    painter = QPainter(image)
    painter.scale(_SCALE, _SCALE)
    widget.render(painter, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    painter.end()
    counted = Counter(memoryview(image.constBits()).cast("I"))
    colors = [QColor.fromRgb(value & 0xFFFFFF) for value, count in counted.most_common(40) if count > _SCALE]
    ground = colors[0]
    return max(colors, key=lambda color: contrast(color, ground)), ground
