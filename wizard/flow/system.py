"""The operating system inside the image, and what it can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.flow.guest import GUEST
from wizard.flow.kind import QuestionKind, quoted
from wizard.flow.question import (
    HAS_IMAGE,
    Answers,
    Condition,
    Option,
    Options,
    Question,
    verbatim,
)
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.spelling import nearest

if TYPE_CHECKING:
    from wizard.model.systems.os_family import OsFamily

_UNDECIDED = Option("any", Message("Not decided yet"), Message("Judge by everything else."))
_SHOWN = 8
_ANY_VERSION = Option("any", Message("Any version"))
_AFTER = (
    Option(
        "advised",
        Message("As advised"),
        Message(
            "The current version where today's is out of support or runs on no current type; else the same."
        ),
    ),
    Option("same", Message("Exactly the same"), Message("The same system and version.")),
    Option(
        "current",
        Message("The same system, current version"),
        Message("The version that is maintained longest."),
    ),
)


_TRANSLATED = {"Custom operating system": Message("Custom operating system")}


def _named(title: str) -> Message:
    """A system by its name, which is the same in every language; what stands for all others is no name."""
    return _TRANSLATED.get(title, verbatim(title))


def _families(knowledge: Knowledge, _before: Answers) -> Options:
    return (_UNDECIDED, *(Option(f.key, _named(f.title)) for f in knowledge.os_catalog.families))


def _family_label(knowledge: Knowledge, _before: Answers, word: str) -> Message | None:
    """A family's other names are answers too, alone or with a version in one word: suse, al2, ubuntu22.04."""
    if word == _UNDECIDED.value:
        return _UNDECIDED.label
    system = knowledge.os_catalog.resolve(word)
    if knowledge.os_catalog.names.other_images(word):
        return None
    return _named(system.title) if system.kind is not None and system.title else None


def _family_amiss(knowledge: Knowledge, before: Answers, word: str) -> Message | None:
    catalog = knowledge.os_catalog
    if strays := catalog.names.unheard(word):
        return _not_understood(word, strays, catalog.heard(word, "", strays))
    if (hint := catalog.hint(word)) is not None:
        return Message("{given} is no operating system. {hint}", {"given": quoted(word), "hint": hint})
    known = [option.value for option in _families(knowledge, before)]
    if nearest(word, known):
        return None
    return Message(
        "{given} is not listed; expected one of the {count} systems that are, such as {known}; linux for a Linux that is "
        "not, custom for any other system",
        {"given": quoted(word), "count": len(known) - 1, "known": ", ".join(known[1:_SHOWN])},
    )


def _not_understood(said: str, words: tuple[str, ...], heard: str) -> Message:
    """That words beside a system or its version say nothing here. heard: what is understood without them."""
    values: dict[str, object] = {"given": quoted(said), "words": ", ".join(words), "heard": heard}
    if heard:
        return Message(
            "of {given} this is not understood: {words}; without that it is {heard}. The architecture and all else are answers "
            "of their own",
            values,
        )
    return Message(
        "of {given} this is not understood: {words}; expected a system and its version alone, as the architecture and "
        "all else are answers of their own",
        values,
    )


def _families_after(knowledge: Knowledge, _before: Answers) -> Options:
    return (*_AFTER, *(Option(f.key, _named(f.title)) for f in knowledge.os_catalog.families))


def _after_label(knowledge: Knowledge, before: Answers, word: str) -> Message | None:
    found = next((option.label for option in _AFTER if option.value == word), None)
    return found or (_family_label(knowledge, before, word) if word != _UNDECIDED.value else None)


def _version_of(family_id: str, version_id: str, label: Message, why: Message, brief: Message) -> Question:
    """The question for the version of the family that another question asked for."""

    def family_of(knowledge: Knowledge, before: Answers) -> OsFamily | None:
        catalog, said = knowledge.os_catalog, str(before.get(family_id, "any"))
        return catalog.family(said) or catalog.names.of_an_image(said)

    def options(knowledge: Knowledge, before: Answers) -> Options:
        family = family_of(knowledge, before)
        return (_ANY_VERSION, *(Option(v, verbatim(v)) for v in family.versions)) if family else ()

    def label_of(knowledge: Knowledge, before: Answers, word: str) -> Message | None:
        """More versions are answers than are listed: 22.04.3 is a 22.04."""
        if word == _ANY_VERSION.value:
            return _ANY_VERSION.label
        family, catalog = family_of(knowledge, before), knowledge.os_catalog
        mixed = catalog.names.other_images(f"{before.get(family_id)} {word}")
        return verbatim(word) if family and not mixed and catalog.knows(family, word) else None

    def amiss(knowledge: Knowledge, before: Answers, word: str) -> Message | None:
        family, catalog = family_of(knowledge, before), knowledge.os_catalog
        strays = catalog.names.unheard(str(before[family_id]), word) if family else ()
        return (
            _not_understood(word, strays, catalog.heard(str(before[family_id]), word, strays))
            if family and strays
            else None
        )

    def has_versions(knowledge: Knowledge, before: Answers) -> bool:
        family = family_of(knowledge, before)
        return family is not None and bool(family.versions or family.kubernetes)

    return Question(
        id=version_id,
        kind=QuestionKind.ONE_OF,
        label=label,
        help=why,
        options=options,
        label_of=label_of,
        amiss=amiss,
        asked=Condition(
            has_versions, Message("no versions of this family are known; expected {option} FAMILY alone")
        ),
        default="any",
        brief=brief,
    )


# Something runs today, and it is known what.
_STAYS = Condition(
    lambda knowledge, before: HAS_IMAGE(knowledge, before) and before.get("os", "any") != "any",
    Message("belongs to a move; expected {current_type} and {os} as well"),
)

OS = Question(
    id="os",
    kind=QuestionKind.ONE_OF,
    label=Message("Which operating system shall run?"),
    help=Message(
        "Windows runs on HVM only and never on Arm; macOS runs on Mac instances only; a Linux or BSD decides by its age "
        "which drivers and boot modes it has. Choose Custom for a system that is not listed, and describe it below."
    ),
    options=_families,
    label_of=_family_label,
    amiss=_family_amiss,
    example="linux, windows, ubuntu:22.04, custom",
    default="any",
)

OS_VERSION = _version_of(
    "os",
    "os-version",
    Message("Which version?"),
    Message(
        "Old versions lack the drivers that Nitro types need, some versions do not run on Arm, and some need Nitro. "
        "Without a version, only what holds for all of them is judged."
    ),
    Message("{value}"),
)


OS_AFTER = Question(
    id="os-after",
    kind=QuestionKind.ONE_OF,
    label=Message("What shall run after the move?"),
    help=Message(
        "A move is the moment to leave a system behind that gets no security updates any more. What is named here is "
        "what the new instance is chosen for."
    ),
    options=_families_after,
    label_of=_after_label,
    amiss=_family_amiss,
    example="advised, same, current, ubuntu:26.04",
    asked=_STAYS,
    default="advised",
    brief=Message("then {value}"),
)

OS_VERSION_AFTER = _version_of(
    "os-after",
    "os-version-after",
    Message("Which version after the move?"),
    Message("Without a version, only what holds for all of them is judged."),
    Message("then {value}"),
)

QUESTIONS = (OS, OS_VERSION, *GUEST, OS_AFTER, OS_VERSION_AFTER)
