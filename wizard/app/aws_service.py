"""Everything that the window asks of AWS, and of what was kept, put together as `AwsService`.

Opening the program imports none of this; botocore is imported by the worker alone.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from wizard.app.account_service import AccountService
from wizard.app.aws_worker_client import AwsWorkerClient
from wizard.app.catalog_service import CatalogService
from wizard.app.image_service import ImageService
from wizard.app.price_service import PriceService
from wizard.gui.aws_service import AwsService
from wizard.model.frozen import frozen
from wizard.model.knowledge import Knowledge
from wizard.model.message import Translations


@frozen
class Switch:
    """A setting of the person that is on or off."""

    is_on: Callable[[], bool]
    turn: Callable[[bool], None]


def worker_aws_service(
    knowledge: Knowledge,
    folder: Path,
    translations: Translations,
    keep_images: Switch,
    worker: AwsWorkerClient | None = None,
) -> AwsService:
    """What asks AWS in processes of its own, with every problem said for a person.

    folder: the program's resources. keep_images: whether what accounts say of their images is kept.
    worker: who asks AWS; None for the usual processes.
    """
    worker = worker or AwsWorkerClient()
    account = AccountService(knowledge, worker)
    images = ImageService(worker, translations, keep_images.is_on)
    catalog = CatalogService(knowledge, folder / "catalog" / "instance_types.json", worker, translations)
    prices = PriceService(knowledge, worker, translations)
    return AwsService(
        logins=account.logins,
        stamp=account.stamp,
        regions=account.regions,
        ask_images=images.ask,
        ask_usage=account.ask_usage,
        list_machines=account.list_machines,
        find_image=account.find_image,
        sample=images.sample,
        sample_uses=images.sample_uses,
        saved=images.saved,
        record=images.record,
        kept=images.kept,
        forget=images.forget,
        keeping=keep_images.is_on,
        keep=keep_images.turn,
        policy=account.policy,
        catalog_age=catalog.age,
        refresh_catalog=catalog.refresh,
        reset_catalog=catalog.reset,
        prices=prices.known,
        refresh_prices=prices.refresh,
        fetch_prices=prices.fetch,
        read_prices=prices.read,
        reset_prices=prices.reset,
        close=worker.close,
    )
