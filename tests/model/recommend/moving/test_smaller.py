"""What one may do without to take a smaller machine is told, and leads to the type that is named."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from tests.model.recommend.advised import moved
from wizard.flow.kind import Value
from wizard.model.knowledge import Knowledge


def said(knowledge: Knowledge, current: str, **more: Value) -> str:
    return moved(knowledge, current, **more).summary.render(NullTranslations())


@pytest.mark.parametrize(
    ("current", "purpose", "first", "nearest"),
    [
        ("m4.10xlarge", "database", "r8i.12xlarge (48 vCPUs, 384 GiB)", "m8i.12xlarge (48 vCPUs, 192 GiB)"),
        ("c5.4xlarge", "memory", "r8i.4xlarge (16 vCPUs, 128 GiB)", "c8i.4xlarge (16 vCPUs, 32 GiB)"),
    ],
)
def test_far_more_memory_for_a_purpose_is_told_with_what_is_nearest_to_todays_size(
    knowledge: Knowledge, current: str, purpose: str, first: str, nearest: str
) -> None:
    text = said(knowledge, current, purpose=purpose)
    assert text.startswith(f"{first} replaces {current}")
    told = f"It has that much memory for the purpose; nearest to the size of {current} is {nearest}: --purpose any."
    assert told in text
    assert said(knowledge, current, purpose="any").startswith(f"{nearest} replaces {current}")


@pytest.mark.parametrize(
    ("current", "more"),
    [
        ("r4.16xlarge", {"purpose": "database"}),
        ("m4.10xlarge", {"purpose": "web"}),
        ("m4.10xlarge", {}),
        # The limits on size lead to as much memory without the purpose, too.
        ("m4.10xlarge", {"purpose": "database", "family": ["r8i"]}),
        # Without the purpose today's may stay, which is no type to move to.
        ("m8i.large", {"purpose": "database"}),
        ("m4.10xlarge", {"purpose": "database", "family": ["m1"]}),
    ],
)
def test_where_the_memory_is_todays_nothing_is_told(
    knowledge: Knowledge, current: str, more: dict[str, Value]
) -> None:
    assert "for the purpose; nearest" not in said(knowledge, current, **more)
