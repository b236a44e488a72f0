"""EC2's errors are read back to the rule that spoke, whatever stands around them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
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
    "==> amazon-ebs: Error launching source instance: {}\n==> amazon-ebs: \tstatus code: 400, request id: 1",
    "\x1b[31mError:\x1b[0m creating EC2 Instance: InvalidParameterCombination: {}",
    "2022-04-28T07:15:29.777Z Instance creation failed => InvalidParameterCombination: {}",
    "<Code>InvalidParameterCombination</Code><Message>{}</Message></Error></Errors>",
]

# What terminals, logs, pages and people make of the words themselves.
DISGUISES: dict[str, Callable[[str], str]] = {
    "mail": lambda text: re.sub(r"(?m)^", "> ", re.sub(r"(.{30,50}) ", r"\1\n", text)),
    "packer": lambda text: re.sub(r"(?m)^", "==> amazon-ebs.web: ", re.sub(r"(.{50,70}) ", r"\1\n", text)),
    "terminal of 40 columns": lambda text: re.sub(r"(.{40})", r"\1\n", text),
    "terminal of 79 columns": lambda text: re.sub(r"(.{79})", r"\1\n", "Error: " + text),
    "JSON": lambda text: json.dumps({"error": text.replace("'", '"')}),
    "JSON in JSON": lambda text: json.dumps(json.dumps({"error": text.replace("'", '"')})),
    "JSON by number": lambda text: text.replace("'", r"\u0027"),
    "Python": lambda text: repr(text + '"'),
    "HTML": html.escape,
    "HTML twice": lambda text: html.escape(html.escape(text)),
    "HTML with marks": lambda text: text.replace("'", "<code>", 1).replace("'", "</code>", 1),
    "typographic": lambda text: text.replace("'", "\u2019"),
    "German": lambda text: re.sub("'(.*?)'", "\u201e\\1\u201c", text),
    "French": lambda text: re.sub("'(.*?)'", "\u00ab\\1\u00bb", text),
    "hard spaces": lambda text: text.replace(" ", "\u00a0"),
    "bold": lambda text: text.replace("Elastic Network Adapter", "**Elastic Network Adapter**"),
    "doubled": lambda text: text.replace("'", "''"),
}


@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_wrappers_do_not_matter(knowledge: Knowledge, wrapper: str) -> None:
    found = knowledge.errors.read(wrapper.format(ENA))
    assert found is not None
    assert found.rule == "D1"
    assert found.values == {"type.name": "c5.large"}


@pytest.mark.parametrize("disguise", DISGUISES)
def test_disguises_do_not_matter(knowledge: Knowledge, disguise: str) -> None:
    found = knowledge.errors.read(DISGUISES[disguise](ENA))
    assert found is not None
    assert (found.rule, dict(found.values)) == ("D1", {"type.name": "c5.large"})


@pytest.mark.parametrize("columns", range(20, 90, 7))
def test_a_word_cut_in_two_is_read(knowledge: Knowledge, columns: int) -> None:
    text = (
        "Error: creating EC2 Instance: InvalidParameterValue: The t2.micro instance type does not support an AMI "
        "with a boot mode of UEFI. Only instance types built on the Nitro System support UEFI."
    )
    found = knowledge.errors.read(re.sub(f"(.{{{columns}}})", "\\1\n", text))
    assert found is not None
    assert (found.rule, dict(found.values)) == ("B1", {"type.name": "t2.micro"})


@pytest.mark.parametrize(
    ("text", "rule", "values"),
    [
        (
            (
                "The requested instance type's architecture (x86_64) does not match the architecture in the manifest for "
                "ami-08e10400108cec7e7 (arm64). Launching EC2 instance failed."
            ),
            "A1",
            {
                "type.architectures": "x86_64",
                "image.image_id": "ami-08e10400108cec7e7",
                "image.architecture": "arm64",
            },
        ),
        (
            (
                "UnsupportedOperation => AMIs with an instance-store root device are not supported for the instance type "
                "'t1.micro'. (Fog::AWS::EC2::Error)"
            ),
            "R1",
            {"type.name": "t1.micro"},
        ),
        ("AuthFailure: Not authorized for images: [ami-03440f0d88fea1060]", "I5", None),
        ("InvalidAMIID.NotFound: The image ids '[ami-01, ami-02, ami-03]' do not exist", "G3", None),
        ("You do not have a host with a matching configuration and sufficient capacity. Either", "L5h", {}),
        ("cannot launch an instance with a tenancy of ''host'' into a placement group", "L5p", None),
        ("Specifying enclave support for an instance is not supported in this region.", "G8", {}),
        ("The m5.large instance type does not support T2 Unlimited.", "Q3", {"type.name": "m5.large"}),
        ("ClientError: VcpuLimitExceeded", "G5", {}),
        (
            "The hpc6a.48xlarge instance type does not support specifying CpuOptions.",
            "Q2a",
            {"type.name": "hpc6a.48xlarge"},
        ),
        (
            (
                "InvalidFleetConfiguration: Your requested instance type (null) is not supported in your requested "
                "Availability Zone (eu-central-1b).; InvalidFleetConfiguration"
            ),
            "G1",
            None,
        ),
        ("[    0.4] Fatal glibc error: CPU does not support x86-64-v3", "A7", {}),
        ("grubdom>", "M3", {}),
    ],
)
def test_other_words_that_were_seen(
    knowledge: Knowledge, text: str, rule: str, values: dict[str, str] | None
) -> None:
    found = knowledge.errors.read(text)
    assert found is not None
    assert found.rule == rule
    assert values is None or dict(found.values) == values


def test_the_sentence_for_many_things_is_first_one_about_the_region(knowledge: Knowledge) -> None:
    found = knowledge.errors.read("Unsupported: The requested configuration is currently not supported.")
    assert found is not None
    assert found.rule == "G2"
    assert {"A1", "L5", "G4", "Q1"} <= set(found.others)


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
    assert "paravirtual, and t2.micro takes only HVM images" in found.text.render(NullTranslations())


@pytest.mark.no_cover
def test_every_wording_of_the_rulebook_is_recognised(knowledge: Knowledge) -> None:
    values = {
        "type.name": "r7iz.metal-16xl",
        "image.image_id": "ami-1",
        "image.architecture": "arm64",
        "type.architectures": "i386,x86_64",
    }
    wordings = [(rule.id, rule.ec2_error) for rule in knowledge.rulebook.rules if rule.ec2_error]
    wordings += [(rule.id, older) for rule in knowledge.rulebook.rules for older in rule.older_errors]
    for id, wording in wordings:
        text = re.sub(r"\{([a-z0-9_.]+)\}", lambda m: values.get(m[1], "1"), wording)
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


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (
            "Unsupported: Your requested instance type (c5.large) is not supported in your requested Availabili",
            "G1",
        ),
        (
            "InvalidParameterCombination: The attribute instanceInitiatedShutdownBehavior can only be used fo",
            None,
        ),
        ("The instance configuration for this AWS Marketplace product is no", "P2"),
        ("The following resource(s) failed to create: [AWSEBInstanceLaun", "beanstalk-not-reported"),
        # Another word stands there than the sentence goes on with.
        ("The following resource(s) failed to create: [AWSEBAutoScalingGroup]", "node-group-wrapper"),
        ("The instance configuration for this AWS Marketplace product is wrong", None),
    ],
)
def test_what_was_cut_off_within_a_word_is_told_where_enough_is_left(
    knowledge: Knowledge, text: str, rule: str | None
) -> None:
    found = knowledge.errors.read(text)
    assert (found.rule if found else None) == rule


def test_a_piece_of_another_services_sentence_is_none_of_ec2s(knowledge: Knowledge) -> None:
    piece = "requested instance type (c5.large) is not supported in your requested Availabili"
    text = f"An error occurred (ValidationException) when calling the PutObject operation: {piece}"
    assert knowledge.errors.read(text) is None


LOG = "2026-11-29T10:00:00Z [INFO] a step of the deployment went on without a fault\n" * 5000


@pytest.mark.parametrize("text", [LOG + ENA, ENA + "\n" + LOG, LOG[:50_000] + ENA + LOG[:50_000]])
def test_the_error_of_a_long_log_is_found(knowledge: Knowledge, text: str) -> None:
    found = knowledge.errors.read(text)
    assert found is not None
    assert found.rule == "D1"


def test_of_a_very_long_text_it_is_said_what_was_read(knowledge: Knowledge) -> None:
    for text, said in (
        (LOG + ENA + LOG, "is at the beginning or at the end of this long text"),
        (LOG[:190_000], "is in this text"),
    ):
        assert knowledge.errors.read(text) is None
        assert said in knowledge.errors.unrecognised(text).text.render(NullTranslations())
