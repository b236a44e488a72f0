from __future__ import annotations

import pytest

from wizard.flow.question import ENGLISH, AnswerError
from wizard.flow.system import GUEST, OS, OS_VERSION
from wizard.model.knowledge import Knowledge


@pytest.mark.parametrize("family", ["any", "linux", "windows", "macos", "ubuntu", "freebsd", "custom"])
def test_the_families_of_the_contract_are_offered(family: str, knowledge: Knowledge) -> None:
    assert family in [option.value for option in OS.offered(knowledge, {})]
    OS.check(family, knowledge, {})


def test_a_family_that_is_not_there(knowledge: Knowledge) -> None:
    with pytest.raises(AnswerError, match=r"os: 'ubunto' is not known; .* the nearest is ubuntu"):
        OS.check("ubunto", knowledge, {})


def test_another_name_of_a_family_reads_like_the_family(knowledge: Knowledge) -> None:
    assert OS.spoken("suse", knowledge, {}) == OS.spoken("sles", knowledge, {})
    assert OS.spoken("any", knowledge, {}).render(ENGLISH) == "Not decided yet"


def test_versions_belong_to_their_family(knowledge: Knowledge) -> None:
    assert "24.04" in [option.value for option in OS_VERSION.offered(knowledge, {"os": "ubuntu"})]
    OS_VERSION.check("22.04.3", knowledge, {"os": "ubuntu"})
    OS_VERSION.check("any", knowledge, {"os": "debian"})
    with pytest.raises(AnswerError, match=r"os-version: '22.04' is not known; expected one of any, 13, 12"):
        OS_VERSION.check("22.04", knowledge, {"os": "debian"})


@pytest.mark.parametrize(
    ("family", "asked"),
    [(None, False), ("any", False), ("linux", False), ("custom", False), ("ubuntu", True)],
)
def test_a_version_is_asked_where_there_are_some(
    family: str | None, asked: bool, knowledge: Knowledge
) -> None:
    before = {"os": family} if family else {}
    assert OS_VERSION.asked(knowledge, before) is asked
    assert len(OS_VERSION.offered(knowledge, before)) <= 1 or asked


def test_a_version_of_no_family_is_none(knowledge: Knowledge) -> None:
    assert OS_VERSION.offered(knowledge, {}) == ()
    with pytest.raises(AnswerError):
        OS_VERSION.check("22.04", knowledge, {})


@pytest.mark.parametrize(
    ("family", "asked"),
    [(None, False), ("ubuntu", False), ("windows", False), ("linux", True), ("custom", True)],
)
def test_a_system_that_is_not_listed_is_described(
    family: str | None, asked: bool, knowledge: Knowledge
) -> None:
    before = {"os": family} if family else {}
    assert [question.asked(knowledge, before) for question in GUEST] == [asked] * 6
