from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.gui.session import Session
from wizard.gui.types.cells import natural
from wizard.gui.types.columns import BY_ID, COLUMNS, OF_THE_PRICE, RESULT
from wizard.gui.types.rows import TypeRows
from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.instance_type import Architecture
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.ranked import Ranked, Wish


@pytest.fixture
def rows(session: Session) -> TypeRows:
    rows = TypeRows()
    rows.fill(session.recommendation.ranked)
    return rows


def names(rows: TypeRows) -> list[str]:
    return [row.instance_type.name for row in rows.shown]


def test_best_first_is_the_recommendations_order(rows: TypeRows, session: Session) -> None:
    assert tuple(rows.shown) == session.recommendation.ranked
    assert rows.order is None


@pytest.mark.parametrize("column", range(len(COLUMNS)))
@pytest.mark.parametrize("downwards", [False, True])
def test_every_column_sorts_both_ways(rows: TypeRows, column: int, downwards: bool) -> None:
    rows.sort((column, downwards))
    keys: list[Any] = [COLUMNS[column].key(row) for row in rows.shown]
    assert keys == sorted(keys, reverse=downwards)
    assert rows.order == (column, downwards)
    rows.sort(None)
    assert rows.order is None


def test_every_word_of_the_filter_must_stand_somewhere(rows: TypeRows) -> None:
    rows.narrow("NITRO x86_64 m7i")
    assert names(rows)
    for row in rows.shown:
        assert "m7i" in row.instance_type.name
        assert "x86_64" in row.instance_type.architectures
    rows.narrow("there is no such type")
    assert not names(rows)
    rows.narrow("  ")
    assert len(names(rows)) > 100


def test_filter_and_order_work_together(rows: TypeRows) -> None:
    rows.sort((0, False))
    rows.narrow("m5.")
    assert names(rows) == sorted(names(rows), key=natural)
    assert all(name.startswith("m5.") for name in names(rows))


def test_a_row_says_what_the_type_is(rows: TypeRows, session: Session) -> None:
    ranked = next(r for r in session.recommendation.ranked if r.instance_type.name == "m5d.large")
    texts = dict(zip(rows.header, rows.texts(ranked), strict=True))
    assert texts["Instance type"] == "m5d.large"
    assert (texts["vCPUs"], texts["Memory (GiB)"], texts["Architecture"]) == ("2", "8", "x86_64")
    assert (texts["Hypervisor"], texts["Local storage (GB)"], texts["Accelerators"]) == ("Nitro", "75", "–")
    assert texts["Result"] == "works"
    assert rows.header[RESULT] == "Result"
    assert rows.table([ranked]) == [rows.texts(ranked)]


def test_accelerators_are_counted(rows: TypeRows, session: Session) -> None:
    ranked = next(r for r in session.recommendation.ranked if r.instance_type.name == "g4dn.12xlarge")
    assert "4 × T4" in rows.texts(ranked)


def test_sizes_sort_as_people_read_them() -> None:
    sizes = ["m5.24xlarge", "m5.2xlarge", "m5.large", "m5.12xlarge", "m5.xlarge"]
    assert sorted(sizes, key=natural) == ["m5.2xlarge", "m5.12xlarge", "m5.24xlarge", "m5.large", "m5.xlarge"]


@given(st.lists(st.text()))
def test_any_names_can_be_sorted(words: list[str]) -> None:
    assert sorted(words, key=natural) == sorted(sorted(words), key=natural)


def test_devices_sort_by_their_number(rows: TypeRows, session: Session) -> None:
    session.answer("family", ["inf1"])
    rows.fill(session.recommendation.ranked)
    column = [column.title.template for column in COLUMNS].index("Accelerators")
    rows.sort((column, True))
    counts = [sum(a.count for a in row.instance_type.accelerators) for row in rows.shown]
    assert len(set(counts)) > 1
    assert counts == sorted(counts, reverse=True)


def test_a_column_that_tells_nothing_apart_is_left_out(session: Session) -> None:
    rows = TypeRows()
    session.answer("family", ["m7i", "c7i"])
    rows.fill(session.recommendation.ranked)
    telling = {rows.header[place] for place in rows.telling}
    assert {"Instance type", "vCPUs", "Why it stands here"} <= telling
    assert not {"Result", "Architecture", "Accelerators", "Local storage (GB)"} & telling
    session.answer("family", ["m5d", "g4dn"])
    rows.fill(session.recommendation.ranked)
    assert {"Accelerators", "Local storage (GB)"} <= {rows.header[place] for place in rows.telling}


def test_a_result_that_is_not_that_it_works_is_shown_though_all_share_it(session: Session) -> None:
    rows = TypeRows()
    ranked = session.recommendation.ranked
    rows.fill(tuple(replace(row, outcome=Outcome.UNKNOWN) for row in ranked[:3]))
    assert RESULT in rows.telling
    assert BY_ID["hypervisor"] not in rows.telling


def test_the_same_types_with_another_result_say_the_new_one(session: Session) -> None:
    rows = TypeRows()
    first = session.recommendation.ranked[0]
    rows.fill((first,))
    before = rows.texts(first)
    rows.fill((replace(first, outcome=Outcome.DEGRADED),))
    assert rows.texts(rows.shown[0])[RESULT] != before[RESULT]


def test_the_network_is_told_from_what_is_sustained_to_the_burst(rows: TypeRows, session: Session) -> None:
    ranked = next(r for r in session.recommendation.ranked if r.instance_type.name == "m7i.large")
    assert "0.78–12.5" in rows.texts(ranked)


EIGHT = (
    "m5.large", "m5.2xlarge", "m5.12xlarge", "g4dn.12xlarge", "g4dn.xlarge", "m6g.large", "i3.large", "t1.micro",
)  # fmt: skip


@pytest.mark.parametrize(
    ("title", "upwards"),
    [
        ("Result", "t1.micro m5.large m5.2xlarge m5.12xlarge g4dn.12xlarge g4dn.xlarge m6g.large i3.large"),
        ("vCPUs", "t1.micro m5.large m6g.large i3.large g4dn.xlarge m5.2xlarge m5.12xlarge g4dn.12xlarge"),
        (
            "Memory (GiB)",
            "t1.micro m5.large m6g.large i3.large g4dn.xlarge m5.2xlarge m5.12xlarge g4dn.12xlarge",
        ),
        (
            "Processor",
            "m6g.large t1.micro i3.large g4dn.12xlarge g4dn.xlarge m5.large m5.2xlarge m5.12xlarge",
        ),
        (
            "Network (Gbit/s)",
            "t1.micro m5.large m6g.large i3.large m5.2xlarge g4dn.xlarge m5.12xlarge g4dn.12xlarge",
        ),
        (
            "Price (USD/h)",
            "t1.micro m6g.large m5.large i3.large m5.2xlarge g4dn.xlarge m5.12xlarge g4dn.12xlarge",
        ),
        (
            "Local storage (GB)",
            "m5.large m5.2xlarge m5.12xlarge m6g.large t1.micro g4dn.xlarge i3.large g4dn.12xlarge",
        ),
        (
            "Accelerators",
            "m5.large m5.2xlarge m5.12xlarge m6g.large i3.large t1.micro g4dn.xlarge g4dn.12xlarge",
        ),
        (
            "Architecture",
            "m5.large m5.2xlarge m5.12xlarge g4dn.12xlarge g4dn.xlarge i3.large t1.micro m6g.large",
        ),
    ],
)
def test_upwards_the_least_comes_first(knowledge: Knowledge, title: str, upwards: str) -> None:
    """What loses something comes before what works: one looks for it."""
    known = {
        row.instance_type.name: row
        for architecture in (Architecture.X86_64, Architecture.ARM64)
        for row in advise(knowledge, Needs(types=EIGHT, architecture=architecture)).ranked
    }
    known["t1.micro"] = replace(known["t1.micro"], outcome=Outcome.DEGRADED)
    rows = TypeRows()
    rows.fill(tuple(known[name] for name in EIGHT))
    rows.sort(([column.title.template for column in COLUMNS].index(title), False))
    assert " ".join(names(rows)) == upwards


def test_figures_stand_flush_right() -> None:
    assert {column.title.template for column in COLUMNS if column.numeric} == {
        "vCPUs", "Memory (GiB)", "Network (Gbit/s)", "Price (USD/h)", "Local storage (GB)", "EBS (Mbit/s)",
        "Generation", "Regions",
    }  # fmt: skip


def ranked_of(knowledge: Knowledge, name: str, architecture: Architecture = Architecture.X86_64) -> Ranked:
    (row,) = advise(knowledge, Needs(types=(name,), architecture=architecture)).ranked
    return row


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("t1.micro", "processor=Intel generation=1 memory=0.61 network=0.07–0.28 price=0.02000 storage=–"),
        (
            "t1.micro",
            "architecture=i386,x86_64 hypervisor=Xen virtualization=hvm,paravirtual boot=legacy-bios",
        ),
        ("t1.micro", "accelerators=– ebs=– regions=10"),
        ("p5.48xlarge", "processor=AMD_3.6_GHz generation=5 memory=2,048 network=3,200 price=55.04000"),
        ("p5.48xlarge", "storage=30,400 accelerators=8_×_H100 hypervisor=Nitro virtualization=hvm"),
        ("p5.48xlarge", "boot=legacy-bios,uefi ebs=80,000 regions=14"),
        ("m5d.large", "storage=75 ebs=650–4,750 price=0.11300 network=0.75–10"),
        ("m5.metal", "hypervisor=bare_metal network=25 ebs=19,000"),
        ("g6f.large", "accelerators=L4"),
        ("inf1.24xlarge", "accelerators=16_×_Inferentia"),
    ],
)
def test_each_cell_says_what_aws_says_of_the_type(knowledge: Knowledge, name: str, cells: str) -> None:
    row = ranked_of(knowledge, name)
    said = {column.id: column.text(row).replace(", ", ",").replace(" ", "_") for column in COLUMNS}
    wanted = dict(cell.split("=") for cell in cells.split(" "))
    assert {id: said[id] for id in wanted} == wanted


def test_without_a_price_its_day_and_its_source_are_empty_too(knowledge: Knowledge) -> None:
    row = ranked_of(knowledge, "m5.large")
    day, source = (say for _, say in OF_THE_PRICE)
    assert (day(row), source(row)[:14]) == ("2026-02-27", "AWS price list")
    without = replace(row, price=None)
    assert (day(without), source(without)) == ("", "")
    column = COLUMNS[BY_ID["price"]]
    assert column.text(without) == "–"
    assert sorted([without, row], key=column.key) == [row, without]


@pytest.mark.parametrize(
    ("vcpus", "memory", "said"),
    [(2, 8, "+0 vCPUs, +0 GiB"), (1, 7.5, "+1 vCPUs, +0.5 GiB"), (4, 9, "–2 vCPUs, –1 GiB")],
)
def test_against_today_it_is_said_what_is_more_and_what_is_less(
    knowledge: Knowledge, vcpus: int, memory: float, said: str
) -> None:
    row = ranked_of(knowledge, "m5.large")
    column = COLUMNS[BY_ID["today"]]
    measured = replace(row, wish=Wish(vcpus, memory, "m3.large"))
    assert column.text(measured) == said
    assert column.key(measured) == (2 - vcpus, 8 - memory)
    assert column.text(replace(row, wish=Wish(vcpus, memory))) == ""
    rows = TypeRows()
    rows.fill((row,))
    assert BY_ID["today"] not in rows.telling
    # Nobody who moves nothing has an empty column, not even who chose it for a move.
    rows.choose(["type", "today"])
    assert rows.telling == (BY_ID["type"],)
    rows.choose(())
    rows.fill((replace(row, wish=Wish(2, 8)), ranked_of(knowledge, "m5.xlarge")))
    assert BY_ID["today"] not in rows.telling
    rows.fill((measured,))
    assert BY_ID["today"] in rows.telling


def test_who_chooses_columns_sees_those_in_their_order(rows: TypeRows) -> None:
    usual = rows.telling
    assert not {"virtualization", "boot", "ebs", "regions"} & {COLUMNS[place].id for place in usual}
    rows.choose(["regions", "no such column", "type", "ebs"])
    assert [COLUMNS[place].id for place in rows.telling] == ["type", "ebs", "regions"]
    rows.choose(["no such column"])
    assert rows.telling == usual


@pytest.mark.parametrize(
    ("limits", "kept"),
    [
        ({"vcpus": "8"}, ["m5.2xlarge", "c4.8xlarge"]),
        ({"vcpus": "<8"}, ["m5.large"]),
        ({"vcpus": "any"}, []),
        ({"type": "m5"}, ["m5.large", "m5.2xlarge"]),
        ({"type": "5", "vcpus": ">2"}, ["m5.2xlarge"]),
        ({"price": "0.2"}, ["m5.large"]),
        ({"price": ">0"}, ["m5.large", "m5.2xlarge"]),
        ({"vcpus": "  ", "type": " C4 "}, ["c4.8xlarge"]),
    ],
)
def test_figures_or_words_under_the_head_of_a_column_leave_out_the_rest(
    knowledge: Knowledge, limits: dict[str, str], kept: list[str]
) -> None:
    """What has no price meets no limit of it."""
    needs = Needs(region="us-east-1", types=("m5.large", "m5.2xlarge", "c4.8xlarge"))
    needs = replace(needs, os=knowledge.os_catalog.find("ubuntu", "22.04"))
    ranked = advise(knowledge, needs).ranked
    unpriced = tuple(
        replace(row, price=None) if row.instance_type.name == "c4.8xlarge" else row for row in ranked
    )
    rows = TypeRows()
    rows.fill(unpriced)
    rows.limit({BY_ID[id]: text for id, text in limits.items()})
    assert sorted(names(rows)) == sorted(kept)
    rows.limit({})
    assert len(names(rows)) == 3


def test_what_tells_the_first_dozen_apart_is_shown(knowledge: Knowledge) -> None:
    ranked = advise(knowledge, Needs(families=("m5",))).ranked
    (arm, *_) = advise(knowledge, Needs(families=("m6g",))).ranked
    rows = TypeRows()
    for alike, shown in ((11, True), (12, False)):
        rows.fill((*(ranked[0] for _ in range(alike)), arm))
        assert (BY_ID["architecture"] in rows.telling) is shown
