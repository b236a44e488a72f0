from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication

from tests.aws.records import image as record
from tests.gui.fake_cloud import rows as made
from tests.gui.images.looking import button, texts
from wizard.gui.findings.migration_view import MigrationChangeView
from wizard.gui.images.details_tabs import ImageMigrationTab
from wizard.gui.widgets.label import Label
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.images.image_row import RowReader
from wizard.model.knowledge import Knowledge


@pytest.fixture
def tab(show: Callable[..., None]) -> ImageMigrationTab:
    tab = ImageMigrationTab()
    show(tab, 600, 900)
    return tab


def test_the_way_to_today_is_laid_out_for_the_region_where_the_image_is(
    tab: ImageMigrationTab, judge: Callable[..., list[JudgedImage]], knowledge: Knowledge
) -> None:
    pv = judge(made(2, "eu-central-1"))[1]
    tab.show_image(pv, knowledge)
    said = texts(tab)
    assert "From paravirtual to HVM" in said
    assert [text for text in said if text.startswith("These commands change things")]
    commands = [text for text in said if text.startswith("aws ec2 ")]
    assert commands
    assert all("--region eu-central-1" in text for text in commands if "--region" in text)
    assert tab.findChildren(MigrationChangeView)
    copy = next(b for b in tab.findChildren(type(button(tab, "Copy"))) if b.text() == "Copy")
    copy.click()
    assert "aws " in QGuiApplication.clipboard().text()


def test_an_image_that_can_go_on_as_it_is_says_so(
    tab: ImageMigrationTab, judge: Callable[..., list[JudgedImage]], knowledge: Knowledge
) -> None:
    good = record(1, Name="al2023-ami-2023", BootMode="uefi-preferred", ImdsSupport="v2.0")
    tab.show_image(judge([RowReader().read(good, "dev", "us-east-1", "")])[0], knowledge)
    assert "Your AMI can go on as it is." in texts(tab)
    assert not tab.findChildren(MigrationChangeView)


def test_a_region_that_the_catalogue_does_not_know_is_any_region(
    tab: ImageMigrationTab, judge: Callable[..., list[JudgedImage]], knowledge: Knowledge
) -> None:
    for region in ("mars-north-1", ""):
        tab.show_image(judge(made(2, region))[1], knowledge)
        assert "From paravirtual to HVM" in texts(tab)


def test_where_nothing_is_left_to_recommend_the_sentence_alone_stands_there(
    tab: ImageMigrationTab, judge: Callable[..., list[JudgedImage]], knowledge: Knowledge
) -> None:
    odd = record(1, Name="windows-arm", Platform="windows", PlatformDetails="Windows", Architecture="arm64")
    tab.show_image(judge([RowReader().read(odd, "dev", "us-east-1", "")])[0], knowledge)
    assert texts(tab)
    assert all(text.strip() for text in texts(tab))


def test_an_image_whose_system_is_out_of_support_is_not_told_to_go_on(
    tab: ImageMigrationTab, judge: Callable[..., list[JudgedImage]], knowledge: Knowledge
) -> None:
    old = record(1, Name="shop-debian-8-jessie", BootMode="legacy-bios")
    tab.show_image(judge([RowReader().read(old, "dev", "us-east-1", "")])[0], knowledge)
    first, rest = tab.findChildren(Label)[:2]
    assert first.text().startswith("Support for Debian 8 ended")
    assert first.font().bold() or first.font().weight() > rest.font().weight(), "only what matters most"
    assert "Your AMI can go on as it is." not in texts(tab)
