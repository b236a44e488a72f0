"""Tables of judged images to carry away: these columns of these images, in this order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from wizard.model.assessment.assessment import Assessment
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.message import Message, Translations
from wizard.report import table_text
from wizard.report.account_mask import Mask, unmasked
from wizard.report.images.columns import COLUMNS
from wizard.report.images.image_column import ImageColumn


def _locked_out(image: JudgedImage, _: Translations) -> str:
    return " ".join(image.judged.locked_out)


def _reasons(image: JudgedImage, _: Translations) -> str:
    judged = image.judged
    rules = (rule for family in judged.locked_out for rule in judged.families[family].rules)
    return " ".join(dict.fromkeys(rule.reason.value for rule in rules))


def _day(image: JudgedImage) -> str:
    return image.bill.oldest.isoformat() if image.bill and image.bill.oldest else ""


def _licences(image: JudgedImage) -> Decimal | None:
    return image.bill.licences_usd if image.bill and image.bill.priced else None


# Too long for a table on a screen, but what a spreadsheet filters by.
LOCKED_OUT = ImageColumn(
    "locked_out", Message("Locked out of"), _locked_out, lambda image: image.judged.locked_out, shared=True
)
REASONS = ImageColumn(
    "reasons", Message("Reasons"), _reasons, lambda image: image.judged.locked_out, shared=True
)
LICENCES = ImageColumn(
    "licences_hourly_usd",
    Message("Of it for licences"),
    lambda image, _: "" if (known := _licences(image)) is None else f"{known:f}",
    lambda image: _licences(image) or 0,
    numeric=True,
)
PRICE_DAY = ImageColumn(
    "price_as_of",
    Message("Prices as of"),
    lambda image, _: _day(image),
    _day,
)
EVERYTHING: tuple[ImageColumn, ...] = (*COLUMNS, LOCKED_OUT, REASONS, LICENCES, PRICE_DAY)


def comma_separated(
    columns: Sequence[ImageColumn],
    images: Iterable[JudgedImage],
    translations: Translations,
    *,
    header: Sequence[str] | None = None,
    mask: Mask = unmasked,
) -> bytes:
    """CSV for a file. header: in place of the columns' titles."""
    heads = titles(columns, translations) if header is None else header
    return table_text.comma_separated(heads, cells(columns, images, translations, mask))


def tab_separated(
    columns: Sequence[ImageColumn],
    images: Iterable[JudgedImage],
    translations: Translations,
    mask: Mask = unmasked,
) -> str:
    """For the clipboard."""
    return table_text.tab_separated(titles(columns, translations), cells(columns, images, translations, mask))


def markdown(
    columns: Sequence[ImageColumn],
    images: Iterable[JudgedImage],
    translations: Translations,
    mask: Mask = unmasked,
) -> str:
    """A Markdown table."""
    return table_text.markdown(titles(columns, translations), cells(columns, images, translations, mask))


def titles(columns: Sequence[ImageColumn], translations: Translations) -> list[str]:
    """What stands above the columns."""
    return [column.title.render(translations) for column in columns]


def cells(
    columns: Sequence[ImageColumn],
    images: Iterable[JudgedImage],
    translations: Translations,
    mask: Mask = unmasked,
) -> Iterator[list[str]]:
    """The texts of each image's row; those that images of one kind share are made once."""
    own = [(place, column.text) for place, column in enumerate(columns) if not column.shared]
    made: dict[int, tuple[Assessment, list[str]]] = {}
    for image in images:
        judged = image.judged
        known = made.get(id(judged))
        if known is None:
            shared = [mask(column.text(image, translations)) if column.shared else "" for column in columns]
            # The judgement is kept as well, so that no other can come to be at its address.
            known = made[id(judged)] = (judged, shared)
        row = known[1].copy()
        for place, text in own:
            row[place] = mask(text(image, translations))
        yield row
