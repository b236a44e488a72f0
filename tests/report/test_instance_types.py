from __future__ import annotations

import pytest

from tests.report.conftest import Recommend
from tests.report.sample import NOTHING_LEFT, OLD_TYPE, UBUNTU
from wizard.flow.kind import Value
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.report.document import Paragraph, Statements, Table
from wizard.report.instance_types import (
    closest_types,
    excluded,
    near_misses,
    network,
    number,
    processor,
    storage,
)
from wizard.report.report_writer import ReportWriter


def named(knowledge: Knowledge, name: str) -> InstanceType:
    found = knowledge.catalog.get(name)
    assert found
    return found


def test_the_closest_types_with_a_figure_in_every_column(recommend: Recommend, writer: ReportWriter) -> None:
    recommendation = recommend(UBUNTU)
    table, *_ = closest_types(recommendation, False, writer)
    assert isinstance(table, Table)
    assert table.caption == f"The 12 closest of {len(recommendation.ranked)} types that meet every answer"
    assert [row[0] for row in table.rows] == [r.instance_type.name for r in recommendation.ranked[:12]]
    assert all(cell for row in table.rows for cell in row)
    assert {len(row) for row in table.rows} == {len(table.columns)}
    assert "Outcome" not in [column.title for column in table.columns], "every row would say the same"


def test_without_a_wish_no_type_is_the_closest(recommend: Recommend, writer: ReportWriter) -> None:
    table, *_ = closest_types(recommend({"os": "linux"}), False, writer)
    assert isinstance(table, Table)
    assert table.caption == "The first 12 of 958 types that meet every answer"


def test_a_move_shows_fewer(recommend: Recommend, writer: ReportWriter) -> None:
    table, *_ = closest_types(recommend(UBUNTU), True, writer)
    assert isinstance(table, Table)
    assert len(table.rows) == 6


def test_the_outcome_stands_where_it_differs(recommend: Recommend, writer: ReportWriter) -> None:
    table, *_ = closest_types(
        recommend({"os": "amazon-linux", "os-version": "2", "arch": "arm64"}), False, writer
    )
    assert isinstance(table, Table)
    assert [column.title for column in table.columns][-2:] == ["Outcome", "Why it stands here"]


def test_few_types_are_all_shown(recommend: Recommend, writer: ReportWriter) -> None:
    one = recommend(OLD_TYPE)
    table = next(iter(closest_types(one, False, writer)))
    assert isinstance(table, Table)
    assert table.caption == "The one type that meets every answer"
    three = replace(one, ranked=one.ranked * 3)
    table = next(iter(closest_types(three, False, writer)))
    assert isinstance(table, Table)
    assert table.caption == "All 3 types that meet every answer"


def test_architectures_left_open_are_counted(recommend: Recommend, writer: ReportWriter) -> None:
    recommendation = recommend({"os": "ubuntu", "os-version": "22.04"})
    *_, last = closest_types(recommendation, False, writer)
    counts = dict(recommendation.by_architecture)
    assert isinstance(last, Paragraph)
    for architecture, count in counts.items():
        assert (f"{architecture} {count:,}" in last.text) is bool(count)


def test_no_types(recommend: Recommend, writer: ReportWriter) -> None:
    assert list(closest_types(recommend(NOTHING_LEFT), False, writer)) == []


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (16.0, "16"),
        (3.75, "3.75"),
        (0.6123, "0.61"),
        (999.5, "999.5"),
        (1000.4, "1,000"),
        (32768.0, "32,768"),
    ],
)
def test_number(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("name", "traffic", "disks", "maker"),
    [
        ("m5d.xlarge", "1.25–10", "1 × 150 GB NVMe", "Intel 3.1 GHz"),
        ("m8g.xlarge", "1.88–12.5", "EBS only", "AWS 2.8 GHz"),
        ("p5.48xlarge", "3,200", "8 × 3,800 GB NVMe", "AMD 3.6 GHz, 8 × H100"),
        ("m1.small", "0.3–1.2", "1 × 160 GB", "Intel"),
        ("inf1.xlarge", "5–25", "EBS only", "Intel 2.5 GHz, 1 × Inferentia"),
    ],
)
def test_figures_of_a_type(
    knowledge: Knowledge, writer: ReportWriter, name: str, traffic: str, disks: str, maker: str
) -> None:
    found = named(knowledge, name)
    assert (network(found, str), storage(found, writer), processor(found, str)) == (traffic, disks, maker)


def test_a_slice_of_a_device_has_no_count(knowledge: Knowledge) -> None:
    sliced = next(t for t in knowledge.catalog.types if t.accelerators and not t.accelerators[0].count)
    assert processor(sliced, str).endswith(f", {sliced.accelerators[0].name}")


def test_every_type_left_out_is_counted(recommend: Recommend, writer: ReportWriter) -> None:
    recommendation = recommend(UBUNTU)
    (table,) = excluded(recommendation, writer)
    assert isinstance(table, Table)
    total = sum(int(row[1].replace(",", "")) for row in table.rows)
    assert total == 1395 - len(recommendation.ranked)
    assert f"{total:,} types" in table.caption
    assert table.rows[0][2].endswith(" more")


def test_small_groups_are_named_in_full(recommend: Recommend, writer: ReportWriter) -> None:
    (table,) = excluded(recommend(NOTHING_LEFT), writer)
    assert isinstance(table, Table)
    assert "m1.large, m1.medium, m1.small, m1.xlarge" in {row[2] for row in table.rows}


def test_a_reason_speaks_of_all_types_of_its_group(recommend: Recommend, writer: ReportWriter) -> None:
    groups = [g for answers in (NOTHING_LEFT, UBUNTU, {}) for g in recommend(answers).excluded if g.finding]
    assert all("type.name" not in g.text.placeholders for g in groups if len(g.types) > 1)
    said = {writer.say(group.text) for group in groups}
    assert "They run another architecture, so EC2 refuses an AMI built for x86_64." in said


def test_nothing_left_out(recommend: Recommend, writer: ReportWriter) -> None:
    assert list(excluded(replace(recommend(UBUNTU), excluded=()), writer)) == []


def test_near_misses_bear_the_error_of_the_type(recommend: Recommend, writer: ReportWriter) -> None:
    recommendation = recommend(UBUNTU)
    _, statements = near_misses(recommendation, writer)
    assert isinstance(statements, Statements)
    for item, (instance_type, _) in zip(statements.items, recommendation.near_misses, strict=True):
        assert item.title == instance_type.name
        assert item.error
        assert item.error_code


def test_no_near_misses(recommend: Recommend, writer: ReportWriter) -> None:
    assert list(near_misses(replace(recommend(UBUNTU), near_misses=()), writer)) == []


def test_examples_say_how_many_more_there_are(recommend: Recommend, writer: ReportWriter) -> None:
    cells = [
        row[-1]
        for block in excluded(recommend(UBUNTU), writer)
        if isinstance(block, Table)
        for row in block.rows
    ]
    assert any(cell.endswith(" and 649 more") for cell in cells)
    assert not [cell for cell in cells if "…" in cell]


def test_disks_have_a_column_only_where_a_type_has_some(recommend: Recommend, writer: ReportWriter) -> None:
    def titles(answers: dict[str, Value]) -> list[str]:
        table, *_ = closest_types(recommend(answers), False, writer)
        assert isinstance(table, Table)
        return [column.title for column in table.columns]

    assert "Local storage" not in titles(UBUNTU), "every row would say EBS only"
    assert "Local storage" in titles({"os": "ubuntu", "local-storage-gb": 100})
