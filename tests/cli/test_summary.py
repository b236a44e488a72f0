from __future__ import annotations

from wizard.cli.summary import summary
from wizard.flow.interpret import needs_of
from wizard.flow.kind import Value
from wizard.flow.question import ENGLISH
from wizard.model.advise import advise
from wizard.model.knowledge import Knowledge


def told(answers: dict[str, Value], knowledge: Knowledge) -> list[str]:
    return list(summary(advise(knowledge, needs_of(answers, knowledge)), knowledge, ENGLISH))


def test_the_decision_comes_first_and_the_date_last(knowledge: Knowledge) -> None:
    lines = told({"os": "linux", "vcpus": {"minimum": 4}}, knowledge)
    assert lines[0].startswith("Use an HVM AMI")
    assert lines[1].startswith("HVM · ")
    assert lines[-1].startswith("Instance types as of ")


def test_the_image_one_has_is_judged(knowledge: Knowledge) -> None:
    answers: dict[str, Value] = {
        "start": "image",
        "image-virtualization": "paravirtual",
        "image-architecture": "x86_64",
    }
    assert "The image you have" in told(answers, knowledge)


def test_one_type_is_one(knowledge: Knowledge) -> None:
    assert "1 instance type fits" in told({"type": ["m5.large"]}, knowledge)


def test_without_a_decision_there_is_something_to_relax(knowledge: Knowledge) -> None:
    lines = told({"os": "windows", "arch": "arm64"}, knowledge)
    assert lines[1].startswith("  ")
    assert "0 instance types fit" not in lines
