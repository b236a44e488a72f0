"""What is not known: a condition, said once, or a doubt about single types."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.image import Image, Platform
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.launch import Launch
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.needs import Needs, Range

LINUX = OperatingSystem(family="linux", kind=OsKind.LINUX)


def test_what_a_current_image_of_a_system_has_is_said_once(knowledge: Knowledge) -> None:
    recommendation = advise(knowledge, Needs(os=LINUX))
    assert recommendation.by_outcome == {Outcome.UNKNOWN: 0, Outcome.DEGRADED: 0, Outcome.WORKS: 958}
    assert {unknown.fact for unknown in recommendation.conditions} == {"os.family"}
    assert all(unknown.doubt for unknown in recommendation.conditions)


def test_nothing_is_a_condition_for_a_system_that_can_do_it_all(knowledge: Knowledge) -> None:
    recommendation = advise(knowledge, Needs(os=knowledge.os_catalog.find("ubuntu", "22.04")))
    assert recommendation.conditions == recommendation.unknowns == ()


def test_a_doubt_about_some_types_stands_in_their_rows(knowledge: Knowledge) -> None:
    needs = Needs(os=knowledge.os_catalog.find("amazon-linux", "2"), architecture=Architecture.ARM64)
    recommendation = advise(knowledge, needs)
    outcomes = {entry.instance_type.name: entry.outcome for entry in recommendation.ranked}
    assert outcomes["m9g.large"] is Outcome.UNKNOWN
    assert outcomes["m8g.large"] is Outcome.WORKS
    assert recommendation.by_outcome[Outcome.UNKNOWN] > 0
    assert "os.graviton5" in {unknown.fact for unknown in recommendation.unknowns if unknown.doubt}
    assert recommendation.conditions == ()


def test_a_doubt_about_all_types_of_a_new_workload_is_a_condition(knowledge: Knowledge) -> None:
    system = knowledge.os_catalog.find("ubuntu", "14.04")
    recommendation = advise(knowledge, Needs(os=system, families=("m5",)))
    assert recommendation.by_outcome[Outcome.UNKNOWN] == 0
    assert {"os.ena_driver", "os.nvme_driver"} <= {unknown.fact for unknown in recommendation.conditions}


def test_of_an_image_that_one_has_no_doubt_is_a_mere_condition(knowledge: Knowledge) -> None:
    image = Image(
        architecture=Architecture.X86_64,
        virtualization_type=VirtualizationType.HVM,
        boot_mode=BootMode.UNSET,
        ena_support=True,
        sriov_net_support=True,
        tpm_support=False,
        platform=Platform.LINUX_UNIX,
        root_device_type=RootDeviceType.EBS,
    )
    recommendation = advise(knowledge, Needs(os=LINUX, image=image))
    assert recommendation.conditions == ()
    assert recommendation.by_outcome[Outcome.WORKS] == 0
    assert recommendation.by_outcome[Outcome.UNKNOWN] == len(recommendation.ranked)


def test_the_outcomes_add_up_to_the_types_that_fit(knowledge: Knowledge) -> None:
    for family, version in (("ubuntu", "14.04"), ("debian", "8"), ("windows", "2012"), ("amazon-linux", "2")):
        recommendation = advise(knowledge, Needs(os=knowledge.os_catalog.find(family, version)))
        assert sum(recommendation.by_outcome.values()) == len(recommendation.ranked)


@pytest.mark.parametrize("zone", ["us-west-2-lax-1a", "us-west-2a"])
@pytest.mark.parametrize("version", ["24.04", None])
def test_what_a_named_zone_offers_is_open_for_each_type(
    knowledge: Knowledge, zone: str, version: str | None
) -> None:
    needs = Needs(
        os=knowledge.os_catalog.find("ubuntu", version),
        region="us-west-2",
        request=Launch(zone=zone),
        vcpus=Range(4, 4),
    )
    advice = advise(knowledge, needs)
    assert advice.by_outcome[Outcome.UNKNOWN] == len(advice.ranked) > 0
    assert all("launch.zone_offers" in entry.open_on for entry in advice.ranked)
    assert "launch.zone_offers" not in {unknown.fact for unknown in advice.conditions}
    assert "launch.zone_offers" in {unknown.fact for unknown in advice.unknowns}
    assert zone in advice.summary.render(NullTranslations())
    known = advise(knowledge, replace(needs, request=Launch(zone=zone, zone_offers=True)))
    assert known.by_outcome[Outcome.UNKNOWN] == 0
    assert zone not in known.summary.render(NullTranslations())


def test_what_a_region_without_data_offers_is_open_for_each_type(knowledge: Knowledge) -> None:
    needs = Needs(
        os=knowledge.os_catalog.find("ubuntu", "24.04"), request=Launch(other_region="us-iso-east-1")
    )
    advice = advise(knowledge, needs)
    assert advice.by_outcome[Outcome.UNKNOWN] == len(advice.ranked) > 0


def test_what_all_types_of_a_zone_share_hides_no_doubt_of_single_ones(knowledge: Knowledge) -> None:
    needs = Needs(
        os=knowledge.os_catalog.find("amazon-linux", "2"),
        architecture=Architecture.ARM64,
        region="us-west-2",
        request=Launch(zone="us-west-2a"),
    )
    doubted = [entry.doubted for entry in advise(knowledge, needs).ranked]
    assert True in doubted
    assert doubted == sorted(doubted)


def test_what_is_lost_on_a_type_is_named_by_its_rule(knowledge: Knowledge) -> None:
    """Amazon Linux 2023 asks for more than half a GiB."""
    small = Needs(os=knowledge.os_catalog.find("amazon-linux", "2023"), memory_gib=Range(0.5, 1))
    ranked = advise(knowledge, small).ranked
    lost = {entry.instance_type.memory_gib: entry.lost for entry in ranked}
    assert lost == {0.5: ("A10",), 1.0: ()}
    said = ranked[-1].why.render(NullTranslations())
    assert said.startswith("runs with something lost (rule A10); ")
