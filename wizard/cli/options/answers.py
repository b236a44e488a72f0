"""The options of `recommend` that answer the walk's questions, each made from its question."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from typing import Any

from wizard.cli.console import Refusal
from wizard.cli.parser import Parser, Say
from wizard.flow.answer_error import unknown_word
from wizard.flow.kind import QuestionKind, Value, quoted
from wizard.flow.question import YES_NO_UNKNOWN, Question
from wizard.flow.steps import QUESTIONS, STEPS
from wizard.model.message import Message

# What else people write for an answer.
_CALLED: Mapping[str, Mapping[str, str]] = {
    "arch": {
        "amd64": "x86_64", "x64": "x86_64", "x86-64": "x86_64", "intel": "x86_64", "amd": "x86_64",
        "aarch64": "arm64", "arm": "arm64", "graviton": "arm64", "i686": "i386", "x86_32": "i386",
    },
    "need": {
        "metal": "bare-metal", "nitro-tpm": "tpm", "nitrotpm": "tpm", "vtpm": "tpm", "secureboot": "secure-boot",
        "enclave": "enclaves", "nitro-enclaves": "enclaves", "hibernate": "hibernation", "snp": "sev-snp",
        "amd-sev-snp": "sev-snp", "nested": "nested-virtualization", "kvm": "nested-virtualization",
    },
    "purpose": {
        "general-purpose": "general", "webserver": "web", "web-server": "web", "db": "database", "sql": "database",
        "ml": "training", "graphics": "inference", "rendering": "inference", "batch": "compute", "cache": "memory",
        "dev": "tiny", "test": "tiny", "bastion": "tiny", "ci": "build", "vm": "virtual-machines",
        "vms": "virtual-machines", "hypervisor": "virtual-machines",
    },
}  # fmt: skip
_UNIT = re.compile(r"(?<=[0-9]) ?gi?b?\Z", re.ASCII | re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{1,12}(\.[0-9]{1,12})?", re.ASCII)
_GUEST = "guest-"
_VERSIONS = {"os": "os-version", "os-after": "os-version-after"}
"""A system and its version are one option, FAMILY:VERSION; by the question of the system."""


def option_of(id: str) -> str | None:
    """The option that answers a question; None for what only a file of answers tells.

    The facts of an image one has are many, so a file tells them.
    """
    if id == "image" or id.startswith("image-"):
        return None
    if id.startswith(_GUEST):
        return "--guest"
    joined = {version: family for family, version in _VERSIONS.items()} | {"start": "current-type"}
    return f"--{joined.get(id, id)}"


def add_answers(parser: Parser, say: Say) -> None:
    """One option for each question, under the headings of the steps."""
    added: set[str | None] = {None}
    for step in STEPS:
        group = parser.add_argument_group(say(step.title))
        for question in (*step.questions, *step.own_questions):
            option = option_of(question.id)
            if option not in added and question.id != "start":
                added.add(option)
                group.add_argument(
                    str(option), **(_guest(say) if option == "--guest" else _how(question, say))
                )


def answers_from(options: argparse.Namespace) -> dict[str, Value]:
    """The answers that the options give, in the words of an answers file. Raises Refusal."""
    given = {
        name.replace("_", "-"): value for name, value in vars(options).items() if value not in (None, False)
    }
    answers: dict[str, Value] = {"start": "instance"} if "current-type" in given else {}
    for question in QUESTIONS.values():
        said = given.get(question.id)
        if said is None:
            continue
        if question.id in _VERSIONS:
            family, colon, version = said.partition(":")
            answers |= (
                {question.id: family, _VERSIONS[question.id]: version} if colon else {question.id: family}
            )
        else:
            answers[question.id] = _answer(question, said)
    return answers | dict(_fact(fact) for fact in given.get("guest", ()))


def version_of(id: str) -> str | None:
    """The question for the version of the system that this one asks for; None if it asks for none."""
    return _VERSIONS.get(id)


def idle(id: str) -> Message:
    """What is missing where an option answers a question that is not asked."""
    places = {other.replace("-", "_"): option_of(other) for other in QUESTIONS}
    values: dict[str, object] = {**places, "option": option_of(id), "answers": "--answers"}
    return Message("{option}: " + QUESTIONS[id].asked.otherwise.template, values)


def _how(question: Question, say: Say) -> dict[str, Any]:
    """What argparse wants to know of the option of a question."""
    expected, more = _expected(question)
    values = {"question": question.label, "expected": expected}
    text = say(Message("{question} {expected}", values)) if expected else say(question.label)
    return {"help": text.replace("%", "%%"), **more}


def _expected(question: Question) -> tuple[Message | None, dict[str, Any]]:
    """How an answer is written, in words and for argparse."""
    match question.kind:
        case QuestionKind.SWITCH:
            return None, {"action": "store_true"}
        case QuestionKind.RANGE:
            values = {"unit": question.unit or ""}
            return Message("In {unit}, inclusive", values), {"metavar": "MIN[..MAX]"}
        case QuestionKind.NUMBER:
            unit = question.unit and Message("In {unit}", {"unit": question.unit})
            return unit, {"metavar": "N"}
        case QuestionKind.MANY_OF:
            words = _words(question) or Message("as in {example}", {"example": question.example})
            repeatable = Message("{words}; repeatable, or separated by commas", {"words": words})
            return repeatable, {"metavar": "LIST", "action": "append"}
    if question.options is YES_NO_UNKNOWN:
        # An option alone says yes.
        return None, {"metavar": "yes|no", "nargs": "?", "const": "yes"}
    example = Message("as in {example}", {"example": question.example}) if question.example else None
    metavar = "FAMILY[:VERSION]" if question.id in _VERSIONS else "NAME"
    return _words(question) or example, {"metavar": metavar}


def _words(question: Question) -> Message | None:
    """The words to choose from, where they are the same for everybody."""
    if not isinstance(question.options, tuple) or not question.options:
        return None
    return Message("{known}", {"known": ", ".join(option.value for option in question.options)})


def _guest(say: Say) -> dict[str, Any]:
    text = Message(
        "What a system that is not listed can do; repeatable: {facts}", {"facts": ", ".join(_facts())}
    )
    return {"metavar": "FACT=yes|no", "action": "append", "help": say(text)}


def _facts() -> Sequence[str]:
    return [id.removeprefix(_GUEST) for id in QUESTIONS if id.startswith(_GUEST)]


def _fact(text: str) -> tuple[str, str]:
    fact, equals, word = text.partition("=")
    if not equals or word not in ("yes", "no"):
        raise Refusal(_unreadable("guest", text, Message("FACT=yes or FACT=no")))
    if fact not in _facts():
        raise Refusal(Message("--guest: {problem}", {"problem": unknown_word(fact, _facts())}))
    return f"{_GUEST}{fact}", word


def _answer(question: Question, said: Any) -> Value:
    match question.kind:
        case QuestionKind.MANY_OF:
            return [_word(question, word.strip()) for text in said for word in text.split(",")]
        case QuestionKind.NUMBER:
            return _number(said, question.id)
        case QuestionKind.RANGE:
            return _range(said, question.id)
        case QuestionKind.ONE_OF:
            return _word(question, said)
    value: Value = said
    return value


def _word(question: Question, word: str) -> str:
    """The word of an answers file for what somebody calls it. Raises Refusal for what another option asks."""
    if not isinstance(question.options, tuple) or word in (option.value for option in question.options):
        return word
    if word in QUESTIONS and (other := option_of(word)):
        raise Refusal(
            Message(
                "--{id}: {given} has an option of its own, {option}",
                {"id": question.id, "given": quoted(word), "option": other},
            )
        )
    return _CALLED.get("need" if question.id == "without" else question.id, {}).get(word.lower(), word)


def _number(text: str, name: str) -> float:
    if not _NUMBER.fullmatch(text):
        raise Refusal(_unreadable(name, text, Message("a number from 0")))
    return float(text) if "." in text else int(text)


def _range(text: str, name: str) -> Mapping[str, float]:
    low, dots, high = text.partition("..")
    bounds = {"minimum": low, "maximum": high} if dots else {"minimum": low}
    if name == "memory-gib":
        bounds = {bound: _UNIT.sub("", digits) for bound, digits in bounds.items()}
    if not all(_NUMBER.fullmatch(bound) for bound in bounds.values()):
        raise Refusal(_unreadable(name, text, Message("MIN or MIN..MAX, numbers from 0")))
    return {bound: _number(digits, name) for bound, digits in bounds.items()}


def _unreadable(name: str, text: str, expected: Message) -> Message:
    values = {"option": f"--{name}", "given": quoted(text), "expected": expected}
    return Message("{option}: {given} does not fit; expected {expected}", values)
