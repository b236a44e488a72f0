from __future__ import annotations

from collections.abc import Iterable

import pytest

from wizard.gui.rules.index import TOPICS, UNKNOWN, Chapter, contents, narrowed
from wizard.model.ec2.finding import Outcome, Reason
from wizard.model.knowledge import Knowledge
from wizard.model.message import Translations
from wizard.report.finding_words import outcome_words


def test_every_topic_has_a_name_of_its_own() -> None:
    assert set(TOPICS) == set(Reason)
    assert len({title.template for title in TOPICS.values()}) == len(TOPICS)


def test_they_stand_in_the_order_of_the_rulebook(knowledge: Knowledge) -> None:
    refusals = [rule.reason for rule in knowledge.rulebook.rules if rule.outcome.severity == 4]
    seen = list(dict.fromkeys(refusals))
    assert seen == [topic for topic in TOPICS if topic in seen]


@pytest.fixture
def chapters(knowledge: Knowledge) -> tuple[Chapter, ...]:
    return contents(knowledge.rulebook)


def ids(chapters: Iterable[Chapter]) -> list[str]:
    return [line.id for chapter in chapters for line in chapter.lines]


def test_every_rule_and_everything_not_judged_is_listed_once(
    chapters: tuple[Chapter, ...], knowledge: Knowledge
) -> None:
    book = knowledge.rulebook
    assert sorted(ids(chapters)) == sorted([*(r.id for r in book.rules), *(n.id for n in book.not_judged)])
    assert ids(chapters[-1:]) == [line.id for line in chapters[-1].lines if line.sign == UNKNOWN]
    assert len(chapters[-1].lines) == len(book.not_judged)


def test_rules_stand_under_their_topic_with_the_sign_of_their_outcome(
    chapters: tuple[Chapter, ...], knowledge: Knowledge, english: Translations
) -> None:
    for chapter in chapters[:-1]:
        for line in chapter.lines:
            rule = knowledge.rulebook.get(line.id)
            assert rule is not None
            assert TOPICS[rule.reason].render(english) == chapter.title
            assert line.sign == rule.outcome


def test_ids_are_in_natural_order(chapters: tuple[Chapter, ...]) -> None:
    boot = next(chapter for chapter in chapters if chapter.title == "Boot mode")
    known = ["B1", "B4", "B7", "B7a", "B7b", "B7c", "F6c", "S1", "S1a", "S1b", "S2"]
    assert [id for id in ids([boot]) if id in known] == known


@pytest.mark.parametrize(
    ("text", "found", "lost"),
    [
        ("b7a", "B7a", "A1"),
        ("UEFI refused", "B1", "B4"),
        ("unsupported hibernation", "F5", "A1"),
        ("boot-mode", "B1", "A1"),
        ("elf_xen_note_check", "M3", "B1"),
        ("trn1n", "B1", "A1"),
        ("advice", "I2", "I1"),
        ("nitrotpm has", "F1", "A1"),
    ],
)
def test_the_search_reads_id_title_topic_and_texts(
    chapters: tuple[Chapter, ...], text: str, found: str, lost: str
) -> None:
    left = ids(narrowed(chapters, text))
    assert found in left
    assert lost not in left


def test_every_word_must_be_there_in_any_order(chapters: tuple[Chapter, ...]) -> None:
    assert ids(narrowed(chapters, " refused  uefi ")) == ids(narrowed(chapters, "uefi refused"))
    assert set(ids(narrowed(chapters, "uefi refused"))) < set(ids(narrowed(chapters, "uefi")))
    assert list(narrowed(chapters, "uefi windows-3.11")) == []
    assert list(narrowed(chapters, "  ")) == list(chapters)
    assert all(chapter.lines for chapter in narrowed(chapters, "tpm"))


def test_a_rule_that_takes_nothing_away_is_advice(english: Translations) -> None:
    said = {outcome: outcome_words(outcome).render(english) for outcome in Outcome}
    assert said[Outcome.WORKS] == "advice"
    assert said[Outcome.REFUSED] == "refused by EC2"
