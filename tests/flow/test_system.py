from __future__ import annotations

import pytest

from wizard.flow.answer_error import AnswerError
from wizard.flow.effective_answers import check_answers
from wizard.flow.guest import GUEST
from wizard.flow.system import OS, OS_AFTER, OS_VERSION, OS_VERSION_AFTER
from wizard.model.knowledge import Knowledge
from wizard.model.message import ENGLISH


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


@pytest.mark.parametrize(
    ("name", "version", "spelled"),
    [
        ("windows-eks", "2022", "windows:2022-eks"),
        ("windows-ecs", "2019-core", "windows:2019-ecs-core"),
        ("amazon-linux-eks", "2", "amazon-linux:2-eks"),
        ("eks", "1.34", "amazon-linux:eks-1.34"),
        ("bottlerocket", "1.34", "bottlerocket:1.34"),
        ("bottlerocket-nvidia", "k8s-1.35", "bottlerocket:nvidia-1.35"),
    ],
)
def test_a_version_of_one_of_a_systems_images_is_one_of_the_system(
    name: str, version: str, spelled: str, knowledge: Knowledge
) -> None:
    OS.check(name, knowledge, {})
    OS_VERSION.check(version, knowledge, {"os": name})
    assert knowledge.os_catalog.find(name, version).spelled == spelled


@pytest.mark.parametrize(
    ("name", "version"),
    [("ubuntu-pro", "24.04-minimal"), ("windows-eks", "2022-ecs")],
)
def test_an_image_that_nobody_publishes_is_no_other_one(
    name: str, version: str, knowledge: Knowledge
) -> None:
    with pytest.raises(AnswerError, match="this is not understood"):
        check_answers({"os": name, "os-version": version}, knowledge)


def test_images_of_two_kinds_are_no_system(knowledge: Knowledge) -> None:
    with pytest.raises(AnswerError, match="not understood: minimal; without that it is ubuntu:pro"):
        OS.check("ubuntu-pro-minimal", knowledge, {})


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


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("advised", "As advised"),
        ("same", "Exactly the same"),
        ("current", "The same system, current version"),
        ("debian", "Debian"),
    ],
)
def test_what_shall_run_after_the_move_is_said_in_words(word: str, said: str, knowledge: Knowledge) -> None:
    before = {"start": "instance", "os": "ubuntu"}
    assert OS_AFTER.spoken(word, knowledge, before).render(ENGLISH) == said
    assert word in [option.value for option in OS_AFTER.offered(knowledge, before)]


def test_after_a_move_something_runs(knowledge: Knowledge) -> None:
    with pytest.raises(AnswerError, match="'any' is not known"):
        OS_AFTER.check("any", knowledge, {"start": "instance", "os": "ubuntu"})


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        ({"start": "instance", "os": "ubuntu"}, True),
        ({"start": "image", "os": "custom"}, True),
        ({"start": "new", "os": "ubuntu"}, False),
        ({"start": "instance", "os": "any"}, False),
        ({"start": "instance"}, False),
    ],
)
def test_what_comes_after_is_asked_where_it_is_known_what_runs_today(
    before: dict[str, str], asked: bool, knowledge: Knowledge
) -> None:
    assert OS_AFTER.asked(knowledge, before) is asked


def test_a_version_after_the_move_is_one_of_the_system_after_it(knowledge: Knowledge) -> None:
    before = {"start": "instance", "os": "ubuntu", "os-after": "debian"}
    assert OS_VERSION_AFTER.asked(knowledge, before)
    OS_VERSION_AFTER.check("13", knowledge, before)
    assert OS_VERSION_AFTER.spoken("any", knowledge, before).render(ENGLISH) == "Any version"
    with pytest.raises(AnswerError):
        OS_VERSION_AFTER.check("24.04", knowledge, before)


def test_words_that_are_not_understood_are_named(knowledge: Knowledge) -> None:
    said = r"of '22.04 with sql' this is not understood: sql; without that it is ubuntu:22.04"
    with pytest.raises(AnswerError, match=f"os-version: {said}"):
        OS_VERSION.check("22.04 with sql", knowledge, {"os": "ubuntu"})
    with pytest.raises(AnswerError, match=r"os: of 'rocky 9 x86_64' this is not understood: x86_64"):
        OS.check("rocky 9 x86_64", knowledge, {})
    with pytest.raises(
        AnswerError, match=r"os-after: of 'ubuntu 26.04 with sql' this is not understood: sql"
    ):
        OS_AFTER.check("ubuntu 26.04 with sql", knowledge, {"start": "instance", "os": "ubuntu"})
    OS_VERSION.check("2022 core", knowledge, {"os": "windows"})


def test_a_system_that_is_not_listed_has_a_way_to_say_it(knowledge: Knowledge) -> None:
    listed = len(OS.offered(knowledge, {})) - 1
    said = rf"os: 'plan9' is not listed; expected one of the {listed} systems that are, such as linux, .*custom for any other"
    with pytest.raises(AnswerError, match=said):
        OS.check("plan9", knowledge, {})


def test_what_is_no_system_is_answered_with_what_to_name(knowledge: Knowledge) -> None:
    with pytest.raises(
        AnswerError, match=r"os: 'docker' is no operating system\. Containers run on a system"
    ):
        OS.check("docker", knowledge, {})


def test_words_beside_a_version_that_there_is_not_are_named_alone(knowledge: Knowledge) -> None:
    said = "of '99.99 with sql' this is not understood: sql; expected a system and its version alone"
    with pytest.raises(AnswerError, match=f"os-version: {said}"):
        OS_VERSION.check("99.99 with sql", knowledge, {"os": "ubuntu"})
