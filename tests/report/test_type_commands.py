from __future__ import annotations

import jmespath
import pytest

from tests.report.aws_model import MODEL, options
from wizard.model.ec2.feature import Feature
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.needs import Needs
from wizard.report.scribe import Scribe
from wizard.report.type_commands import ask_offerings, dry_run, show_type, show_zones

NEEDS = Needs(region="eu-west-1")


@pytest.fixture
def m5(knowledge: Knowledge) -> InstanceType:
    found = knowledge.catalog.get("m5.large")
    assert found
    return found


def test_show_type_asks_for_the_deciding_fields(m5: InstanceType, scribe: Scribe) -> None:
    read = options(show_type(m5, NEEDS, scribe))
    assert read["instance-types"] == ["m5.large"]
    reply = {
        "InstanceType": "m5.large",
        "SupportedBootModes": ["uefi"],
        "NetworkInfo": {"EnaSupport": "required"},
    }
    found = jmespath.search(read["query"][0], {"InstanceTypes": [reply]})
    assert (found["Type"], found["BootModes"], found["Ena"]) == ("m5.large", ["uefi"], "required")
    fields = MODEL["shapes"]["InstanceTypeInfo"]["members"]
    assert {"SupportedVirtualizationTypes", "SupportedBootModes", "NitroTpmSupport"} <= fields.keys()
    assert "SupportedArchitectures" in MODEL["shapes"]["ProcessorInfo"]["members"]


def test_show_zones(m5: InstanceType, scribe: Scribe) -> None:
    read = options(show_zones(m5, NEEDS, scribe))
    assert read["location-type"] == ["availability-zone"]
    assert read["filters"] == ["Name=instance-type,Values=m5.large"]


def test_dry_run_with_the_image_one_has(m5: InstanceType, scribe: Scribe) -> None:
    command = dry_run(m5, "ami-12345678", NEEDS, scribe)
    read = options(command)
    assert read["dry-run"] == []
    assert read["image-id"] == ["ami-12345678"]
    assert read["instance-type"] == ["m5.large"]
    assert "IMAGE_ID" not in command.note


def test_dry_run_with_an_image_to_be_chosen(m5: InstanceType, scribe: Scribe) -> None:
    command = dry_run(m5, "", NEEDS, scribe)
    assert options(command)["image-id"] == ["IMAGE_ID"]
    assert "in place of IMAGE_ID" in command.note


def test_dry_run_asks_for_the_features(m5: InstanceType, scribe: Scribe) -> None:
    features = frozenset({Feature.SPOT, Feature.HIBERNATION, Feature.ENCLAVES, Feature.SEV_SNP, Feature.EFA})
    read = options(dry_run(m5, "", Needs(features=features), scribe))
    assert read["instance-market-options"] == ["MarketType=spot"]
    assert read["hibernation-options"] == ["Configured=true"]
    assert read["enclave-options"] == ["Enabled=true"]
    assert read["cpu-options"] == ["AmdSevSnp=enabled"]
    assert {"AmdSevSnp", "NestedVirtualization"} <= MODEL["shapes"]["CpuOptionsRequest"]["members"].keys()


def test_two_cpu_options_are_one_argument(m5: InstanceType, scribe: Scribe) -> None:
    features = frozenset({Feature.SEV_SNP, Feature.NESTED_VIRTUALIZATION})
    read = options(dry_run(m5, "", Needs(features=features), scribe))
    assert read["cpu-options"] == ["AmdSevSnp=enabled,NestedVirtualization=enabled"]


def test_macos_needs_a_host(m5: InstanceType, scribe: Scribe) -> None:
    read = options(dry_run(m5, "", Needs(os=OperatingSystem(kind=OsKind.MACOS)), scribe))
    assert read["placement"] == ["Tenancy=host"]


def test_offerings_of_what_one_insisted_on(scribe: Scribe) -> None:
    (command,) = ask_offerings(Needs(types=("t1.micro",), families=("m1",), region="eu-west-1"), scribe)
    assert options(command)["filters"] == ["Name=instance-type,Values=t1.micro,m1.*"]


def test_offerings_fit_on_a_line(scribe: Scribe) -> None:
    (command,) = ask_offerings(Needs(types=tuple(f"m{n}.xlarge" for n in range(40))), scribe)
    assert max(map(len, command.lines)) < 92
    assert options(command)["filters"][0].startswith("Name=instance-type,Values=m0.xlarge,m1.xlarge")


@pytest.mark.parametrize("needs", [NEEDS, Needs(types=("$(reboot)",)), Needs(families=("a b", ""))])
def test_nothing_to_ask(needs: Needs, scribe: Scribe) -> None:
    assert list(ask_offerings(needs, scribe)) == []
