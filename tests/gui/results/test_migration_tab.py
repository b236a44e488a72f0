from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from wizard.gui.findings.finding_card import UnknownCard
from wizard.gui.findings.migration_view import MigrationChangeView
from wizard.gui.results.migration_tab import MigrationTab
from wizard.gui.shell.main_window import MainWindow

OLD = {
    "ImageId": "ami-0123456789abcdef0",
    "Architecture": "x86_64",
    "VirtualizationType": "paravirtual",
    "RootDeviceType": "ebs",
    "RootDeviceName": "/dev/sda1",
    "State": "available",
}
KNOWN = {"os": "ubuntu", "os-version": "22.04"}
NITRO = {**OLD, "VirtualizationType": "hvm", "EnaSupport": True, "BootMode": "uefi-preferred"}


def tabs(window: MainWindow) -> QTabWidget:
    return window.page.findChildren(QTabWidget)[0]


def tab(window: MainWindow) -> MigrationTab:
    return window.page.findChildren(MigrationTab)[0]


def open_tab(window: MainWindow) -> list[str]:
    tabs(window).setCurrentWidget(tab(window))
    return [label.text() for label in tab(window).findChildren(QLabel)]


def shown(window: MainWindow) -> bool:
    return tabs(window).isTabVisible(tabs(window).indexOf(tab(window)))


@pytest.mark.parametrize(
    ("answers", "there"),
    [
        ({}, False),
        ({"os": "ubuntu"}, False),
        ({"start": "image", "image": OLD}, True),
        ({"start": "instance", "current-type": "m3.large"}, True),
        ({"start": "image", "image": OLD, "os": "linux", "family": ["m1"], "region": "eu-central-1"}, False),
    ],
)
def test_the_tab_is_there_when_one_moves_from_something_to_something(
    make_window: Callable[..., MainWindow], answers: dict[str, Any], there: bool
) -> None:
    window = make_window(answers, "results")
    assert shown(window) is there
    assert (window.session.recommendation.decision is None) is ("family" in answers)


def test_the_changes_stand_in_the_order_in_which_one_makes_them(
    make_window: Callable[..., MainWindow],
) -> None:
    answers = {
        "start": "image",
        "image": {**NITRO, "EnaSupport": False, "BootMode": "legacy-bios"},
        "os": "linux",
    }
    window = make_window({**answers, "need": ["tpm"]}, "results")
    said = open_tab(window)
    assert len(tab(window).findChildren(MigrationChangeView)) == 2
    first, second = (
        said.index("1. From Xen to Nitro, Linux"),
        next(i for i, t in enumerate(said) if t[:3] == "2. "),
    )
    assert first < second
    assert any(text.startswith("2 changes lead from your AMI to ") for text in said)
    assert any("Words in CAPITALS stand for values of your own." in text for text in said)


def test_one_change_is_not_numbered_and_names_the_values(make_window: Callable[..., MainWindow]) -> None:
    window = make_window({"start": "image", "image": OLD, "region": "eu-central-1"}, "results")
    said = open_tab(window)
    best = window.session.recommendation.ranked[0].instance_type.name
    assert f"One change leads from your AMI to {best}." in said
    assert "From paravirtual to HVM" in said
    assert any("aws ec2 run-instances --region eu-central-1" in text and best in text for text in said)


def test_no_change_is_a_sentence_and_what_is_not_known_another(
    make_window: Callable[..., MainWindow],
) -> None:
    window = make_window({"start": "image", "image": NITRO} | KNOWN, "results")
    assert open_tab(window) == ["Your AMI can go on as it is."]
    unknown = make_window({"start": "instance", "current-type": "m3.large"}, "results")
    way, doubt, *_ = open_tab(unknown)
    best = unknown.session.recommendation.ranked[0].instance_type.name
    assert way == f"One change leads from m3.large to {best}."
    assert doubt.startswith("Not known of your AMI: virtualization type")


def test_a_newest_type_without_a_price_is_told_with_the_nearest_that_has_one(
    make_window: Callable[..., MainWindow],
) -> None:
    answers = {"start": "instance", "current-type": "t2.micro", "region": "us-east-1"}
    said = open_tab(make_window(answers | KNOWN, "results"))
    assert any(text.startswith("No price is known for t8i.micro. The nearest of its size") for text in said)


def test_the_plan_follows_the_answers(make_window: Callable[..., MainWindow]) -> None:
    window = make_window({"start": "image", "image": OLD} | KNOWN, "results")
    open_tab(window)
    assert tab(window).findChildren(MigrationChangeView)
    window.session.answer("image", NITRO)
    assert open_tab(window) == ["Your AMI can go on as it is."]
    window.session.answer("start", "new")
    assert not shown(window)


def test_every_button_and_link_is_reached_by_tab(
    make_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = make_window({"start": "image", "image": OLD}, "results")
    open_tab(window)
    view = tab(window).findChildren(MigrationChangeView)[0]
    reached: set[QWidget] = set()
    widget: QWidget | None = tab(window).nextInFocusChain()
    while widget and widget not in reached:
        reached.add(widget)
        widget = widget.nextInFocusChain()
    buttons = view.findChildren(QAbstractButton)
    assert len(buttons) > 5
    assert set(buttons) <= reached
    assert all(button.accessibleName() for button in buttons)


def test_what_decides_whether_the_image_can_stay_is_asked_and_nothing_is_promised(
    make_window: Callable[..., MainWindow],
) -> None:
    image = {**NITRO, "PlatformDetails": "Linux/UNIX"}
    window = make_window({"start": "image", "image": image}, "results")
    said = open_tab(window)
    assert said[0] == "What decides it"
    assert "Your AMI can go on as it is." not in said
    assert tab(window).findChildren(UnknownCard)


def test_an_image_that_can_stay_is_told_so(make_window: Callable[..., MainWindow]) -> None:
    image = {**NITRO, "PlatformDetails": "Linux/UNIX"}
    answers = {"start": "image", "image": image, "os": "ubuntu", "os-version": "22.04"}
    window = make_window(answers, "results")
    assert "Your AMI can go on as it is." in open_tab(window)
