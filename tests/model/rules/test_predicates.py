from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.model.ec2.fact import all_facts
from wizard.model.ec2.instance_type import Architecture, BootMode, VirtualizationType
from wizard.model.rules.predicates import PREDICATES, Clause, read_clause
from wizard.model.systems.version import version

X86, ARM, I386 = Architecture.X86_64, Architecture.ARM64, Architecture.I386
DAY = datetime.date(2026, 11, 23)


def ask(table: dict[str, Any], *values: Any) -> bool | None:
    clause = read_clause(table)
    return clause.ask(dict(zip(clause.facts, values, strict=True)))


@pytest.mark.parametrize(
    ("table", "true", "false"),
    [
        ({"fact": "image.boot_mode", "is": ["uefi"]}, [BootMode.UEFI], [BootMode.UNSET]),
        ({"fact": "image.boot_mode", "is_not": ["uefi"]}, [BootMode.UNSET], [BootMode.UEFI]),
        ({"fact": "type.architectures", "has": ["arm64", "i386"]}, [(X86, I386)], [(X86,)]),
        ({"fact": "type.architectures", "lacks": ["arm64"]}, [(X86, I386)], [(ARM,)]),
        ({"fact": "type.architectures", "has_the": "image.architecture"}, [(X86, I386), X86], [(X86,), ARM]),
        (
            {"fact": "type.regions", "lacks_the": "launch.region"},
            [("eu-west-1",), "sa-east-1"],
            [("a",), "a"],
        ),
        ({"fact": "image.kernel_id", "empty": True}, [""], ["aki-1"]),
        ({"fact": "image.supported_types", "empty": False}, [("t3.*",)], [()]),
        ({"fact": "type.vcpus", "at_least": 4}, [4], [3]),
        ({"fact": "type.vcpus", "at_most": 4}, [4], [5]),
        ({"fact": "image.volumes", "at_most_the": "type.ebs_attachments"}, [3, 3], [4, 3]),
        ({"fact": "image.root_volume_gib", "at_least_the": "type.memory_gib"}, [8, 8.0], [8, 8.5]),
        (
            {"fact": "image.deprecation_time", "after_the": "launch.today"},
            [datetime.date.max, DAY],
            [DAY, DAY],
        ),
        ({"fact": "os.version", "since": "7.4"}, ["7.4.1708"], ["7.3"]),
        ({"fact": "os.version", "before": "2019"}, ["2018.03"], ["2023"]),
    ],
)
def test_word(table: dict[str, Any], true: list[Any], false: list[Any]) -> None:
    assert ask(table, *true) is True
    assert ask(table, *false) is False


def test_every_word_is_tried_above() -> None:
    marks = test_word.pytestmark
    tried = {word for mark in marks for row in mark.args[1] for word in row[0]}
    assert tried == {"fact", *PREDICATES}


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({}, "fact: None is not a fact that rules can read"),
        ({"fact": "image.colour", "is": ["red"]}, "fact: 'image.colour' is not a fact that rules can read"),
        ({"fact": "image.boot_mode"}, "image.boot_mode: expected exactly one of is, is_not"),
        (
            {"fact": "image.boot_mode", "is": ["uefi"], "is_not": ["uefi"]},
            "image.boot_mode: expected exactly one",
        ),
        ({"fact": "image.boot_mode", "was": ["uefi"]}, "was: no such predicate; expected one of is, "),
        ({"fact": "image.boot_mode", "is": "uefi"}, "image.boot_mode: expected a list of values"),
        ({"fact": "image.boot_mode", "is": []}, "image.boot_mode: expected a list of values"),
        ({"fact": "image.boot_mode", "is": ["efi"]}, "image.boot_mode: 'efi' is not one of"),
        ({"fact": "image.kernel_id", "empty": "yes"}, "image.kernel_id: empty: expected true or false"),
        ({"fact": "type.vcpus", "at_least": "many"}, "type.vcpus: 'many' is not of type int"),
        ({"fact": "type.architectures", "has_the": "image.colour"}, "fact: 'image.colour' is not a fact"),
    ],
)
def test_a_clause_that_says_nothing(table: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}"):
        read_clause(table)


truth = st.sampled_from((True, False, None))


@given(values=st.tuples(truth, truth))
def test_a_clause_answers_only_if_all_its_facts_are_known(values: tuple[bool | None, bool | None]) -> None:
    clause = Clause(("a", "b"), lambda a, b: a and b)
    answer = clause.ask(dict(zip("ab", values, strict=True)))
    assert answer is (None if None in values else values[0] and values[1])


@given(value=st.sampled_from((*VirtualizationType, None)))
def test_is_and_is_not_are_opposites_and_alike_unknown(value: VirtualizationType | None) -> None:
    table = {"fact": "image.virtualization_type"}
    yes, no = (ask(table | {word: ["hvm"]}, value) for word in ("is", "is_not"))
    assert yes is (None if no is None else not no)


@given(held=st.none() | st.sets(st.sampled_from(tuple(Architecture))).map(tuple))
def test_has_and_lacks_are_opposites_and_alike_unknown(held: tuple[Architecture, ...] | None) -> None:
    table = {"fact": "type.architectures"}
    has, lacks = (ask(table | {word: ["arm64", "i386"]}, held) for word in ("has", "lacks"))
    assert has is (None if lacks is None else not lacks)


@given(numbers=st.lists(st.integers(0, 9999), min_size=1, max_size=4))
def test_versions_are_compared_number_by_number(numbers: list[int]) -> None:
    text = ".".join(map(str, numbers))
    assert version(f"v{text}-rc") == tuple(numbers)
    assert version(f"{text}.0") >= version(text)


def test_ten_is_later_than_nine() -> None:
    assert version("10") > version("9.9")
    assert version("") == ()


def test_each_word_reads_real_facts() -> None:
    for word in ("has_the", "lacks_the", "after_the", "at_least_the", "at_most_the"):
        clause = read_clause({"fact": "type.vcpus", word: "type.cores"})
        assert set(clause.facts) <= all_facts().keys()
