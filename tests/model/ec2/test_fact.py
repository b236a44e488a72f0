from __future__ import annotations

import datetime
from gettext import NullTranslations
from typing import Any

import pytest

from wizard.model.ec2.fact import Fact, all_facts, build_launch, how_to_supply, reader, to_ask, wording
from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.image import BlockDevice, Image
from wizard.model.ec2.instance_type import Architecture, BootMode, VirtualizationType
from wizard.model.ec2.launch import Launch, Tenancy
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.knowledge import Knowledge


@pytest.mark.parametrize(
    ("path", "kind", "many"),
    [
        ("image.boot_mode", BootMode, False),
        ("image.deprecation_time", datetime.date, False),
        ("image.supported_types", str, True),
        ("image.block_devices", BlockDevice, True),
        ("image.root_volume_gib", int, False),
        ("os.ena_driver", bool, False),
        ("launch.platform", None, False),
        ("type.architectures", Architecture, True),
        ("type.regions", str, True),
        ("type.clock_ghz", float, False),
        ("type.family", str, False),
    ],
)
def test_facts_are_read_off_the_records(path: str, kind: type | None, many: bool) -> None:
    fact = all_facts()[path]
    assert fact.path == path
    assert kind is None or fact.kind is kind
    assert fact.many is many


def test_what_is_no_simple_value_is_no_fact() -> None:
    assert "os.grounds" not in all_facts()
    assert "image.colour" not in all_facts()


@pytest.mark.parametrize(
    ("path", "closed"),
    [
        ("image.boot_mode", True),
        ("os.ena_driver", True),
        ("type.architectures", False),
        ("image.name", False),
    ],
)
def test_which_facts_have_few_values(path: str, closed: bool) -> None:
    assert all_facts()[path].closed is closed


@pytest.mark.parametrize(
    ("path", "raw", "value"),
    [
        ("image.boot_mode", "uefi", BootMode.UEFI),
        ("image.supported_types", ["t3.*"], ("t3.*",)),
        ("type.architectures", ["i386", "x86_64"], (Architecture.I386, Architecture.X86_64)),
        ("type.architectures", "arm64", Architecture.ARM64),
        ("type.memory_gib", 8, 8.0),
        ("type.vcpus", 8, 8),
        ("image.block_devices", [{"size_gib": 8}], (BlockDevice(size_gib=8),)),
        ("image.ena_support", True, True),
        ("launch.today", datetime.date(2026, 11, 23), datetime.date(2026, 11, 23)),
    ],
)
def test_a_value_in_toml(path: str, raw: object, value: object) -> None:
    assert all_facts()[path].parse(raw) == value


@pytest.mark.parametrize(
    ("path", "raw", "message"),
    [
        (
            "image.boot_mode",
            "bios",
            "image.boot_mode: 'bios' is not one of legacy-bios, uefi, uefi-preferred, unset",
        ),
        ("image.ena_support", 1, "image.ena_support: 1 is not of type bool"),
        ("type.vcpus", True, "type.vcpus: True is not of type int"),
        ("type.vcpus", 1.5, "type.vcpus: 1.5 is not of type int"),
        ("launch.today", "2026-11-23", "launch.today: '2026-11-23' is not of type date"),
    ],
)
def test_a_value_that_is_not_the_facts(path: str, raw: object, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        all_facts()[path].parse(raw)


def test_facts_are_read_from_a_launch_or_a_type(knowledge: Knowledge) -> None:
    launch = Launch(image=Image(architecture=Architecture.ARM64), spot=True)
    assert reader(())(launch) == ()
    assert reader(("launch.spot",))(launch) == (True,)
    assert reader(("image.architecture", "launch.spot", "os.family"))(launch) == (
        Architecture.ARM64,
        True,
        None,
    )
    m5 = knowledge.catalog.get("m5.large")
    assert m5 is not None
    assert reader(("type.name", "type.family"))(m5) == ("m5.large", "m5")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "…"),
        (True, "true"),
        (False, "false"),
        ((Architecture.I386, Architecture.X86_64), "i386,x86_64"),
        (frozenset({"b", "a"}), "a,b"),
        ((), "–"),
        (0.5, "0.5"),
        (8.0, "8"),
        (VirtualizationType.HVM, "hvm"),
        (datetime.date(2026, 1, 2), "2026-01-02"),
    ],
)
def test_a_value_in_words(value: object, words: str) -> None:
    assert wording(value) == words


def test_a_launch_from_tables() -> None:
    tables: dict[str, Any] = {
        "image": {"architecture": "arm64", "supported_types": ["t3.*"]},
        "os": {"family": "ubuntu", "ena_driver": True},
        "launch": {"spot": True, "tenancy": "host"},
    }
    assert build_launch(tables) == Launch(
        image=Image(architecture=Architecture.ARM64, supported_types=("t3.*",)),
        os=OperatingSystem(family="ubuntu", ena_driver=True),
        spot=True,
        tenancy=Tenancy.HOST,
    )
    assert build_launch({}) == Launch()


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        ({"disk": {}}, "disk: expected image, os or launch"),
        ({"type": {"name": "m5.large"}}, "type: expected image, os or launch"),
        ({"image": {"colour": "red"}}, "image.colour: no such fact"),
        ({"launch": {"platform": "windows"}}, "launch.platform: no such fact"),
        ({"image": {"architecture": "sparc"}}, "image.architecture: 'sparc' is not one of "),
    ],
)
def test_tables_that_make_no_launch(tables: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}"):
        build_launch(tables)


@pytest.mark.parametrize(
    ("system", "asked"),
    [
        (OperatingSystem(), "os.family"),
        (OperatingSystem(family="linux"), "os.family"),
        (OperatingSystem(family="ubuntu", kind=OsKind.LINUX), "os.version"),
        (OperatingSystem(family="ubuntu", kind=OsKind.LINUX, version="22.04"), "os.ena_driver"),
        (OperatingSystem(family="of my own"), "os.ena_driver"),
        (OperatingSystem(family="custom"), "os.ena_driver"),
    ],
)
def test_a_system_is_asked_for_by_name_before_its_abilities(system: OperatingSystem, asked: str) -> None:
    assert to_ask("os.ena_driver", Launch(os=system)) == asked
    assert to_ask("image.boot_mode", Launch(os=system)) == "image.boot_mode"
    assert to_ask("os.like_parent", Launch(os=system)) == "os.like_parent"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("os.family", "Name the operating system and its version."),
        ("os.ena_driver", "Look on a running instance: modinfo ena"),
        ("os.bios_boot", "Look in the release notes"),
        ("launch.region", "Name the Region"),
        ("launch.seller_allows", "Of a product of AWS Marketplace"),
        ("image.boot_mode", "Take the image from DescribeImages"),
        ("launch.root_encrypted", "Take the image from DescribeImages"),
    ],
)
def test_each_fact_can_be_supplied_somehow(path: str, words: str) -> None:
    assert how_to_supply(path).template.startswith(words)


def test_what_the_request_leaves_open_is_not_looked_up_in_an_image(knowledge: Knowledge) -> None:
    rules = [rule for rule in knowledge.rulebook.rules if rule.outcome is not Outcome.WORKS]
    read = {path for rule in rules for path in rule.launch_facts if path.startswith("launch.")}
    left_open = {path for path in read if reader((path,))(Launch())[0] is None}
    assert not {path for path in left_open if how_to_supply(path) == how_to_supply("image.boot_mode")}


def test_a_fact_names_itself() -> None:
    assert Fact("image.name", str, many=False).path == "image.name"


@pytest.mark.parametrize("fact", ["ena_driver", "nvme_driver", "nitro_v4_network", "pv_drivers", "uefi_boot"])
def test_nobody_is_sent_to_a_linux_shell_on_windows(fact: str) -> None:
    on_linux = how_to_supply(f"os.{fact}", OsKind.LINUX).render(NullTranslations())
    on_windows = how_to_supply(f"os.{fact}", OsKind.WINDOWS).render(NullTranslations())
    assert on_linux.startswith("Look on a running instance: ")
    assert on_windows.startswith("Look in Windows: Get-")
    assert not any(word in on_windows for word in ("uname", "modinfo", "lsblk"))
