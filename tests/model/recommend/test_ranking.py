"""The order of what fits."""

from __future__ import annotations

from gettext import NullTranslations
from typing import Any

import pytest

from wizard.flow.interpret import needs_of
from wizard.model.catalog.purpose import Purpose
from wizard.model.ec2.feature import Feature
from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.instance_type import Hypervisor, InstanceType
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.needs import Needs, Range
from wizard.model.recommend.order.kind import kinds_for
from wizard.model.recommend.order.ranking import Drawbacks, rank
from wizard.model.recommend.size_of_today import SizeOfToday
from wizard.model.systems.driver import drives


def ranked(knowledge: Knowledge, needs: Needs, *names: str) -> list[str]:
    types = [(knowledge.catalog.get(name), Outcome.WORKS) for name in names]
    order = rank([(t, o) for t, o in types if t], needs, knowledge.families)
    return [entry.instance_type.name for entry in order]


def known(knowledge: Knowledge, name: str) -> InstanceType:
    found = knowledge.catalog.get(name)
    assert found
    return found


def move(knowledge: Knowledge, name: str, *answered: str) -> Needs:
    return Needs(today=SizeOfToday.of(known(knowledge, name), answered))


@pytest.mark.parametrize(
    ("needs", "names"),
    [
        # Nobody named a size: the smallest general purpose type, then the plain ones by size.
        (Needs(), ["m8i.large", "m7i.large", "c8i.large", "m8i.24xlarge", "m8id.large"]),
        (Needs(), ["m8i.large", "m8i.xlarge", "g6.xlarge"]),
        (Needs(), ["m8i.large", "m8i.metal-48xl"]),
        (Needs(), ["c8a.48xlarge", "hpc8a.96xlarge"]),
        (Needs(gpus=1), ["g6.xlarge", "g6.2xlarge", "g6.48xlarge"]),
        # Who names only a most of one of them gets the usual size, if that is within it.
        (Needs(memory_gib=Range(None, 16)), ["m8i.large", "c8a.medium"]),
        (Needs(memory_gib=Range(None, 4)), ["c8i.large", "c8a.medium"]),
        (Needs(vcpus=Range(None, 16)), ["m8i.large", "m8i.2xlarge"]),
        # Of families and types that were named none comes later for being built for one trade.
        (
            Needs(families=("hpc7a", "m7a"), vcpus=Range(24)),
            ["m7a.8xlarge", "hpc7a.12xlarge", "m7a.48xlarge"],
        ),
        (
            Needs(types=("u-3tb1.56xlarge", "x1e.32xlarge"), memory_gib=Range(3000)),
            ["u-3tb1.56xlarge", "x1e.32xlarge"],
        ),
        # Eight GPUs are a node to train on.
        (Needs(gpus=8), ["p6-b200.48xlarge", "p5en.48xlarge", "p5.48xlarge", "p4d.24xlarge", "g6.48xlarge"]),
        (
            Needs(vcpus=Range(96), features=frozenset({Feature.BARE_METAL})),
            ["c7i.metal-24xl", "m8i.metal-48xl"],
        ),
        # vCPUs alone bring the balance of general purpose, memory alone that of the memory families.
        (Needs(vcpus=Range(8)), ["m8i.2xlarge", "c8i.2xlarge", "m8i.4xlarge"]),
        (Needs(memory_gib=Range(512)), ["r8i.16xlarge", "r7i.16xlarge", "m8i.32xlarge", "r8i.24xlarge"]),
        (Needs(memory_gib=Range(1024, 2048)), ["r8i.32xlarge", "r8a.48xlarge"]),
        (Needs(memory_gib=Range(16)), ["r8i.large", "m8i.xlarge", "c8i.2xlarge"]),
        (Needs(memory_gib=Range(None, 2)), ["t3.small", "t3.micro", "t3.nano"]),
        (Needs(vcpus=Range(4), memory_gib=Range(32)), ["r8i.xlarge", "m8i.2xlarge"]),
        # The plain family before the one with disks, network or EBS; burstable after those of its age.
        (
            Needs(vcpus=Range(2), memory_gib=Range(4)),
            ["c8i.large", "c8i-flex.large", "c7i.large", "t3.medium", "c8id.large", "c8ine.large"],
        ),
        # What is asked for is no variant.
        (Needs(vcpus=Range(2), memory_gib=Range(4), local_storage_gb=50), ["c8id.large", "c6id.large"]),
        (Needs(network_gbps=100), ["c8in.16xlarge", "m8in.16xlarge", "c8i.96xlarge"]),
        # NVMe before hard disks, Nitro before Xen, the newest before the closest fit of its disks.
        (Needs(local_storage_gb=10_000), ["i7ie.6xlarge", "i3en.6xlarge", "d3.2xlarge", "i3.16xlarge"]),
        (Needs(features=frozenset({Feature.BURSTABLE})), ["t3.large", "t2.large"]),
    ],
)
def test_order(knowledge: Knowledge, needs: Needs, names: list[str]) -> None:
    assert ranked(knowledge, needs, *reversed(names)) == names


@pytest.mark.parametrize(
    ("today", "names"),
    [
        ("r4.16xlarge", ["r8i.16xlarge", "r7i.16xlarge", "m8i.32xlarge", "r4.16xlarge"]),
        ("t2.micro", ["t3.micro", "t3.small", "c8a.medium", "t2.micro"]),
        ("m3.medium", ["m8a.medium", "c8i.large", "m8i.large", "t2.medium"]),
        ("c5.metal", ["c6i.metal", "c8i.24xlarge"]),
        ("g4dn.12xlarge", ["g6.12xlarge", "g6e.12xlarge", "p4d.24xlarge"]),
        ("z1d.large", ["r7iz.large", "r8i.large", "r7i.large"]),
        ("d2.xlarge", ["d3.2xlarge", "i7ie.3xlarge"]),
        # More network or EBS bandwidth is part of what one has, and so is the trade it is built for.
        ("c6gn.4xlarge", ["c8gn.4xlarge", "c9g.4xlarge"]),
        ("r5dn.8xlarge", ["r8idn.8xlarge", "r8id.8xlarge"]),
        ("r5b.large", ["r8ib.large", "r8i.large"]),
        ("m5zn.12xlarge", ["m8azn.12xlarge", "m8in.12xlarge"]),
        ("hpc7a.48xlarge", ["hpc8a.96xlarge", "r8i.24xlarge"]),
        ("p4de.24xlarge", ["p6-b200.48xlarge", "g7e.48xlarge"]),
        ("p5.4xlarge", ["g7e.12xlarge", "p4d.24xlarge"]),
    ],
)
def test_a_move_looks_for_the_size_and_kind_of_today(
    knowledge: Knowledge, today: str, names: list[str]
) -> None:
    assert ranked(knowledge, move(knowledge, today), *reversed(names)) == names


@pytest.mark.parametrize(
    ("purpose", "names"),
    [
        (Purpose.WEB, ["t8i.medium", "m8i-flex.large", "m8i.large", "r8i.large"]),
        (Purpose.TINY, ["t8i.micro", "t8i.small", "c8a.medium"]),
        (Purpose.COMPUTE, ["c8i.large", "c8i.xlarge", "m8i.large"]),
        (Purpose.MEMORY, ["r8i.large", "x8i.large", "m8i.large"]),
        (Purpose.DATABASE, ["r8i.large", "i7i.large", "m8i.large"]),
        (Purpose.STORAGE, ["i7i.large", "d3.xlarge", "m8i.large"]),
        (Purpose.TRAINING, ["p6-b200.48xlarge", "p5.48xlarge", "trn2.48xlarge", "g6.xlarge", "m8i.large"]),
        (Purpose.INFERENCE, ["g6.xlarge", "inf2.xlarge", "p5.4xlarge", "m8i.large"]),
        (Purpose.HPC, ["hpc7a.48xlarge", "hpc6id.32xlarge", "c8in.24xlarge", "c8i.24xlarge", "m8i.large"]),
        (Purpose.BUILD, ["c8i.xlarge", "m8i.xlarge", "r8i.large"]),
        (Purpose.GENERAL, ["m8i.large", "t3.large", "c8i.large"]),
        (Purpose.VIRTUAL_MACHINES, ["m8i.large", "m8i.metal-48xl", "m6i.large"]),
    ],
)
def test_a_purpose_orders_families(knowledge: Knowledge, purpose: Purpose, names: list[str]) -> None:
    assert ranked(knowledge, Needs(purpose=purpose), *reversed(names)) == names


def test_a_database_on_eight_vcpus_gets_the_memory_that_goes_with_it(knowledge: Knowledge) -> None:
    needs = Needs(purpose=Purpose.DATABASE, vcpus=Range(8, 8))
    assert ranked(knowledge, needs, "x8i.2xlarge", "r8i.2xlarge") == ["r8i.2xlarge", "x8i.2xlarge"]


def test_a_database_on_local_disks_is_not_quadrupled_for_its_family(knowledge: Knowledge) -> None:
    needs = Needs(purpose=Purpose.DATABASE, vcpus=Range(8, None), local_storage_gb=500)
    assert ranked(knowledge, needs, "x8aedz.3xlarge", "i7i.2xlarge")[0] == "i7i.2xlarge"
    today = replace(move(knowledge, "i2.2xlarge"), purpose=Purpose.DATABASE)
    assert ranked(knowledge, today, "r8id.8xlarge", "i7i.2xlarge")[0] == "i7i.2xlarge"
    # A little beside the volumes is what the families for memory have.
    little = replace(needs, local_storage_gb=100)
    assert ranked(knowledge, little, "i7i.2xlarge", "r8id.2xlarge")[0] == "r8id.2xlarge"


def test_degraded_comes_later_and_what_is_in_doubt_last(knowledge: Knowledge) -> None:
    names = ("m8i.large", "m8i.48xlarge", "m7i.large")
    small, large, other = (knowledge.catalog.get(name) for name in names)
    assert small
    assert large
    assert other
    entries = [(small, Outcome.UNKNOWN), (other, Outcome.DEGRADED), (large, Outcome.WORKS)]
    order = rank(entries, Needs(), knowledge.families, Drawbacks(frozenset({small.name})))
    assert [entry.instance_type for entry in order] == [large, other, small]


def test_never_by_the_alphabet_where_anything_else_tells_them_apart(knowledge: Knowledge) -> None:
    by_reach = sorted(
        (t for t in knowledge.catalog.types if t.name in ("m8i.large", "m8a.large")),
        key=lambda t: -len(t.regions),
    )
    assert ranked(knowledge, Needs(), "m8a.large", "m8i.large") == [t.name for t in by_reach]


def test_a_number_of_gpus_counts_before_the_purpose(knowledge: Knowledge) -> None:
    """Nobody who trains on one GPU takes a node of eight."""
    needs = Needs(purpose=Purpose.TRAINING, gpus=1)
    assert ranked(knowledge, needs, "p6-b200.48xlarge", "g6e.xlarge", "p5.4xlarge") == [
        "p5.4xlarge",
        "g6e.xlarge",
        "p6-b200.48xlarge",
    ]


@pytest.mark.parametrize(
    ("purpose", "needs", "names"),
    [
        # Nobody takes a burstable machine of twice the size for one of the size that was asked for.
        (Purpose.WEB, Needs(vcpus=Range(2), memory_gib=Range(8)), ["t3.large", "m8i.large", "t3.xlarge"]),
        (Purpose.WEB, Needs(vcpus=Range(2)), ["t3.large", "m8i.large", "t3.xlarge"]),
        # More of one measure is the purpose's own balance.
        (Purpose.DATABASE, Needs(vcpus=Range(8), memory_gib=Range(32)), ["r8i.2xlarge", "m8i.2xlarge"]),
        # Four times of it is not, and neither are more vCPUs.
        (Purpose.DATABASE, Needs(vcpus=Range(8), memory_gib=Range(16)), ["m8i.2xlarge", "r8i.2xlarge"]),
        (Purpose.COMPUTE, Needs(vcpus=Range(4), memory_gib=Range(32)), ["r8i.xlarge", "c8i.4xlarge"]),
        (Purpose.WEB, Needs(vcpus=Range(4), memory_gib=Range(32)), ["r8i.xlarge", "t3a.2xlarge"]),
        # Machines with accelerators double from size to size, yet not from 8 vCPUs to 192.
        (
            Purpose.TRAINING,
            Needs(vcpus=Range(8), memory_gib=Range(32)),
            ["p5.4xlarge", "p6-b200.48xlarge"],
        ),
        (Purpose.TRAINING, Needs(memory_gib=Range(1024)), ["p6-b200.48xlarge", "p5.48xlarge"]),
        # HPC comes in few sizes.
        (Purpose.HPC, Needs(vcpus=Range(32), memory_gib=Range(64)), ["hpc7a.48xlarge", "c8i.8xlarge"]),
    ],
)
def test_the_purpose_is_no_reason_to_double_the_machine(
    knowledge: Knowledge, purpose: Purpose, needs: Needs, names: list[str]
) -> None:
    assert ranked(knowledge, replace(needs, purpose=purpose), *reversed(names)) == names


def test_efa_speaks_for_high_performance_computing(knowledge: Knowledge) -> None:
    needs = Needs(features=frozenset({Feature.EFA}), vcpus=Range(64))
    names = ["hpc7a.48xlarge", "c8in.48xlarge", "m8i.48xlarge"]
    assert ranked(knowledge, needs, *reversed(names)) == names


def test_hard_disks_where_nothing_else_holds_as_much_for_the_vcpus(knowledge: Knowledge) -> None:
    dense = Needs(local_storage_gb=100_000)
    assert ranked(knowledge, dense, "i7ie.48xlarge", "d3en.4xlarge") == ["d3en.4xlarge", "i7ie.48xlarge"]
    purpose = Needs(local_storage_gb=100_000, purpose=Purpose.STORAGE)
    assert ranked(knowledge, purpose, "i7ie.48xlarge", "d3en.4xlarge") == ["d3en.4xlarge", "i7ie.48xlarge"]


@pytest.mark.parametrize(
    ("today", "names"),
    [
        # Nothing that bursts on Arm is newer, and a sibling of its age is no reason to move.
        ("t4g.medium", ["t4g.medium", "t4g.large", "c9g.large"]),
        ("t3a.2xlarge", ["t3a.2xlarge", "t3.2xlarge", "m8i.2xlarge"]),
        ("m8a.large", ["m8a.large", "m8i.large", "m7i.large"]),
        ("m6i.large", ["m8i.large", "m7i.large", "m6i.large"]),
        # A variant of the same age replaces nothing, and what is newer is twice as large.
        ("p4d.24xlarge", ["p4d.24xlarge", "p4de.24xlarge", "p5.48xlarge"]),
        ("c5.9xlarge", ["c5.9xlarge", "c5d.9xlarge", "c8i.12xlarge"]),
        # A previous generation goes, whatever there is.
        ("m4.large", ["m5.large", "t3.large", "m4.large"]),
        ("t1.micro", ["t3.micro", "c8a.medium", "t1.micro"]),
        ("g4dn.metal", ["g6.48xlarge", "p4d.24xlarge", "g4dn.metal"]),
    ],
)
def test_who_has_the_newest_of_the_kind_is_not_sent_on(
    knowledge: Knowledge, today: str, names: list[str]
) -> None:
    assert ranked(knowledge, move(knowledge, today), *reversed(names)) == names


def test_a_purpose_sends_nobody_to_another_type_of_the_same_age(knowledge: Knowledge) -> None:
    web = replace(move(knowledge, "m5.large"), purpose=Purpose.WEB)
    assert ranked(knowledge, web, "t3a.large", "m5.large", "m8i-flex.large")[0] == "m8i-flex.large"
    assert ranked(knowledge, web, "t3a.large", "m5.large", "c8i.4xlarge")[0] == "m5.large"


def test_who_asks_for_less_than_today_is_not_told_to_keep_it(knowledge: Knowledge) -> None:
    """The newest of its kind, and four times what is needed."""
    needs = replace(move(knowledge, "m8i.4xlarge"), vcpus=Range(4), memory_gib=Range(16))
    assert ranked(knowledge, needs, "m8i.4xlarge", "m8a.xlarge", "m8i.xlarge")[0] == "m8i.xlarge"


@pytest.mark.parametrize(
    ("today", "outcome", "others", "first"),
    [
        # What only previous generations take gains nothing by a move among them.
        ("m3.large", Outcome.WORKS, ["m3.xlarge", "m3.2xlarge"], "m3.large"),
        ("c4.2xlarge", Outcome.DEGRADED, ["m3.2xlarge", "t2.2xlarge"], "c4.2xlarge"),
        ("c3.large", Outcome.DEGRADED, ["m3.large", "i3.large"], "c3.large"),
        ("m4.large", Outcome.DEGRADED, ["t2.large"], "m4.large"),
        # A later generation is a gain, be it a previous one, and so is what AWS calls current.
        ("m3.large", Outcome.WORKS, ["m4.large"], "m4.large"),
        ("m4.large", Outcome.DEGRADED, ["i3.large"], "i3.large"),
    ],
)
def test_no_move_among_previous_generations(
    knowledge: Knowledge, today: str, outcome: Outcome, others: list[str], first: str
) -> None:
    types = [(known(knowledge, today), outcome)]
    types += [(known(knowledge, name), Outcome.WORKS) for name in others]
    assert rank(types, move(knowledge, today), knowledge.families)[0].instance_type.name == first


def test_todays_type_is_not_kept_where_it_loses_something(knowledge: Knowledge) -> None:
    types = [
        (knowledge.catalog.get(name), outcome)
        for name, outcome in (("t3a.2xlarge", Outcome.DEGRADED), ("t3.2xlarge", Outcome.WORKS))
    ]
    order = rank([(t, o) for t, o in types if t], move(knowledge, "t3a.2xlarge"), knowledge.families)
    assert order[0].instance_type.name == "t3.2xlarge"


def test_of_families_of_accelerators_the_newer_is_first(knowledge: Knowledge) -> None:
    needs = Needs(families=("inf1", "inf2"))
    assert ranked(knowledge, needs, "inf1.xlarge", "inf2.8xlarge", "inf2.xlarge")[0] == "inf2.xlarge"
    sized = Needs(families=("inf1", "inf2"), memory_gib=Range(8, 8))
    assert ranked(knowledge, sized, "inf2.xlarge", "inf1.xlarge")[0] == "inf1.xlarge"


@pytest.mark.parametrize("word", ["dlami", "neuron"])
def test_no_purpose_puts_what_the_driver_of_the_image_does_not_drive_before_what_it_does(
    knowledge: Knowledge, word: str
) -> None:
    system = knowledge.os_catalog.resolve(word)
    # One size of each family has the accelerators of all.
    types = {t.family: t for t in knowledge.catalog.types if t.current_generation}.values()
    for purpose in (None, *Purpose):
        kinds = kinds_for(Needs(os=system, purpose=purpose), knowledge.families)
        driven = [kinds[t].unlike for t in types if drives(system, t)]
        idle = [kinds[t].unlike for t in types if not drives(system, t)]
        assert max(driven) < min(idle), purpose


def test_who_has_an_accelerator_today_is_shown_no_accelerator_as_if_nobody_had_asked_for_it(
    knowledge: Knowledge,
) -> None:
    types = {t.family: t for t in knowledge.catalog.types if t.accelerators and not t.bare_metal}
    others = [t for t in types.values() if t.current_generation and t.hypervisor is Hypervisor.NITRO]
    for name in (t.name for t in types.values()):
        kinds = kinds_for(move(knowledge, name), knowledge.families)
        assert not [t.name for t in others if kinds[t].unasked], name
    plain = kinds_for(move(knowledge, "m5.large"), knowledge.families)
    assert all(plain[t].unasked for t in others)


@pytest.mark.parametrize(
    ("here", "first"),
    [
        # 256 GiB for 61, at seven times the price, are no successor of a K80.
        ("p2.xlarge", "g6e.2xlarge"),
        ("p2.8xlarge", "p4de.24xlarge"),
        ("p3.2xlarge", "p5.4xlarge"),
    ],
)
def test_a_purpose_leads_gpus_of_today_to_no_machine_of_many_times_their_size(
    knowledge: Knowledge, here: str, first: str
) -> None:
    answers = {"start": "instance", "current-type": here, "os": "ubuntu", "os-version": "22.04"}
    needs = needs_of({**answers, "purpose": "training"}, knowledge)
    assert advise(knowledge, needs).ranked[0].instance_type.name == first


def test_for_sap_what_sap_has_certified_comes_first_of_a_size_and_the_others_say_so(
    knowledge: Knowledge,
) -> None:
    answers: dict[str, Any] = {
        "os": "sles-sap",
        "os-version": "15",
        "purpose": "memory",
        "memory-gib": {"minimum": 1024},
    }
    found = advise(knowledge, needs_of(answers, knowledge)).ranked
    names = [each.instance_type.name for each in found]
    said = {each.instance_type.name: each.why.render(NullTranslations()) for each in found}
    assert names[:2] == ["r8i.32xlarge", "r6i.32xlarge"]
    assert "certified" not in said["r8i.32xlarge"]
    assert "not listed as certified by SAP for SAP HANA" in said["r7a.32xlarge"]
    # Who has bought no edition for SAP may want the memory for anything.
    plain = advise(knowledge, needs_of(answers | {"os": "sles"}, knowledge)).ranked
    assert not any(each.uncertified for each in plain)


def test_for_sap_no_machine_for_storage_passes_for_certified(knowledge: Knowledge) -> None:
    answers = {"start": "instance", "os": "rhel-sap", "os-version": "8", "current-type": "r5d.24xlarge"}
    found = advise(knowledge, needs_of(answers, knowledge)).ranked
    assert found[0].instance_type.name == "r8id.24xlarge"
    assert all(each.uncertified for each in found if each.instance_type.family in ("i7i", "i7ie", "r8id"))
    small = answers | {"current-type": "m5.large"}
    assert not advise(knowledge, needs_of(small, knowledge)).ranked[0].uncertified
