"""The columns of a table of images: what each cell says, in the window and in every export."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wizard.model.assessment.assessment import Limitation
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.assessment.next_step import next_step
from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.image import NEVER, Image, ImageState
from wizard.model.ec2.instance_type import BootMode
from wizard.model.message import Message, Translations
from wizard.model.prices.amount import money
from wizard.model.prices.billing import BILLING_CODES
from wizard.report import words
from wizard.report.images.image_column import ImageColumn, kind_text, own_text

LIMITATIONS = {
    Limitation.STUCK_ON_PV: Message("stuck on PV"),
    Limitation.NO_ENA: Message("no ENA"),
    Limitation.BIOS_ONLY: Message("BIOS only"),
    Limitation.NOT_TO_NITRO: Message("cannot move to Nitro"),
}
"""What an image cannot do on any type, in words."""


def _flag(value: bool | None) -> Message | None:
    return None if value is None else (words.YES if value else words.NO)


def _boot_mode(image: Image) -> Message | None:
    return None if image.boot_mode in (None, BootMode.UNSET) else words.BOOT_MODES[image.boot_mode]


def _root_device(image: Image) -> Message | None:
    return None if image.root_device_type is None else words.ROOT_DEVICES[image.root_device_type]


def _virtualization(image: Image) -> Message | None:
    return None if image.virtualization_type is None else words.VIRTUALIZATION[image.virtualization_type]


def _families(image: JudgedImage, translations: Translations) -> str:
    values = {"usable": image.usable_families, "families": image.families, "doubt": image.families_in_doubt}
    if 0 < image.families_in_doubt < image.usable_families:
        return Message("{usable} of {families}, {doubt} of them in doubt", values).render(translations)
    return Message("{usable} of {families}", values).render(translations)


def limitations(image: JudgedImage) -> Iterator[Message]:
    """What keeps it back, the deciding reason first."""
    if image.row.kind.state is not ImageState.AVAILABLE:
        yield Message("cannot be launched ({state})", {"state": image.row.kind.state.value})
    yield from (LIMITATIONS[limitation] for limitation in image.judged.limitations)
    if not image.judged.limitations and image.judged.outcome is Outcome.UNKNOWN:
        yield words.OUTCOMES[Outcome.UNKNOWN]


def _limitations(image: JudgedImage, translations: Translations) -> str:
    return ", ".join(limitation.render(translations) for limitation in limitations(image)) or "–"


def _uses(image: JudgedImage, translations: Translations) -> str:
    if image.uses is None:
        return _said(_NOT_ASKED.template, translations)
    return str(len(image.uses))


_NOT_ASKED = Message("not asked")


_SAID: dict[tuple[str, int], tuple[str, Translations]] = {}


def _said(text: str, translations: Translations) -> str:
    """A text without values; kept, for a hundred thousand images say it."""
    key = text, id(translations)
    known = _SAID.get(key)
    if known is None:
        known = _SAID[key] = (Message(text).render(translations), translations)
    return known[0]


def _next_step(image: JudgedImage, translations: Translations) -> str:
    step = next_step(image)
    return "–" if step is None else _said(step.template, translations)


def _next_key(image: JudgedImage) -> str:
    step = next_step(image)
    return "" if step is None else step.template


def _bill(image: JudgedImage, translations: Translations) -> str:
    """What its running instances cost an hour; a plus where some of them are not in it."""
    bill = image.bill
    if bill is None or not bill.running:
        return "–"
    if not bill.priced:
        return "?"
    return money(bill.hourly_usd).render(translations) + ("+" if bill.priced < bill.running else "")


def _billing(image: Image) -> str:
    return BILLING_CODES.get(image.usage_operation, image.usage_operation)


def _age(image: JudgedImage, translations: Translations) -> str:
    if image.age is None:
        return "–"
    years, days = divmod(image.age, 365)
    if years:
        return Message("{count} year", {"count": years}, "{count} years", years).render(translations)
    return Message("{count} day", {"count": days}, "{count} days", days).render(translations)


def _deprecation(image: JudgedImage) -> str:
    return "" if image.row.deprecation == NEVER else image.row.deprecation.isoformat()


COLUMNS: tuple[ImageColumn, ...] = (
    own_text("name", Message("Name"), lambda image: image.row.name, usual=True),
    ImageColumn(
        "limitations",
        Message("Held back"),
        _limitations,
        lambda image: image.judged.limitations,
        usual=True,
        shared=True,
    ),
    ImageColumn(
        "used_by",
        Message("Used by"),
        _uses,
        lambda image: -1 if image.uses is None else len(image.uses),
        numeric=True,
        usual=True,
    ),
    ImageColumn("next_step", Message("Next step"), _next_step, _next_key, usual=True),
    ImageColumn(
        "families",
        Message("Families"),
        _families,
        lambda image: image.usable_families,
        numeric=True,
        usual=True,
        shared=True,
    ),
    own_text("os", Message("System (guessed)"), lambda image: image.system_title, usual=True, shared=True),
    kind_text("architecture", Message("Architecture"), lambda image: image.architecture, usual=True),
    kind_text("virtualization_type", Message("Virtualization"), _virtualization, usual=True),
    kind_text("boot_mode", Message("Boot mode"), _boot_mode),
    kind_text("ena_support", Message("ENA"), lambda image: _flag(image.ena_support)),
    own_text("region", Message("Region"), lambda image: image.row.region, usual=True, shared=True),
    own_text("creation_date", Message("Created"), lambda image: image.row.creation_date[:10], usual=True),
    ImageColumn(
        "age",
        Message("Age"),
        _age,
        lambda image: -1 if (age := image.age) is None else age,
        numeric=True,
    ),
    own_text("image_id", Message("AMI ID"), lambda image: image.row.image_id, usual=True),
    own_text("deprecation_time", Message("Deprecated"), _deprecation),
    ImageColumn(
        "outcome",
        Message("At best"),
        lambda image, translations: words.OUTCOMES[image.judged.outcome].render(translations),
        lambda image: -image.judged.outcome.severity,
        shared=True,
    ),
    ImageColumn(
        "usable_types",
        Message("Types"),
        lambda image, _: str(image.judged.usable),
        lambda image: image.judged.usable,
        numeric=True,
        shared=True,
    ),
    ImageColumn(
        "hourly_usd",
        Message("USD/h in use"),
        _bill,
        lambda image: -1 if image.bill is None else image.bill.hourly_usd,
        numeric=True,
    ),
    kind_text("billing", Message("Billed as"), _billing),
    own_text("profile", Message("Profile"), lambda image: image.row.profile),
    own_text("owner_id", Message("Owner"), lambda image: image.row.kind.owner_id),
    kind_text("state", Message("State"), lambda image: image.state),
    kind_text("root_device_type", Message("Root device"), _root_device),
    kind_text("tpm_support", Message("NitroTPM"), lambda image: _flag(image.tpm_support)),
    kind_text("imds_v2", Message("IMDSv2"), lambda image: _flag(image.imds_v2)),
    kind_text("platform_details", Message("Platform details"), lambda image: image.platform_details),
    kind_text("public", Message("Public"), lambda image: _flag(image.public)),
    kind_text("marketplace", Message("Marketplace"), lambda image: _flag(image.marketplace)),
    own_text("description", Message("Description"), lambda image: image.row.description),
)
BY_ID: Mapping[str, ImageColumn] = {column.id: column for column in COLUMNS}
USUAL: tuple[str, ...] = tuple(column.id for column in COLUMNS if column.usual)
