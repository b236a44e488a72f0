from __future__ import annotations

import gettext

import pytest

from wizard.flow.steps import QUESTIONS
from wizard.model.knowledge import Knowledge
from wizard.model.terms import TermsError, read_terms


def test_every_term_is_a_sentence_with_a_source_and_a_way_to_see_it(knowledge: Knowledge) -> None:
    assert len(knowledge.terms) > 12
    for id, term in knowledge.terms.items():
        text = term.text.render(gettext.NullTranslations())
        assert text.endswith("."), id
        assert text.count(". ") <= 0, id
        assert term.command
        assert term.source.url.startswith("https://")


def test_every_word_that_a_question_is_about_is_explained(knowledge: Knowledge) -> None:
    named = {question.term for question in QUESTIONS.values() if question.term}
    assert named <= set(knowledge.terms)
    assert {"boot-mode", "ena", "initramfs"} <= named


@pytest.mark.parametrize(
    "text",
    [
        "no TOML",
        "",
        "term = 1",
        "[term.a]\nname = 'A'",
        "[term]\na = 1",
        "[term.a]\nname='A'\ntext='B'\ncommand='c'\nsource='none'",
    ],
)
def test_a_damaged_file_is_told_in_one_line(text: str) -> None:
    with pytest.raises(TermsError, match=r"^terms\.toml: ") as told:
        read_terms(text, "terms.toml", {})
    assert "\n" not in str(told.value)
