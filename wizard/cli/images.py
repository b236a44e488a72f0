"""`ami-wizard images`: the images one owns, judged."""

from __future__ import annotations

import argparse
import datetime
from collections import defaultdict
from collections.abc import Sequence

from wizard.cli.collected import Collected, Tell
from wizard.cli.console import Refusal, as_said, complain, the_knowledge
from wizard.cli.image_table import print_json, print_lines, write_csv
from wizard.cli.images_kept import forget, found_last_time
from wizard.cli.images_saved import read_saved
from wizard.cli.output import STANDARD_OUTPUT, apart, only_one
from wizard.flow.answer_error import unknown_word
from wizard.model.account.listing_progress import RegionState
from wizard.model.account.usage import UsageFound
from wizard.model.assessment.assessor import ImageAssessor
from wizard.model.assessment.judged_image import judge_rows
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.images.describe_images import ImageError
from wizard.model.images.image_row import ImageRow
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, Translations
from wizard.report.account_mask import AccountMask, Mask, unmasked
from wizard.store.sample import SAMPLE, load_sample, load_sample_uses
from wizard.store.text_file import NotRead


def run(options: argparse.Namespace, translations: Translations) -> int:
    """Ask, judge and show. 3 if a Region or a profile was not answered to the end. Raises Refusal."""
    if options.forget:
        forget(options, translations)
        return 0
    knowledge = the_knowledge()
    types = _types(options, knowledge)
    mask: Mask = AccountMask(knowledge.os_catalog.words.accounts) if options.mask_accounts else unmasked

    def tell(message: Message) -> None:
        complain(Message(mask(message.render(translations))), translations)

    only_one({"--json": options.json, "--csv": options.csv == STANDARD_OUTPUT})
    apart({"--csv": options.csv}, options.file or ())
    collected = _collect(options, tell)
    today = datetime.datetime.now(datetime.UTC).date()
    assessor = ImageAssessor(knowledge, today, types)
    images = judge_rows(collected.rows, assessor, knowledge.os_catalog)
    if collected.usage is not None:
        for image in images:
            image.use(collected.usage.of(image.row), knowledge.prices)
    if options.csv:
        write_csv(options.csv, images, translations, mask)
    if options.json:
        print_json(images, collected, translations, mask)
    elif not options.csv:
        print_lines(images, translations, mask)
    return collected.status


def _collect(options: argparse.Namespace, tell: Tell) -> Collected:
    sources = {"--from": options.file is not None, "--kept": options.kept}
    for option, given in sources.items():
        if given and options.used_by:
            values = {"other": option}
            raise Refusal(Message("--used-by: not allowed with {other}; expected an account to ask", values))
    if options.sample:
        return _sample(options)
    if options.file is not None:
        region = options.region[0] if len(options.region) == 1 and options.region[0] != "all" else ""
        return read_saved(options.file, region, tell)
    if options.kept:
        return found_last_time(options, tell)
    # The room that asks AWS, and what it needs, only where AWS is asked.
    from wizard.cli.images_asked import ask

    return ask(options, tell)


def _types(options: argparse.Namespace, knowledge: Knowledge) -> Sequence[InstanceType] | None:
    """The types to judge against. Raises Refusal for one that is not known."""
    catalog = knowledge.catalog
    if options.type is None and options.family is None:
        return None
    names = _words(options.type, "--type", [t.name for t in catalog.types])
    families = _words(options.family, "--family", catalog.families)
    return [t for t in catalog.types if t.name in names or t.family in families]


def _words(text: str | None, option: str, known: Sequence[str]) -> frozenset[str]:
    words = [word.strip() for word in text.split(",")] if text is not None else []
    for word in words:
        if word not in known:
            values = {"option": option, "problem": unknown_word(word, known)}
            raise Refusal(Message("{option}: {problem}", values))
    return frozenset(words)


def _sample(options: argparse.Namespace) -> Collected:
    try:
        rows = load_sample()
        usage = _sample_usage(rows) if options.used_by else None
    except NotRead as problem:
        raise Refusal(problem.message) from None
    except (ImageError, ValueError, KeyError) as problem:
        raise Refusal(as_said(problem)) from None
    wanted = None if not options.region or "all" in options.region else options.region
    regions = [
        region for region in dict.fromkeys(row.region for row in rows) if wanted is None or region in wanted
    ]
    return Collected(
        [row for row in rows if row.region in regions],
        [RegionState(SAMPLE, region, asked=True, answered=True) for region in regions],
        usage=usage,
    )


def _sample_usage(rows: Sequence[ImageRow]) -> UsageFound:
    found, images = UsageFound(), defaultdict[str, list[str]](list)
    for row in rows:
        images[row.region].append(row.image_id)
    found.begin(SAMPLE, images)
    for event in load_sample_uses():
        found.take(event)
    return found
