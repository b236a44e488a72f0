"""What must hold of every known error that ships."""

from __future__ import annotations

import re
from gettext import NullTranslations

import pytest

from wizard.model.errors.nouns import NOUNS
from wizard.model.errors.wording import first_sentence
from wizard.model.knowledge import Knowledge

_VALUES = {
    "type.name": "r7iz.metal-16xl",
    "other_type": "m5.large",
    "type.family": "mac2",
    "type.architectures": "i386,x86_64",
    "image.image_id": "ami-0abc1234",
    "image.architecture": "arm64",
    "launch.region": "eu-west-1",
    "zone": "eu-west-1a",
    "principal": "arn:aws:iam::123456789012:user/deploy",
    "action": "ec2:RunInstances",
    "snapshot": "snap-0abc1234",
    "volume": "vol-0abc1234",
    "subnet": "subnet-0abc1234",
    "instance": "i-0abc1234",
    "zones": "eu-west-1b, eu-west-1c",
    "count": "2",
    "limit": "5",
    "size": "8GB",
    "least": "30GB",
}


def _filled(words: str) -> str:
    return re.sub(r"\{([a-z0-9_.]+)\}", lambda match: _VALUES.get(match[1], "x-1"), words)


def test_there_are_enough_each_with_a_source(knowledge: Knowledge) -> None:
    errors = knowledge.errors.book.errors
    assert sum(len(error.says) for error in errors) >= 400
    assert all(error.sources for error in errors)


@pytest.mark.no_cover
def test_each_sentence_leads_to_its_own_error(knowledge: Knowledge) -> None:
    for error in knowledge.errors.book.errors:
        for words in error.says:
            text = f"prefix {' '.join(error.needs[:1])} (Code): {_filled(words).replace('…', ' and so on ')} suffix"
            found = knowledge.errors.read(text)
            assert found is not None, text
            assert found.error == error.id, text


def test_each_example_leads_to_its_own_error(knowledge: Knowledge) -> None:
    examples = [(error.id, text) for error in knowledge.errors.book.errors for text in error.examples]
    assert examples
    for id, text in examples:
        found = knowledge.errors.read(text)
        assert found is not None, text
        assert found.error == id, text


@pytest.mark.no_cover
def test_nothing_that_is_said_has_a_hole(knowledge: Knowledge) -> None:
    for error in knowledge.errors.book.errors:
        if not error.says:
            continue
        found = knowledge.errors.read(
            f"{' '.join(error.needs[:1])} {_filled(error.says[0]).replace('…', ' ')}"
        )
        assert found is not None, error.id
        for message in (found.happened, found.remedy):
            said = message.render(NullTranslations())
            assert not re.search(r"…|\{[a-z.]+\}|\bNone\b", said), (error.id, said)
            assert said[0].isupper(), (error.id, said)


def test_the_rules_they_name_are_there(knowledge: Knowledge) -> None:
    known = {rule.id for rule in knowledge.rulebook.rules} | {e.id for e in knowledge.rulebook.not_judged}
    for error in knowledge.errors.book.errors:
        named = {error.rule, *(cause.rule for cause in error.causes)} - {None}
        assert named <= known, error.id


def test_every_rule_whose_words_are_known_has_an_error(knowledge: Knowledge) -> None:
    worded = {rule.id for rule in knowledge.rulebook.rules if rule.ec2_error or rule.older_errors}
    assert worded <= {error.rule for error in knowledge.errors.book.errors}


def test_the_words_of_what_is_not_judged_lead_to_it(knowledge: Knowledge) -> None:
    wordings = [(entry.id, words) for entry in knowledge.rulebook.not_judged for words in entry.errors]
    assert wordings
    for id, words in wordings:
        found = knowledge.errors.read(f"prefix {_filled(words)} suffix")
        assert found is not None, words
        assert id in {found.rule, *found.others}, words


def test_a_noun_for_a_value_is_used_by_some_sentence(knowledge: Knowledge) -> None:
    texts = [
        text or ""
        for error in knowledge.errors.book.errors
        for cause in error.causes
        for text in (error.happened, cause.cause, cause.cure, cause.command)
    ]
    assert [name for name in NOUNS if not any(f"{{{name}}}" in text for text in texts)] == []


def test_the_words_of_a_rule_that_several_errors_have_are_said_by_one_of_them(knowledge: Knowledge) -> None:
    rules = [error.rule for error in knowledge.errors.book.errors if error.rule]
    shared = {rule for rule in rules if rules.count(rule) > 1}
    said = {words for error in knowledge.errors.book.errors for words in error.says}
    for rule in knowledge.rulebook.rules:
        for words in (rule.ec2_error, *rule.older_errors):
            if rule.id in shared and words:
                assert first_sentence(words) in said, rule.id
