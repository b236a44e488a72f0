from __future__ import annotations

import gettext
from itertools import pairwise

import pytest

from wizard.flow.effects import Effect, Effects
from wizard.flow.interpret import needs_of
from wizard.flow.walk import Walk
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.decide import Decision, decide
from wizard.model.recommend.needs import Needs

ENGLISH = gettext.NullTranslations()


def fitting(knowledge: Knowledge, walk: Walk) -> int:
    return len(advise(knowledge, needs_of(walk.effective, knowledge)).ranked)


def said(effects: tuple[Effect, ...]) -> list[tuple[str, str]]:
    return [(effect.said.render(ENGLISH), effect.text.render(ENGLISH)) for effect in effects]


def test_each_answer_says_what_it_did_to_those_before_it(knowledge: Knowledge) -> None:
    effects, walk = Effects(knowledge), Walk(knowledge)
    none = fitting(knowledge, walk)
    assert effects.of(walk.effective, none) == ()
    counts = [none]
    for question, answer in (
        ("os", "linux"),
        ("purpose", "web"),
        ("vcpus", {"minimum": 4}),
        ("region", "eu-central-1"),
    ):
        walk = walk.answer(question, answer)
        counts.append(fitting(knowledge, walk))
        found = effects.of(walk.effective, counts[-1])
        assert [(e.before, e.after) for e in found] == list(pairwise(counts))
    assert said(found)[0] == ("Linux", f"{counts[0] - counts[1]} types fewer")
    assert said(found)[1] == ("Web server", "no type fewer")
    # Taken back in the middle, changed at the front, and given anew: always as if counted from nothing.
    for other in (walk.forget("purpose"), walk.answer("os", "windows"), walk.answer("arch", "x86_64")):
        count = fitting(knowledge, other)
        assert effects.of(other.effective, count) == Effects(knowledge).of(other.effective, count)


def test_an_answer_that_says_what_counts_unsaid_is_none(knowledge: Knowledge) -> None:
    walk = Walk(knowledge).answer("os", "any").answer("start", "new")
    assert Effects(knowledge).of(walk.effective, 1) == ()


def test_more_types_and_one_type_are_said_as_such(knowledge: Knowledge) -> None:
    effects = Effects(knowledge)
    walk = Walk(knowledge).answer("arch", "i386").answer("edition", "2014")
    (first, second) = effects.of(walk.effective, 10)
    assert second.after == 10
    for before, after, text in ((3, 2, "1 type fewer"), (2, 3, "1 type more"), (2, 4, "2 types more")):
        assert Effect(first.question, first.said, before, after).text.render(ENGLISH) == text


def test_other_prices_are_counted_anew(knowledge: Knowledge) -> None:
    effects = Effects(knowledge)
    walk = Walk(knowledge).answer("os", "linux").answer("vcpus", {"minimum": 4})
    assert effects.of(walk.effective, 5)[-1].after == 5
    effects.forget()
    assert effects.of(walk.effective, 7)[-1].after == 7


def test_an_answer_at_the_end_is_the_only_one_that_is_counted(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[Needs] = []

    def counting(knowledge: Knowledge, needs: Needs) -> Decision:
        counted.append(needs)
        return decide(knowledge, needs)

    monkeypatch.setattr("wizard.flow.effects.decide", counting)
    effects, walk = Effects(knowledge), Walk(knowledge).answer("os", "linux").answer("purpose", "web")
    effects.of(walk.effective, 5)
    before = len(counted)
    effects.of(walk.answer("vcpus", {"minimum": 4}).effective, 5)
    effects.of(walk.answer("vcpus", {"minimum": 8}).effective, 4)
    assert len(counted) == before
    effects.of(walk.answer("os", "windows").effective, 4)
    assert len(counted) == before + 1
