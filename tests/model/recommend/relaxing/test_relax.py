"""Which answers to change where nothing fits."""

from __future__ import annotations

from typing import Any

import pytest

from wizard.flow.change import value_of
from wizard.flow.interpret import needs_of
from wizard.flow.kind import Value
from wizard.flow.steps import QUESTIONS
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.decide import best_that_fits
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.relaxing.nearest_number import nearest_number


def ways(knowledge: Knowledge, **answers: Any) -> dict[tuple[str, str], int]:
    given = {name.replace("_", "-"): value for name, value in answers.items()}
    recommendation = advise(knowledge, needs_of(given, knowledge))
    assert recommendation.decision is None
    return {(way.answer, way.instead): way.count for way in recommendation.relax}


def test_single_answers_first_and_most_types_first(knowledge: Knowledge) -> None:
    found = ways(knowledge, os="linux", family=["m1"], vcpus={"minimum": 4}, region="eu-south-1")
    assert next(iter(found)) == ("family", "any")
    assert all("+" not in answer for answer, _ in found)


@pytest.mark.parametrize(
    ("answers", "way"),
    [
        ({"os": "ubuntu", "gpu": 16}, ("gpu", "8")),
        ({"vcpus": {"minimum": 1000, "maximum": 1000}}, ("vcpus", "896..1000")),
        ({"vcpus": {"minimum": 1000}}, ("vcpus", "896")),
        ({"memory-gib": {"minimum": 3, "maximum": 3}}, ("memory-gib", "3..3.7")),
        ({"memory-gib": {"maximum": 0.4}}, ("memory-gib", "0..0.5")),
        ({"network-gbps": 9999}, ("network-gbps", "6750")),
        ({"local-storage-gb": 999999}, ("local-storage-gb", "335520")),
        ({"vcpus": {"maximum": 3}, "family": ["c1"], "memory-gib": {"minimum": 6}}, ("vcpus", "0..8")),
    ],
)
def test_less_of_a_number_is_the_smaller_change(
    knowledge: Knowledge, answers: dict[str, Any], way: tuple[str, str]
) -> None:
    assert way in ways(knowledge, **answers)


@pytest.mark.parametrize(
    ("answers", "way"),
    [
        ({"os": "windows", "os-version": "2022", "arch": "arm64"}, ("arch", "any")),
        ({"os": "windows", "os-version": "2022", "arch": "arm64"}, ("os", "any")),
        ({"os": "macos", "arch": "i386"}, ("arch", "any")),
        ({"os": "ubuntu", "arch": "arm64_mac"}, ("arch", "any")),
        ({"virtualization": "paravirtual", "arch": "arm64"}, ("virtualization", "any")),
        (
            {"edition": "2014", "virtualization": "hvm", "guest-host-vt": "no", "os": "custom"},
            ("edition", "current"),
        ),
        ({"need": ["efa", "tpm"], "family": ["t3"]}, ("need", "tpm")),
        ({"without": ["ena", "tpm"], "family": ["m8i"]}, ("without", "tpm")),
        ({"start": "instance", "current-type": "r4.16xlarge", "family": ["t3"]}, ("same-size", "no")),
        (
            {
                "start": "instance",
                "current-type": "a1.large",
                "os": "ubuntu",
                "os-after": "windows",
                "arch": "arm64",
            },
            ("os-after", "same"),
        ),
    ],
)
def test_what_to_take_back(knowledge: Knowledge, answers: dict[str, Any], way: tuple[str, str]) -> None:
    assert way in ways(knowledge, **answers)


@pytest.mark.parametrize(
    ("answers", "ways_out"),
    [
        ({"need": ["sev-snp"], "region": "us-east-1", "os": "linux"}, {"need", "region"}),
        ({"tenancy": "dedicated", "family": ["t4g"], "os": "linux"}, {"tenancy", "family"}),
        ({"free-plan": True, "gpu": 1, "os": "linux"}, {"free-plan", "gpu"}),
        (
            {"zone": "us-west-2-lax-1a", "region": "us-west-2", "need": ["tpm"], "os": "windows"},
            {"zone", "need"},
        ),
    ],
)
def test_an_option_of_the_launch_can_be_what_stands_in_the_way(
    knowledge: Knowledge, answers: dict[str, Any], ways_out: set[str]
) -> None:
    assert {answer for answer, _ in ways(knowledge, **answers)} == ways_out


def test_a_list_says_what_stays_of_it(knowledge: Knowledge) -> None:
    found = ways(knowledge, need=["efa", "burstable", "bare-metal", "tpm"], os="ubuntu")
    assert set(found) == {("need", "efa,tpm"), ("need", "bare-metal,efa"), ("need", "burstable,tpm")}


def test_nothing_to_relax_where_something_fits(knowledge: Knowledge) -> None:
    assert advise(knowledge, Needs()).relax == ()


@pytest.mark.parametrize(
    "answers",
    [
        {
            "os": "linux",
            "gpu": 100,
            "network_gbps": 9999,
            "local_storage_gb": 9999999,
            "need": ["efa", "tpm", "bare-metal", "burstable", "sev-snp", "instance-store-root"],
            "vcpus": {"minimum": 1000, "maximum": 1000},
            "memory_gib": {"minimum": 1, "maximum": 1},
        },
        {
            "gpu": 16,
            "network_gbps": 100,
            "need": ["efa", "burstable", "hibernation", "tpm", "enclaves"],
            "hypervisor": "xen",
            "generation": "current",
            "arch": "i386",
        },
    ],
)
def test_many_answers_that_exclude_each_other_are_decided_anew_only_a_few_times(
    knowledge: Knowledge, answers: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A whole decision for each set of answers would be minutes: their number doubles with each answer."""
    decided = []

    def counted(*words: Any) -> Any:
        decided.append(words)
        assert len(decided) < 30
        return best_that_fits(*words)

    monkeypatch.setattr("wizard.model.recommend.relaxing.relax.best_that_fits", counted)
    assert ways(knowledge, **answers)
    assert decided


def test_where_no_small_change_helps_as_little_as_possible_is_taken_back(knowledge: Knowledge) -> None:
    """Hibernation is asked of bare metal on Arm: what each asks of a type and what the launch may be exclude each other."""
    needs = ["hibernation", "secure-boot", "bare-metal"]
    answers = {
        "arch": "arm64",
        "vcpus": {"minimum": 2, "maximum": 4},
        "need": needs,
        "region": "eu-central-2",
    }
    assert set(ways(knowledge, **answers)) == {("need", "secure-boot")}


def test_the_lowest_price_with_which_something_fits(knowledge: Knowledge) -> None:
    answers: dict[str, Value] = {
        "os": "ubuntu",
        "max-price": 0.05,
        "vcpus": {"minimum": 16},
        "region": "us-east-1",
    }
    found = ways(knowledge, **answers)
    (price,) = (instead for answer, instead in found if answer == "max-price" and instead != "any")
    fits = needs_of({**answers, "max-price": float(price)}, knowledge)
    tight = needs_of({**answers, "max-price": float(price) - 0.01}, knowledge)
    assert advise(knowledge, fits).ranked
    assert not advise(knowledge, tight).ranked


def test_no_price_is_proposed_where_none_is_known(knowledge: Knowledge) -> None:
    found = ways(knowledge, **{"os": "ubuntu", "max-price": 0.001, "region": "me-south-1", "gpu": 99})
    assert found
    assert not [way for way in found if "max-price" in way[0]]


def test_no_price_is_proposed_for_a_type_whose_own_is_not_known(knowledge: Knowledge) -> None:
    answers = {"os": "ubuntu", "max-price": 0.001, "region": "us-east-1", "type": ["m8idb.xlarge"]}
    found = ways(knowledge, **answers)
    assert [way for way in found if way[0] == "max-price"] == [("max-price", "any")]


def test_no_number_helps_where_no_type_is_left_for_another_reason(knowledge: Knowledge) -> None:
    needs = needs_of({"vcpus": {"minimum": 4}}, knowledge)
    assert nearest_number(needs, "vcpus", [], Costs.of(knowledge.prices, needs)) is None


def test_six_ways_out_are_named(knowledge: Knowledge) -> None:
    found = ways(
        knowledge,
        memory_gib={"minimum": 1, "maximum": 4},
        gpu=4,
        need=["burstable", "spot", "bare-metal"],
        without=["burstable"],
        hypervisor="nitro",
        virtualization="paravirtual",
        family=["m8in"],
    )
    assert len(found) == 6
    assert next(iter(found)) == ("family+gpu+need+virtualization", "any+any+spot+any")
    assert list(found.values()) == [23, 22, 11, 5, 9, 2]


@pytest.mark.parametrize(
    "answers",
    [
        {"os": "ubuntu", "gpu": 16},
        {"vcpus": {"minimum": 1000}},
        {"memory-gib": {"maximum": 0.4}},
        {"memory-gib": {"minimum": 3, "maximum": 3}},
        {"network-gbps": 9999, "family": ["m5"]},
        {"local-storage-gb": 999999},
        {"os": "ubuntu", "max-price": 0.05, "vcpus": {"minimum": 16}, "region": "us-east-1"},
        {"need": ["efa", "burstable", "bare-metal", "tpm"], "os": "ubuntu"},
        {"os": "macos", "arch": "i386"},
        {"start": "instance", "current-type": "r4.16xlarge", "family": ["t3"]},
        {
            "start": "instance",
            "current-type": "r4.8xlarge",
            "os": "sles",
            "os-version": "12",
            "arch": "arm64",
        },
    ],
)
def test_as_many_types_come_back_as_is_said(knowledge: Knowledge, answers: dict[str, Any]) -> None:
    found = ways(knowledge, **answers)
    for (ids, words), count in found.items():
        other = dict(answers)
        for id, word in zip(ids.split("+"), words.split("+"), strict=True):
            value = value_of(QUESTIONS[id], word)
            other = {**other, id: value} if value is not None else {k: v for k, v in other.items() if k != id}
        assert len(advise(knowledge, needs_of(other, knowledge)).ranked) == count, (ids, words)


def test_the_system_is_the_last_thing_to_take_back(knowledge: Knowledge) -> None:
    needs = needs_of({"os": "macos", "os-version": "15", "need": ["spot"]}, knowledge)
    assert [way.answer for way in advise(knowledge, needs).relax][:2] == ["need", "os"]


@pytest.mark.parametrize(
    ("system", "version", "offered"),
    [("sles", "12", True), ("sles-sap", "15 SP7", False), ("windows", "2016", False)],
)
def test_who_moves_is_led_to_a_newer_version_of_his_system_where_that_helps(
    knowledge: Knowledge, system: str, version: str, offered: bool
) -> None:
    moving: dict[str, Any] = {"start": "instance", "current-type": "r4.8xlarge", "arch": "arm64"}
    needs = needs_of(moving | {"os": system, "os-version": version}, knowledge)
    named = [(way.answer, way.instead) for way in advise(knowledge, needs).relax]
    assert (("os-after", "current") in named) is offered


def test_who_named_what_shall_run_afterwards_keeps_it(knowledge: Knowledge) -> None:
    found = ways(
        knowledge,
        start="instance",
        current_type="r4.8xlarge",
        os="sles",
        os_version="12",
        os_after="windows",
        arch="arm64",
    )
    assert ("os-after", "current") not in found
