"""An amount of money in a list of prices, and what lists are found by."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from wizard.model.message import Figure, MessageError

Key = tuple[str, str]
"""A Region and a billing code, which is UsageOperation of an image and `operation` in the price list
(https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/billing-info-fields.html, checked 2026-11-28)."""

_DIGITS = 9
_CENT = Decimal("0.01")

HOURS_A_MONTH = 730
"""Of 365 days of 24 hours in 12 months, as AWS's own calculator counts
(https://aws.amazon.com/calculator/calculator-assumptions, checked 2026-11-29)."""


class PriceError(MessageError):
    """A list of prices cannot be used; the text names file, key and what was expected."""


def amount(text: object) -> Decimal:
    """An amount above zero, to the billionth. Raises ValueError; a free type is no type that somebody sells."""
    try:
        found = Decimal(str(text))
    except InvalidOperation:
        raise ValueError(f"{text!r} is no amount") from None
    if not found.is_finite() or found <= 0:
        raise ValueError(f"{text} is not above zero")
    if not -_DIGITS <= found.adjusted() < _DIGITS:
        # Written out, 1e999999999 is a text of a gigabyte.
        raise ValueError(f"{text} is no amount of money")
    return found


def plain(value: Decimal) -> str:
    """Exact, without zeros that say nothing: 0.096."""
    return f"{value.normalize():f}"


def money(value: Decimal) -> Figure:
    """The same in a text for a person: to the cent, 0.20, or as exact as it is, 0.096."""
    return Figure(f"{value:,.2f}" if value == value.quantize(_CENT) else plain(value))


def aligned(value: Decimal) -> Figure:
    """The same in a column: point under point with five decimals, which suit nearly every price; exact in any case."""
    told = Figure(f"{value:.5f}")
    return told if Decimal(told) == value else money(value)


def rounded(value: Decimal) -> Figure:
    """For a sum, which nobody reads to the last digit: to the cent, 1,234.50."""
    return Figure(f"{value:,.2f}")
