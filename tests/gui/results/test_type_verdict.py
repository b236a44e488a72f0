from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from wizard.gui.results.type_details import TypeDetails
from wizard.gui.results.type_verdict import TypeVerdict, verdict_on
from wizard.gui.session import Session
from wizard.model.ec2.finding import Reason
from wizard.model.ec2.instance_type import VirtualizationType


def ask(session: Session, name: str) -> TypeVerdict:
    instance_type = session.knowledge.catalog.get(name)
    assert instance_type is not None
    return verdict_on(session.knowledge, session.recommendation.needs, instance_type)


def test_every_ranked_type_fits_and_no_other(session: Session) -> None:
    session.answer("os", "windows")
    session.answer("vcpus", {"minimum": 4, "maximum": 8})
    ranked = {row.instance_type.name for row in session.recommendation.ranked}
    for instance_type in session.knowledge.catalog.types[::25]:
        assert ask(session, instance_type.name).fits is (instance_type.name in ranked)


def test_every_answer_that_is_not_met_is_named(session: Session) -> None:
    session.answer("os", "ubuntu")
    session.answer("vcpus", {"minimum": 64})
    session.answer("hypervisor", "nitro")
    verdict = ask(session, "t1.micro")
    assert [id for id, _ in verdict.missed] == ["vcpus", "hypervisor"]
    assert Reason.VIRTUALIZATION in {finding.reason for finding in verdict.verdict.findings}


def test_the_image_one_has_is_judged_too(session: Session) -> None:
    session.answer("start", "image")
    session.answer(
        "image",
        {
            "ImageId": "ami-1",
            "Architecture": "x86_64",
            "VirtualizationType": "paravirtual",
            "RootDeviceType": "ebs",
        },
    )
    verdict = ask(session, "m5.large")
    assert verdict.fits
    assert verdict.profile.virtualization_type is VirtualizationType.HVM
    assert verdict.own is not None
    assert not verdict.own.outcome.usable


def test_an_open_region_is_no_gap(session: Session) -> None:
    assert "launch.region" not in {unknown.fact for unknown in ask(session, "m5.large").verdict.unknowns}


@pytest.fixture
def details(qtbot: QtBot) -> TypeDetails:
    details = TypeDetails()
    qtbot.addWidget(details)
    details.resize(600, 300)
    details.show()
    return details


def shown(details: TypeDetails) -> list[str]:
    return [label.text() for label in details.widget().findChildren(QLabel)]
