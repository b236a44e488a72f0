"""Who asks for what today's type can do is told that it may stay."""

from __future__ import annotations

from gettext import NullTranslations
from typing import Any

import pytest

from tests.model.recommend.advised import moved
from wizard.model.knowledge import Knowledge


def said(knowledge: Knowledge, here: str, **answers: Any) -> str:
    return moved(knowledge, here, **answers).headline.text.render(NullTranslations())


@pytest.mark.parametrize(
    ("here", "feature"),
    [
        ("m7i.2xlarge", "nested-virtualization"),
        ("c7i-flex.large", "nested-virtualization"),
        ("m6i.xlarge", "enclaves"),
        ("m6a.large", "secure-boot"),
    ],
)
def test_what_todays_type_can_do_is_no_reason_to_leave_it(
    knowledge: Knowledge, here: str, feature: str
) -> None:
    words = f"{here} has what you ask for as well, so the instance can stay on it: the steps are those of --type {here}."
    assert words in said(knowledge, here, need=[feature])
    assert "there is no need to move" in said(knowledge, here, need=[feature], type=[here])


@pytest.mark.parametrize(
    ("here", "answers"),
    [
        # It has no nested virtualization; it is a previous generation; nothing was asked for; it is the answer.
        ("m5.large", {"need": ["nested-virtualization"]}),
        ("m4.large", {"need": ["spot"]}),
        ("m7i.2xlarge", {}),
        ("m8i.large", {"need": ["nested-virtualization"]}),
    ],
)
def test_nobody_is_told_to_stay_for_nothing(knowledge: Knowledge, here: str, answers: dict[str, Any]) -> None:
    assert "as well, so the instance can stay on it" not in said(knowledge, here, **answers)
