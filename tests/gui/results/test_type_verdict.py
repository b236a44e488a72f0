from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from wizard.gui.results.type_details import TypeDetails
from wizard.gui.results.type_verdict import TypeVerdict, verdict_on
from wizard.gui.session import Conversation
from wizard.gui.theme.icons import Icons
from wizard.model.ec2.finding import Reason
from wizard.model.ec2.instance_type import VirtualizationType
from wizard.model.message import Translations


def ask(conversation: Conversation, name: str) -> TypeVerdict:
    instance_type = conversation.knowledge.catalog.get(name)
    assert instance_type is not None
    return verdict_on(conversation.knowledge, conversation.recommendation.needs, instance_type)


def test_every_ranked_type_fits_and_no_other(conversation: Conversation) -> None:
    conversation.answer("os", "windows")
    conversation.answer("vcpus", {"minimum": 4, "maximum": 8})
    ranked = {row.instance_type.name for row in conversation.recommendation.ranked}
    for instance_type in conversation.knowledge.catalog.types[::25]:
        assert ask(conversation, instance_type.name).fits is (instance_type.name in ranked)


def test_every_answer_that_is_not_met_is_named(conversation: Conversation) -> None:
    conversation.answer("os", "ubuntu")
    conversation.answer("vcpus", {"minimum": 64})
    conversation.answer("hypervisor", "nitro")
    verdict = ask(conversation, "t1.micro")
    assert [id for id, _ in verdict.missed] == ["vcpus", "hypervisor"]
    assert Reason.VIRTUALIZATION in {finding.reason for finding in verdict.verdict.findings}


def test_the_image_one_has_is_judged_too(conversation: Conversation) -> None:
    conversation.answer("start", "image")
    conversation.answer(
        "image",
        {
            "ImageId": "ami-1",
            "Architecture": "x86_64",
            "VirtualizationType": "paravirtual",
            "RootDeviceType": "ebs",
        },
    )
    verdict = ask(conversation, "m5.large")
    assert verdict.fits
    assert verdict.profile.virtualization_type is VirtualizationType.HVM
    assert verdict.own is not None
    assert not verdict.own.outcome.usable


def test_an_open_region_is_no_gap(conversation: Conversation) -> None:
    assert "launch.region" not in {unknown.fact for unknown in ask(conversation, "m5.large").verdict.unknowns}


@pytest.fixture
def details(qtbot: QtBot, icons: Icons, english: Translations) -> TypeDetails:
    details = TypeDetails(icons, english)
    qtbot.addWidget(details)
    details.resize(600, 300)
    details.show()
    return details


def shown(details: TypeDetails) -> list[str]:
    return [label.text() for label in details.widget().findChildren(QLabel)]
