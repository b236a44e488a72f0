"""Judged images as lines for a terminal, and as files and documents for everything else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wizard.cli.collected import Collected
from wizard.cli.console import Refusal, say
from wizard.cli.output import write
from wizard.model.assessment.bill import sum_of
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.image import ImageState
from wizard.model.message import Message, Translations
from wizard.model.prices.amount import money
from wizard.model.prices.said import NOT_IN_IT
from wizard.report.account_mask import Mask
from wizard.report.as_json.image_json import json_document
from wizard.report.images.columns import limitations
from wizard.report.images.export import EVERYTHING, comma_separated
from wizard.report.words import OUTCOMES
from wizard.store.whole_file import NotWritten


def print_json(
    images: Sequence[JudgedImage],
    collected: Collected,
    translations: Translations,
    mask: Mask,
) -> None:
    """One document."""
    unread = [(each.file, each.problem) for each in collected.unread]
    for piece in json_document(images, collected.regions, translations, mask, unread):
        print(piece, end="")


def write_csv(file: str, images: Sequence[JudgedImage], translations: Translations, mask: Mask) -> None:
    """A row for each image, whole or not at all. Raises Refusal."""
    header = [column.id for column in EVERYTHING]
    table = comma_separated(EVERYTHING, images, translations, header=header, mask=mask)
    try:
        write(file, table, private=True)
    except NotWritten as problem:
        raise Refusal(problem.message) from None


def print_lines(images: Sequence[JudgedImage], translations: Translations, mask: Mask) -> None:
    """A line for each image, and what keeps it on old types."""
    for line in _lines(images, translations):
        say(mask(line))


def _lines(images: Sequence[JudgedImage], translations: Translations) -> Iterator[str]:
    for image in images:
        row = image.row
        parts = [_usable(image).render(translations)]
        if image.judged.outcome is Outcome.UNKNOWN:
            parts.append(OUTCOMES[Outcome.UNKNOWN].render(translations))
        said = [limitation.render(translations) for limitation in limitations(image)]
        if row.kind.state is not ImageState.AVAILABLE:
            parts.insert(0, said.pop(0))
        parts += said
        parts += [image.system_title] if image.system_title else []
        if image.uses is not None:
            parts.append(Message("used by {count}", {"count": len(image.uses)}).render(translations))
        if image.bill is not None and image.bill.priced:
            hourly = {"hourly": money(image.bill.hourly_usd)}
            parts.append(Message("{hourly} USD/h in use", hourly).render(translations))
        where = " ".join(part for part in (row.profile, row.region) if part)
        yield f"{where:<24} {row.image_id:<22} {row.name}: {'; '.join(dict.fromkeys(parts))}"
    count = len(images)
    yield Message("{count} image", {"count": count}, "{count} images", count).render(translations)
    total = sum_of(image.bill for image in images)
    if total is not None and total.running:
        yield total.text.render(translations)
        yield NOT_IN_IT.render(translations)


def _usable(image: JudgedImage) -> Message:
    """On how many families it runs, and for how many of them that is not certain."""
    values = {"usable": image.usable_families, "families": image.families, "doubt": image.families_in_doubt}
    if not 0 < image.families_in_doubt < image.usable_families:
        return Message("{usable} of {families} families", values)
    return Message(
        "{usable} of {families} families, {doubt} of them depends on what is not known",
        values,
        "{usable} of {families} families, {doubt} of them depend on what is not known",
        image.families_in_doubt,
    )
