"""Images turned round: each thing that uses one, with what holds that image back and what to do first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from wizard.model.account.usage import Use, User
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.assessment.next_step import next_step
from wizard.model.frozen import frozen
from wizard.model.message import Message, Translations
from wizard.report.account_mask import Mask, unmasked
from wizard.report.images.columns import limitations
from wizard.report.images.image_column import plain


@frozen
class ImageUse:
    """One use of one image."""

    use: Use
    image: JudgedImage


@frozen
class UseColumn:
    """id: what it is called in files. text: the cell."""

    id: str
    title: Message
    text: Callable[[ImageUse, Translations], str]


def uses_of(images: Iterable[JudgedImage]) -> list[ImageUse]:
    """What uses these images, image by image; instances before the rest."""
    order = list(User)
    return [
        ImageUse(use, image)
        for image in images
        for use in sorted(image.uses or (), key=lambda use: (order.index(use.user), use.name, use.id))
    ]


def _what(it: ImageUse, translations: Translations) -> str:
    detail = {"detail": it.use.detail}
    said = {
        User.INSTANCE: Message("Instance, {state}", {"state": it.use.detail}),
        User.LAUNCH_TEMPLATE: Message("Launch template, version {detail}", detail),
        User.LAUNCH_CONFIGURATION: Message("Launch configuration"),
        User.AUTO_SCALING_GROUP: Message("Auto Scaling group"),
        User.REFERENCE: Message("{detail}", detail),
    }
    return said[it.use.user].render(translations)


def _held_back(it: ImageUse, translations: Translations) -> str:
    return ", ".join(said.render(translations) for said in limitations(it.image)) or "–"


def _next(it: ImageUse, translations: Translations) -> str:
    step = next_step(it.image)
    return "–" if step is None else step.render(translations)


def _type(it: ImageUse, _: Translations) -> str:
    return plain(it.use.launched.instance_type) if it.use.launched else "–"


COLUMNS: tuple[UseColumn, ...] = (
    UseColumn("used_by", Message("Name"), lambda it, _: plain(it.use.name or it.use.id)),
    UseColumn("kind", Message("What it is"), _what),
    UseColumn("instance_type", Message("Type"), _type),
    UseColumn("limitations", Message("Held back"), _held_back),
    UseColumn("next_step", Message("Next step"), _next),
    UseColumn("image", Message("AMI"), lambda it, _: plain(it.image.row.name)),
    UseColumn("image_id", Message("AMI ID"), lambda it, _: it.image.row.image_id),
    UseColumn("region", Message("Region"), lambda it, _: it.image.row.region),
    UseColumn("id", Message("ID"), lambda it, _: plain(it.use.id)),
)


def header(translations: Translations) -> list[str]:
    """What stands above the columns."""
    return [column.title.render(translations) for column in COLUMNS]


def cells(uses: Sequence[ImageUse], translations: Translations, mask: Mask = unmasked) -> Iterator[list[str]]:
    """The texts of each row."""
    for it in uses:
        yield [mask(column.text(it, translations)) for column in COLUMNS]
