"""The states of the images window: two thousand images made of the sample account's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from scenes.quiet import quiet
from scenes.scene import LARGE, SMALL, Scene, popped_up
from wizard.gui.dialogs.mfa import MfaDialog
from wizard.gui.dialogs.region_menu import RegionMenu
from wizard.gui.images.image_loader import Origin
from wizard.model.account.problem import Kind, Problem
from wizard.model.account.usage import Launched, Use, User
from wizard.model.assessment.assessment import Limitation
from wizard.model.assessment.overview import Group
from wizard.model.images.image_row import ImageRow, RowReader
from wizard.model.message import Message
from wizard.store.sample import load_sample

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from wizard.gui.images.window import ImagesWindow
    from wizard.gui.shell.main_window import MainWindow

_IMAGES = 2000
_LOGIN = Problem(
    Kind.LOGIN,
    Message("The login of profile {profile} has expired or is not valid.", {"profile": "dev"}),
    Message("IAM Identity Center logins end after some hours."),
    Message("Log in again; this profile is then asked again by itself."),
    "aws sso login --profile dev",
    "UnauthorizedSSOTokenError",
)


def scenes() -> Iterator[Scene]:
    """Before, while and after an account is asked, and each view and tab."""
    for act in (
        start_view, listed, family_map, costs, trouble, sample, tile, instances, sample_map, code, regions, export,
    ):  # fmt: skip
        yield Scene(f"images-{act.__name__.replace('_', '-')}", "start", {}, partial(quiet, act))
    for place, name in enumerate(("verdict", "fields", "migration", "used-by")):
        yield Scene(f"images-{name}", "start", {}, partial(quiet, partial(tab, place=place)))
    for place, name in enumerate(("file", "view", "account")):
        yield Scene(f"images-menu-{name}", "start", {}, partial(menu, place=place))
    yield Scene("small-images", "start", {}, partial(quiet, partial(listed, size=SMALL)))
    yield Scene("large-images", "start", {}, partial(quiet, partial(listed, size=LARGE)))


def start_view(window: MainWindow) -> QWidget:
    """Nothing asked yet."""
    return _opened(window)


def listed(window: MainWindow, size: tuple[int, int] = (1280, 800)) -> QWidget:
    """The list, at an image that is stuck on PV."""
    images = _filled(window)
    images.resize(*size)
    rows = images.panel.browser.rows.shown
    images.panel.browser.table.point_at(
        next(r for r in rows if Limitation.STUCK_ON_PV in r.judged.limitations)
    )
    return images


def family_map(window: MainWindow) -> QWidget:
    """The map."""
    images = _filled(window)
    images.panel.browser.show_view(1)
    return images


def tab(window: MainWindow, place: int) -> QWidget:
    """One of the tabs beside the list."""
    images = _filled(window)
    images.panel.details.show_tab(place)
    return images


def costs(window: MainWindow) -> QWidget:
    """What the instances of the images cost, beside the list and as a sum."""
    images = _filled(window)
    panel, controller = images.panel, images.panel.controller
    for place, image in enumerate(panel.browser.rows.shown[:4]):
        kinds = ("m5.large", "m4.xlarge", "t2.medium")[: place + 1]
        image.use(
            tuple(
                Use(image.row.image_id, User.INSTANCE, "us-east-1", f"i-{place}{number:016x}", "web", "running",
                    Launched(name, "RunInstances", running=True, shared=number < 2))
                for number, name in enumerate(kinds)
            ),
            controller.loader.knowledge.prices,
        )  # fmt: skip
    panel.export_bar.chosen.emit(("name", "limitations", "billing", "hourly_usd"))
    panel.details.show_tab(3)
    controller.usage.ended.emit(None)
    panel.browser.table.point_at(panel.browser.rows.shown[3])
    return images


def trouble(window: MainWindow) -> QWidget:
    """A login that ended while Regions were asked."""
    images = _filled(window)
    images.panel.troubles.show_troubles(
        [(_LOGIN, "dev", region) for region in ("eu-west-1", "eu-central-1", "us-east-1")]
    )
    return images


def sample(window: MainWindow) -> ImagesWindow:
    """The sample account, marked as such."""
    images = _opened(window)
    images.panel.show_sample()
    return images


def instances(window: MainWindow) -> QWidget:
    """The sample account turned round: what uses the images."""
    images = sample(window)
    images.panel.browser.show_view(2)
    return images


def tile(window: MainWindow) -> QWidget:
    """The sample account, one tile pressed."""
    images = sample(window)
    images.panel.browser.overview.choose(Group.NOT_TO_NITRO)
    return images


def sample_map(window: MainWindow) -> QWidget:
    """The sample account as a map."""
    images = sample(window)
    images.panel.browser.show_view(1)
    return images


def code(window: MainWindow) -> QWidget:
    """The question for an MFA code."""
    device = "arn:aws:iam::123456789012:mfa/me"
    dialog = MfaDialog(device, window)
    dialog.show()
    return dialog


def regions(window: MainWindow) -> QWidget:
    """The Regions to ask."""
    return _popped(_opened(window).findChildren(RegionMenu)[0])


def export(window: MainWindow) -> QWidget:
    """As what the table can be carried away."""
    return _popped(_filled(window).panel.export_bar.findChildren(QPushButton)[-1])


def menu(window: MainWindow, place: int) -> QWidget:
    """One of the window's menus."""
    return popped_up(_opened(window), place)


def _popped(button: QPushButton) -> QWidget:
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    return menu


def _opened(window: MainWindow) -> ImagesWindow:
    window.images.show()
    images = window.images.window
    # Not smaller for the sake of a screen that is none.
    images.resize(1280, 800)
    return images


def _filled(window: MainWindow) -> ImagesWindow:
    images = _opened(window)
    images.panel.controller.loader.show(_many(), Origin.ACCOUNT)
    return images


def _many() -> list[ImageRow]:
    reader = RowReader()
    rows = []
    sample_rows = load_sample()
    for number in range(_IMAGES):
        row = sample_rows[number % len(sample_rows)]
        record = dict(row.record or {})
        record["ImageId"] = f"ami-{number:017x}"
        record["Name"] = f"{row.name}-{number // len(sample_rows) + 1}"
        rows.append(reader.read(record, "dev", row.region, "sample"))
    return rows
