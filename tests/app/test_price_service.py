"""Prices from an account and from files, over HTTP against an AWS on loopback."""

from __future__ import annotations

import gettext
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.aws.endpoint import Endpoint, refuse, slow
from tests.aws.prices.price_products import product, spot_record
from tests.model.prices.price_files import file, large, row
from wizard.app.aws_worker_client import AwsWorkerClient
from wizard.app.price_service import PriceService
from wizard.gui.aws_service import PriceProgress, PricesKept, PriceTrouble, Task
from wizard.gui.user_error import UserError
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.prices import price_file
from wizard.model.prices.price import LINUX, Prices
from wizard.store.price_cache import cached_prices, prices_file


@pytest.fixture
def known(knowledge: Knowledge) -> Knowledge:
    """Knowledge with the person's own prices, as the program has it."""
    return replace(knowledge, load_prices=lambda: knowledge.prices.updated(cached_prices(lambda _: None)))


@pytest.fixture
def service(known: Knowledge, worker: AwsWorkerClient) -> PriceService:
    return PriceService(known, worker, gettext.NullTranslations())


def told(task: Task[Any]) -> list[Any]:
    return list(task.run())


def said(trouble: PriceTrouble) -> str:
    message = trouble.problem.message if trouble.problem else trouble.text
    return message.render(gettext.NullTranslations()) if message else ""


def refresh(service: PriceService) -> Task[Any]:
    return service.refresh("default", "eu-west-1", lambda _: None)


@pytest.fixture
def selling(aws: Endpoint, write_config: Callable[..., None]) -> Endpoint:
    write_config()
    aws.regions["eu-west-1"] = {
        "PriceList": [product(region="eu-west-1"), product("m5.xlarge", "0", region="eu-west-1")],
        "SpotPriceHistory": [spot_record("m5.large", "eu-west-1a", "0.03")],
    }
    return aws


@pytest.mark.usefixtures("selling")
def test_an_account_is_asked_and_what_it_says_counts_at_once(service: PriceService, known: Knowledge) -> None:
    assert known.prices.price("m5.large", "eu-west-1", LINUX) is None
    events = told(refresh(service))
    assert isinstance(events[-1], PricesKept)
    assert PriceProgress(8, 8) in events
    (refused,) = (said(event) for event in events if isinstance(event, PriceTrouble))
    assert refused == "product 2: 0 is not above zero; expected a price"
    assert known.prices.price("m5.large", "eu-west-1", LINUX) is not None
    assert known.prices.spot_price("m5.large", "eu-west-1", LINUX) is not None
    shown = [each.render(gettext.NullTranslations()) for each in service.known().lists]
    assert shown[0].startswith("eu-west-1, Linux/UNIX (RunInstances): 1 instance type, ")
    assert shown[-1].startswith("eu-west-1, Linux/UNIX (RunInstances), Spot: 1 instance type, ")
    assert service.reset()
    assert known.prices.price("m5.large", "eu-west-1", LINUX) is None
    assert not service.reset()


def test_what_is_refused_is_told_and_the_old_prices_stay(
    service: PriceService, selling: Endpoint, known: Knowledge
) -> None:
    told(refresh(service))
    before = prices_file().read_bytes()
    selling.faults = [
        refuse("AccessDeniedException", "no", action="GetProducts"),
        refuse("UnauthorizedOperation", "no", status=403, action="DescribeSpotPriceHistory"),
    ]
    events = told(refresh(service))
    assert not any(isinstance(event, PricesKept) for event in events)
    words = " ".join(said(event) for event in events if isinstance(event, PriceTrouble))
    assert "pricing:GetProducts" in words
    assert "ec2:DescribeSpotPriceHistory" in words
    assert prices_file().read_bytes() == before


def test_who_cancels_keeps_the_old_prices(service: PriceService, selling: Endpoint) -> None:
    selling.faults = [slow(action="GetProducts", first=2)]
    task = refresh(service)
    events: list[Any] = []
    thread = threading.Thread(target=lambda: events.extend(task.run()))
    thread.start()
    assert selling.held.wait(20)
    task.cancel()
    thread.join(20)
    assert not thread.is_alive()
    assert not any(isinstance(event, PricesKept) for event in events)
    assert not prices_file().exists()


def test_a_saved_file_is_read_with_its_progress(
    service: PriceService, known: Knowledge, tmp_path: Path
) -> None:
    path = tmp_path / "index.csv"
    path.write_bytes(b"".join(large(9_000_000)))
    events = told(service.read(path))
    assert isinstance(events[-1], PricesKept)
    (first, *_) = (event for event in events if isinstance(event, PriceProgress))
    assert 0 < first.done < first.of == path.stat().st_size
    assert ("eu-west-1", LINUX) in known.prices.lists
    # The same file, cut off between two rows: nothing but what is gone tells.
    before = prices_file().read_bytes()
    path.write_bytes(b"".join(large(7_000_000)))
    (trouble,) = (each for each in told(service.read(path)) if not isinstance(each, PriceProgress))
    assert "cut off between two rows" in said(trouble)
    assert prices_file().read_bytes() == before


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<html>\n", "no header that begins with SKU"),
        (file(row(), row())[:-40], "cut off in row 2"),
        (file(row(Currency="CNY")), "its prices are in CNY"),
        (None, "no such file"),
    ],
)
def test_a_file_that_cannot_be_used_keeps_the_old_prices(
    service: PriceService, known: Knowledge, tmp_path: Path, data: bytes | None, words: str
) -> None:
    path = tmp_path / "index.csv"
    if data is not None:
        path.write_bytes(data)
    (trouble,) = (each for each in told(service.read(path)) if isinstance(each, PriceTrouble))
    assert words in said(trouble)
    assert "the prices known before stay" in said(trouble)
    assert not prices_file().exists()
    assert known.prices.lists


def test_without_a_network_the_command_that_helps_is_told(
    service: PriceService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(price_file, "URL", "http://127.0.0.1:9/{region}/index.csv")
    (trouble,) = told(service.fetch("eu-west-1"))
    assert trouble.problem is not None
    assert (
        trouble.problem.command
        == "curl -O http://127.0.0.1:9/eu-west-1/index.csv && ami-wizard prices import index.csv"
    )


def test_a_cache_that_cannot_be_written_is_said_and_the_old_prices_count(
    service: PriceService, known: Knowledge, tmp_path: Path
) -> None:
    path = tmp_path / "index.csv"
    path.write_bytes(file(row()))
    prices_file().parent.write_text("in the way")
    with pytest.raises(UserError):
        told(service.read(path))
    assert known.prices.price("m5.large", "eu-west-1", LINUX) is None


def test_old_lists_are_said_to_be_old(knowledge: Knowledge, worker: AwsWorkerClient) -> None:
    (each,) = knowledge.prices.lists.values()
    aged = replace(each, as_of=each.as_of.replace(year=2020))
    service = PriceService(
        replace(knowledge, load_prices=lambda: Prices.of([aged])), worker, gettext.NullTranslations()
    )
    notes = [note.render(gettext.NullTranslations()) for note in service.known().notes]
    assert "more than a year old" in notes[0]
    assert (
        PriceService(replace(knowledge, load_prices=Prices), worker, gettext.NullTranslations())
        .known()
        .newest
        is None
    )
