from __future__ import annotations

import jmespath
import pytest

from tests.report.aws_calls import model, options
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.needs import Needs
from wizard.report.launch.type_commands import ask_offerings, show_type, show_zones
from wizard.report.report_writer import ReportWriter

NEEDS = Needs(region="eu-west-1")


@pytest.fixture
def m5(knowledge: Knowledge) -> InstanceType:
    found = knowledge.catalog.get("m5.large")
    assert found
    return found


def test_show_type_asks_for_the_deciding_fields(m5: InstanceType, writer: ReportWriter) -> None:
    read = options(show_type(m5, NEEDS, writer))
    assert read["instance-types"] == ["m5.large"]
    reply = {
        "InstanceType": "m5.large",
        "SupportedBootModes": ["uefi"],
        "NetworkInfo": {"EnaSupport": "required"},
    }
    found = jmespath.search(read["query"][0], {"InstanceTypes": [reply]})
    assert (found["Type"], found["BootModes"], found["Ena"]) == ("m5.large", ["uefi"], "required")
    fields = model("ec2").shape_for("InstanceTypeInfo").members
    assert {"SupportedVirtualizationTypes", "SupportedBootModes", "NitroTpmSupport"} <= fields.keys()
    assert "SupportedArchitectures" in model("ec2").shape_for("ProcessorInfo").members


def test_show_zones(m5: InstanceType, writer: ReportWriter) -> None:
    read = options(show_zones(m5, NEEDS, writer))
    assert read["location-type"] == ["availability-zone"]
    assert read["filters"] == ["Name=instance-type,Values=m5.large"]


def test_offerings_of_what_one_insisted_on(writer: ReportWriter) -> None:
    (command,) = ask_offerings(Needs(types=("t1.micro",), families=("m1",), region="eu-west-1"), writer)
    assert options(command)["filters"] == ["Name=instance-type,Values=t1.micro,m1.*"]


def test_offerings_fit_on_a_line(writer: ReportWriter) -> None:
    (command,) = ask_offerings(Needs(types=tuple(f"m{n}.xlarge" for n in range(40))), writer)
    assert max(map(len, command.lines)) < 92
    assert options(command)["filters"][0].startswith("Name=instance-type,Values=m0.xlarge,m1.xlarge")


@pytest.mark.parametrize("needs", [NEEDS, Needs(types=("$(reboot)",)), Needs(families=("a b", ""))])
def test_nothing_to_ask(needs: Needs, writer: ReportWriter) -> None:
    assert list(ask_offerings(needs, writer)) == []
