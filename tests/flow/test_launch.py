from __future__ import annotations

import datetime

import pytest

from wizard.flow.launch import launch_from
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
