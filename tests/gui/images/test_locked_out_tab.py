from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.fake_cloud import rows as made
from tests.gui.images.looking import TODAY, texts
from wizard.gui.findings.finding_card import FindingCard
from wizard.gui.findings.name_groups import NameGroups
from wizard.gui.images.details_tabs import LockedOutTab
from wizard.model.assessment.assessor import ImageAssessor
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.images.image_row import RowReader
from wizard.model.knowledge import Knowledge

WHOLE = {"VirtualizationType": "hvm", "RootDeviceType": "ebs", "State": "available"}


@pytest.fixture
def tab(show: Callable[..., None]) -> LockedOutTab:
    tab = LockedOutTab()
    show(tab, 500, 600)
    return tab


@pytest.fixture
def images(judge: Callable[..., list[JudgedImage]]) -> list[JudgedImage]:
    return judge(made(6, "us-east-1"))


def show_image(qtbot: QtBot, tab: LockedOutTab, image: JudgedImage, assessor: ImageAssessor) -> None:
    with qtbot.waitSignal(tab.built):
        tab.show_image(image, assessor)


def test_families_that_fall_to_the_same_rules_stand_together_the_largest_group_first(
    qtbot: QtBot, tab: LockedOutTab, images: list[JudgedImage], knowledge: Knowledge
) -> None:
    pv = images[1]
    show_image(qtbot, tab, pv, ImageAssessor(knowledge, TODAY))
    said = texts(tab)
    assert said[0] == f"Works with {pv.usable_families} of {pv.families} families"
    assert "Guessed from the AMI's name, legacy-amzn-ami-pv-2014.03-2." in said
    counts = [int(text.split()[3]) for text in said if text.startswith("Locked out of ")]
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) == len(pv.judged.locked_out)
    # Families are counted by group, and named where one asks for them.
    chips = [chip for group in tab.findChildren(NameGroups) for chip in group.chips]
    assert [chip for chip in chips if re.fullmatch(r"Nitro Intel  \d+ of \d+", chip.text())]
    xen = next(chip for chip in chips if chip.text().startswith("Xen HVM"))
    named = "Xen HVM: c4, d2, h1, i2, i3, m4, r3, r4, t2"
    assert named not in texts(tab)
    xen.click()
    assert named in texts(tab)
    xen.click()
    assert named not in texts(tab)
    assert tab.findChildren(FindingCard)
    assert [text for text in said if "takes only hvm AMIs" in text]


def test_what_it_works_with_is_listed_too(
    qtbot: QtBot, tab: LockedOutTab, images: list[JudgedImage], knowledge: Knowledge
) -> None:
    show_image(qtbot, tab, images[1], ImageAssessor(knowledge, TODAY))
    judged = images[1].judged
    usable = [f for f in judged.families if f not in (*judged.locked_out, *judged.elsewhere)]
    (chip,) = tab.findChildren(NameGroups)[0].chips
    assert chip.text() == f"PV era  {len(usable)} of {len(usable)}"
    assert chip.accessibleDescription() == ", ".join(usable)
    assert f"{images[1].judged.usable} types in all" in texts(tab)


def test_an_image_that_starts_nowhere_says_so_once(
    qtbot: QtBot, tab: LockedOutTab, images: list[JudgedImage], knowledge: Knowledge
) -> None:
    show_image(qtbot, tab, images[4], ImageAssessor(knowledge, TODAY))
    said = texts(tab)
    assert said[0] == "Works with 0 of 128 families"
    assert not [text for text in said if "types in all" in text]


def test_names_are_shown_letter_by_letter(
    qtbot: QtBot, tab: LockedOutTab, judge: Callable[..., list[JudgedImage]], knowledge: Knowledge
) -> None:
    record = {"ImageId": "ami-1", "Name": "ubuntu-22.04 <b>\u202ex", "Architecture": "arm64"} | WHOLE
    image = judge([RowReader().read(record, "dev", "us-east-1", "")])[0]
    show_image(qtbot, tab, image, ImageAssessor(knowledge, TODAY))
    assert [text for text in texts(tab) if "<b>U+202Ex" in text]
    assert not [text for text in texts(tab) if "\u202e" in text]
