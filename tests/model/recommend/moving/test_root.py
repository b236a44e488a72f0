"""A root on an instance store is given up for an EBS volume, and no larger type is taken for its sake."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from tests.model.recommend.advised import advised
from wizard.flow.kind import Value
from wizard.model.ec2.instance_type import RootDeviceType
from wizard.model.knowledge import Knowledge
from wizard.model.migration.plan import plan_of

TR = NullTranslations()
AT_ITS_END = "AMIs with an instance-store root are at their end of life"


@pytest.mark.parametrize(
    ("current", "system", "more", "there"),
    [
        ("m3.medium", "ubuntu 14.04", {}, "m8a.medium"),
        ("m3.medium", "ubuntu 24.04", {"generation": "current"}, "m8a.medium"),
        ("m3.medium", "amazon-linux 2018.03", {"image_virtualization": "hvm"}, "m8a.medium"),
        ("m1.small", "debian 7", {}, "c8a.medium"),
        ("c1.medium", "ubuntu 12.04", {}, "t8i.small"),
        ("c3.large", "centos 6", {}, "c8id.large"),
        # It starts from EBS today, whatever was asked for.
        ("m5.large", "ubuntu 24.04", {}, "m8i.large"),
    ],
)
def test_what_moves_goes_to_an_ordinary_type(
    knowledge: Knowledge, current: str, system: str, more: dict[str, Value], there: str
) -> None:
    """X1 starts from an instance store as well, with 64 vCPUs: nobody moves one vCPU there."""
    family, version = system.split()
    found = advised(
        knowledge,
        start="instance",
        os=family,
        os_version=version,
        current_type=current,
        need=["instance-store-root"],
        **more,
    )
    assert found.ranked[0].instance_type.name == there
    assert found.decision is not None
    assert found.decision.root_device_type is RootDeviceType.EBS
    said = found.summary.render(TR)
    assert AT_ITS_END in said
    assert "So this is the advice for an EBS root." in said


def test_an_image_that_stays_is_copied_to_ebs_before_anything_else(knowledge: Knowledge) -> None:
    found = advised(
        knowledge,
        start="instance",
        os="ubuntu",
        os_version="16.04",
        os_after="same",
        current_type="m3.medium",
        need=["instance-store-root"],
        image_virtualization="hvm",
    )
    assert "put it on EBS first." in found.summary.render(TR)
    plan = plan_of(knowledge, found)
    assert plan is not None
    assert [change.id for change in plan.changes] == ["instance-store-to-ebs", "xen-to-nitro-linux"]


def test_who_starts_anew_may_still_insist_and_is_told_first(knowledge: Knowledge) -> None:
    found = advised(knowledge, os="ubuntu", os_version="24.04", need=["instance-store-root"])
    assert found.decision is not None
    assert found.decision.root_device_type is RootDeviceType.INSTANCE_STORE
    said = found.summary.render(TR)
    assert said.startswith(AT_ITS_END)
    assert "Leave that need out for an EBS root." in said
    assert AT_ITS_END not in advised(knowledge, os="ubuntu", os_version="24.04").summary.render(TR)
