from __future__ import annotations

import pytest

from wizard.flow.answer_error import AnswerError
from wizard.flow.place import FAMILY, REGION, TYPE
from wizard.flow.question import Question
from wizard.model.knowledge import Knowledge


@pytest.mark.parametrize(
    ("question", "value", "said"),
    [
        (REGION, "eu-centrall-1", "region: 'eu-centrall-1' is not known; .* the nearest is eu-central-1"),
        (FAMILY, ["m5", "c66g"], "family: 'c66g' is not known; .* the nearest is c6g"),
        (TYPE, ["m5.largee"], "type: 'm5.largee' is not known; .* the nearest is m5.large"),
    ],
)
def test_what_is_not_in_the_catalogue(
    question: Question, value: str, said: str, knowledge: Knowledge
) -> None:
    with pytest.raises(AnswerError, match=said):
        question.check(value, knowledge, {})


@pytest.mark.parametrize(
    ("question", "value"), [(REGION, "eu-central-1"), (REGION, "any"), (FAMILY, ["m5"]), (TYPE, ["t1.micro"])]
)
def test_what_is_in_the_catalogue(question: Question, value: str, knowledge: Knowledge) -> None:
    question.check(value, knowledge, {})
