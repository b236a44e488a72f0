"""Everything that the rules can judge can be asked: in the walk, of recommend, of check and in a batch."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run
from wizard.cli.check import _record
from wizard.cli.options.answers import answers_from
from wizard.cli.options.launch import check_parser, recommend_parser
from wizard.flow.interpret import needs_of
from wizard.flow.kind import Value
from wizard.flow.launch import launch_from
from wizard.flow.steps import QUESTIONS
from wizard.model.ec2.fact import all_facts
from wizard.model.ec2.image import Image
from wizard.model.ec2.launch import Edition, Launch, Tenancy
from wizard.model.frozen import names_of
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.recommend.launches import launch_with

NEEDS = {
    "spot": "spot",
    "hibernation": "hibernation",
    "enclave": "enclaves",
    "sev_snp": "sev-snp",
    "nested_virtualization": "nested-virtualization",
    "secure_boot": "secure-boot",
    "efa": "efa",
}
Asked = tuple[dict[str, Value], str, str, dict[str, object], object]
# Field of a launch -> the answer that sets it, the options of recommend and of check, the batch's keys, the value.
_OWN: dict[str, Asked] = {
    "region": ({"region": "eu-west-1"}, "--region eu-west-1", "--region eu-west-1", {"region": "eu-west-1"}, "eu-west-1"),
    "other_region": (
        {"region": "eusc-de-east-1"},
        "--region eusc-de-east-1",
        "--region eusc-de-east-1",
        {"region": "eusc-de-east-1"},
        "eusc-de-east-1",
    ),
    "zone": ({"zone": "us-west-2-lax-1a"}, "--zone us-west-2-lax-1a", "--zone us-west-2-lax-1a", {"zone": "us-west-2-lax-1a"}, "us-west-2-lax-1a"),
    "zone_offers": ({"zone": "us-west-2a", "zone-offers": "yes"}, "--zone us-west-2a --zone-offers yes", "--zone-offers yes", {"options": {"zone_offers": True}}, True),
    "edition": ({"edition": "2014"}, "--edition 2014", "--edition 2014", {"options": {"edition": "2014"}}, Edition.YEAR_2014),
    "tenancy": ({"tenancy": "host"}, "--tenancy host", "--tenancy host", {"options": {"tenancy": "host"}}, Tenancy.HOST),
    "ebs_optimized": ({"ebs-optimized": True}, "--ebs-optimized", "--ebs-optimized", {"options": {"ebs_optimized": True}}, True),
    "cpu_options": ({"cpu-options": True}, "--cpu-options", "--cpu-options", {"options": {"cpu_options": True}}, True),
    "root_encrypted": ({"encrypted-root": "yes"}, "--encrypted-root", "--encrypted-root", {"options": {"root_encrypted": True}}, True),
    "http_tokens": ({"http-tokens": "required"}, "--http-tokens required", "--http-tokens required", {"options": {"http_tokens": "required"}}, "required"),
    "free_plan": ({"free-plan": True}, "--free-plan", "--free-plan", {"options": {"free_plan": True}}, True),
    "subscribed": ({"start": "image", "subscribed": "no"}, "--subscribed no", "--subscribed no", {"options": {"subscribed": False}}, False),
    "seller_allows": ({"start": "image", "seller-allows": "no"}, "--seller-allows no", "--seller-allows no", {"options": {"seller_allows": False}}, False),
}  # fmt: skip
_FEATURES: dict[str, Asked] = {
    name: (
        {"need": [need]},
        f"--need {need}",
        f"--{name.replace('_', '-')}",
        {"options": {"amd_sev_snp" if name == "sev_snp" else name: True}},
        True,
    )
    for name, need in NEEDS.items()
}
ASKED = _OWN | _FEATURES
# The image and its system have questions and options of their own; the day of the launch is today.
GIVEN = {"image", "os", "today"}


def test_every_field_of_a_launch_is_asked() -> None:
    assert set(names_of(Launch)) == ASKED.keys() | GIVEN
    answered = {id for answers, *_ in ASKED.values() for id in answers}
    assert answered <= QUESTIONS.keys()


@pytest.mark.parametrize("field", ASKED)
def test_the_answer_sets_it(knowledge: Knowledge, field: str) -> None:
    answers, *_, value = ASKED[field]
    launch = launch_with(Image(), needs_of(answers, knowledge))
    assert getattr(launch, field) == value
    assert getattr(launch_with(Image(), needs_of({}, knowledge)), field) != value


def test_a_yes_or_no_alone_says_yes() -> None:
    for words, answer in (("", "yes"), (" no", "no")):
        options = recommend_parser(said).parse_args(f"--encrypted-root{words} --gpu 1".split())
        assert answers_from(options) == {"encrypted-root": answer, "gpu": 1}


def test_a_list_is_repeated_or_separated_by_commas() -> None:
    options = recommend_parser(said).parse_args(["--need", "efa,ena", "--need", "spot", "--family", "m5"])
    assert answers_from(options) == {"need": ["efa", "ena", "spot"], "family": ["m5"]}


@pytest.mark.parametrize("field", ASKED)
def test_recommend_takes_it(knowledge: Knowledge, field: str) -> None:
    answers, options, *_ = ASKED[field]
    taken = answers_from(recommend_parser(said).parse_args(options.split()))
    # Where one starts from is told by a file of answers.
    assert taken == {id: answer for id, answer in answers.items() if id != "start"}


@pytest.mark.parametrize(
    ("options", "refused"),
    [
        ("--zone-offers yes", "--zone-offers: belongs to a zone; expected --zone as well"),
        ("--subscribed no", "--subscribed: belongs to an image that one has; expected --answers with one"),
        (
            "--seller-allows no",
            "--seller-allows: belongs to an image that one has; expected --answers with one",
        ),
        ("--zone here", "--zone: 'here' does not fit; expected the name of a zone such as us-west-2a"),
    ],
)
def test_an_option_that_says_nothing_is_refused(run: Run, options: str, refused: str) -> None:
    ran = run("recommend", *options.split())
    assert (ran.status, ran.refused()) == (2, refused)


@pytest.mark.parametrize("field", ASKED)
def test_check_takes_it(knowledge: Knowledge, field: str) -> None:
    _, _, options, _, value = ASKED[field]
    arguments = ["--image", "-", "--type", "m5.large", *options.split()]
    record = _record(check_parser(said).parse_args(arguments))
    assert getattr(launch_from(record, Image(), knowledge), field) == value


@pytest.mark.parametrize("field", ASKED)
def test_a_line_of_a_batch_takes_it(knowledge: Knowledge, field: str) -> None:
    *_, record, value = ASKED[field]
    assert getattr(launch_from(record, Image(), knowledge), field) == value


def test_no_rule_waits_for_what_nobody_can_say(knowledge: Knowledge) -> None:
    """A rule that reads an option which can't be given never speaks."""
    derived = {"platform", "encrypted_root", "zone_kind", "wavelength_types", "drivers"}
    read = {path for rule in knowledge.rulebook.rules for path in rule.facts if path.startswith("launch.")}
    assert {path.removeprefix("launch.") for path in read} <= ASKED.keys() | GIVEN | derived
    assert read <= all_facts().keys()


def said(message: Message) -> str:
    return message.template


def test_a_zone_tells_its_region(knowledge: Knowledge) -> None:
    needs = needs_of({"zone": "us-west-2-lax-1a"}, knowledge)
    assert needs.region == "us-west-2"


@pytest.mark.parametrize("record", [{"zone": "us-west-2a"}, {"options": {"zone": "us-west-2a"}}])
def test_the_zone_stands_beside_the_region_or_among_the_options(
    knowledge: Knowledge, record: dict[str, object]
) -> None:
    launch = launch_from(record, Image(), knowledge)
    assert (launch.zone, launch.region) == ("us-west-2a", "us-west-2")
