"""EC2's errors are read back to the rule that spoke, whatever stands around them."""

from __future__ import annotations

import re
from gettext import NullTranslations

import pytest

from wizard.model.knowledge import Knowledge

ENA = (
    "Enhanced networking with the Elastic Network Adapter (ENA) is required for the 'c5.large' instance type. "
    "Ensure that you are using an AMI that is enabled for ENA."
)
WRAPPERS = [
    "{}",
    "An error occurred (InvalidParameterCombination) when calling the RunInstances operation: {}",
    "Error: creating EC2 Instance: https response error StatusCode: 400, api error InvalidParameterCombination: {}",
    "Launching a new EC2 instance. Status Reason: {} Launching EC2 instance failed.",
    "You must use a valid fully-formed launch template. {}",
    'Resource handler returned message: "{} (Service: Ec2, Status Code: 400)" (HandlerErrorCode: InvalidRequest)',
    "│ Error: {}\n│\n│   with aws_instance.web,\n",
]


@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_wrappers_do_not_matter(knowledge: Knowledge, wrapper: str) -> None:
    found = knowledge.errors.read(wrapper.format(ENA))
    assert found is not None
    assert found.rule == "D1"
    assert found.values == {"type.name": "c5.large"}


def test_lines_broken_by_a_terminal(knowledge: Knowledge) -> None:
    broken = "\n│ ".join(re.findall(r".{1,40}(?:\s|$)", ENA))
    found = knowledge.errors.read(broken)
    assert found is not None
    assert found.rule == "D1"


def test_other_quotation_marks(knowledge: Knowledge) -> None:
    text = 'Virtualization type \u2018hvm\u2019 is required for instances of type \\"t2.micro\\".'
    found = knowledge.errors.read(text)
    assert found is not None
    assert found.rule == "V1"
    assert found.values["type.name"] == "t2.micro"
    assert "t2.micro takes only hvm AMIs" in found.text.render(NullTranslations())


def test_every_wording_of_the_rulebook_is_recognised(knowledge: Knowledge) -> None:
    values = {
        "type.name": "r7iz.metal-16xl",
        "image.architecture": "arm64",
        "type.architectures": "i386,x86_64",
    }
    wordings = [(rule.id, rule.ec2_error) for rule in knowledge.rulebook.rules if rule.ec2_error]
    wordings += [(rule.id, older) for rule in knowledge.rulebook.rules for older in rule.older_errors]
    wordings += [(known.id, error) for known in knowledge.rulebook.not_judged for error in known.errors]
    for id, wording in wordings:
        text = re.sub(r"\{([a-z0-9_.]+)\}", lambda m: values.get(m[1], "x-1"), wording)
        found = knowledge.errors.read(f"prefix (Code): {text} suffix")
        assert found is not None, text
        assert id in {found.rule, *found.others}, text


def test_the_beginning_may_be_cut_off(knowledge: Knowledge) -> None:
    text = "instance-store root device is not supported for the instance type 'm5.large'."
    found = knowledge.errors.read(text)
    assert found is not None
    assert found.rule == "R1"


def test_a_first_sentence_is_enough_also_one_that_ends_in_capitals(knowledge: Knowledge) -> None:
    text = "The t2.micro instance type does not support an AMI with a boot mode of UEFI."
    found = knowledge.errors.read(text)
    assert found is not None
    assert (found.rule, dict(found.values)) == ("B1", {"type.name": "t2.micro"})


def test_a_code_that_stands_for_one_thing_is_enough(knowledge: Knowledge) -> None:
    found = knowledge.errors.read("UnsupportedHibernationConfiguration")
    assert found is not None
    assert found.reason == "hibernation"
    assert found.values == {}


@pytest.mark.parametrize(
    "text", ["", "InvalidParameterValue", "Permission denied (publickey)", "x" * 200_000]
)
def test_what_is_not_known_is_not_guessed(knowledge: Knowledge, text: str) -> None:
    assert knowledge.errors.read(text) is None
