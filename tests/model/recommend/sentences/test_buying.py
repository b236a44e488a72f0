"""What is bought otherwise than On-Demand is said with the answer: Spot, Dedicated Hosts, Macs."""

from __future__ import annotations

from gettext import NullTranslations
from typing import Any

import pytest

from tests.model.recommend.advised import advised
from wizard.model.ec2.finding import Outcome
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.recommendation import Recommendation
from wizard.model.recommend.sentences.buying import fleet
from wizard.report.launch.image_to_take import which_image


def of_ubuntu(knowledge: Knowledge, **answers: Any) -> Recommendation:
    return advised(knowledge, **{"os": "ubuntu", "os_version": "24.04"} | answers)


def said(knowledge: Knowledge, **answers: Any) -> str:
    return of_ubuntu(knowledge, **answers).headline.first.render(NullTranslations())


def test_spot_asks_for_several_types_of_one_size(knowledge: Knowledge) -> None:
    recommendation = of_ubuntu(knowledge, need=["spot"], vcpus={"minimum": 4}, memory_gib={"minimum": 16})
    types = fleet(recommendation.needs, recommendation.ranked)
    assert len(types) == 10
    assert types[0] is recommendation.ranked[0].instance_type
    assert {t.vcpus for t in types} == {4}
    assert all(16 <= t.memory_gib <= 32 and t.current_generation for t in types)
    text = recommendation.headline.first.render(NullTranslations())
    assert (
        "interrupted with two minutes' notice, so ask for several types at once (price-capacity-optimized"
        in text
    )
    assert text.endswith(f"{', '.join(t.name for t in types)}.")


@pytest.mark.parametrize("answers", [{}, {"type": ["m5.large"]}])
def test_of_one_type_or_none_there_is_no_fleet(knowledge: Knowledge, answers: dict[str, Any]) -> None:
    text = said(knowledge, need=["spot"], **answers)
    assert text.endswith("for the work that bears it, and from several types at once.")


def test_on_demand_needs_no_fleet(knowledge: Knowledge) -> None:
    recommendation = of_ubuntu(knowledge, vcpus={"minimum": 4})
    assert fleet(recommendation.needs, recommendation.ranked) == ()


@pytest.mark.parametrize(
    ("os", "version", "licence"),
    [
        ("windows", "2025", "Microsoft allows for Windows Server 2019 and older only."),
        ("windows", "2022", "Microsoft allows for Windows Server 2019 and older only."),
        ("windows", "2019", "import an image of your own."),
        ("windows", "2012r2", "import an image of your own."),
        ("windows-client", "11", "allocate one for the type first."),
        ("ubuntu", "24.04", "allocate one for the type first."),
    ],
)
def test_a_dedicated_host_is_allocated_first(
    knowledge: Knowledge, os: str, version: str, licence: str
) -> None:
    text = said(knowledge, os=os, os_version=version, tenancy="host", vcpus={"minimum": 8})
    assert "It runs on a Dedicated Host of yours: allocate one for the type first." in text
    assert text.endswith(licence)


@pytest.mark.parametrize(
    ("os", "version", "image"),
    [
        ("rhel", "9", "Access2"),
        ("sles", "15", "sles-byos"),
        ("sles-sap", "15", "suse-sles-sap-15-sp7-byos"),
        ("rhel-ha", "9", "Access2"),
    ],
)
def test_a_dedicated_host_takes_red_hat_and_suse_with_a_subscription_of_ones_own_only(
    knowledge: Knowledge, os: str, version: str, image: str
) -> None:
    given = {"os": os, "tenancy": "host", "os_version": version}
    assert "cannot be used there: take one with a subscription of your own (BYOS)." in said(
        knowledge, **given
    )
    recommendation = of_ubuntu(knowledge, **given)
    which = which_image(recommendation, knowledge)
    assert which is not None
    assert image in which.render(NullTranslations())
    assert "BYOS" not in str(of_ubuntu(knowledge, os=os, os_version=version).needs.system.title)


@pytest.mark.parametrize(
    ("os", "version", "words", "image"),
    [
        ("windows-sql", "2019", "AWS's images with SQL Server cannot be used there", "Windows_Server-2019-English-Full-Base"),
        ("windows-sql", "2022-sql2019", "cannot be used there", "Windows_Server-2022-English-Full-Base"),
        ("windows-sql-web", "2022", "install SQL Server with a licence of your own", "Windows_Server-2022-English-Full-Base"),
        ("windows-sql-enterprise", "2025", "take Windows alone", "Windows_Server-2025-English-Full-Base"),
        ("ubuntu", "24.04-pro", "attach Pro with a token of your own", "/ubuntu/server/24.04/"),
    ],
)  # fmt: skip
def test_a_dedicated_host_takes_no_licence_of_aws_but_that_of_windows(
    knowledge: Knowledge, os: str, version: str, words: str, image: str
) -> None:
    given = {"os": os, "tenancy": "host", "os_version": version}
    assert words in said(knowledge, **given)
    which = which_image(of_ubuntu(knowledge, **given), knowledge)
    assert which is not None
    assert image in which.render(NullTranslations())
    assert "SQL_" not in which.render(NullTranslations())
    elsewhere = which_image(of_ubuntu(knowledge, os=os, os_version=version), knowledge)
    assert elsewhere is not None
    assert image not in elsewhere.render(NullTranslations())


def test_sql_server_express_costs_nothing_and_runs_on_a_dedicated_host_as_it_is(knowledge: Knowledge) -> None:
    given = {"os": "windows-sql-express", "tenancy": "host", "os_version": "2019"}
    which = which_image(of_ubuntu(knowledge, **given), knowledge)
    assert which is not None
    assert "SQL_2019_Express" in which.render(NullTranslations())
    assert "cannot be used there" not in said(knowledge, **given)


def test_macs_are_no_spot_instances_and_that_comes_first(knowledge: Knowledge) -> None:
    text = said(knowledge, os="macos", os_version="15", need=["spot"])
    assert text.startswith(
        "Macs run on Dedicated Hosts only, each for at least 24 hours, and are never sold as Spot."
    )


@pytest.mark.parametrize(
    ("zone", "vcpus", "memory", "first"),
    [
        ("us-west-2-lax-1a", 4, 16, "m5.xlarge"),
        ("us-east-1-bos-1a", 4, 8, "c5.xlarge"),
        ("use1-bos1-az1", 2, 4, "c5.large"),
        ("us-west-2-lax-1b", 8, 64, "r5.2xlarge"),
        ("us-west-2a", 4, 16, "m8i.xlarge"),
    ],
)
def test_in_a_local_zone_the_families_known_from_such_zones_stand_first(
    knowledge: Knowledge, zone: str, vcpus: int, memory: int, first: str
) -> None:
    """Nobody can say which types a Local Zone has; the newest are the least likely."""
    wish = {"zone": zone, "vcpus": {"minimum": vcpus}, "memory_gib": {"minimum": memory}}
    recommendation = of_ubuntu(knowledge, **wish)
    assert recommendation.ranked[0].instance_type.name == first
    text = recommendation.headline.first.render(NullTranslations())
    local = not zone.endswith("2a")
    assert ("only some of its Region's types, and which is not known here" in text) is local
    assert ("known from Local Zones stand first (C5, C5d, G4dn, M5, R5, T3)" in text) is local
    assert "known from Local Zones" not in said(knowledge, **wish, zone_offers="yes")


def test_in_a_local_zone_a_size_that_none_of_its_known_families_has_is_said(knowledge: Knowledge) -> None:
    text = said(knowledge, zone="us-west-2-lax-1a", memory_gib={"minimum": 2000})
    assert "None that fits is of a family that is known from Local Zones (C5, C5d" in text


@pytest.mark.parametrize(
    ("zone", "listed"),
    [
        ("us-east-1-wl1-bos-wlz-1", {"t3.medium", "t3.xlarge", "r5.2xlarge", "g4dn.2xlarge"}),
        ("use1-wl1-bos-wlz1", {"t3.medium", "t3.xlarge", "r5.2xlarge", "g4dn.2xlarge"}),
        ("eu-west-2-wl2-man-wlz-1", {"t3.medium", "t3.xlarge", "r5.2xlarge", "g4dn.2xlarge"}),
        (
            "eu-west-3-cmn-wlz-1a",
            {"t3.medium", "r5.large", "r5.2xlarge", "m5.2xlarge", "c5.xlarge"}
            | {"c5.2xlarge", "c5.4xlarge", "g4dn.2xlarge"},
        ),
    ],
)
def test_in_a_wavelength_zone_only_what_awss_page_names_is_listed(
    knowledge: Knowledge, zone: str, listed: set[str]
) -> None:
    recommendation = of_ubuntu(knowledge, zone=zone)
    assert {entry.instance_type.name for entry in recommendation.ranked} == listed
    assert {entry.outcome for entry in recommendation.ranked} == {Outcome.WORKS}
    text = recommendation.headline.text.render(NullTranslations())
    assert "Listed are the types that AWS's page on Wavelength Zones names" in text
    assert f"What the zone {zone} offers today AWS says: aws ec2 describe-instance-type-offerings" in text


def test_who_says_what_a_wavelength_zone_has_is_believed(knowledge: Knowledge) -> None:
    recommendation = of_ubuntu(knowledge, zone="us-east-1-wl1-bos-wlz-1", zone_offers="yes", family=["c6i"])
    assert recommendation.ranked
    assert "AWS's page on Wavelength Zones" not in recommendation.headline.text.render(NullTranslations())


def test_a_wavelength_zone_has_no_dedicated_hosts(knowledge: Knowledge) -> None:
    recommendation = of_ubuntu(knowledge, zone="us-east-1-wl1-bos-wlz-1", tenancy="host")
    assert not recommendation.ranked
    assert {relaxation.answer for relaxation in recommendation.relax} == {"zone", "tenancy"}
