from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QComboBox, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.fake_cloud import FakeCloud
from tests.gui.images.looking import button
from wizard.gui.aws_service import KnownLogin, Request
from wizard.gui.images.source_bar import SourceBar
from wizard.gui.widgets.tables.check_menu import CheckMenuButton

REGIONS = {"eu-west-1": "Europe (Ireland)", "us-east-1": "us-east-1"}


@pytest.fixture
def bar(show: Callable[..., None]) -> SourceBar:
    bar = SourceBar()
    show(bar, 900, 50)
    bar.offer(FakeCloud().profiles, REGIONS)
    return bar


def choosers(bar: SourceBar) -> list[CheckMenuButton]:
    return bar.findChildren(CheckMenuButton)


def owner(bar: SourceBar) -> QComboBox:
    return bar.findChildren(QComboBox)[0]


def choices(chooser: CheckMenuButton) -> list[str]:
    ticks = chooser.findChildren(QListWidget)[0]
    return [ticks.item(row).text() for row in range(ticks.count())]


def test_without_a_tick_the_likeliest_profile_and_all_its_regions_are_asked(bar: SourceBar) -> None:
    assert bar.requests == (Request("dev", None, ("self",)),)
    assert [chooser.text() for chooser in choosers(bar)] == ["dev", "All enabled Regions"]


def test_no_two_profiles_read_alike_and_each_says_whether_one_is_logged_in(bar: SourceBar) -> None:
    profiles, regions = choosers(bar)
    assert choices(profiles) == [
        "dev · 123456789012 · Reader · logged in until 14:30",
        "prod · 210987654321 · Auditor · The login of the profile dev has ended.",
    ]
    assert choices(regions) == ["eu-west-1 · Europe (Ireland)", "us-east-1"]


def test_ticked_profiles_and_regions_are_asked(bar: SourceBar) -> None:
    bar.choose(["prod"], ["us-east-1"])
    assert bar.requests == (Request("prod", ("us-east-1",), ("self",)),)
    assert [chooser.text() for chooser in choosers(bar)] == ["prod", "us-east-1"]
    bar.choose(["dev", "prod"], ["us-east-1", "eu-west-1"])
    assert [request.profile for request in bar.requests] == ["dev", "prod"]
    assert [chooser.text() for chooser in choosers(bar)] == ["2 profiles", "2 Regions"]


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("My own", "self"),
        ("Amazon’s", "amazon"),
        ("AWS Marketplace’s", "aws-marketplace"),
        ("123456789012", "123456789012"),
        (" 1234-5678-9012 ", "123456789012"),
        ("12345", None),
        ("", None),
        ("self", None),
        ("\u0661" * 12, None),
    ],
)
def test_whose_images_are_wanted_is_picked_or_typed(bar: SourceBar, typed: str, asked: str | None) -> None:
    owner(bar).setEditText(typed)
    assert [request.owners for request in bar.requests] == ([(asked,)] if asked else [])
    assert button(bar, "List images").isEnabled() is (asked is not None)


def test_without_a_profile_nothing_can_be_asked(bar: SourceBar) -> None:
    bar.offer([], REGIONS)
    assert choosers(bar)[0].text() == "No profile found"
    assert not button(bar, "List images").isEnabled()
    assert not bar.requests
    bar.offer([KnownLogin("")], {})
    assert choosers(bar)[0].text() == "Keys of the environment"
    assert bar.requests == (Request(""),)


def test_names_of_profiles_show_what_they_hide(bar: SourceBar) -> None:
    bar.offer([KnownLogin("\u202edev & <b>")], {})
    assert choices(choosers(bar)[0]) == ["U+202Edev & <b>"]
    assert choosers(bar)[0].text() == "U+202Edev && <b>"


def test_ticks_stay_when_somebody_logs_in_elsewhere(bar: SourceBar) -> None:
    bar.choose(["prod"], ["us-east-1"])
    bar.offer([KnownLogin("new"), KnownLogin("prod")], REGIONS)
    assert bar.requests == (Request("prod", ("us-east-1",), ("self",)),)


def test_while_it_is_asked_one_can_only_cancel_and_the_focus_goes_along(qtbot: QtBot, bar: SourceBar) -> None:
    ask = button(bar, "List images")
    assert isinstance(ask, QPushButton)
    (stop,) = (each for each in bar.findChildren(QPushButton) if each.text() == "&Cancel")
    with qtbot.waitActive(bar):
        bar.activateWindow()
    # There is nothing to cancel yet.
    assert (ask.isEnabled(), stop.isVisible()) == (True, False)
    ask.setFocus()
    with qtbot.waitSignal(bar.asked):
        qtbot.keyClick(ask, Qt.Key.Key_Return)
    bar.show_asking(asking=True)
    assert (ask.isEnabled(), stop.isEnabled()) == (False, True)
    assert stop.hasFocus()
    owner(bar).setEditText("123456789012")
    bar.offer(FakeCloud().profiles, REGIONS)
    assert not ask.isEnabled()
    with qtbot.waitSignal(bar.stopped):
        qtbot.keyClick(stop, Qt.Key.Key_Return)
    bar.show_asking(asking=False)
    assert ask.hasFocus()
    assert bar.first_control() is ask
