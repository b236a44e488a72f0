from __future__ import annotations

import pytest

from wizard.gui.types.column_filter import figures


@pytest.mark.parametrize(
    ("typed", "amount", "meets"),
    [
        ("4", (4, 4), True),
        ("4", (8, 8), True),
        ("4", (2, 2), False),
        ("=4", (8, 8), False),
        ("= 4", (4, 4), True),
        ("4+", (8, 8), True),
        (">=4", (4, 4), True),
        ("≥ 4", (2, 2), False),
        (">4", (4, 4), False),
        (">4", (5, 5), True),
        ("<0.2", (0.1, 0.1), True),
        ("<0,2", (0.2, 0.2), False),
        ("≤8", (8, 8), True),
        ("4-8", (6, 6), True),
        ("4–8", (9, 9), False),
        ("4..8", (8, 8), True),
        # What is sustained and the burst: both ends count.
        ("≥10", (1.88, 12.5), True),
        ("<1", (1.88, 12.5), False),
        ("<2", (1.88, 12.5), True),
        ("20-30", (1.88, 12.5), False),
    ],
)
def test_figures_are_met_as_one_reads_them(typed: str, amount: tuple[float, float], meets: bool) -> None:
    found = figures(typed)
    assert found is not None
    assert found(amount) is meets


def test_a_price_by_itself_is_the_most_that_one_pays() -> None:
    found = figures("0.2", most=True)
    assert found is not None
    assert [found((usd, usd)) for usd in (0.1, 0.2, 0.3)] == [True, True, False]


@pytest.mark.parametrize("typed", ["", "intel", "4 8", "-", "4-", "<", "+"])
def test_what_is_no_figure_is_said_to_be_none(typed: str) -> None:
    assert figures(typed) is None
