"""The dialogs that ask AWS, with an account that is made up."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

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
    Task,
)
from wizard.model.account.listing_events import Answered, Regions, Started, Trouble
from wizard.model.account.machine import Machine, MachineEvent, MachineKind, Machines
from wizard.model.account.problem import Kind, Problem
from wizard.model.catalog.change import CatalogChange
from wizard.model.frozen import replace
from wizard.model.images.describe_images import image_from
from wizard.model.message import Message
from wizard.model.recommend.found_image import judged

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from wizard.gui.shell.main_window import MainWindow
    from wizard.model.recommend.recommendation import Recommendation

_LOGINS = (
    KnownLogin(
        "dev", "123456789012", "Reader", "eu-west-1", Message("Logged in until {time}", {"time": "14:30"})
    ),
    KnownLogin("prod", "210987654321", "Auditor", "eu-central-1", Message("Asks for an MFA code")),
)
_REGIONS = (
    "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2",
    "ca-central-1", "eu-central-1", "eu-north-1", "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1",
    "us-east-1", "us-east-2", "us-west-1", "us-west-2",
)  # fmt: skip
_ENDED = Problem(
    Kind.LOGIN,
    Message("The login of profile {profile} has expired or is not valid.", {"profile": "dev"}),
    Message("IAM Identity Center logins end after some hours."),
    Message("Log in again; this profile is then asked again by itself."),
    "aws sso login --profile dev",
    "UnauthorizedSSOTokenError: The SSO session associated with this profile has expired.",
)
_DENIED = Problem(
    Kind.RIGHTS,
    Message(
        "Profile {profile} may not do what this needs: {right}.",
        {"profile": "dev", "right": "ec2:DescribeInstanceTypeOfferings"},
    ),
    Message("No policy of this user or role allows {right}.", {"right": "ec2:DescribeInstanceTypeOfferings"}),
    Message(
        "Ask whoever keeps the account for this right; the policy to copy is shown by the command below."
    ),
    "ami-wizard policy --part catalog",
    "ec2:DescribeInstanceTypeOfferings: UnauthorizedOperation (403)",
)
_FOUND = image_from(
    {
        "ImageId": "ami-0abc0abc0abc0abc0",
        "Name": "ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20261101",
        "Architecture": "x86_64",
        "VirtualizationType": "hvm",
        "RootDeviceType": "ebs",
        "EnaSupport": True,
        "State": "available",
        "PlatformDetails": "Linux/UNIX",
        "CreationDate": "2026-11-01T00:00:00.000Z",
        "OwnerId": "099720109477",
    },
    "eu-west-1",
)
_CHANGE = CatalogChange(
    added=tuple(f"m9g.{size}" for size in ("medium", "large", "xlarge", "2xlarge", "4xlarge", "8xlarge")),
    removed=("t1.micro",),
    changed={"m5.xlarge": ("ebs_maximum_iops",), "c8gn.48xlarge": ("network_gbps", "network_peak_gbps")},
    offered={"eu-south-2": ("r8g.large", "r8g.xlarge"), "sa-east-1": ("c8g.large",)},
    withdrawn={"us-west-1": ("m3.medium",)},
)


def _machine(kind: MachineKind, id: str, *texts: str, region: str = "eu-west-1") -> Machine:
    name, instance_type, image_id, platform, detail = texts
    return Machine("dev", region, kind, id, name, instance_type, image_id, platform, detail)


_MACHINES: tuple[MachineEvent, ...] = (
    Regions("dev", ("eu-west-1", "eu-central-1")),
    Started("dev", "eu-west-1"),
    Machines(
        "dev",
        "eu-west-1",
        (
            _machine(
                MachineKind.INSTANCE, "i-0f3a9c2b7d1e84a56", "billing-db", "r4.16xlarge", "ami-0b1f2c3d4e5f60718",
                "Red Hat Enterprise Linux", "running",
            ),
            _machine(
                MachineKind.INSTANCE, "i-0a1b2c3d4e5f67890", "web-1", "m4.large", "ami-0123456789abcdef0",
                "Linux/UNIX", "running",
            ),
            _machine(
                MachineKind.INSTANCE, "i-0c2d3e4f5a6b7c8d9", "", "t2.micro", "ami-0fedcba9876543210", "Windows",
                "stopped",
            ),
            _machine(
                MachineKind.LAUNCH_TEMPLATE, "lt-0a9b8c7d6e5f43210", "batch-workers", "c5.2xlarge",
                "ami-0123456789abcdef0", "Linux/UNIX", "12",
            ),
        ),
    ),
    Answered("dev", "eu-west-1", 4),
    Machines(
        "dev",
        "eu-central-1",
        (
            _machine(
                MachineKind.LAUNCH_TEMPLATE, "lt-0d1c2b3a4f5e67890", "runner", "", "resolve:ssm:/golden/image", "", "3",
                region="eu-central-1",
            ),
        ),
    ),
    Answered("dev", "eu-central-1", 1),
)  # fmt: skip


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


def catalog(window: MainWindow, logins: Sequence[KnownLogin] = _LOGINS) -> QWidget:
    """Before anything is asked."""
    return _dialog(window, (), logins=logins, asked=False)


def catalog_asking(window: MainWindow) -> QWidget:
    """In the middle of asking."""
    events: list[CatalogEvent] = [Regions("dev", _REGIONS)]
    events += [Started("dev", region) for region in _REGIONS[:14]]
    events += [Answered("dev", region, 700) for region in _REGIONS[:9]]
    return _dialog(window, events, ends=False)


def catalog_changed(window: MainWindow) -> QWidget:
    """What a refreshed catalogue changes."""
    events: list[CatalogEvent] = [Regions("dev", _REGIONS)]
    events += [Answered("dev", region, 700) for region in _REGIONS]
    return _dialog(window, [*events, Refreshed(_CHANGE, len(_REGIONS))])


def catalog_trouble(window: MainWindow) -> QWidget:
    """A login that has ended."""
    return _dialog(window, [Trouble("dev", "", _ENDED)])


def catalog_partly(window: MainWindow) -> QWidget:
    """A Region that does not answer, and all others that do."""
    events: list[CatalogEvent] = [Regions("dev", _REGIONS)]
    events += [Answered("dev", region, 700) for region in _REGIONS if region != "sa-east-1"]
    events += [Trouble("dev", "sa-east-1", _DENIED), Refreshed(_CHANGE, len(_REGIONS) - 1)]
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

    gone = threading.Event()

    def run() -> Iterator[PriceEvent]:
        yield from events
        if not ends:
            gone.wait(20)

    cloud = replace(
        window.files.services.cloud(),
        logins=lambda: _LOGINS,
        fetch_prices=lambda _region: Task(run, gone.set),
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
    window: MainWindow, logins: Sequence[KnownLogin] = _LOGINS, ending: Sequence[MachineEvent] = _MACHINES
) -> QWidget:
    """What an account runs, to pick from."""
    from PySide6.QtTest import QTest

    from wizard.gui.machines.dialog import MachineDialog

    waits = not any(isinstance(event, Answered | Trouble) for event in ending)
    gone = threading.Event()

    def run() -> Iterator[MachineEvent]:
        yield from ending
        if waits:
            gone.wait(20)

    cloud = replace(
        window.files.services.cloud(),
        logins=lambda: logins,
        list_machines=lambda *_: Task(run, gone.set),
    )
    dialog = MachineDialog(cloud, window)
    dialog.show()
    dialog.ask()
    QTest.qWait(300)
    return dialog


def machines_asking(window: MainWindow) -> QWidget:
    """In the middle of asking."""
    return machines(window, ending=_MACHINES[:3])


def machines_trouble(window: MainWindow) -> QWidget:
    """A login that has ended."""
    return machines(window, ending=[Trouble("dev", "", _ENDED)])


def found(window: MainWindow) -> QWidget:
    """The publisher's newest image, found in the account."""
    return _find_image(window, lambda advice: judged(window.session.knowledge, advice, _FOUND))


def found_trouble(window: MainWindow) -> QWidget:
    """A login that has ended."""
    return _find_image(window, lambda _: Trouble("dev", "", _ENDED))


def _find_image(window: MainWindow, answer: Callable[[Recommendation], FoundEvent]) -> QWidget:
    from PySide6.QtTest import QTest

    from wizard.gui.findings.find_image_dialog import FindImageDialog

    for question, said in (("os", "ubuntu"), ("os-version", "22.04")):
        window.session.answer(question, said)
    advice = window.session.recommendation
    cloud = replace(
        window.files.services.cloud(),
        logins=lambda: _LOGINS,
        find_image=lambda *_: Task(lambda: iter([answer(advice)]), lambda: None),
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
    logins: Sequence[KnownLogin] = _LOGINS,
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
    gone = threading.Event()

    def run() -> Iterator[CatalogEvent]:
        yield from events
        if not ends:
            gone.wait(20)

    return replace(
        cloud,
        logins=lambda: logins,
        stamp=lambda: 0,
        refresh_catalog=lambda _profile, _code: Task(run, gone.set),
    )
