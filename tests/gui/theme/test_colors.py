from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPalette, Qt
from PySide6.QtWidgets import QApplication

from wizard.gui.theme import colors as color
from wizard.gui.theme import scheme as appearance
from wizard.gui.theme.scheme import Scheme

Role = QPalette.ColorRole
COLORS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda rgb: QColor(*rgb))
BLACK, WHITE = QColor("#000000"), QColor("#ffffff")


def test_a_mixture_lies_between() -> None:
    assert color.mixed(BLACK, WHITE, 0).name() == "#000000"
    assert color.mixed(BLACK, WHITE, 1).name() == "#ffffff"
    assert color.mixed(BLACK, WHITE, 0.5).name() == "#808080"


def test_contrast_is_that_of_wcag() -> None:
    assert color.contrast(BLACK, WHITE) == pytest.approx(21)
    assert color.contrast(WHITE, WHITE) == 1
    assert color.contrast(QColor("#767676"), WHITE) == pytest.approx(4.54, abs=0.01)


@given(COLORS, COLORS)
def test_contrast_does_not_care_which_comes_first(one: QColor, other: QColor) -> None:
    assert color.contrast(one, other) == color.contrast(other, one) >= 1


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("ground", [Role.Window, Role.Base, Role.AlternateBase])
def test_every_text_can_be_read_and_every_edge_seen(qapp: object, scheme: Scheme, ground: Role) -> None:
    palette = appearance.own_palette(scheme)
    text, paper = palette.color(Role.Text), palette.color(ground)
    tinted = color.tint(palette, paper)
    assert color.contrast(text, tinted) >= 7
    assert color.contrast(color.quiet(text, paper), paper) >= 4.5
    assert color.contrast(color.quiet(text, tinted), tinted) >= 4.5
    assert color.contrast(color.accent(palette, paper), paper) >= 4.5
    assert color.contrast(color.accent(palette, tinted), tinted) >= 4.5
    assert color.contrast(color.outline(palette, paper), paper) >= 3
    assert color.contrast(color.readable(palette.color(Role.Link), text, paper), paper) >= 4.5
    assert color.contrast(palette.color(Role.HighlightedText), palette.color(Role.Highlight)) >= 4.5
    assert color.contrast(palette.color(Role.PlaceholderText), paper) >= 4.5


def test_the_dark_is_known(qapp: object) -> None:
    assert color.is_dark(appearance.own_palette(Scheme.DARK))
    assert not color.is_dark(appearance.own_palette(Scheme.LIGHT))


def test_high_contrast_leaves_no_half_tones(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    palette = appearance.own_palette(Scheme.LIGHT)
    text, paper = palette.color(Role.Text), palette.color(Role.Base)
    assert not color.high_contrast()
    monkeypatch.setattr(color, "high_contrast", lambda: True)
    assert color.quiet(text, paper) == text
    assert color.hairline(palette, paper) == palette.color(Role.WindowText)
    assert color.tint(palette, paper) == paper
    assert color.outline(palette, paper) == text


def test_more_contrast_is_given_as_soon_as_the_system_asks_for_it(qapp: QApplication) -> None:
    hints = qapp.styleHints()
    changed = hints.accessibility().contrastPreferenceChanged
    color.follow_contrast(qapp)
    assert not color.high_contrast()
    changed.emit(Qt.ContrastPreference.HighContrast)
    assert color.high_contrast()
    changed.emit(Qt.ContrastPreference.NoPreference)
    assert not color.high_contrast()


def test_a_text_without_contrast_stays_the_text(qapp: object) -> None:
    grey = QColor("#777777")
    assert color.readable(grey, grey, grey) == grey
    palette = QPalette(QColor(Qt.GlobalColor.gray))
    palette.setColor(Role.Text, QColor("#808080"))
    assert color.outline(palette, QColor("#808080")) == QColor("#808080")
