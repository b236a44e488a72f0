"""Of a code that nobody has seen, a person is told at least what kind of fault it is, and what to do."""

from __future__ import annotations

import tomllib
from gettext import NullTranslations
from pathlib import Path

import pytest

from wizard.model.errors.fault import GENERAL_CODES, fault_of
from wizard.model.knowledge import Knowledge

_LIST = Path(__file__).parents[2] / "data" / "errors" / "ec2_error_codes.toml"
# They say nothing of their kind, and most of them are known.
_OF_NO_KIND = {
    "AccountDisabled", "CannotDelete", "ConcurrentTagAccess", "CustomerKeyHasBeenRevoked", "DeleteConversionTaskError",
    "DryRunOperation", "InaccessibleStorageLocation", "InaccessibleStorageLocationException",
    "InstanceEventStartTimeCannotChange", "LegacySecurityGroup", "LogDestinationPermissionIssue", "NonEBSInstance",
    "NotExportable", "PendingVerification", "ReservedInstancesUnavailable", "ScheduledInstanceSlotNotOpen",
    "ScheduledInstanceSlotUnavailable",
}  # fmt: skip


@pytest.mark.parametrize(
    ("told", "kind", "cure"),
    [
        ("FooOptInRequired: terms first", "has not subscribed to", "AWS Marketplace"),
        ("FooThrottled: slowly, please", "calls come too fast", "a pause that grows"),
        ("FooTokenExpired: too old by now", "does not accept the credentials", "aws sts get-caller-identity"),
        (
            "FooAccessDenied: not for you, really",
            "may not do the operation",
            "Allow the operation to the user",
        ),
        ("InsufficientFooCapacity: none left here", "no capacity free", "another Availability Zone"),
        ("FooLimitExceeded: seven are enough", "at a limit", "list-service-quotas --service-code ec2"),
        ("InvalidFoo.InUse: a bar holds it", "still uses or needs", "detach or delete that first"),
        ("FooAlreadyExists: since last week", "such a thing already", "Take another name"),
        (
            "InvalidFoo.NotFound: neither here nor there",
            "is not there",
            "what is in the Region and the account",
        ),
        ("IncorrectFooState: it sleeps now", "not in the state", "wait or stop it"),
        ("UnsupportedFoo: by no bar", "that this type, image, zone", "Leave that option out"),
        ("FooInternalError: we are sorry", "AWS itself has a fault", "AWS Health Dashboard"),
        ("InvalidFoo.Malformed: without a bar", "missing, misspelt", "Correct the value"),
    ],
)
def test_the_kind_is_told_by_the_code(knowledge: Knowledge, told: str, kind: str, cure: str) -> None:
    code, _, sentence = told.partition(": ")
    text = f"An error occurred ({code}) when calling the RunInstances operation: {sentence}"
    assert knowledge.errors.read(text) is None
    nothing = knowledge.errors.unrecognised(text)
    said = nothing.text.render(NullTranslations())
    assert f"It says: {sentence}." in said
    assert kind in said
    assert cure in nothing.next_step.render(NullTranslations())
    assert "list of EC2 error codes" in nothing.next_step.render(NullTranslations())


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("the foo exceeds what bars take", "at a limit"),
        ("the foo does not exist", "is not there"),
        ("the foo is not supported with bars", "that this type, image, zone"),
        ("1001 is an invalid value for FooCount. FooCount must be between 1 and 1000", "missing, misspelt"),
    ],
)
def test_a_code_of_many_faults_leaves_it_to_the_sentence(
    knowledge: Knowledge, sentence: str, kind: str
) -> None:
    text = f"An error occurred (InvalidParameterValue) when calling the CreateFoo operation: aws_instance {sentence}"
    seen = knowledge.errors.unrecognised(text.replace("CreateFoo", "RunInstances"))
    assert kind in seen.text.render(NullTranslations())


def test_a_parameter_is_looked_up_where_ec2_describes_it(knowledge: Knowledge) -> None:
    text = (
        "An error occurred (InvalidParameterValue) when calling the CreateCapacityReservation operation: "
        "1001 is an invalid value for FooCount."
    )
    nothing = knowledge.errors.unrecognised(text)
    assert nothing.seen.values["parameter"] == "FooCount"
    assert "It is about the parameter FooCount." in nothing.text.render(NullTranslations())
    assert "/API_CreateCapacityReservation.html" in nothing.next_step.render(NullTranslations())


def test_nearly_every_code_of_aws_s_list_has_a_kind() -> None:
    codes = tomllib.loads(_LIST.read_text(encoding="utf-8"))["codes"]
    kindless = {code for code in codes if fault_of(code, None) is None}
    assert kindless - GENERAL_CODES == _OF_NO_KIND


def test_what_stands_behind_a_tool_s_words_is_the_likeliest_cause(knowledge: Knowledge) -> None:
    text = (
        "* aws_instance.a: Error launching source instance: FooLimitExceeded: seven are enough\n"
        "\tstatus code: 400, request id: 1, eu-west-1"
    )
    found = knowledge.errors.read(text)
    assert found is not None
    assert found.error == "launch-refused"
    likeliest, *others = found.causes
    assert "at a limit" in likeliest.cause.render(NullTranslations())
    assert likeliest.command is not None
    assert likeliest.command.render(NullTranslations()).endswith("--region eu-west-1")
    assert others


def test_a_permission_names_who_and_what(knowledge: Knowledge) -> None:
    text = (
        "Resource handler returned message: User: arn:aws:iam::123456789012:role/builder lacks a foo for "
        "ec2:CreateFoo (Service: Ec2, Status Code: 403) (HandlerErrorCode: AccessDenied)"
    )
    found = knowledge.errors.read(text)
    said = (
        found.causes[0].cause.render(NullTranslations())
        if found
        else knowledge.errors.unrecognised(text).text.render(NullTranslations())
    )
    assert "arn:aws:iam::123456789012:role/builder may not do ec2:CreateFoo" in said


def test_the_kind_is_told_where_only_the_end_of_the_answer_is_pasted(knowledge: Knowledge) -> None:
    told = knowledge.errors.unrecognised("api error FooLimitExceeded: no more snapshots of this kind for now")
    assert "Such errors" in told.text.render(NullTranslations())


@pytest.mark.parametrize(
    "text",
    [
        "ModuleNotFoundError: No module named 'foo'",
        "npm error: InvalidFoo: not found",
        "An error occurred (FooLimitExceeded) when calling the PutObject operation: too many objects",
        "api error FooLimitExceeded: no more DB instances for this volume",
        "FooLimitExceeded: no more snapshots of this disk",
    ],
)
def test_nothing_is_said_of_what_is_not_ec2_s(knowledge: Knowledge, text: str) -> None:
    assert knowledge.errors.read(text) is None
    assert "Such errors" not in knowledge.errors.unrecognised(text).text.render(NullTranslations())


def test_a_class_that_botocore_made_is_not_ec2_s(knowledge: Knowledge) -> None:
    """GameLift has a CreateFleet of its own."""
    text = (
        "botocore.errorfactory.LimitExceededException: An error occurred (LimitExceededException) when "
        "calling the CreateFleet operation: Current limit of fleets of 1 have been reached."
    )
    assert knowledge.errors.read(text) is None
    assert knowledge.errors.unrecognised(text).seen.foreign
