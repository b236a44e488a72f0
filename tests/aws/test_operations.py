from __future__ import annotations

import re
from typing import Any

import botocore.session
import pytest

from tests.aws.endpoint import Endpoint
from wizard.aws.account import Account
from wizard.aws.operations import ALLOWED, SIGN_IN, NotAllowed, Part, policy

ACCOUNT = "123456789012"


def test_only_what_describes_lists_or_gets_is_allowed() -> None:
    names = [operation.name for operations in ALLOWED.values() for operation in operations]
    assert all(re.match(r"(Describe|List|Get)[A-Z]", name) for name in names)
    assert len(names) >= 10


def test_signing_in_gets_credentials_and_nothing_else() -> None:
    assert {operation.service for operation in SIGN_IN} == {"sts", "sso", "sso-oidc", "signin"}


@pytest.mark.parametrize("part", [*Part, None])
def test_the_policy_is_the_list(part: Part | None) -> None:
    statements = policy(part)["Statement"]
    operations = ALLOWED[part] if part else frozenset().union(*ALLOWED.values())
    actions = [action for statement in statements for action in statement["Action"]]
    assert sorted(actions) == sorted({operation.right for operation in operations})
    assert "*" not in "".join(actions)
    assert len({statement["Sid"] for statement in statements}) == len(statements)
    for statement in statements:
        assert statement["Effect"] == "Allow"
        assert statement["Sid"].isalnum()


@pytest.mark.parametrize("part", [Part.IMAGES, None])
def test_no_parameter_of_the_account_may_be_read(part: Part | None) -> None:
    statements = policy(part)["Statement"]
    (narrow,) = (s for s in statements if any(action.startswith("ssm:") for action in s["Action"]))
    assert narrow["Action"] == ["ssm:GetParameters"]
    assert narrow["Resource"] == "arn:*:ssm:*::parameter/aws/service/*"


@pytest.mark.parametrize(
    ("part", "service", "operation"),
    [
        (Part.IMAGES, "ec2", "deregister_image"),
        (Part.IMAGES, "ec2", "run_instances"),
        (Part.IMAGES, "ssm", "put_parameter"),
        (Part.IMAGES, "ssm", "get_parameter"),
        (Part.USAGE, "ssm", "get_parameters"),
        (Part.IMAGES, "ec2", "describe_instances"),
        (Part.USAGE, "ec2", "describe_images"),
        (Part.USAGE, "autoscaling", "delete_auto_scaling_group"),
        (Part.IDENTITY, "sts", "assume_role"),
        (Part.CATALOG, "ec2", "modify_image_attribute"),
    ],
)
def test_a_client_refuses_everything_else_before_it_is_sent(
    aws: Endpoint, account: Account, part: Part, service: str, operation: str
) -> None:
    with pytest.raises(NotAllowed):
        account.ask(part, "eu-west-1", service, operation)
    assert aws.calls == []


@pytest.mark.parametrize("moment", ["provide-client-params", "before-call"])
def test_each_of_the_two_guards_refuses_by_itself(aws: Endpoint, account: Account, moment: str) -> None:
    with account.client(Part.IMAGES, "eu-west-1", "ec2") as client:
        allowed = client.meta.service_model.operation_model("DescribeImages")
        client.meta.events.emit(f"{moment}.ec2.DescribeImages", model=allowed, params={})
        model = client.meta.service_model.operation_model("RunInstances")
        with pytest.raises(NotAllowed):
            client.meta.events.emit(f"{moment}.ec2.RunInstances", model=model, params={})
    assert aws.calls == []


def test_what_signing_in_may_is_refused_to_everybody_but_botocore(aws: Endpoint, account: Account) -> None:
    account.sign_in("eu-west-1")
    session: Any = account._session
    with pytest.raises(NotAllowed):
        session.create_client("ec2", region_name="eu-west-1").terminate_instances(InstanceIds=["i-1"])
    with pytest.raises(NotAllowed):
        session.create_client("s3", region_name="eu-west-1").list_buckets()
    assert aws.calls == []


def test_every_operation_in_the_list_exists() -> None:
    session = botocore.session.Session()
    for operation in frozenset().union(*ALLOWED.values()):
        assert operation.name in session.get_service_model(operation.service).operation_names, operation
