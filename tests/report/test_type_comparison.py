from __future__ import annotations

import gettext

from wizard.model.knowledge import Knowledge
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.listed import listed
from wizard.model.recommend.needs import Needs
from wizard.report.report_writer import ReportWriter
from wizard.report.type_comparison import Property, type_comparison

WRITER = ReportWriter(gettext.NullTranslations())


def compared(knowledge: Knowledge, *names: str) -> dict[str, Property]:
    costs = Costs.of(knowledge.prices, Needs(region="us-east-1"))
    rows = {row.instance_type.name: row for row in listed(knowledge, costs)}
    return {each.title: each for each in type_comparison([rows[name] for name in names], WRITER)}


def test_types_beside_each_other_say_where_they_differ(knowledge: Knowledge) -> None:
    found = compared(knowledge, "m3.medium", "m7g.medium", "m5d.metal")
    assert found["vCPUs"].values == ("1", "1", "96")
    assert found["Cores"].values == (
        "1 core, threads each: 1",
        "1 core, threads each: 1",
        "48 cores, threads each: 2",
    )
    assert found["Memory (GiB)"].values == ("3.75", "4", "384")
    assert found["Generation"].values == ("3", "7", "5")
    assert found["Generation by AWS"].values == ("previous", "current", "current")
    assert found["Hypervisor"].values == ("Xen", "Nitro", "bare metal")
    assert found["Takes AMIs"].values == ("hvm, paravirtual", "hvm", "hvm")
    assert found["ENA"].values == ("no", "required", "required")
    assert found["Local storage"].values == ("1 × 4 GB", "EBS only", "4 × 900 GB NVMe")
    assert found["NitroTPM"].values == ("no", "yes", "no")
    assert found["Price (USD/h)"].values[0] == "0.067"
    assert {title for title, each in found.items() if not each.differs} == {
        "AMD SEV-SNP", "Burstable", "Dedicated Hosts", "Elastic Fabric Adapter", "Nested virtualization",
        "Nitro Enclaves", "To be had as",
    }  # fmt: skip


def test_what_is_not_known_is_a_dash_and_a_burst_stands_behind_what_is_sustained(
    knowledge: Knowledge,
) -> None:
    found = compared(knowledge, "t1.micro", "m7i.large", "m5.24xlarge")
    assert found["EBS (Mbit/s)"].values == ("–", "650–10,000", "19,000")
    assert found["Network (Gbit/s)"].values[1:] == ("0.78–12.5", "25")
    assert found["Root device"].values[0] == "EBS volume"
