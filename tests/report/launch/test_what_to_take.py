from __future__ import annotations

import pytest

from tests.report.conftest import Recommend, Reporter
from tests.report.sample import NOTHING_LEFT, OLD_IMAGE, UBUNTU, WINDOWS_INSTANCE
from wizard.flow.kind import Value
from wizard.model.knowledge import Knowledge
from wizard.model.message import ENGLISH, Message
from wizard.report.launch.what_to_take import Taken, begins_anew, image_taken, price_taken, type_taken
from wizard.report.markdown import render_markdown

SIZED: dict[str, Value] = {"os": "ubuntu", "vcpus": {"minimum": 4}, "memory-gib": {"minimum": 16}}


def said(taken: Taken | None) -> tuple[str, ...]:
    assert taken is not None
    texts: tuple[Message | None, ...] = (taken.name, taken.facts, taken.more)
    return tuple(text.render(ENGLISH) if text is not None else "" for text in texts)


@pytest.mark.parametrize(
    ("answers", "anew"),
    [(UBUNTU, True), (OLD_IMAGE, False), (WINDOWS_INSTANCE, False), (NOTHING_LEFT, False)],
)
def test_who_begins_anew(recommend: Recommend, answers: dict[str, Value], anew: bool) -> None:
    assert begins_anew(recommend(answers)) is anew


def test_the_image_by_its_system_or_by_its_kind(recommend: Recommend, knowledge: Knowledge) -> None:
    def image(answers: dict[str, Value]) -> tuple[str, ...]:
        return said(image_taken(recommend(answers), knowledge))

    assert image(UBUNTU)[:2] == ("Ubuntu 22.04", "Published by Canonical")
    assert image(SIZED)[0] == "Ubuntu 26.04", "the newest where no version is named"
    kind, _, more = image({"os": "linux"})
    assert kind.startswith("HVM · x86_64")
    assert more == "Name the system and its version, and the image is named too."
    name, facts, _ = image({"os": "openbsd"})
    assert (name, facts.startswith("HVM")) == ("OpenBSD", True), "nobody publishes it"


def test_the_type_with_why_it_is_the_first(recommend: Recommend) -> None:
    name, facts, why = said(type_taken(recommend(SIZED)))
    assert (name, facts) == ("m8i.xlarge", "4 vCPUs, 16 GiB")
    assert why.startswith("The first of ")
    assert said(type_taken(recommend(SIZED | {"type": ["m5.xlarge"]})))[2] == "The only type that fits."
    assert said(type_taken(recommend({"os": "linux"})))[0] == "958 types"
    assert said(type_taken(recommend({"os": "windows"})))[0].endswith(" types")


def test_the_price_or_why_there_is_none(recommend: Recommend) -> None:
    assert said(price_taken(recommend(SIZED))) == (
        "0.21168 USD an hour",
        "154.53 USD a month",
        "On-Demand in us-east-1, as of 2026-02-27; a month has 730 hours.",
    )
    without = {key: value for key, value in SIZED.items() if key != "os"}
    assert said(price_taken(recommend(without)))[2].endswith("one with a licence in it costs more.")
    assert said(price_taken(recommend(SIZED | {"os": "windows"})))[::2] == (
        "Not known",
        "No price is known for Windows (RunInstances:0002): ami-wizard prices fetch --region NAME.",
    )
    newest = recommend(SIZED | {"type": ["m9g.2xlarge"]})
    assert said(price_taken(newest))[2] == (
        "The prices of us-east-1, as of 2026-02-27, have none for m9g.2xlarge."
    )
    assert price_taken(recommend({"os": "ubuntu"})) is None


def test_the_report_opens_with_what_to_take(report_of: Reporter) -> None:
    report = report_of(SIZED)
    assert [(each.label, each.value) for each in report.taken] == [
        ("AMI", "Ubuntu 26.04"),
        ("Instance type", "m8i.xlarge"),
        ("Price", "0.21168 USD an hour"),
    ]
    assert "2026-02-27" in report.taken[-1].note, "a price has its day"
    text = render_markdown(report)
    assert text.index("m8i.xlarge") < text.index("The decision")


@pytest.mark.parametrize(
    ("answers", "labels"),
    [
        pytest.param({"os": "linux"}, [], id="nothing has a name"),
        pytest.param({"os": "ubuntu"}, ["AMI"], id="no size"),
        pytest.param(SIZED | {"os": "windows"}, ["AMI", "Instance type"], id="no price"),
        pytest.param(SIZED | {"edition": "2014"}, [], id="history"),
        pytest.param(OLD_IMAGE, [], id="a move"),
    ],
)
def test_the_report_names_what_has_a_name(
    report_of: Reporter, answers: dict[str, Value], labels: list[str]
) -> None:
    assert [each.label for each in report_of(answers).taken] == labels
