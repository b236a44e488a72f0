from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.gui.session import Session
from wizard.gui.types.columns import COLUMNS, RESULT, natural
from wizard.gui.types.rows import TypeRows
from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.instance_type import Architecture
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.needs import Needs


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
