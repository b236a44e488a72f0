"""Plans lead from what one has to what is recommended, and carry the values of both."""

from __future__ import annotations

import re
from gettext import NullTranslations

import pytest

from tests.model.migration.test_context import HVM, PV
from wizard.model.ec2.feature import Feature
from wizard.model.ec2.image import Image, Platform
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.migration.plan import Plan, plan, plan_of
from wizard.model.recommend.advise import advise
from wizard.model.recommend.needs import Needs, Range

LINUX = OperatingSystem(family="linux", kind=OsKind.LINUX)
WINDOWS = OperatingSystem(family="windows", kind=OsKind.WINDOWS)
STORE = replace(HVM, root_device_type=RootDeviceType.INSTANCE_STORE, ena_support=False)
TPM = frozenset({Feature.TPM})


def planned(knowledge: Knowledge, needs: Needs) -> Plan:
    found = plan_of(knowledge, advise(knowledge, needs))
    assert found
    return found


def said(found: Plan) -> str:
    return found.summary.render(NullTranslations())


def commands(found: Plan) -> str:
    return "\n".join(step.command or "" for change in found.changes for step in change.steps)


@pytest.mark.parametrize(
    ("needs", "changes"),
    [
        (Needs(os=LINUX, image=HVM), []),
        (Needs(os=LINUX, image=HVM, current_type="m5.large"), ["change-type"]),
        (Needs(os=LINUX, image=HVM, current_type="m4.large"), ["xen-to-nitro-linux"]),
        (Needs(os=LINUX, image=replace(HVM, ena_support=False)), ["xen-to-nitro-linux"]),
        (Needs(os=WINDOWS, image=HVM, current_type="m4.large"), ["xen-to-nitro-windows"]),
        (Needs(os=WINDOWS, image=Image(), current_type="m4.large"), ["xen-to-nitro-windows"]),
        (
            Needs(image=replace(HVM, platform=Platform.WINDOWS), current_type="m4.large"),
            ["xen-to-nitro-windows"],
        ),
        (Needs(os=LINUX, image=HVM, families=("m4",), current_type="t2.micro"), ["change-type"]),
        (Needs(os=LINUX, image=PV, current_type="m1.small"), ["pv-to-hvm"]),
        (Needs(os=LINUX, image=STORE), ["instance-store-to-ebs", "xen-to-nitro-linux"]),
        (Needs(os=LINUX, image=HVM, features=TPM), ["bios-to-uefi"]),
        (
            Needs(os=LINUX, image=replace(HVM, boot_mode=BootMode.UEFI_PREFERRED), features=TPM),
            ["to-nitrotpm"],
        ),
        (
            Needs(os=LINUX, image=HVM, architecture=Architecture.ARM64, current_type="m4.large"),
            ["x86-to-arm"],
        ),
    ],
)
def test_changes(knowledge: Knowledge, needs: Needs, changes: list[str]) -> None:
    assert [change.id for change in planned(knowledge, needs).changes] == changes


@pytest.mark.parametrize("needs", [Needs(os=LINUX), Needs(os=LINUX, image=HVM, vcpus=Range(9999))])
def test_no_plan_without_an_image_or_a_decision(knowledge: Knowledge, needs: Needs) -> None:
    assert plan(knowledge, advise(knowledge, needs), None) is None


def test_no_plan_from_a_type_that_nobody_knows_to_a_size_that_nobody_said(knowledge: Knowledge) -> None:
    needs = Needs(os=LINUX, image=HVM, current_type="q9.large")
    assert plan_of(knowledge, advise(knowledge, needs)) is None
    assert plan_of(knowledge, advise(knowledge, replace(needs, vcpus=Range(4)))) is not None


@pytest.mark.parametrize(
    ("needs", "sentence"),
    [
        (Needs(os=LINUX, image=HVM), "Your AMI can go on as it is."),
        (
            Needs(os=LINUX, image=HVM, types=("m5.large",), current_type="m5.large"),
            "Your AMI can go on as it is.",
        ),
        (
            Needs(os=LINUX, image=HVM, types=("m6i.large",), current_type="m5.large"),
            "One change leads from m5.large to m6i.large.",
        ),
        (
            Needs(os=LINUX, image=PV, types=("m6i.large",), current_type="m1.small"),
            "One change leads from m1.small to m6i.large.",
        ),
        (
            Needs(os=LINUX, image=PV, types=("m3.medium",), current_type="m3.medium"),
            "One change leads from your AMI to m3.medium.",
        ),
        (
            Needs(os=LINUX, image=STORE, types=("m6i.large",)),
            "2 changes lead from your AMI to m6i.large, in this order.",
        ),
        (Needs(image=Image()), "Nothing that is known of your AMI asks for a change."),
    ],
)
def test_the_plan_in_one_sentence(knowledge: Knowledge, needs: Needs, sentence: str) -> None:
    assert said(planned(knowledge, needs)) == sentence


@pytest.mark.parametrize("architecture", [Architecture.I386, Architecture.ARM64])
def test_what_no_change_reaches_does_not_go_on(knowledge: Knowledge, architecture: Architecture) -> None:
    image = replace(HVM, architecture=architecture)
    found = planned(knowledge, Needs(os=LINUX, image=image, types=("m6i.large",)))
    assert found.changes == ()
    assert said(found).startswith("Your AMI does not work on m6i.large")


def test_what_is_missing_is_said(knowledge: Knowledge) -> None:
    assert planned(knowledge, Needs(os=LINUX, image=HVM)).doubt is None
    doubt = planned(knowledge, Needs(os=LINUX, image=replace(HVM, boot_mode=None), features=TPM)).doubt
    assert doubt
    assert doubt.render(NullTranslations()) == (
        "Not known of your AMI: boot mode. The steps are the longest that it may take; the first of them shows what is "
        "there already."
    )


PV_SYSTEM = OperatingSystem(family="linux", kind=OsKind.LINUX, xen_pv_kernel=True)


@pytest.mark.parametrize(
    ("os", "here", "asked"),
    [
        (PV_SYSTEM, "c3.8xlarge", True),
        (LINUX, "m3.large", True),
        # What settles it: a type that takes HVM alone, Windows, a kernel that cannot be paravirtual.
        (LINUX, "m4.large", False),
        (WINDOWS, "c3.8xlarge", False),
        (replace(PV_SYSTEM, xen_pv_kernel=False), "c3.8xlarge", False),
    ],
)
def test_steps_for_hvm_say_so_where_the_image_could_be_paravirtual(
    knowledge: Knowledge, os: OperatingSystem, here: str, asked: bool
) -> None:
    found = planned(knowledge, Needs(os=os, image=Image(), current_type=here, types=("m6i.large",)))
    assert [change.id.rpartition("-")[0] for change in found.changes] == ["xen-to-nitro"]
    doubt = found.doubt.render(NullTranslations()) if found.doubt else ""
    assert ("A paravirtual one cannot take them" in doubt) == asked
    assert ("virtualization type" in doubt) == asked


def test_commands_carry_the_values(knowledge: Knowledge) -> None:
    needs = Needs(os=LINUX, image=HVM, features=TPM, types=("m6i.large",), region="eu-central-1")
    made = commands(planned(knowledge, needs))
    assert "--image-id ami-0123456789abcdef0 --instance-type m6i.large" in made
    assert "--architecture x86_64" in made
    assert "--boot-mode uefi --tpm-support v2.0" in made
    calls = [line for line in made.splitlines() if line.startswith("aws")]
    assert all(" --region eu-central-1" in call for call in calls)
    assert "aws ec2 wait instance-stopped --region eu-central-1 --instance-ids COPY_ID" in calls


def test_a_copied_root_keeps_what_it_was_registered_with(knowledge: Knowledge) -> None:
    image = replace(
        PV,
        root_device_type=RootDeviceType.INSTANCE_STORE,
        root_device_name="/dev/xvda1",
        kernel_id="aki-919dcaf8",
    )
    stay = VirtualizationType.PARAVIRTUAL
    needs = Needs(os=LINUX, image=image, virtualization_type=stay, current_type="m1.small")
    found = planned(knowledge, needs)
    assert [change.id for change in found.changes] == ["instance-store-to-ebs", "change-type"]
    made = commands(found)
    assert "--virtualization-type paravirtual --kernel-id aki-919dcaf8" in made
    assert "--root-device-name /dev/xvda1" in made
    assert "--instance-type m1.small" in made


HOSTILE = "ami-1; rm -rf / \u202e"


def test_what_ec2_never_gave_stays_out_of_commands(knowledge: Knowledge) -> None:
    image = replace(
        PV,
        image_id=HOSTILE,
        kernel_id=HOSTILE,
        root_device_name=HOSTILE,
        root_device_type=RootDeviceType.INSTANCE_STORE,
    )
    needs = Needs(os=LINUX, image=image, virtualization_type=VirtualizationType.PARAVIRTUAL)
    made = commands(planned(knowledge, needs))
    assert "rm -rf" not in made
    assert "--image-ids AMI_ID" in made
    assert "--kernel-id KERNEL_ID" in made
    assert "--root-device-name /dev/sda1" in made
    recommendation = advise(knowledge, needs)
    odd = replace(recommendation, needs=replace(needs, region="eu; rm -rf /"))
    found = plan_of(knowledge, odd)
    assert found
    assert "rm -rf" not in commands(found)


def test_texts_carry_the_values_too(knowledge: Knowledge) -> None:
    found = planned(
        knowledge, Needs(os=LINUX, image=HVM, types=("m6i.large",), current_type="m4.large")
    ).changes[0]
    texts = [text.render(NullTranslations()) for text in (found.way_back, *found.preconditions)]
    assert "change its type back to m4.large" in texts[0]
    assert "No more volumes are attached than m6i.large takes." in texts
    assert not [text for text in texts if "{" in text]


def test_another_system_comes_in_on_a_fresh_instance(knowledge: Knowledge) -> None:
    find = knowledge.os_catalog.find
    old, new = find("amazon-linux", "2"), find("amazon-linux", "2023")
    found = planned(
        knowledge, Needs(os=old, os_after=new, image=HVM, types=("m6i.large",), current_type="m4.large")
    )
    assert [change.id for change in found.changes] == ["new-system"]
    assert found.changes[0].title.render(NullTranslations()) == "To Amazon Linux 2023 on a fresh instance"
    assert "modify-instance-attribute" not in commands(found)
    same = planned(
        knowledge, Needs(os=old, os_after=old, image=HVM, types=("m6i.large",), current_type="m4.large")
    )
    assert [change.id for change in same.changes] == ["xen-to-nitro-linux"]


@pytest.mark.parametrize(
    ("here", "there", "lost"),
    [
        (
            "r4.16xlarge",
            "m8a.large",
            [
                "Of the 64 vCPUs of r4.16xlarge, m8a.large has 2.",
                "m8a.large has 8 GiB of memory, and r4.16xlarge has 488.",
            ],
        ),
        (
            "i3.8xlarge",
            "r6i.8xlarge",
            [
                "r6i.8xlarge has no local disks; what is on the 7,600 GB of i3.8xlarge is lost: copy it to EBS or S3 before you stop the instance."
            ],
        ),
        (
            "i3.8xlarge",
            "m6id.16xlarge",
            [
                "m6id.16xlarge has 3,800 GB of local disks, and i3.8xlarge has 7,600. What is on them is lost when the instance stops: copy it to EBS or S3 before."
            ],
        ),
        (
            "c5d.large",
            "c6id.xlarge",
            [
                "What is on the 50 GB of local disks of c5d.large is lost when the instance stops: copy it to EBS or S3 before."
            ],
        ),
        (
            "g4dn.12xlarge",
            "g5.16xlarge",
            ["g5.16xlarge has 1 whole GPUs, and g4dn.12xlarge has 4.", "g5.16xlarge has 1,900 GB"],
        ),
        ("m5.large", "m6i.large", []),
    ],
)
def test_no_command_shrinks_an_instance_without_saying_so_first(
    knowledge: Knowledge, here: str, there: str, lost: list[str]
) -> None:
    found = planned(knowledge, Needs(os=LINUX, image=HVM, types=(there,), current_type=here))
    said = [loss.render(NullTranslations()) for loss in found.losses]
    expected = [words for words in lost if words in said or not words.endswith(".")]
    assert len(expected) == len(lost)
    first = found.changes[0].steps[0]
    if said:
        assert first.command is None
        assert all(words in first.text.render(NullTranslations()) for words in said)
        assert found.changes[0].cautions[: len(said)] == found.losses
    else:
        assert first.command


def test_an_instance_store_root_is_put_on_ebs_before_the_type_is_changed(knowledge: Knowledge) -> None:
    """It cannot be stopped: what is stopped is the instance from the copied root."""
    features = frozenset({Feature.INSTANCE_STORE_ROOT})
    needs = Needs(os=LINUX, image=STORE, features=features, types=("d2.2xlarge",), current_type="d2.xlarge")
    found = planned(knowledge, needs)
    assert [change.id for change in found.changes] == ["instance-store-to-ebs", "change-type"]
    last = found.changes[0].steps[-1].text.render(NullTranslations())
    assert "INSTANCE_ID is this new instance, whose type can be changed" in last


@pytest.mark.parametrize(
    ("after", "reached"),
    [("2025", ["2019", "2025"]), ("2022", ["2019", "2022"]), ("2019", ["2019"]), (None, ["2019"])],
)
def test_an_old_windows_is_upgraded_on_xen_to_a_version_that_runs_there(
    knowledge: Knowledge, after: str | None, reached: list[str]
) -> None:
    old = knowledge.os_catalog.find("windows", "2012 R2")
    new = knowledge.os_catalog.find("windows", after) if after else None
    needs = Needs(os=old, os_after=new, image=Image(), current_type="m4.xlarge", types=("m6i.xlarge",))
    found = planned(knowledge, needs)
    assert found.changes[0].id == "windows-upgrade"
    made = commands(found)
    assert re.findall(r'"TargetWindowsVersion": \["(.*?)"\]', made) == reached
    assert "--instance-type m4.xlarge" in made
    cautions = [caution.render(NullTranslations()) for caution in found.changes[0].cautions]
    assert any("another upgrade once the instance runs on m6i.xlarge" in caution for caution in cautions)


def test_an_image_of_32_bits_goes_on_where_the_next_type_runs_it(knowledge: Knowledge) -> None:
    image = replace(HVM, architecture=Architecture.I386, ena_support=False)
    found = planned(knowledge, Needs(os=LINUX, image=image, current_type="t2.micro", types=("t2.small",)))
    assert said(found) == "Your AMI can go on as it is: launch it on t2.small."


def test_where_nothing_fits_there_is_no_way(knowledge: Knowledge) -> None:
    needs = Needs(os=LINUX, image=HVM, types=("m5.large",), families=("c5",))
    assert plan_of(knowledge, advise(knowledge, needs)) is None
