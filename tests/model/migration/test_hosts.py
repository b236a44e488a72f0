"""Onto a Dedicated Host and away from one: the licence, the tenancy and the way back go along."""

from __future__ import annotations

from dataclasses import replace
from gettext import NullTranslations

import pytest

from tests.model.migration.test_context import HVM
from tests.model.migration.test_plan import commands
from tests.model.migration.test_wishes import ids, moved
from wizard.model.ec2.image import Platform
from wizard.model.ec2.launch import Launch, Tenancy
from wizard.model.knowledge import Knowledge
from wizard.model.migration.plan import plan_of
from wizard.model.recommend.advise import advise
from wizard.model.recommend.needs import Needs


@pytest.mark.parametrize("os", ["sles:15", "windows-sql:2019", "windows-sql:2016"])
def test_a_licence_of_aws_that_stays_behind_sends_no_instance_to_a_host(
    knowledge: Knowledge, os: str
) -> None:
    """AWS License Manager User Guide, Tenancy conversion (rules L7a and L7c)."""
    found = moved(knowledge, os, "m5.large", tenancy="host")
    assert ids(found) == ["new-system"]
    made = commands(found)
    assert made.index("allocate-hosts") < made.index("run-instances")
    assert "modify-instance-placement" not in made


def test_sql_server_with_a_licence_of_one_s_own_goes_to_a_host_as_it_is(knowledge: Knowledge) -> None:
    own = replace(HVM, platform=Platform.WINDOWS, usage_operation="RunInstances:0002")
    needs = Needs(
        os=knowledge.os_catalog.find("windows-sql", "2019"),
        image=own,
        current_type="m5.large",
        types=("m6i.large",),
        request=Launch(tenancy=Tenancy.HOST),
    )
    found = plan_of(knowledge, advise(knowledge, needs))
    assert found
    assert ids(found) == ["change-type"]
    assert "--tenancy host" in commands(found)


def test_an_instance_leaves_the_host_that_its_type_was_bound_to(knowledge: Knowledge) -> None:
    """u-6tb1.metal runs on Dedicated Hosts only, and its next type on shared hardware."""
    made = commands(moved(knowledge, "sles-sap:15", "u-6tb1.metal"))
    assert (
        made.index("stop-instances")
        < made.index("modify-instance-placement --instance-id INSTANCE_ID --tenancy default")
        < made.index("start-instances")
    )
    assert "modify-instance-placement" not in commands(moved(knowledge, "sles-sap:15", "u-6tb1.56xlarge"))


@pytest.mark.parametrize(
    ("os", "here", "answers", "back"),
    [
        ("windows:2016", "m5.4xlarge", {"tenancy": "host"}, ["--tenancy default"]),
        ("windows:2016", "m5.4xlarge", {"tenancy": "dedicated"}, ["--tenancy default"]),
        ("rhel:8", "m5.4xlarge", {"tenancy": "host"}, ["--tenancy default", "by another conversion"]),
        ("sles-sap:15", "u-6tb1.metal", {}, ["--tenancy host"]),
        ("windows:2016", "m5.4xlarge", {}, []),
    ],
)
def test_the_way_back_takes_the_tenancy_along(
    knowledge: Knowledge, os: str, here: str, answers: dict[str, object], back: list[str]
) -> None:
    (change,) = moved(knowledge, os, here, **answers).changes
    said = change.way_back.render(NullTranslations())
    assert f"change its type back to {here}" in said
    assert all(each in said for each in back)
    assert ("tenancy" in said) is bool(back)


@pytest.mark.parametrize(
    ("here", "arch", "there"), [("mac1.metal", "arm64_mac", "mac2"), ("mac2.metal", "x86_64_mac", "mac1")]
)
def test_a_mac_of_the_other_processor_is_a_fresh_one_on_a_host(
    knowledge: Knowledge, here: str, arch: str, there: str
) -> None:
    found = moved(knowledge, "macos:14", here, arch=arch)
    assert ids(found) == ["new-system"]
    made = commands(found)
    assert made.index(f"--instance-type {there}") < made.index("--placement Tenancy=host")
    assert "allocate-hosts" in made


def test_a_mac_that_stays_has_its_host_already(knowledge: Knowledge) -> None:
    assert moved(knowledge, "macos:15", "mac1.metal", type=["mac1.metal"]).changes == ()


def test_a_kernel_for_paravirtualization_on_a_type_that_runs_no_other_is_rebuilt(
    knowledge: Knowledge,
) -> None:
    """A system of one's own on M1, which takes HVM AMIs of Windows only (rule V4)."""
    found = moved(knowledge, "custom:", "m1.medium", **{"guest-xen-pv-kernel": "yes"})
    assert ids(found) == ["pv-to-hvm"]
