from __future__ import annotations

import datetime
import re

import pytest

from wizard.flow.answer_error import AnswerError
from wizard.flow.launch import launch_from, verdict_on
from wizard.model.ec2.finding import Verdict
from wizard.model.ec2.image import Image, Platform
from wizard.model.ec2.launch import Launch, Tenancy
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.knowledge import Knowledge


def test_every_option_is_the_launchs_own(knowledge: Knowledge) -> None:
    options = {
        "spot": True,
        "tenancy": "host",
        "hibernation": True,
        "root_encrypted": False,
        "enclave": True,
        "ebs_optimized": True,
        "cpu_options": True,
        "amd_sev_snp": True,
        "nested_virtualization": True,
        "http_tokens": "required",
    }
    record = {"os": {"family": "ubuntu", "version": "22.04"}, "region": "eu-west-1", "options": options}
    image = Image(image_id="ami-1")
    assert launch_from(record, image, knowledge) == Launch(
        image=image,
        os=knowledge.os_catalog.find("ubuntu", "22.04"),
        region="eu-west-1",
        today=datetime.datetime.now(datetime.UTC).date(),
        tenancy=Tenancy.HOST,
        spot=True,
        hibernation=True,
        enclave=True,
        ebs_optimized=True,
        cpu_options=True,
        sev_snp=True,
        nested_virtualization=True,
        root_encrypted=False,
        http_tokens="required",
    )


def test_a_system_that_is_not_listed_keeps_its_name(knowledge: Knowledge) -> None:
    record = {"os": {"family": "templeos", "version": "5.03"}}
    assert launch_from(record, Image(), knowledge).os == OperatingSystem(family="templeos", version="5.03")


@pytest.mark.parametrize("system", [None, {}, {"family": None}])
def test_a_system_that_nobody_names_is_guessed(knowledge: Knowledge, system: object) -> None:
    image = Image(name="debian-12-amd64-20240101-1234", platform=Platform.LINUX_UNIX)
    guessed = launch_from({"os": system}, image, knowledge).os
    assert (guessed.family, guessed.version) == ("debian", "12")
    assert guessed.guess is not None


def test_nothing_said_is_nothing_asked_for(knowledge: Knowledge) -> None:
    launch = launch_from({}, Image(), knowledge)
    assert launch == Launch(today=launch.today)


def asked(record: dict[str, object], knowledge: Knowledge) -> tuple[str, Verdict]:
    return verdict_on({"instance_type": "m5.large"} | record, Image(), knowledge)


def test_the_type_is_judged_with_the_options_of_the_launch(knowledge: Knowledge) -> None:
    name, verdict = asked({"instance_type": "t2.micro", "options": {"efa": True}}, knowledge)
    assert name == "t2.micro"
    assert "F8" in [finding.rule for finding in verdict.findings]


def test_of_a_type_that_the_data_lack_just_that_is_said(knowledge: Knowledge) -> None:
    name, verdict = asked({"instance_type": "cc1.4xlarge", "options": {"efa": True}}, knowledge)
    assert (name, verdict.findings) == ("cc1.4xlarge", ())
    assert [unknown.fact for unknown in verdict.unknowns] == ["type.still_offered"]


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"instance_type": None}, "instance_type: null does not fit; expected the name of an instance type"),
        ({"instance_type": "m5.larg"}, "instance_type: 'm5.larg' is not known; expected one of the 1,395"),
        ({"instance_type": "cc1.4xlarg"}, "the nearest is cc1.4xlarge"),
        ({"os": "linux"}, "os: 'linux' does not fit; expected an object with family and version"),
        ({"os": {"family": 1}}, "os.family: 1 does not fit; expected family and version, both texts"),
        ({"os": {"name": "x"}}, "os.name: 'x' does not fit; expected family and version, both texts"),
        ({"options": ["spot"]}, "options: ['spot'] does not fit; expected an object of launch options"),
        ({"options": {"spott": True}}, "options: 'spott' is not known; .* the nearest is spot"),
        ({"options": {"spot": "yes"}}, "options.spot: 'yes' does not fit; expected true or false"),
        ({"options": {"zone_offers": "yes"}}, "options.zone_offers: 'yes' does not fit; expected true or"),
        (
            {"options": {"tenancy": "x"}},
            "options.tenancy: 'x' does not fit; expected default, dedicated, host",
        ),
    ],
)
def test_what_does_not_fit_is_named_with_what_was_expected(
    knowledge: Knowledge, record: dict[str, object], said: str
) -> None:
    with pytest.raises(AnswerError, match=re.escape(said).replace(r"\.\*", ".*")):
        asked(record, knowledge)


@pytest.mark.parametrize(
    ("record", "zone"),
    [
        ({"zone": "us-west-2a"}, "us-west-2a"),
        ({"options": {"zone": "us-west-2b"}}, "us-west-2b"),
        ({"zone": "us-west-2a", "options": {"zone": "us-west-2b"}}, "us-west-2a"),
        ({"zone": None, "options": {"zone": "us-west-2b", "spot": None}}, "us-west-2b"),
    ],
)
def test_a_zone_stands_beside_the_region_or_among_the_options(
    knowledge: Knowledge, record: dict[str, object], zone: str
) -> None:
    launch = launch_from(record, Image(), knowledge)
    assert (launch.zone, launch.region, launch.spot) == (zone, "us-west-2", False)


def test_what_comes_behind_a_zone_among_the_options_counts(knowledge: Knowledge) -> None:
    launch = launch_from({"options": {"zone": "us-west-2b", "spot": True}}, Image(), knowledge)
    assert (launch.zone, launch.spot) == ("us-west-2b", True)
