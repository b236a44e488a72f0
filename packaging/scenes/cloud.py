"""The dialogs that ask AWS, with an account that is made up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from scenes.account import CHANGE, DENIED, ENDED, FOUND, LOGINS, MACHINES, REGIONS, answering
from scenes.scene import Scene, enlarge
from wizard.gui.aws_service import (
    AwsService,
    CatalogEvent,
    FoundEvent,
    KnownLogin,
    PriceEvent,
    PriceProgress,
    PriceTrouble,
    Refreshed,
)
from wizard.model.account.listing_events import Answered, Regions, Started, Trouble
from wizard.model.account.machine import MachineEvent
from wizard.model.account.problem import Kind, Problem
from wizard.model.frozen import replace
from wizard.model.message import Message
from wizard.model.recommend.found_image import judged

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from wizard.gui.shell.main_window import MainWindow
    from wizard.model.recommend.recommendation import Recommendation


def scenes() -> Iterator[Scene]:
    """Before, while and after each is asked."""
    for act in (
        catalog, catalog_asking, catalog_changed, catalog_trouble, catalog_partly, prices, prices_fetching,
        prices_trouble, policy, machines, machines_asking, machines_trouble, found, found_trouble,
    ):  # fmt: skip
        yield Scene(act.__name__.replace("_", "-"), "start", {}, act)
    yield Scene("catalog-no-profile", "start", {}, partial(catalog, logins=()))
    yield Scene("policy-usage", "start", {}, partial(policy, part="usage"))
    yield Scene("machines-no-profile", "start", {}, partial(machines, logins=()))
    yield Scene("larger-text-catalog", "start", {}, partial(_enlarged, catalog_partly))
    yield Scene("larger-text-policy", "start", {}, partial(_enlarged, policy))


def _enlarged(act: Callable[[MainWindow], QWidget], window: MainWindow) -> QWidget:
    enlarge(window)
    return act(window)


def catalog(window: MainWindow, logins: Sequence[KnownLogin] = LOGINS) -> QWidget:
    """Before anything is asked."""
    return _dialog(window, (), logins=logins, asked=False)


def catalog_asking(window: MainWindow) -> QWidget:
    """In the middle of asking."""
    events: list[CatalogEvent] = [Regions("dev", REGIONS)]
    events += [Started("dev", region) for region in REGIONS[:14]]
    events += [Answered("dev", region, 700) for region in REGIONS[:9]]
    return _dialog(window, events, ends=False)


def catalog_changed(window: MainWindow) -> QWidget:
    """What a refreshed catalogue changes."""
    events: list[CatalogEvent] = [Regions("dev", REGIONS)]
    events += [Answered("dev", region, 700) for region in REGIONS]
    return _dialog(window, [*events, Refreshed(CHANGE, len(REGIONS))])


def catalog_trouble(window: MainWindow) -> QWidget:
    """A login that has ended."""
    return _dialog(window, [Trouble("dev", "", ENDED)])


def catalog_partly(window: MainWindow) -> QWidget:
    """A Region that does not answer, and all others that do."""
    events: list[CatalogEvent] = [Regions("dev", REGIONS)]
    events += [Answered("dev", region, 700) for region in REGIONS if region != "sa-east-1"]
    events += [Trouble("dev", "sa-east-1", DENIED), Refreshed(CHANGE, len(REGIONS) - 1)]
    return _dialog(window, events)


def policy(window: MainWindow, part: str = "") -> QWidget:
    """The policy of a part."""
    from wizard.gui.dialogs.policy import PolicyDialog

    dialog = PolicyDialog(window.files.services.cloud().policy, window)
    dialog.show()
    dialog.resize(900, 700)
    dialog.choose(part)
    return dialog


def prices(window: MainWindow) -> QWidget:
    """What is known of prices."""
    return _prices_dialog(window, (), fetched=False)


def prices_fetching(window: MainWindow) -> QWidget:
    """AWS's public file, on its way."""
    return _prices_dialog(window, (PriceProgress(182_000_000, 301_000_000),), ends=False)


def prices_trouble(window: MainWindow) -> QWidget:
    """A network that does not lead there."""
    address = "https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonEC2/current/eu-west-1/index.csv"
    problem = Problem(
        Kind.NETWORK,
        Message("The prices of {region} were not fetched; those known before stay.", {"region": "eu-west-1"}),
        Message("There is no network, or its name server (DNS) does not know the name."),
        Message("Download {address} on a machine with a network, and import it.", {"address": address}),
        f"curl -O {address} && ami-wizard prices import index.csv",
    )
    return _prices_dialog(window, (PriceTrouble(problem=problem),))


def _prices_dialog(
    window: MainWindow, events: Sequence[PriceEvent], *, fetched: bool = True, ends: bool = True
) -> QWidget:
    from PySide6.QtTest import QTest

    from wizard.gui.prices.dialog import PricesDialog

    cloud = replace(
        window.files.services.cloud(),
        logins=lambda: LOGINS,
        fetch_prices=lambda _region: answering(events, ends=ends),
    )
    dialog = PricesDialog(cloud, lambda: None, lambda: None, window)
    dialog.choose_region("eu-west-1")
    dialog.show()
    dialog.resize(dialog.width(), 620)
    if fetched:
        dialog.fetch()
        QTest.qWait(200)
    return dialog


def machines(
    window: MainWindow, logins: Sequence[KnownLogin] = LOGINS, ending: Sequence[MachineEvent] = MACHINES
) -> QWidget:
    """What an account runs, to pick from."""
    from PySide6.QtTest import QTest

    from wizard.gui.machines.dialog import MachineDialog

    ends = any(isinstance(event, Answered | Trouble) for event in ending)
    cloud = replace(
        window.files.services.cloud(),
        logins=lambda: logins,
        list_machines=lambda *_: answering(ending, ends=ends),
    )
    dialog = MachineDialog(cloud, window)
    dialog.show()
    dialog.ask()
    QTest.qWait(300)
    return dialog


def machines_asking(window: MainWindow) -> QWidget:
    """In the middle of asking."""
    return machines(window, ending=MACHINES[:3])


def machines_trouble(window: MainWindow) -> QWidget:
    """A login that has ended."""
    return machines(window, ending=[Trouble("dev", "", ENDED)])


def found(window: MainWindow) -> QWidget:
    """The publisher's newest image, found in the account."""
    return _find_image(window, lambda advice: judged(window.session.knowledge, advice, FOUND))


def found_trouble(window: MainWindow) -> QWidget:
    """A login that has ended."""
    return _find_image(window, lambda _: Trouble("dev", "", ENDED))


def _find_image(window: MainWindow, answer: Callable[[Recommendation], FoundEvent]) -> QWidget:
    from PySide6.QtTest import QTest

    from wizard.gui.findings.find_image_dialog import FindImageDialog

    for question, said in (("os", "ubuntu"), ("os-version", "22.04")):
        window.session.answer(question, said)
    advice = window.session.recommendation
    cloud = replace(
        window.files.services.cloud(),
        logins=lambda: LOGINS,
        find_image=lambda *_: answering([answer(advice)]),
    )
    dialog = FindImageDialog(cloud, advice, window)
    dialog.show()
    dialog.ask()
    QTest.qWait(300)
    return dialog


def _dialog(
    window: MainWindow,
    events: Sequence[CatalogEvent],
    *,
    logins: Sequence[KnownLogin] = LOGINS,
    asked: bool = True,
    ends: bool = True,
) -> QWidget:
    from PySide6.QtTest import QTest

    from wizard.gui.catalog.dialog import CatalogDialog
    from wizard.gui.widgets.label import line_width

    cloud = _made_up(window.files.services.cloud(), events, logins, ends=ends)
    dialog = CatalogDialog(cloud, window)
    dialog.show()
    dialog.resize(max(760, line_width(100)), 560)
    if asked:
        dialog.refresh()
        QTest.qWait(200)
    return dialog


def _made_up(
    cloud: AwsService, events: Sequence[CatalogEvent], logins: Sequence[KnownLogin], *, ends: bool
) -> AwsService:
    """The cloud with these profiles, and with these events for an answer."""
    return replace(
        cloud,
        logins=lambda: logins,
        stamp=lambda: 0,
        refresh_catalog=lambda _profile, _code: answering(events, ends=ends),
    )
