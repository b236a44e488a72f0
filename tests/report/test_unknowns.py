from __future__ import annotations

import pytest

from tests.report.conftest import Recommend
from tests.report.sample import UBUNTU
from wizard.model.ec2.finding import Unknown
from wizard.model.frozen import replace
from wizard.model.message import Message
from wizard.report.document import Facts, NamedValue, Paragraph
from wizard.report.report_writer import ReportWriter
from wizard.report.unknowns import conditions, unknowns


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("os.family", "Which operating system shall run?"),
        ("os.ena_driver", "Does it have the ENA network driver?"),
        ("launch.platform", "Which operating system shall run?"),
        ("launch.region", "In which Region?"),
        ("launch.day\u202e", "how it is launched"),
    ],
)
def test_an_unknown_is_the_question_that_settles_it(
    recommend: Recommend, writer: ReportWriter, path: str, label: str
) -> None:
    unknown = Unknown(path, Message("It decides."), Message("Say it."))
    introduction, facts = unknowns(replace(recommend(UBUNTU), unknowns=(unknown,)), writer)
    assert isinstance(introduction, Paragraph)
    assert facts == Facts((NamedValue(label, "It decides.", "Say it."),))


@pytest.mark.parametrize(
    "path",
    [
        "image.virtualization_type",
        "image.architecture",
        "image.boot_mode",
        "image.ena_support",
        "image.root_device_type",
        "image.tpm_support",
    ],
)
def test_facts_of_an_image_have_their_question(recommend: Recommend, writer: ReportWriter, path: str) -> None:
    unknown = Unknown(path, Message("It decides."), Message("Say it."))
    _, facts = unknowns(replace(recommend(UBUNTU), unknowns=(unknown,)), writer)
    assert isinstance(facts, Facts)
    assert facts.items[0].label != path


def test_nothing_unknown(recommend: Recommend, writer: ReportWriter) -> None:
    assert list(unknowns(replace(recommend(UBUNTU), unknowns=()), writer)) == []


def test_a_condition_is_said_once(recommend: Recommend, writer: ReportWriter) -> None:
    introduction, facts = conditions(recommend({"os": "linux"}), writer)
    assert isinstance(introduction, Paragraph)
    assert isinstance(facts, Facts)
    assert [fact.label for fact in facts.items] == ["Which operating system shall run?"]
    assert list(conditions(recommend(UBUNTU), writer)) == []
