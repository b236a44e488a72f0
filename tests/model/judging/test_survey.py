from __future__ import annotations

import pytest

from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.image import BlockDevice, Image, Platform
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.launch import Launch
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.frozen import replace
from wizard.model.judging.survey import CatalogResult
from wizard.model.knowledge import Knowledge

HVM = Image(architecture=Architecture.X86_64, virtualization_type=VirtualizationType.HVM, ena_support=True)

ABLE = OperatingSystem(
    family="custom",
    kind=OsKind.OTHER,
    ena_driver=True,
    nvme_driver=True,
    bios_boot=True,
    uefi_boot=True,
    nitro_v4_network=True,
)

WHOLE = replace(
    HVM,
    platform=Platform.LINUX_UNIX,
    boot_mode=BootMode.UNSET,
    root_device_type=RootDeviceType.EBS,
    tpm_support=False,
)


@pytest.fixture
def survey(knowledge: Knowledge) -> CatalogResult:
    return knowledge.judge.survey(Launch(image=HVM, region="us-east-1"))


def test_every_type_is_in_one_outcome(survey: CatalogResult) -> None:
    masks = list(survey.outcomes.values())
    assert list(survey.outcomes) == list(Outcome)
    assert sum(masks) == survey.catalog.everything
    usable = (Outcome.WORKS, Outcome.DEGRADED, Outcome.UNKNOWN)
    assert survey.usable == sum(survey.outcomes[outcome] for outcome in usable)


def test_what_cannot_be_said_for_want_of_a_fact_is_open(survey: CatalogResult) -> None:
    m5 = survey.catalog.mask(lambda t: t.name == "m5.large")
    assert survey.open & m5
    assert survey.open & survey.outcomes[Outcome.REFUSED] == 0
    assert any(unknown.doubt for unknown in survey.unknowns(m5))


def test_a_region_without_offerings_leaves_a_doubt(knowledge: Knowledge) -> None:
    elsewhere = Launch(image=WHOLE, os=ABLE, other_region="us-gov-west-1")
    anywhere = replace(elsewhere, other_region=None)
    m5 = knowledge.catalog.mask(lambda t: t.name == "m5.large")
    assert knowledge.judge.survey(elsewhere).open & m5
    assert knowledge.judge.survey(anywhere).outcomes[Outcome.WORKS] & m5


def test_broken_rules_come_with_their_types_worst_first(survey: CatalogResult) -> None:
    broken = dict(survey.broken(survey.catalog.everything))
    severities = [rule.outcome.severity for rule in broken]
    assert severities == sorted(severities, reverse=True)
    arm = survey.catalog.mask(lambda t: Architecture.X86_64 not in t.architectures)
    assert {rule.id: types for rule, types in broken.items()}["A1"] == arm


def test_rules_are_asked_about_the_mask_only(survey: CatalogResult) -> None:
    t3 = survey.catalog.mask(lambda t: t.family == "t3")
    assert "A1" not in {rule.id for rule, _ in survey.broken(t3)}
    assert all(types & ~t3 == 0 for _, types in survey.broken(t3))
    assert list(survey.broken(0)) == []


def test_unknowns_are_those_that_could_make_it_worse(survey: CatalogResult) -> None:
    catalog = survey.catalog
    facts = {unknown.fact for unknown in survey.unknowns(catalog.mask(lambda t: t.name == "m5.large"))}
    assert "os.family" in facts
    assert survey.unknowns(catalog.mask(lambda t: Architecture.ARM64 in t.architectures)) == ()
    assert survey.unknowns(0) == ()


def test_nothing_is_unknown_of_a_system_that_can_do_it_all(knowledge: Knowledge) -> None:
    m5 = knowledge.catalog.mask(lambda t: t.name == "m5.large")
    survey = knowledge.judge.survey(Launch(image=WHOLE, os=ABLE, region="eu-west-1"))
    assert survey.unknowns(m5) == ()
    assert survey.outcomes[Outcome.WORKS] & m5


def test_of_a_local_zone_is_spoken_to_who_names_one(knowledge: Knowledge) -> None:
    """Some Local Zones have no gp3 volumes; without a zone EC2 takes an Availability Zone."""
    gp3 = replace(WHOLE, block_devices=(BlockDevice("/dev/xvda", "gp3"),), root_device_name="/dev/xvda")
    m5 = knowledge.catalog.mask(lambda t: t.name == "m5.large")
    survey = knowledge.judge.survey(Launch(image=gp3, os=ABLE, region="us-west-2"))
    assert survey.unknowns(m5) == ()
    assert survey.outcomes[Outcome.WORKS] & m5
    named = knowledge.judge.survey(Launch(image=gp3, os=ABLE, region="us-west-2", zone="us-west-2-lax-1a"))
    assert [unknown.fact for unknown in named.unknowns(m5)] == ["launch.zone_offers"]
    assert named.outcomes[Outcome.UNKNOWN] & m5
