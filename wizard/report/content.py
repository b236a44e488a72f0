"""Makes the neutral report out of a recommendation."""

from __future__ import annotations

import datetime
import gettext
import re
from collections.abc import Iterable, Mapping
from itertools import chain

from wizard.flow.kind import Value
from wizard.flow.walk import Walk
from wizard.model.ec2.launch import Edition
from wizard.model.frozen import frozen
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, Translations
from wizard.model.migration.plan import Plan, plan_of
from wizard.model.recommend.found_image import FoundImage
from wizard.model.recommend.recommendation import ImageProfile, Recommendation
from wizard.report.answers import answers as answers_given
from wizard.report.answers import changes
from wizard.report.document import Block, Labels, NamedValue, Report, Section, Side
from wizard.report.finding_words import EC2_ANSWERS, WHAT_TO_DO
from wizard.report.first_page import BAND, notices, taken, transfer
from wizard.report.instance_types import closest_types, excluded, near_misses
from wizard.report.launch.launch_steps import launch_steps
from wizard.report.launch.templates import templates
from wizard.report.migration import migration
from wizard.report.origin import origin
from wizard.report.pictures.generations import generations
from wizard.report.pictures.left_out import left_out
from wizard.report.pictures.sizes import sizes
from wizard.report.prices.price_blocks import price_blocks
from wizard.report.reasoning import alternatives, own_image, reasons, then_and_now
from wizard.report.report_writer import ReportWriter
from wizard.report.spectrum import spectrum
from wizard.report.unknowns import conditions, unknowns
from wizard.report.visible import visible
from wizard.report.words import BOOT_MODES, NO, ROOT_DEVICES, VIRTUALIZATION, YES


@frozen
class Parties:
    """reader: for whom a report is; author: by whom. Both may be left empty."""

    reader: str = ""
    author: str = ""


_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def build_report(
    recommendation: Recommendation,
    knowledge: Knowledge,
    answers: Mapping[str, Value],
    translations: Translations,
    created: datetime.date,
    found: FoundImage | None = None,
    parties: Parties = Parties(),
) -> Report:
    """The whole report in the reader's language.

    answers: those that the recommendation was made from; AnswerError if one can't be. created: the
    day that the report bears; it is the only thing in it that is not decided by the rest. found: the very image that AWS has.
    parties: for whom and by whom.
    """
    writer = ReportWriter(translations)
    walk = Walk.resumed(knowledge, answers)
    opening = notices(recommendation, writer)
    ends = transfer(recommendation, knowledge, writer)
    plan = plan_of(knowledge, recommendation)
    sections = tuple(_sections(recommendation, knowledge, walk, writer, found, plan))
    return Report(
        title=_title(recommendation, ends, writer),
        notices=opening,
        lead=tuple(map(writer.say, (*recommendation.headline.before, *recommendation.headline.lead))),
        band=writer.say(BAND) if recommendation.needs.edition is Edition.YEAR_2014 else "",
        language=_language(translations),
        created=created,
        labels=_labels(writer, created, knowledge),
        transfer=ends,
        taken=taken(recommendation, knowledge, writer),
        # Where there is a way, it begins on the first page; the picture follows behind it.
        picture=left_out(recommendation, writer) if recommendation.decision and plan is None else None,
        parties=_parties(parties, writer),
        decision=_decision(recommendation.decision, writer) if recommendation.decision else (),
        sections=sections,
        references=writer.references,
    )


def _title(recommendation: Recommendation, ends: tuple[Side, ...], writer: ReportWriter) -> str:
    """The decision; sizes are left to the boxes below, where there are any."""
    if ends and ends[0].value != ends[1].value:
        values = {"here": ends[0].value, "there": ends[1].value}
        return writer.say(Message("{there} replaces {here}.", values))
    return writer.say(recommendation.headline.title)


def _sections(
    recommendation: Recommendation,
    knowledge: Knowledge,
    walk: Walk,
    writer: ReportWriter,
    found: FoundImage | None,
    plan: Plan | None,
) -> Iterable[Section]:
    """In reading order, which is the order in which sources get their numbers."""
    moves = plan is not None
    parts: tuple[tuple[str, Message, Iterable[Block], bool], ...] = (
        ("answers", Message("What you asked for"), answers_given(walk, writer), moves),
        ("changes", Message("What to change"), changes(recommendation, walk, writer), False),
        ("migration", Message("The way"), migration(plan, writer), False),
        (
            "reasons",
            Message("Why"),
            reasons(recommendation, writer),
            plan is not None and len(plan.changes) > 1,
        ),
        ("next", Message("Next steps"), launch_steps(recommendation, knowledge, writer, found), moves),
        ("types", Message("The instance types"), _types(recommendation, knowledge, moves, writer), False),
        (
            "pictures",
            Message("The types in pictures"),
            _pictures(recommendation, knowledge, moves, writer) if moves else (),
            True,
        ),
        ("prices", Message("What it costs"), price_blocks(recommendation, knowledge.date, writer), moves),
        ("conditions", Message("What the AMI has to have"), conditions(recommendation, writer), False),
        ("unknowns", Message("What is not known"), unknowns(recommendation, writer), False),
        ("alternatives", Message("Other kinds of AMI"), alternatives(recommendation, writer), True),
        ("standing", Message("The image you have"), own_image(recommendation, knowledge, writer), True),
        (
            "then-and-now",
            Message("HVM or paravirtual: 2014 and today"),
            chain(then_and_now(recommendation, writer), spectrum(recommendation, knowledge, writer)),
            True,
        ),
        ("excluded", Message("What was left out, and why"), excluded(recommendation, writer), True),
        ("errors", Message("Errors that EC2 would have given"), near_misses(recommendation, writer), True),
        (
            "templates",
            Message("The launch as a template"),
            templates(recommendation, knowledge, writer),
            True,
        ),
        ("origin", Message("Data and rules"), origin(knowledge, writer), True),
    )
    for key, title, blocks, annex in sorted(parts, key=lambda part: part[3]):
        if made := tuple(blocks):
            yield Section(key, writer.say(title), made, annex)


def _types(
    recommendation: Recommendation, knowledge: Knowledge, moves: bool, writer: ReportWriter
) -> Iterable[Block]:
    yield from closest_types(recommendation, moves, writer)
    if not moves:
        yield from _pictures(recommendation, knowledge, moves, writer)


def _pictures(
    recommendation: Recommendation, knowledge: Knowledge, moves: bool, writer: ReportWriter
) -> Iterable[Block]:
    """What was left out is on the first page already, but where the way stands there."""
    pictures = (
        left_out(recommendation, writer) if moves else None,
        sizes(recommendation, writer),
        generations(recommendation, knowledge.families, writer),
    )
    yield from (picture for picture in pictures if picture is not None)


def _parties(parties: Parties, writer: ReportWriter) -> tuple[NamedValue, ...]:
    said = ((Message("For"), parties.reader), (Message("By"), parties.author))
    return tuple(NamedValue(writer.say(label), visible(name, 120)) for label, name in said if name.strip())


def _decision(profile: ImageProfile, writer: ReportWriter) -> tuple[NamedValue, ...]:
    return (
        NamedValue(
            writer.say(Message("Virtualization type")),
            writer.say(VIRTUALIZATION[profile.virtualization_type]),
        ),
        NamedValue(writer.say(Message("Architecture")), profile.architecture.value),
        NamedValue(writer.say(Message("Boot mode")), writer.say(BOOT_MODES[profile.boot_mode])),
        NamedValue(writer.say(Message("Enhanced networking (ENA)")), writer.say(YES if profile.ena else NO)),
        NamedValue(writer.say(Message("Root device")), writer.say(ROOT_DEVICES[profile.root_device_type])),
        NamedValue(writer.say(Message("NitroTPM")), writer.say(YES if profile.tpm else NO)),
    )


def _labels(writer: ReportWriter, created: datetime.date, knowledge: Knowledge) -> Labels:
    rules = knowledge.rulebook.checked
    return Labels(
        data=writer.say(
            Message(
                "Instance types of {types}, rules of {rules}",
                {"types": knowledge.catalog.provenance.date, "rules": rules},
            )
        ),
        day=writer.say(Message("{day}", {"day": created})),
        kind=writer.say(Message("AMI recommendation")),
        decision=writer.say(Message("The decision")),
        page=writer.say(Message("Page")),
        error=writer.say(EC2_ANSWERS),
        remedy=writer.say(WHAT_TO_DO),
        sources=writer.say(Message("Sources")),
        preconditions=writer.say(Message("Before you start")),
        cautions=writer.say(Message("Take care")),
        tool=writer.say(Message("AWS's own tool for this")),
        way_back=writer.say(Message("The way back")),
        annex=writer.say(Message("Annex")),
    )


def _language(translations: Translations) -> str:
    """As the catalogue names it, where it does so in BCP 47's or gettext's way; the texts themselves are English."""
    info = translations.info() if isinstance(translations, gettext.NullTranslations) else {}
    tag = info.get("language", "").replace("_", "-")
    return tag if _TAG.fullmatch(tag) else "en"
