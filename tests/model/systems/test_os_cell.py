from __future__ import annotations

import pytest

from wizard.model.ec2.finding import Evidence
from wizard.model.ec2.operating_system import Ground
from wizard.model.systems.os_cell import Cell, tokens, within

GROUND = Ground(Evidence.DOCUMENTED, ())


def cell(value: object = None, yes: str = "", no: str = "") -> Cell:
    return Cell("nvme_driver", value, yes, no, GROUND)


def test_only_the_two_sides_of_a_bound_complete_each_other() -> None:
    true, false, both = cell(yes=">=9"), cell(no="<8"), cell(yes=">=9", no="<8")
    assert true.completes(false)
    assert false.completes(true)
    for one, other in ((true, true), (true, both), (both, false), (both, both), (cell(True), true)):
        assert not one.completes(other)
        assert not other.completes(one)
    assert not cell(True).completes(cell(False))
    assert not cell(True).completes(both)


@pytest.mark.parametrize(
    ("numbers", "bound", "expected"),
    [
        ((8,), ">=7.4", True),
        ((7, 4), ">=7.4", True),
        ((7, 4, 1708), ">=7.4", True),
        ((7,), ">=7.4", False),
        ((7,), "<7.4", False),
        ((7, 3), "<7.4", True),
        ((6,), "<7.4", True),
        ((7, 4), "<7.4", False),
        ((), "<7.4", False),
        ((7,), "", False),
    ],
)
def test_within(numbers: tuple[int, ...], bound: str, expected: bool) -> None:
    assert within(numbers, bound) is expected


def test_tokens() -> None:
    assert tokens("15-SP6") == tokens("15.6") == (15, 6)
    assert tokens("2012 R2") == tokens("2012-r2") == (2012, "r", 2)
    assert tokens("tumbleweed") == ("tumbleweed",)
