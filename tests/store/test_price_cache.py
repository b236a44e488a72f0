from __future__ import annotations

import stat
from decimal import Decimal
from pathlib import Path

import pytest

from tests.model.prices.test_price import TODAY, cost, some
from wizard.model.message import Message
from wizard.model.prices.price import Prices
from wizard.store.price_cache import cached_prices, forget_prices, keep_prices, prices_file
from wizard.store.resources import load_knowledge
from wizard.store.whole_file import NotWritten


def test_kept_prices_count_beside_the_built_in_ones_until_they_are_forgotten() -> None:
    keep_prices(Prices.of([some("0.1"), some("9", region="us-east-1")]))
    prices = load_knowledge(whole=False).prices
    assert cost(prices) == Decimal("0.1")
    newer = prices.price("m5.large", "us-east-1", "RunInstances")
    assert newer is not None
    assert (newer.hourly_usd, newer.as_of) == (Decimal(9), TODAY)
    assert forget_prices()
    assert not forget_prices()
    assert cost(load_knowledge(whole=False).prices) is None


def test_what_is_kept_of_other_regions_stays() -> None:
    keep_prices(Prices.of([some("0.1")]))
    kept = keep_prices(Prices.of([some("0.2", region="eu-west-2")]))
    assert set(kept.lists) == {("eu-west-1", "RunInstances"), ("eu-west-2", "RunInstances")}
    assert cached_prices(lambda _: None) == kept
    assert stat.S_IMODE(prices_file().stat().st_mode) == 0o600


@pytest.mark.parametrize("damage", [b"", b"\xff", b'{"schema": 1, "currency": "EUR"}'])
def test_damaged_prices_are_set_aside_and_told(damage: bytes) -> None:
    keep_prices(Prices.of([some()]))
    prices_file().write_bytes(damage)
    told: list[Message] = []
    assert cached_prices(told.append) == Prices()
    assert len(told) == 1
    assert [path.name for path in prices_file().parent.iterdir()] == ["damaged-prices.json"]


def test_a_cache_that_cannot_be_changed_is_said(home: Path) -> None:
    prices_file().mkdir(parents=True)
    with pytest.raises(NotWritten, match="it is a folder"):
        forget_prices()
