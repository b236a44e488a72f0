"""Code and sentence are found in whatever an SDK, a service or a tool puts around them."""

from __future__ import annotations

import pytest

from wizard.model.errors.sentence import parameter_in
from wizard.model.knowledge import Knowledge

_SAID = "The foo abc is unwell today"


@pytest.mark.parametrize(
    "text",
    [
        "botocore.exceptions.ClientError: An error occurred (InvalidFoo.Ill) when calling the RunInstances operation: {said}.",
        "An error occurred (InvalidFoo.Ill) when calling the RunInstances operation (reached max retries: 4): {said}.",
        "A client error (InvalidFoo.Ill) occurred when calling the RunInstances operation: {said}.",
        "operation error EC2: RunInstances, https response error StatusCode: 400, RequestID: 1, api error InvalidFoo.Ill: {said}.\n with aws_instance.a,",
        "aws_instance.a: InvalidFoo.Ill: {said}.\n\tstatus code: 400, request id: 1",
        "ec2.model.AmazonEC2Exception: {said}. (Service: AmazonEC2; Status Code: 400; Error Code: InvalidFoo.Ill; Request ID: 1)",
        "`response_call': InvalidFoo.Ill => {said} (Fog::Compute::AWS::Error)",
        "Error launching source instance: {said} (InvalidFoo.Ill)",
        "AWS::EC2::Errors::InvalidFoo::Ill: {said}",
        "<Response><Errors><Error><Code>InvalidFoo.Ill</Code><Message>{said}</Message></Error></Errors></Response>",
        'Aws\\Ec2\\Exception\\Ec2Exception: Error executing "RunInstances" on "https://ec2.eu-west-1.amazonaws.com"; InvalidFoo.Ill (client): {said}',
        '"eventName": "RunInstances", "errorCode": "InvalidFoo.Ill", "errorMessage": "{said}"',
        '"Lifecycle": "spot", "ErrorCode": "InvalidFoo.Ill", "ErrorMessage": "{said}"',
        "creating instance, with fleet error(s), InvalidFoo.Ill: {said}; UnfulfillableCapacity: no",
        '"error":"creating instance, {said} (aws-error-code=InvalidFoo.Ill, aws-operation-name=CreateFleet, aws-service-name=EC2)"',
        "AsgInstanceLaunchFailures: Could not launch On-Demand Instances. InvalidFoo.Ill - {said}. Launching EC2 instance failed.",
        '{{"name": "InvalidFoo.Ill", "$fault": "client", "Code": "InvalidFoo.Ill", "message": "{said}"}}',
    ],
)
def test_a_code_and_its_sentence(knowledge: Knowledge, text: str) -> None:
    seen = knowledge.errors.unrecognised(text.format(said=_SAID)).seen
    assert seen.code == "InvalidFoo.Ill"
    assert seen.sentence == _SAID


@pytest.mark.parametrize(
    ("text", "service", "operation"),
    [
        ("(aws-error-code=Foo, aws-operation-name=CreateFleet, aws-service-name=EC2)", "ec2", "CreateFleet"),
        ('"eventSource": "ec2.amazonaws.com", "eventName": "RunInstances"', "ec2", "RunInstances"),
        ("API: ec2:RunInstances Something else", "ec2", "RunInstances"),
        ("Get Exception from StopInstances API of ec2 Service.", "ec2", "StopInstances"),
        ('"eventSource": "s3.amazonaws.com", "eventName": "GetObject"', None, "GetObject"),
    ],
)
def test_who_was_asked_for_what(knowledge: Knowledge, text: str, service: str | None, operation: str) -> None:
    seen = knowledge.errors.unrecognised(text).seen
    assert (seen.service.id if seen.service else None) == service
    assert seen.operation == operation


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (f"Launching a new EC2 instance.  Status Reason: {_SAID}. Launching EC2 instance failed.", _SAID),
        (
            f'Resource handler returned message: "{_SAID} (Service: Ec2, Status Code: 400, Request ID: 1)"',
            _SAID,
        ),
        ("An error occurred (InvalidFoo) when calling the RunInstances operation: no", None),
        ("nothing at all", None),
        (
            "An error occurred (InvalidFoo) when calling the RunInstances operation: One two three. "
            + "Four " * 60,
            "One two three",
        ),
    ],
)
def test_a_sentence_without_a_code_and_a_long_one(
    knowledge: Knowledge, text: str, sentence: str | None
) -> None:
    assert knowledge.errors.unrecognised(text).seen.sentence == sentence


@pytest.mark.parametrize(
    ("sentence", "parameter"),
    [
        ("Value (x) for parameter fooName.bar is invalid", "fooName.bar"),
        ("Invalid value x for fooCount", "fooCount"),
        ("7 is not a valid value for FooCount.", "FooCount"),
        ("Missing required parameter in input: FooId", "FooId"),
        ("The parameter fooId cannot be used with bars", "fooId"),
        ("fooIds must not be empty", "fooIds"),
        ("The value must be smaller", None),
        ("Something is invalid", None),
        (None, None),
    ],
)
def test_the_parameter_that_is_refused(sentence: str | None, parameter: str | None) -> None:
    assert parameter_in(sentence) == parameter


def test_the_end_of_a_tool_s_words_is_no_torn_sentence(knowledge: Knowledge) -> None:
    """Packer wrote nothing behind them; they begin a sentence of Terraform's as well."""
    found = knowledge.errors.read("Build 'amazon-ebs' errored: Error launching source instance: ")
    assert found is not None
    assert found.error == "launch-refused"


def test_what_a_shell_calls_every_error_is_no_code(knowledge: Knowledge) -> None:
    text = f"New-EC2Instance : {_SAID}\n+ CategoryInfo : InvalidOperation: (Amazon.PowerShell:Cmdlet)"
    assert knowledge.errors.unrecognised(text).seen.code is None
