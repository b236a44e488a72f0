"""`ami-wizard recommend`: options become answers, answers a recommendation."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from wizard.cli.console import Refusal, complain, print_json, read_source, say, the_knowledge
from wizard.cli.options.answers import answers_from, idle, option_of, version_of
from wizard.cli.output import STANDARD_OUTPUT, apart, no_terminal, only_one, write
from wizard.cli.summary import summary
from wizard.flow.answer_error import AnswerError
from wizard.flow.answers import AnswersError, read_answers, write_answers
from wizard.flow.effective_answers import EffectiveAnswers, check_answers
from wizard.flow.interpret import needs_of
from wizard.flow.kind import Value
from wizard.flow.question import Answers
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, Translations
from wizard.model.recommend.advise import advise
from wizard.model.recommend.found_image import FoundImage, judged
from wizard.model.recommend.moving.upgrade import of_a_fresh_instance
from wizard.model.recommend.recommendation import Recommendation
from wizard.store.resources import resources
from wizard.store.whole_file import NotWritten

if TYPE_CHECKING:
    from wizard.report.document import Report


def run(options: argparse.Namespace, translations: Translations) -> int:
    """Give what was asked for: a summary, or JSON, and the files. The exit status."""
    _check_outputs(options)
    said = answers_from(options)
    answers = _merged(options.answers, said)
    knowledge = the_knowledge()
    effective = _effective(answers, said, options.answers, knowledge)
    recommendation = advise(knowledge, needs_of(effective, knowledge))
    found, unanswered = _found(options.profile, recommendation, knowledge, translations)

    def report() -> Report:
        from wizard.report.content import Parties, build_report

        parties = Parties(options.reader, options.author)
        return build_report(
            recommendation, knowledge, effective, translations, knowledge.date, found, parties
        )

    status = _write_files(options, answers, report, translations)
    if options.json:
        from wizard.report.as_json.to_json import recommendation_json

        document = recommendation_json(recommendation, knowledge, effective, translations, found)
        print_json(document)
    elif options.pdf is None and options.markdown is None and options.save_answers != STANDARD_OUTPUT:
        for line in summary(recommendation, effective, translations, found):
            say(line)
    return status or unanswered


def _check_outputs(options: argparse.Namespace) -> None:
    """Raises Refusal before anything is reckoned."""
    files = {"--pdf": options.pdf, "--markdown": options.markdown, "--save-answers": options.save_answers}
    only_one({"--json": options.json} | {name: file == STANDARD_OUTPUT for name, file in files.items()})
    if options.pdf == STANDARD_OUTPUT:
        no_terminal("--pdf")
    apart(files, ())
    # Answers may be saved where they were read.
    apart(
        {"--pdf": options.pdf, "--markdown": options.markdown}, [options.answers] if options.answers else ()
    )


def _found(
    profile: str | None, recommendation: Recommendation, knowledge: Knowledge, spoken: Translations
) -> tuple[FoundImage | None, int]:
    """The very image, where a profile was named, and the exit status; without it the answer stays."""
    if profile is None or recommendation.decision is None:
        return None, 0
    from wizard.aws.regions import home_region
    from wizard.cli.account import accounts_of, ask_newest

    (account,) = accounts_of([profile])
    needs = recommendation.needs
    region = needs.region or needs.request.other_region or home_region(account)
    best = recommendation.ranked[0].instance_type
    kind = of_a_fresh_instance(needs, recommendation.decision, best)
    wanted = knowledge.publishers.newest(needs.system, kind, region, best)
    if wanted is None or not wanted.can_be_found:
        none = wanted.note if wanted and wanted.note else Message("No publisher of its images is known.")
        complain(Message("--profile: there is no image to ask for. {none}", {"none": none}), spoken)
        return None, 0
    try:
        return judged(knowledge, recommendation, ask_newest(account, region, wanted)), 0
    except Refusal as refusal:
        complain(refusal.message, spoken)
        return None, refusal.status


def _write_files(
    options: argparse.Namespace, answers: Answers, report: Callable[[], Report], spoken: Translations
) -> int:
    """Write what was asked for. A file that cannot be written keeps no other from being written."""
    writers: tuple[tuple[str | None, Callable[[], bytes]], ...] = (
        (options.save_answers, lambda: write_answers(answers).encode()),
        (options.markdown, lambda: _markdown(report())),
        (options.pdf, lambda: _pdf(report())),
    )
    status = 0
    for file, content in writers:
        if file is not None:
            try:
                write(file, content())
            except NotWritten as problem:
                complain(problem.message, spoken)
                status = 2
    return status


def _markdown(report: Report) -> bytes:
    from wizard.report.markdown import render_markdown

    return render_markdown(report).encode()


def _pdf(report: Report) -> bytes:
    from wizard.report.pdf import render_pdf

    return render_pdf(report, resources())


def _merged(file: str | None, said: dict[str, Value]) -> dict[str, Value]:
    """The file's answers, overridden. A version belongs to its family and goes with it."""
    if file is None:
        return said
    try:
        kept = read_answers(*read_source(file))
    except AnswersError as problem:
        raise Refusal(problem.located) from None
    for id in said:
        kept.pop(version_of(id) or "", None)
    return kept | said


def _effective(answers: Answers, said: Answers, file: str | None, knowledge: Knowledge) -> EffectiveAnswers:
    """The answers that count; every one that an option gave must be among them. Raises Refusal."""
    try:
        effective = check_answers(answers, knowledge)
    except AnswerError as problem:
        place = option_of(problem.place) if problem.place in said else f"{file}: {problem.place}"
        raise Refusal(AnswerError(str(place), problem.message).located) from None
    for id in said:
        if id not in effective:
            raise Refusal(idle(id))
    return effective
