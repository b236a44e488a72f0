"""Facts from AWS's pages of autumn 2026 that a launch is judged by, each as a person would meet it."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.model.ec2.fact import build_launch
from wizard.model.ec2.finding import Evidence, Finding, Outcome
from wizard.model.judging.judge import judge
from wizard.model.knowledge import Knowledge

WORKS, REFUSED = Outcome.WORKS, Outcome.REFUSED

SNP = {"sev_snp": True}
EFA = {"efa": True}
CASES = [
    # sev-snp.html: shared hosts in two Regions, Dedicated Hosts in every commercial one.
    ("m6a.large", SNP | {"region": "us-east-1"}, REFUSED, "F6b"),
    ("m6a.large", SNP | {"region": "us-east-2"}, WORKS, "F6h"),
    ("m6a.large", SNP | {"region": "eu-central-1", "tenancy": "host"}, WORKS, "F6f"),
    ("m6a.large", SNP | {"region": "us-gov-west-1", "tenancy": "host"}, REFUSED, "F6g"),
    # burstable-performance-instances.html: "Dedicated Instances (T3 only)".
    ("t3a.micro", {"tenancy": "dedicated"}, REFUSED, "G4"),
    ("t4g.micro", {"tenancy": "dedicated"}, REFUSED, "G4"),
    ("t8i.micro", {"tenancy": "dedicated"}, REFUSED, "G4"),
    # cpu-options-supported-instances-values.html does not have them.
    ("a1.medium", {"cpu_options": True}, REFUSED, "Q2a"),
    ("hpc7a.96xlarge", {"cpu_options": True}, REFUSED, "Q2a"),
    ("g5.xlarge", {"cpu_options": True}, REFUSED, "Q2a"),
    # amazon-ec2-nested-virtualization.html: bare metal is the alternative, not a mistake.
    ("m5.metal", {"nested_virtualization": True}, WORKS, "F7d"),
    ("m5.large", {"nested_virtualization": True}, REFUSED, "F7"),
    # efa.html, limitations.
    ("c7g.16xlarge", EFA | {"tenancy": "dedicated"}, REFUSED, "F8b"),
    ("r7g.16xlarge", EFA | {"tenancy": "host"}, REFUSED, "F8b"),
    ("p4d.24xlarge", EFA, WORKS, "F8c"),
]


def findings(knowledge: Knowledge, name: str, options: dict[str, object]) -> dict[str, Finding]:
    instance_type = knowledge.catalog.get(name)
    assert instance_type is not None
    verdict = judge(knowledge.rulebook, build_launch({"launch": options}), instance_type)
    return {finding.rule: finding for finding in verdict.findings}


@pytest.mark.parametrize(("name", "options", "outcome", "rule"), CASES)
def test_the_page_is_followed(
    knowledge: Knowledge, name: str, options: dict[str, object], outcome: Outcome, rule: str
) -> None:
    found = findings(knowledge, name, options)
    assert rule in found
    assert found[rule].outcome is outcome
    if outcome is WORKS:
        assert all(finding.outcome is WORKS for finding in found.values())


@pytest.mark.parametrize("name", ["t3.micro", "m5.large"])
def test_what_the_page_allows_as_dedicated_instance_is_not_refused(knowledge: Knowledge, name: str) -> None:
    assert "G4" not in findings(knowledge, name, {"tenancy": "dedicated"})


def test_the_surcharge_for_sev_snp_is_said_where_it_is_paid(knowledge: Knowledge) -> None:
    shared = findings(knowledge, "m6a.large", SNP | {"region": "eu-west-1"})
    own = findings(knowledge, "m6a.large", SNP | {"region": "eu-west-1", "tenancy": "host"})
    assert "10 percent" in shared["F6h"].text.render(NullTranslations())
    assert "F6h" not in own
    assert "F6f" in own
    assert own["F6f"].evidence is Evidence.DOCUMENTED


def test_the_smallest_types_with_enclaves_are_among_those_that_the_remedy_names(knowledge: Knowledge) -> None:
    """m8a.large has two vCPUs and enclaves: each of its vCPUs is a whole core."""
    remedy = findings(knowledge, "t3.micro", {"enclave": True})["F3"].remedy.render(NullTranslations())
    smallest = {t.family for t in knowledge.catalog.types if t.enclaves and t.vcpus == 2}
    assert {"m8a", "c8a", "r8a"} <= smallest
    assert "m8a, c8a, r8a" in remedy
    assert all(t.cores >= 2 for t in knowledge.catalog.types if t.enclaves)
