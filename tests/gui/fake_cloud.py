"""An AWS that does as it is told."""

from __future__ import annotations

import datetime
import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.aws.records import image
from wizard.gui.aws_service import (
    AskCode,
    AwsService,
    CatalogAge,
    CatalogEvent,
    FoundEvent,
    Kept,
    KnownLogin,
    KnownPrices,
    PriceEvent,
    Request,
    SavedImages,
    Task,
)
from wizard.gui.user_error import UserError as Shown
from wizard.model.account.listing_events import Answered, Event, Regions, Rows, Started, Trouble
from wizard.model.account.machine import MachineEvent
from wizard.model.account.problem import Kind, Problem
from wizard.model.account.usage import UsageEvent
from wizard.model.images.image_row import ImageRow, RowReader
from wizard.model.message import Message

LOGIN = Problem(
    Kind.LOGIN,
    Message("The login of the profile {profile} has ended.", {"profile": "dev"}),
    Message("IAM Identity Center ends a login after some hours."),
    Message("Log in again, and the same profile is asked once more:"),
    "aws sso login --profile dev",
    "UnauthorizedSSOTokenError",
)
KINDS: tuple[dict[str, Any], ...] = (
    {"Name": "al2023-ami-2023-web", "BootMode": "uefi-preferred", "ImdsSupport": "v2.0"},
    {"Name": "ubuntu-jammy-22.04-arm", "Architecture": "arm64", "BootMode": "uefi"},
    {"Name": "legacy-amzn-ami-pv-2014.03", "VirtualizationType": "paravirtual", "EnaSupport": None},
    {"Name": "centos-6-batch", "EnaSupport": None},
    {"Name": "Windows_Server-2019-English", "Platform": "windows", "PlatformDetails": "Windows"},
    {"Name": "debian-12-amd64-ci", "State": "disabled"},
)


PRICES = KnownPrices(
    (Message("us-east-1, Linux/UNIX (RunInstances): 1,147 instance types, 2026-02-27, a list"),),
    1,
    1,
    datetime.date(2026, 2, 27),
    (Message("Not in it: EBS volumes."),),
)


def rows(count: int, region: str = "eu-west-1", profile: str = "dev", first: int = 1) -> tuple[ImageRow, ...]:
    """Images of all kinds in turn."""
    reader = RowReader()
    found = []
    for number in range(first, first + count):
        fields = KINDS[number % len(KINDS)]
        found.append(
            reader.read(
                image(number, **{**fields, "Name": f"{fields['Name']}-{number}"}), profile, region, ""
            )
        )
    return tuple(found)


@dataclass
class FakeCloud:
    """What it will say, and what it was asked. hold: asking waits at its end until this is set.

    holding: that is where it is now.
    """

    profiles: list[KnownLogin] = field(
        default_factory=lambda: [
            KnownLogin(
                "dev",
                "123456789012",
                "Reader",
                "eu-west-1",
                Message("logged in until {time}", {"time": "14:30"}),
            ),
            KnownLogin("prod", "210987654321", "Auditor", "eu-central-1", Message("login ended"), LOGIN),
        ]
    )
    stamp: int = 0
    events: list[Event] = field(default_factory=list)
    usage: list[UsageEvent] = field(default_factory=list)
    sample_uses: list[UsageEvent] = field(default_factory=list)
    requests: list[tuple[Request, ...]] = field(default_factory=list)
    asked_usage: list[Mapping[str, Mapping[str, Sequence[str]]]] = field(default_factory=list)
    error: Exception | None = None
    hold: threading.Event | None = None
    holding: threading.Event = field(default_factory=threading.Event)
    kept: Kept = field(default_factory=Kept)
    keeping: bool = True
    forgotten: int = 0
    ask_for_code: str = ""
    codes: list[str | None] = field(default_factory=list)
    catalog_events: list[CatalogEvent] = field(default_factory=list)
    found: list[FoundEvent] = field(default_factory=list)
    machines: list[MachineEvent] = field(default_factory=list)
    asked_machines: list[tuple[str, Sequence[str] | None]] = field(default_factory=list)
    refreshed: bool = False
    known_prices: KnownPrices = PRICES
    price_events: list[PriceEvent] = field(default_factory=list)
    price_questions: list[str] = field(default_factory=list)
    renewed_prices: bool = False

    def cloud(self) -> AwsService:
        return AwsService(
            logins=lambda: self.profiles,
            stamp=lambda: self.stamp,
            regions=lambda: {"eu-west-1": "Europe (Ireland)", "us-east-1": "US East (N. Virginia)"},
            ask_images=self._ask_images,
            ask_usage=self._ask_usage,
            list_machines=self._list_machines,
            find_image=lambda *_: self._task(self.found),
            sample=lambda: rows(12, "us-east-1", "sample"),
            sample_uses=lambda: self.sample_uses,
            saved=self._saved,
            record=lambda row: row.record,
            kept=lambda: self.kept,
            forget=self._forget,
            keeping=lambda: self.keeping,
            keep=lambda on: setattr(self, "keeping", on),
            policy=lambda part: json.dumps({"part": part}),
            catalog_age=lambda: CatalogAge(
                datetime.date(2026, 10, 27), "moto", "5.2.5", 1395, 30, self.refreshed
            ),
            refresh_catalog=lambda _profile, _code: self._task(self.catalog_events),
            reset_catalog=self._reset,
            prices=lambda: self.known_prices,
            refresh_prices=lambda profile, region, _code: self._prices(f"refresh {profile} {region}"),
            fetch_prices=lambda region: self._prices(f"fetch {region}"),
            read_prices=lambda path: self._prices(f"read {path.name}"),
            reset_prices=self._reset_prices,
            close=lambda: None,
        )

    def answer(self, region: str, *images: ImageRow, profile: str = "dev") -> None:
        """Let a Region answer with these."""
        self.events += [
            Regions(profile, (region,)),
            Started(profile, region),
            Rows(profile, region, images),
            Answered(profile, region, len(images)),
        ]

    def fail(self, region: str, problem: Problem = LOGIN, profile: str = "dev") -> None:
        """Let a Region have trouble."""
        self.events += [
            Regions(profile, (region,)),
            Started(profile, region),
            Trouble(profile, region, problem),
        ]

    def _ask_images(self, requests: Sequence[Request], ask_code: AskCode) -> Task[Event]:
        self.requests.append(tuple(requests))
        if self.ask_for_code:
            return self._task(self.events, lambda: self.codes.append(ask_code(self.ask_for_code)))
        return self._task(self.events)

    def _ask_usage(
        self, images: Mapping[str, Mapping[str, Sequence[str]]], _code: AskCode
    ) -> Task[UsageEvent]:
        self.asked_usage.append(images)
        return self._task(self.usage)

    def _list_machines(
        self, profile: str, regions: Sequence[str] | None, _code: AskCode
    ) -> Task[MachineEvent]:
        self.asked_machines.append((profile, regions))
        return self._task(self.machines)

    def _task(self, events: Sequence[Any], first: Any = lambda: None) -> Task[Any]:
        told, hold = list(events), self.hold

        def run() -> Iterator[Any]:
            first()
            yield from told
            if hold is not None:
                self.holding.set()
                hold.wait(60)
            if self.error is not None:
                raise self.error

        return Task(run, hold.set if hold is not None else lambda: None)

    def _saved(self, path: Path) -> SavedImages:
        if path.name == "broken.json":
            raise Shown("Unable to use broken.json.", "line 1: no valid JSON", "Choose another file.")
        if path.name == "page.json":
            unread = Message("page.json: Images[5]: BootMode: 'steam'")
            return SavedImages(rows(5, "", ""), [unread], page=True)
        return SavedImages(rows(6, "", ""))

    def _forget(self) -> int:
        self.forgotten += 1
        return 2

    def _prices(self, question: str) -> Task[PriceEvent]:
        self.price_questions.append(question)
        return self._task(self.price_events)

    def _reset_prices(self) -> bool:
        was, self.renewed_prices = self.renewed_prices, False
        return was

    def _reset(self) -> bool:
        was, self.refreshed = self.refreshed, False
        return was
