"""A template's variable that reached EC2 is told as that, and one in a configuration beside the error is not."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.model.errors.error_book import ErrorBook
from wizard.model.errors.unfilled import unfilled
from wizard.model.knowledge import Knowledge


@pytest.mark.parametrize(
    ("text", "variable", "cure"),
    [
        (
            "Error launching source instance: Invalid device name {{user `ebs_device_name`}} (InvalidBlockDeviceMapping)",
            "{{user ebs_device_name}}",
            "update Packer",
        ),
        ('Invalid id: "${var.ami_id}" (expecting "ami-...")', "${var.ami_id}", "templatefile"),
        ("Value (!Ref InstanceType) for parameter instanceType is invalid", "!Ref InstanceType", "Fn::Sub"),
        ("Value ($INSTANCE_TYPE) for parameter instanceType is invalid", "$INSTANCE_TYPE", "declared"),
        (
            (
                "An error occurred (InvalidAMIID.NotFound) when calling the RunInstances operation: "
                "The image id '[{{ ami_id }}]' does not exist"
            ),
            "{{ ami_id }}",
            "declared",
        ),
        # No sentence of EC2's is known here, and yet it is plain what went wrong.
        ("ec2: the value ${Frob} is out of range", "${Frob}", "declared"),
    ],
)
def test_a_variable_that_ec2_was_given_is_what_went_wrong(
    knowledge: Knowledge, text: str, variable: str, cure: str
) -> None:
    found = knowledge.errors.read(text)
    assert found is not None
    assert found.error == "template-variable"
    assert f"EC2 was given {variable} as it stands" in found.text.render(NullTranslations())
    assert cure in found.causes[0].message.render(NullTranslations())


@pytest.mark.parametrize(
    "text",
    [
        (
            "Error: creating EC2 Instance: InvalidAMIID.NotFound: The image id '[ami-0abc1234]' does not exist\n"
            '  38: ami = "${var.ami_id}"\n  39: instance_type = "${var.type}"'
        ),
        (
            '"source_ami": "{{user `ami`}}", "instance_type": "t2.micro"\nError launching source instance: '
            "VPCIdNotSpecified: No default VPC for this user"
        ),
        "The AMI ID 'ami-0abc1234' does not exist, said the script of $USER",
    ],
)
def test_a_configuration_that_was_pasted_with_the_error_is_not_the_error(
    knowledge: Knowledge, text: str
) -> None:
    found = knowledge.errors.read(text)
    assert found is not None
    assert found.error != "template-variable"


def test_nothing_is_said_of_what_is_not_about_ec2(knowledge: Knowledge) -> None:
    assert unfilled("The name ${Frob} is unknown") == "${Frob}"
    assert knowledge.errors.read("The name ${Frob} is unknown") is None
    assert unfilled("The name Frob is unknown") is None
    assert ErrorBook((), ()).get("template-variable") is None


def test_a_tool_s_prefix_alone_is_told_as_a_refusal_whose_reason_is_not_known(knowledge: Knowledge) -> None:
    for prefix in (
        "==> amazon-ebs: Error launching source instance: ",
        "Error: creating EC2 Instance: operation error EC2: RunInstances, api error ",
        'fatal: [localhost]: FAILED! => {"msg": "Failed to create new EC2 instance: An error occurred ',
    ):
        found = knowledge.errors.read(f"{prefix}InvalidParameterValue: The frobnicator is of another colour")
        assert found is not None
        assert found.error == "launch-refused"
        assert "there is no instance" in found.text.render(NullTranslations())
        assert "the program does not know that sentence" in found.text.render(NullTranslations())
    silent = knowledge.errors.read(
        "==> amazon-ebs: Error launching source instance:\n==> amazon-ebs: Deleting temporary security group..."
    )
    assert silent is not None
    assert "iam:PassRole" in silent.causes[0].message.render(NullTranslations())


def test_a_limit_that_the_catalogue_knows_is_named(knowledge: Knowledge) -> None:
    text = "An error occurred (AttachmentLimitExceeded) when calling the RunInstances operation: Interface count 4 exceeds the limit for "
    named, other = knowledge.errors.read(f"{text}t3.medium"), knowledge.errors.read(f"{text}z9.medium")
    assert named is not None
    assert other is not None
    assert "(t3.medium takes 3 interfaces)" in named.causes[0].cause.render(NullTranslations())
    assert "takes a certain number of interfaces" in other.causes[0].cause.render(NullTranslations())
