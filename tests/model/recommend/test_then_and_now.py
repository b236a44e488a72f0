"""The two years' answers in words."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.model.ec2.instance_type import VirtualizationType
from wizard.model.ec2.operating_system import OsKind
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.then_and_now import then_and_now

HVM, PV = VirtualizationType.HVM, VirtualizationType.PARAVIRTUAL


@pytest.mark.parametrize(
    ("kind", "then", "now", "then_words", "now_words"),
    [
        (OsKind.LINUX, PV, HVM, "could use both", "old speed reason"),
        (OsKind.WINDOWS, HVM, HVM, "Windows has no kernel", "old speed reason"),
        (OsKind.LINUX, HVM, HVM, "was not possible", "old speed reason"),
        (OsKind.LINUX, PV, PV, "could use both", "Moving to a current type"),
        (None, None, None, "nothing was left", "nothing was left"),
    ],
)
def test_words(
    knowledge: Knowledge,
    kind: OsKind | None,
    then: VirtualizationType | None,
    now: VirtualizationType | None,
    then_words: str,
    now_words: str,
) -> None:
    both = then_and_now(knowledge.rulebook, kind, (then, 19), (now, 958))
    assert then_words in both.then.text.template
    assert now_words in both.now.text.template
    assert ("the same" in both.changed.template) is (then is now and now is not None)
    assert (both.then.types, both.now.types) == (19 if then else 0, 958 if now else 0)
    if now:
        assert "958 types of today" in both.now.text.render(NullTranslations())
    assert bool(both.sources) is (then is not now)
    assert both.then.sources
    assert both.now.sources


def test_where_nothing_fits_no_advice_is_called_the_same(knowledge: Knowledge) -> None:
    both = then_and_now(knowledge.rulebook, OsKind.LINUX, (None, 0), (None, 0))
    assert both.changed.template.startswith("Nothing fits")


def test_of_macs_nothing_is_told_of_a_year_that_had_none(knowledge: Knowledge) -> None:
    both = then_and_now(knowledge.rulebook, OsKind.MACOS, (HVM, 8), (HVM, 8))
    assert "no Macs in 2014" in both.then.text.template
    assert both.then.virtualization_type is None
    assert "8 types" in both.now.text.render(NullTranslations())
    assert "the same" not in both.changed.template
    assert both.then.sources
    assert both.now.sources
