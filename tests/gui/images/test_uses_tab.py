from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.gui.fake_cloud import rows as made
from tests.gui.images.looking import button, texts
from wizard.gui.images.uses_tab import UsesTab
from wizard.model.account.usage import Use, User
from wizard.model.assessment.judged_image import JudgedImage


@pytest.fixture
def image(judge: Callable[..., list[JudgedImage]]) -> JudgedImage:
    return judge(made(1))[0]


@pytest.fixture
def tab(show: Callable[..., None]) -> UsesTab:
    tab = UsesTab()
    show(tab, 400, 400)
    return tab


def use(user: User, id: str, name: str = "", detail: str = "", region: str = "eu-west-1") -> Use:
    return Use("ami-1", user, region, id, name, detail)


def test_before_anybody_asked_one_can_ask(qtbot: QtBot, tab: UsesTab, image: JudgedImage) -> None:
    tab.show_image(image, can_ask=True, asking=False)
    assert texts(tab) == ["Nobody has asked yet what uses this image."]
    with qtbot.waitSignal(tab.asked):
        button(tab, "Ask what uses it").click()
    tab.show_image(image, can_ask=True, asking=True)
    assert texts(tab) == ["Asking…"]


def test_where_there_is_no_account_there_is_no_button(tab: UsesTab, image: JudgedImage) -> None:
    tab.show_image(image, can_ask=False, asking=False)
    assert texts(tab)[1] == "Images of a file have no account to ask."
    assert not [b for b in tab.findChildren(QAbstractButton) if "Ask what" in b.text()]


def test_each_use_is_said_for_what_it_is(tab: UsesTab, image: JudgedImage) -> None:
    image.uses = (
        use(User.INSTANCE, "i-1", "web\u202e<b>", "running"),
        use(User.INSTANCE, "i-2"),
        use(User.LAUNCH_TEMPLATE, "lt-1", "base", "3 (default)"),
        use(User.LAUNCH_CONFIGURATION, "old"),
        use(User.AUTO_SCALING_GROUP, "fleet", "fleet"),
        use(User.REFERENCE, "arn:aws:ssm:::parameter/x", "", "ssm:Parameter"),
    )
    tab.show_image(image, can_ask=True, asking=False)
    said = [text for text in texts(tab) if len(text) > 1]
    assert said == [
        "Instance i-1 webU+202E<b> running",
        "Instance i-2",
        "Launch template base lt-1, version 3 (default)",
        "Launch configuration old",
        "Auto Scaling group fleet",
        "arn:aws:ssm:::parameter/x ssm:Parameter",
    ]


def test_nothing_found_says_what_was_not_asked(tab: UsesTab, image: JudgedImage) -> None:
    image.uses = ()
    tab.show_image(image, can_ask=True, asking=False)
    assert texts(tab) == [
        "Nothing that the account told of uses it.",
        "Other accounts that it is shared with, and templates outside EC2, are not asked.",
    ]


def test_what_may_use_it_through_a_parameter_is_said_apart(tab: UsesTab, image: JudgedImage) -> None:
    image.uses = ()
    unresolved = [
        Use("resolve:ssm:/web", User.LAUNCH_TEMPLATE, "eu-west-1", "lt-1", "web", "1"),
        Use("resolve:ssm:/far", User.LAUNCH_TEMPLATE, "us-east-1", "lt-2", "far", "1"),
    ]
    tab.show_image(image, can_ask=True, asking=False, unresolved=unresolved)
    assert "Launch template web lt-1, version 1 (resolve:ssm:/web)" in texts(tab)
    assert not [text for text in texts(tab) if "far" in text], "another Region's"
    image.uses = None
    tab.show_image(image, can_ask=True, asking=False, unresolved=unresolved)
    assert not [text for text in texts(tab) if "parameter" in text]
