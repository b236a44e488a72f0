from __future__ import annotations

import pytest
from PySide6.QtGui import QFontInfo, QPalette, Qt, QTextLayout
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.quiet import wait_until_quiet
from wizard.gui.theme import colors as color
from wizard.gui.theme import scheme as appearance
from wizard.gui.theme.scheme import Scheme
from wizard.gui.widgets.label import Label, Style, as_tip, breakable, font_of, line_width


@pytest.mark.parametrize("text", ["<b>bold</b>", "<img src='file:///etc/passwd'>", "&amp; \u202e"])
def test_nothing_is_read_as_markup(qtbot: QtBot, text: str) -> None:
    label = Label(text)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == text


def test_a_tip_shows_markup_as_letters_and_no_text_is_no_tip() -> None:
    assert as_tip("<b>bold</b> & more\nnext") == "<p>&lt;b&gt;bold&lt;/b&gt; &amp; more<br>next</p>"
    assert as_tip("") == ""


def test_a_long_word_breaks_and_a_short_one_is_left_as_it_is(qtbot: QtBot) -> None:
    assert breakable("well-known words, and no-long-ones") == "well-known words, and no-long-ones"
    long = Label(breakable("x" * 128))
    qtbot.addWidget(long)
    assert long.text().replace("\u200b", "") == "x" * 128
    assert long.minimumSizeHint().width() < Label("x" * 60).minimumSizeHint().width()
    assert long.heightForWidth(line_width(30)) > 3 * long.fontMetrics().height()


def test_an_option_of_a_command_is_on_one_line() -> None:
    said = breakable("fetch them: ami-wizard prices fetch --region NAME -- or not")
    assert said.replace("\u2060", "") == "fetch them: ami-wizard prices fetch --region NAME -- or not"
    line = QTextLayout(said, font_of(Style.BODY))
    line.beginLayout()
    ends = []
    while (each := line.createLine()).isValid():
        each.setLineWidth(1)
        ends.append(
            said[each.textStart() : each.textStart() + each.textLength()].replace("\u2060", "").strip()
        )
    line.endLayout()
    assert "--region" in ends


def test_styles_differ_in_size_and_weight(qapp: QApplication) -> None:
    body = font_of(Style.BODY)
    assert font_of(Style.TITLE).pointSizeF() > font_of(Style.HEADING).pointSizeF() > body.pointSizeF()
    assert font_of(Style.STRONG).weight() > body.weight()
    assert QFontInfo(font_of(Style.CODE)).fixedPitch() or font_of(Style.CODE).families()


def test_a_font_in_pixels_has_styles_too(qapp: QApplication) -> None:
    font = qapp.font()
    font.setPixelSize(20)
    qapp.setFont(font)
    assert font_of(Style.FIGURE).pixelSize() == 40


def test_a_quiet_text_follows_the_palette_and_can_be_read(qtbot: QtBot) -> None:
    page = QWidget()
    page.setBackgroundRole(QPalette.ColorRole.Base)
    label = Label("quiet", Style.QUIET, page)
    qtbot.addWidget(page)
    page.show()
    seen = []
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        appearance.show(scheme)
        wait_until_quiet(qtbot, page)
        palette = label.palette()
        ink, paper = palette.color(label.foregroundRole()), palette.color(label.backgroundRole())
        assert color.contrast(ink, paper) >= 4.5
        seen.append(ink.name())
    assert len(set(seen)) == 2


def test_a_label_takes_a_new_font(qtbot: QtBot, qapp: QApplication) -> None:
    label = Label("text", Style.BODY)
    qtbot.addWidget(label)
    width = line_width(10)
    assert label.font().pointSizeF() == qapp.font().pointSizeF()
    font = qapp.font()
    font.setPointSizeF(30)
    qapp.setFont(font)
    label.dress()
    assert label.font().pointSizeF() == 30
    assert line_width(10) > width
