"""`ami-wizard check`: one image on one type, or a file of such questions."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from typing import Any

from wizard.cli.console import Refusal, print_json, read_source, say, the_knowledge
from wizard.flow.answer_error import AnswerError
from wizard.flow.launch import verdict_on
from wizard.flow.launch_options import LAUNCH_OPTIONS, LaunchOption
from wizard.formats.image_text import ImageText
from wizard.model.ec2.fact_words import clause
from wizard.model.ec2.finding import Outcome, Verdict
from wizard.model.ec2.image import Image
from wizard.model.images.describe_images import ImageError, image_from
from wizard.model.message import Message, Translations, joined_by_and
from wizard.report.as_json.to_json import verdict_json
from wizard.report.finding_words import finding_lines
from wizard.report.words import OUTCOMES

_MOST_IDS = 5
_PLACES = {"instance_type": "--type", "region": "--region", "zone": "--zone", "os": "--os"}


def run(options: argparse.Namespace, translations: Translations) -> int:
    """Say what becomes of the launch. 0 if it can be used, 1 if not. Raises Refusal."""
    if options.batch or options.files:
        return _many(options, translations)
    if not options.image and not options.image_id:
        raise Refusal(Message("check: one of FILE, --image, --image-id and --batch is required"))
    if options.type is None:
        raise Refusal(Message("--type: not given; expected an instance type such as m5.large"))
    image = one_image(options.image, options.image_id) if options.image else _asked_image(options)
    knowledge = the_knowledge()
    record = _record(options)
    try:
        name, verdict = verdict_on(record, image, knowledge)
    except AnswerError as problem:
        place = _PLACES.get(problem.place, problem.place)
        raise Refusal(AnswerError(place, problem.message).located) from None
    if options.json:
        print_json(verdict_json(verdict, image, name, translations))
    else:
        heading = Message(
            "{image} on {type}: {outcome}",
            {
                "image": image.image_id or image.name or Message("This image"),
                "type": name,
                "outcome": _outcome(verdict),
            },
        )
        say(heading.render(translations))
        for line in _told(verdict, translations):
            say(line)
    return 0 if verdict.outcome.usable else 1


def _many(options: argparse.Namespace, translations: Translations) -> int:
    """The launches of a batch, or those that templates make. The exit status."""
    if options.batch:
        from wizard.cli.batch import check_batch

        if alone := _given(options) or " ".join(options.files):
            text = "--batch: each line names its own type and options; expected no {options}"
            raise Refusal(Message(text, {"options": alone}))
        return check_batch(options.batch, translations)
    from wizard.cli.check_files import check_files

    if alone := _given(options, but="region"):
        values = {"options": alone}
        raise Refusal(Message("FILE: a template says this itself; expected no {options}", values))
    return check_files(options, translations)


def _outcome(verdict: Verdict) -> Message:
    """In words; where it is unknown, on what it depends."""
    if verdict.outcome is not Outcome.UNKNOWN:
        return OUTCOMES[verdict.outcome]
    doubts = [clause(unknown.fact) for unknown in verdict.unknowns if unknown.doubt]
    return Message("depends on {facts}", {"facts": joined_by_and(doubts)})


def _asked_image(options: argparse.Namespace) -> Image:
    """The image that AWS has by this ID. Raises Refusal."""
    from wizard.cli.account import accounts_of, ask_one_image

    (account,) = accounts_of([options.profile] if options.profile else [])
    return ask_one_image(account, options.region, options.image_id)


def _given(options: argparse.Namespace, but: str = "") -> str:
    """The options that speak of a single question, as one would type them."""
    names = (
        "image",
        "image-id",
        "type",
        "os",
        "region",
        "zone",
        "profile",
        *(o.name for o in LAUNCH_OPTIONS),
    )
    return ", ".join(f"--{name}" for name in names if name != but and _said(options, name))


def _said(options: argparse.Namespace, name: str) -> Any:
    """What was given for an option, by its name on the command line."""
    return getattr(options, name.replace("-", "_"))


def _record(options: argparse.Namespace) -> Mapping[str, object]:
    """The options as a line of a batch would have them."""
    family, _, version = (options.os or "").partition(":")
    return {
        "instance_type": options.type,
        "os": {"family": family or None, "version": version or None},
        "region": options.region,
        "zone": options.zone,
        "options": {o.key: _as_batch(o, said) for o in LAUNCH_OPTIONS if (said := _said(options, o.name))},
    }


def _as_batch(option: LaunchOption, said: object) -> object:
    return said if option.words else said in (True, "yes")


def one_image(source: str, image_id: str | None = None) -> Image:
    """The image in a file or in standard input: the only one, or that of this ID. Raises Refusal."""
    text, name = read_source(source)
    images = ImageText(text, name, nameless=True)
    try:
        records = [r for r in images.records() if image_id in (None, r.fields.get("ImageId"))]
        if len(records) == 1:
            return image_from(records[0].fields, records[0].where, records[0].silent)
    except ImageError as problem:
        raise Refusal(problem.message) from None
    values = {"name": name, "count": len(records), "image": image_id}
    if image_id:
        raise Refusal(Message("{name}: {count} images with the ID {image}; expected one", values))
    if not records:
        raise Refusal(Message("{name}: {count} images; expected one", values))
    values["ids"] = ", ".join(str(r.fields.get("ImageId")) for r in records[:_MOST_IDS])
    raise Refusal(Message("{name}: {count} images; expected one: pick it with --image-id, {ids}", values))


def _told(verdict: Verdict, translations: Translations) -> Iterator[str]:
    """The findings, worst first as the verdict has them, and what is not known."""
    for finding in verdict.findings:
        yield ""
        yield from finding_lines(finding, translations)
    for unknown in verdict.unknowns:
        yield ""
        values = {
            "fact": clause(unknown.fact),
            "why": unknown.matters_because,
            "how": unknown.how_to_supply,
        }
        yield Message("Not known: {fact}. It matters because of this rule: {why} {how}", values).render(
            translations
        )
