"""`ami-wizard recommend`: options become answers, answers a recommendation."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.cli.console import Refusal, complain, say, the_knowledge
from wizard.cli.summary import summary
from wizard.flow.answers import AnswersError, write_answers
from wizard.flow.effective_answers import check_answers
from wizard.flow.interpret import needs_of
from wizard.flow.kind import Value, quoted
from wizard.flow.question import AnswerError, Answers, unknown_word
from wizard.flow.system import GUEST
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, Translations
from wizard.model.recommend.advise import advise
from wizard.model.recommend.found_image import FoundImage, judged
from wizard.model.recommend.recommendation import Recommendation
from wizard.store.answers_file import load_answers
from wizard.store.resources import resources
from wizard.store.text_file import NotRead
from wizard.store.whole_file import NotWritten, write_whole

if TYPE_CHECKING:
    from wizard.report.document import Report

_WORDS = (
    *("arch", "hypervisor", "generation", "region", "virtualization", "edition"),
    *("purpose", "same-size", "current-type"),
    *("tenancy", "zone", "zone-offers", "http-tokens", "subscribed", "seller-allows"),
)
_SWITCHES = ("free-plan", "cpu-options", "ebs-optimized")
_LISTS = ("family", "type")
_REPEATED = ("need", "without")
_NUMBERS = ("gpu", "local-storage-gb", "network-gbps", "max-price")
_RANGES = ("vcpus", "memory-gib")
_FACTS = [question.id.removeprefix("guest-") for question in GUEST]
_NUMBER = re.compile(r"[0-9]{1,12}(\.[0-9]{1,12})?", re.ASCII)


def run(options: argparse.Namespace, translations: Translations) -> int:
    """Give what was asked for: a summary, or JSON, and the files. The exit status."""
    said = answers_from(options)
    answers = _merged(options.answers, said)
    knowledge = the_knowledge()
    counting = _counting(answers, said, options.answers, knowledge)
    recommendation = advise(knowledge, needs_of(answers, knowledge))
    found, unanswered = _found(options.profile, recommendation, knowledge, translations)

    def report() -> Report:
        from wizard.report.content import build_report

        return build_report(recommendation, knowledge, counting, translations, knowledge.date, found)

    status = _write_files(options, answers, report, translations)
    if options.json:
        from wizard.report.to_json import recommendation_json

        document = recommendation_json(recommendation, knowledge, counting, translations, found)
        print(json.dumps(document, ensure_ascii=False, indent=2))
    elif options.pdf is None and options.markdown is None:
        for line in summary(recommendation, knowledge, translations, found):
            say(line)
    return status or unanswered


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
    wanted = knowledge.publishers.newest(needs.system, recommendation.decision, region)
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
                write_whole(Path(file), content())
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


def answers_from(options: argparse.Namespace) -> dict[str, Value]:
    """The answers that the options give, in the words of an answers file. Raises Refusal."""
    given = {name.replace("_", "-"): value for name, value in vars(options).items() if value is not None}
    answers: dict[str, Value] = {}
    for name, its_version in (("os", "os-version"), ("os-after", "os-version-after")):
        if name in given:
            family, colon, version = given[name].partition(":")
            answers |= {name: family, its_version: version} if colon else {name: family}
    if "current-type" in given:
        answers["start"] = "instance"
    answers |= {name: given[name] for name in (*_WORDS, *_REPEATED) if name in given}
    answers |= {name: [word.strip() for word in given[name].split(",")] for name in _LISTS if name in given}
    answers |= {name: _number(given[name], name) for name in _NUMBERS if name in given}
    answers |= {name: _range(given[name], name) for name in _RANGES if name in given}
    answers |= {name: True for name in _SWITCHES if given.get(name)}
    answers |= {"encrypted-root": "yes"} if given.get("encrypted-root") else {}
    return answers | dict(_guest(fact) for fact in given.get("guest", ()))


def _merged(file: str | None, said: dict[str, Value]) -> dict[str, Value]:
    """The file's answers, overridden. A version belongs to its family and goes with it."""
    if file is None:
        return said
    try:
        kept = load_answers(Path(file))
    except AnswersError as problem:
        raise Refusal(problem.located) from None
    except NotRead as problem:
        raise Refusal(problem.message) from None
    for name, its_version in (("os", "os-version"), ("os-after", "os-version-after")):
        if name in said:
            kept.pop(its_version, None)
    return kept | said


def _counting(answers: Answers, said: Answers, file: str | None, knowledge: Knowledge) -> Answers:
    """The answers that count; every one that an option gave must be among them. Raises Refusal."""
    try:
        counting = check_answers(answers, knowledge)
    except AnswerError as problem:
        place = _option(problem.place) if problem.place in said else f"{file}: {problem.place}"
        raise Refusal(AnswerError(place, problem.message).located) from None
    for id in said:
        if id not in counting:
            raise Refusal(_idle(id))
    return counting


def _number(text: str, name: str) -> float:
    if not _NUMBER.fullmatch(text):
        raise Refusal(_unreadable(name, text, Message("a number from 0")))
    return float(text) if "." in text else int(text)


def _range(text: str, name: str) -> Value:
    low, dots, high = text.partition("..")
    bounds = {"minimum": low, "maximum": high} if dots else {"minimum": low}
    if not all(_NUMBER.fullmatch(bound) for bound in bounds.values()):
        raise Refusal(_unreadable(name, text, Message("MIN or MIN..MAX, numbers from 0")))
    return {bound: _number(digits, name) for bound, digits in bounds.items()}


def _guest(text: str) -> tuple[str, str]:
    fact, equals, word = text.partition("=")
    if not equals or word not in ("yes", "no"):
        raise Refusal(_unreadable("guest", text, Message("FACT=yes or FACT=no")))
    if fact not in _FACTS:
        problem = unknown_word(fact, _FACTS)
        raise Refusal(Message("--guest: {problem}", {"problem": problem}))
    return f"guest-{fact}", word


def _unreadable(name: str, text: str, expected: Message) -> Message:
    values = {"option": f"--{name}", "given": quoted(text), "expected": expected}
    return Message("{option}: {given} does not fit; expected {expected}", values)


def _option(id: str) -> str:
    """The option that gave an answer."""
    if id == "start":
        return "--current-type"
    if id.startswith("guest-"):
        return "--guest"
    return {"os-version": "--os", "os-version-after": "--os-after"}.get(id, f"--{id}")


def _idle(id: str) -> Message:
    if id in ("os-version", "os-version-after"):
        values: dict[str, object] = {"option": _option(id)}
        return Message(
            "{option}: no versions of this family are known; expected {option} FAMILY alone", values
        )
    if id == "os-after":
        return Message("--os-after: belongs to a move; expected --current-type and --os as well")
    if id == "same-size":
        return Message("--same-size: belongs to a move; expected --current-type as well")
    if id == "zone-offers":
        return Message("--zone-offers: belongs to a zone; expected --zone as well")
    if id in ("subscribed", "seller-allows"):
        return Message(
            "{option}: belongs to an image that one has; expected --answers with one", {"option": _option(id)}
        )
    return Message(
        "{option}: describes a system that is not listed; expected --os custom or --os linux",
        {"option": _option(id)},
    )
