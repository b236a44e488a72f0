"""What was asked for is on the way: set on the instance, or launched with it where only a launch gives it."""

from __future__ import annotations

from dataclasses import replace
from gettext import NullTranslations
from typing import Any

import pytest

from tests.model.migration.test_context import HVM
from tests.model.migration.test_plan import commands
from wizard.flow.interpret import needs_of
from wizard.model.ec2.image import BlockDevice
from wizard.model.ec2.launch import Launch
from wizard.model.knowledge import Knowledge
from wizard.model.migration.plan import Plan, plan_of
from wizard.model.migration.wishes import OPTIONS
from wizard.model.recommend.advise import advise
from wizard.model.recommend.needs import Needs


def moved(knowledge: Knowledge, os: str, here: str, **answers: Any) -> Plan:
    """The plan of an instance of which no more is known than its type and its system."""
    family, _, version = os.partition(":")
    given = {
        "start": "instance",
        "os": family,
        "os-version": version,
        "os-after": "same",
        "current-type": here,
    }
    found = plan_of(knowledge, advise(knowledge, needs_of({**given, **answers}, knowledge)))
    assert found
    return found


def ids(found: Plan) -> list[str]:
    return [change.id for change in found.changes]


def texts(found: Plan) -> str:
    said = [
        text.render(NullTranslations())
        for change in found.changes
        for text in (
            change.why,
            *change.preconditions,
            *change.cautions,
            *(step.text for step in change.steps),
        )
    ]
    return "\n".join(said)


def test_every_option_of_the_file_is_one_that_can_be_asked_for(knowledge: Knowledge) -> None:
    assert knowledge.instance_options.keys() == OPTIONS.keys()


@pytest.mark.parametrize(
    ("os", "here", "answers", "asked"),
    [
        ("ubuntu:22.04", "m5.large", {"need": ["hibernation"]}, "--hibernation-options Configured=true"),
        ("ubuntu:22.04", "m5.large", {"encrypted-root": "yes"}, "Encrypted=true"),
        ("amazon-linux:2023", "m5.xlarge", {"need": ["spot"]}, "--instance-market-options MarketType=spot"),
        ("amazon-linux:2023", "m6a.large", {"need": ["sev-snp"]}, "--cpu-options AmdSevSnp=enabled"),
        ("ubuntu:22.04", "m5.xlarge", {"region": "us-west-2", "zone": "us-west-2-lax-1a"}, "create-subnet"),
        ("ubuntu:22.04", "t3.large", {"tenancy": "host", "type": ["t3.large"]}, "--placement Tenancy=host"),
    ],
)
def test_what_only_a_launch_gives_is_launched_and_no_type_is_changed(
    knowledge: Knowledge, os: str, here: str, answers: dict[str, object], asked: str
) -> None:
    found = moved(knowledge, os, here, **answers)
    assert ids(found) == ["fresh-launch"]
    made = commands(found)
    assert asked in made
    assert "modify-instance-attribute" not in made
    assert "aws ec2 create-image" in made


@pytest.mark.parametrize(
    ("os", "here", "answers", "asked"),
    [
        ("amazon-linux:2023", "m5.xlarge", {"need": ["enclaves"]}, "--enclave-options Enabled=true"),
        ("windows:2016", "m5.4xlarge", {"tenancy": "host"}, "--tenancy host --affinity default"),
        ("windows:2016", "m5.4xlarge", {"tenancy": "dedicated"}, "--tenancy dedicated"),
        ("ubuntu:24.04", "m5.xlarge", {"need": ["nested-virtualization"]}, "--nested-virtualization enabled"),
        ("ubuntu:24.04", "m5.xlarge", {"purpose": "virtual-machines"}, "--nested-virtualization enabled"),
        ("ubuntu:24.04", "m5.xlarge", {"cpu-options": True}, "--core-count 2 --threads-per-core 1"),
        ("ubuntu:24.04", "m5.xlarge", {"ebs-optimized": True}, "--ebs-optimized"),
        ("ubuntu:24.04", "m5.xlarge", {"http-tokens": "required"}, "--http-tokens required"),
        ("ubuntu:24.04", "m5.xlarge", {"http-tokens": "optional"}, "--http-tokens optional"),
        ("ubuntu:24.04", "c5n.9xlarge", {"need": ["efa"]}, "--interface-type efa"),
        ("ubuntu:24.04", "c5n.9xlarge", {"need": ["efa"]}, "--group-name PLACEMENT_GROUP"),
        ("rhel:8", "m5.large", {"tenancy": "host"}, "UsageOperation=RunInstances:00g0"),
    ],
)
def test_what_a_stopped_instance_gets_is_set_on_it(
    knowledge: Knowledge, os: str, here: str, answers: dict[str, object], asked: str
) -> None:
    found = moved(knowledge, os, here, **answers)
    assert ids(found) == ["change-type"] or ids(found) == ["set-options"]
    steps = [step.command or "" for step in found.changes[0].steps]
    place = next(place for place, command in enumerate(steps) if asked in command)
    start = next(place for place, command in enumerate(steps) if "start-instances" in command)
    assert place < start or "modify-instance-metadata-options" in steps[place]
    assert "run-instances" not in commands(found)


def test_a_dedicated_host_is_there_before_the_instance_stops(knowledge: Knowledge) -> None:
    made = commands(moved(knowledge, "windows:2016", "m5.4xlarge", tenancy="host"))
    assert (
        made.index("allocate-hosts") < made.index("stop-instances") < made.index("modify-instance-placement")
    )


def test_a_type_that_can_stay_gets_what_was_asked_for(knowledge: Knowledge) -> None:
    found = moved(knowledge, "windows:2019", "m5.large", type=["m5.large"], tenancy="dedicated")
    assert ids(found) == ["set-options"]
    assert "--instance-type" not in commands(found)
    assert moved(knowledge, "windows:2019", "m5.large", type=["m5.large"]).changes == ()


def test_from_xen_the_drivers_come_first_and_then_the_launch(knowledge: Knowledge) -> None:
    found = moved(knowledge, "ubuntu:22.04", "m4.large", need=["hibernation"], tenancy="dedicated")
    assert ids(found) == ["xen-to-nitro-linux", "fresh-launch"]
    made = commands(found)
    assert "Tenancy=dedicated" in made
    # The launch sets it, so the instance on the way need not have it.
    assert "modify-instance-placement" not in made


def test_a_zone_is_asked_after_and_not_promised(knowledge: Knowledge) -> None:
    found = moved(knowledge, "ubuntu:22.04", "m5.large", region="us-west-2", zone="us-west-2a")
    assert "The instance is in us-west-2a already" in texts(found)


def test_what_the_image_is_known_to_have_asks_for_no_launch(knowledge: Knowledge) -> None:
    root = BlockDevice("/dev/sda1", encrypted=True)
    image = replace(HVM, root_device_name="/dev/sda1", block_devices=(root,))
    needs = Needs(
        os=knowledge.os_catalog.find("ubuntu", "22.04"),
        image=image,
        current_type="m5.large",
        types=("m6i.large",),
        request=Launch(root_encrypted=True),
    )
    for known, changes in ((image, ["change-type"]), (HVM, ["fresh-launch"])):
        found = plan_of(knowledge, advise(knowledge, replace(needs, image=known)))
        assert found
        assert ids(found) == changes


@pytest.mark.parametrize(
    ("os", "here", "changes"),
    [
        ("macos:13", "mac2.metal", ["new-system"]),
        ("amazon-linux:2", "m5.large", ["new-system"]),
    ],
)
def test_the_launch_from_a_publisher_s_image_has_all_of_it_as_well(
    knowledge: Knowledge, os: str, here: str, changes: list[str]
) -> None:
    mac = os.startswith("mac")
    answers = {"os-after": "advised"} if mac else {"os-after": "amazon-linux:2023", "need": ["hibernation"]}
    found = moved(knowledge, os, here, **answers, **({} if mac else {"tenancy": "dedicated"}))
    assert ids(found) == changes
    made = commands(found)
    if mac:
        assert made.index("allocate-hosts") < made.index("--placement Tenancy=host")
    else:
        assert "--placement Tenancy=dedicated" in made
        assert "--hibernation-options Configured=true" in made


def test_an_interface_of_its_own_kind_names_subnet_and_group_itself(knowledge: Knowledge) -> None:
    made = commands(
        moved(
            knowledge,
            "amazon-linux:2",
            "c5n.9xlarge",
            **{"os-after": "amazon-linux:2023", "need": ["efa"]},
        )
    )
    assert "DeviceIndex=0,InterfaceType=efa,SubnetId=SUBNET_ID,Groups=GROUP_ID" in made
    assert "--subnet-id SUBNET_ID \\\n  --security" not in made


@pytest.mark.parametrize(
    ("os", "changes"),
    [
        ("windows:2019", ["bios-to-uefi"]),
        ("debian:12", ["bios-to-uefi"]),
        ("amazon-linux:2023", ["to-nitrotpm"]),
        # AWS's images have both.
        ("windows:2025", ["change-type"]),
    ],
)
def test_how_an_instance_starts_is_looked_at_before_it_is_registered_anew(
    knowledge: Knowledge, os: str, changes: list[str]
) -> None:
    found = moved(knowledge, os, "m5.large", need=["tpm", "secure-boot"])
    assert ids(found) == changes
    assert "Enrol the keys" in texts(found)
    if changes != ["change-type"]:
        assert found.doubt
        assert "the first of them shows what is there already" in found.doubt.render(NullTranslations())
        assert "TpmSupport" in (found.changes[0].steps[0].command or "")


def test_windows_goes_back_to_xen_with_its_drivers_prepared(knowledge: Knowledge) -> None:
    found = moved(knowledge, "windows:2019", "m5.xlarge", hypervisor="xen")
    assert ids(found) == ["nitro-to-xen-windows"]
    made = commands(found)
    assert made.index("AWSPVDriver") < made.index("Sysprep_Generalize_Pnp") < made.index("--instance-type")
    assert "0x7B" in texts(found)


def test_linux_goes_back_to_xen_without_the_names_of_nvme(knowledge: Knowledge) -> None:
    found = moved(knowledge, "ubuntu:22.04", "m5.large", hypervisor="xen")
    assert ids(found) == ["nitro-to-xen"]
    assert "/dev/nvme" in texts(found)
    assert "xen-blkfront" in texts(found)


@pytest.mark.parametrize(
    ("os", "here", "tools"),
    [
        ("amazon-linux:2", "m4.large", ["Check", "Migrate"]),
        ("rhel:8", "m4.large", ["Check", "Migrate"]),
        ("ubuntu:22.04", "m4.large", ["Check"]),
        ("amazon-linux:2", "i3.2xlarge", ["Check"]),
        ("amazon-linux:2023", "m4.large", []),
        ("rocky:9", "m4.large", []),
        ("linux:", "m4.large", ["Check", "Migrate"]),
    ],
)
def test_a_runbook_that_does_not_take_the_instance_is_no_step(
    knowledge: Knowledge, os: str, here: str, tools: list[str]
) -> None:
    found = moved(knowledge, os, here)
    change = found.changes[0]
    assert change.id == "xen-to-nitro-linux"
    names = [step.tool.removeprefix("AWSSupport-") for step in change.steps if step.tool]
    assert [name.partition("XenToNitro")[0] for name in names] == tools
    assert texts(found).count("is not for this instance") == 2 - len(tools)


@pytest.mark.parametrize(
    ("os", "here", "said"),
    [
        (
            "ubuntu:22.04",
            "g2.2xlarge",
            "has NVIDIA L4, for which AWS asks for version 525.0 or later, and g2.2xlarge had",
        ),
        (
            "windows:2019",
            "p2.xlarge",
            "has NVIDIA L40S, for which AWS asks for version 535.0 or later, and p2.xlarge had",
        ),
        (
            "ubuntu:22.04",
            "g4ad.xlarge",
            "has NVIDIA L4, for which AWS asks for version 525.0 or later, and g4ad.xlarge had",
        ),
        ("amazon-linux:2023", "p3.16xlarge", "and p3.16xlarge had NVIDIA V100"),
    ],
)
def test_another_gpu_wants_another_driver_and_its_step_comes_last(
    knowledge: Knowledge, os: str, here: str, said: str
) -> None:
    """The instance starts with the old driver, and its GPU is of no use: nobody would see why."""
    found = moved(knowledge, os, here)
    last = found.changes[-1].steps[-1]
    assert said in last.text.render(NullTranslations())
    assert last.command == "nvidia-smi --query-gpu=name,driver_version --format=csv"
    assert "nvidia-smi" in commands(found)


def test_the_driver_that_no_page_gives_a_version_for_is_looked_at_as_well(knowledge: Knowledge) -> None:
    found = moved(knowledge, "ubuntu:22.04", "p2.8xlarge", type=["p4d.24xlarge"])
    said = found.changes[-1].steps[-1].text.render(NullTranslations())
    assert "p4d.24xlarge has NVIDIA A100, and p2.8xlarge had NVIDIA K80" in said


@pytest.mark.parametrize("here", ["m4.xlarge", "g6.xlarge", "inf1.xlarge"])
def test_nobody_else_is_told_of_nvidias_driver(knowledge: Knowledge, here: str) -> None:
    found = moved(knowledge, "ubuntu:22.04", here, **({"type": ["g6.2xlarge"]} if here[0] == "g" else {}))
    assert "nvidia-smi" not in commands(found)
