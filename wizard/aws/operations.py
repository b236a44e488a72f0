"""What the program may ask of AWS: one list, the policy that allows it, and the guard that keeps to it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from wizard.model.frozen import frozen


class Part(StrEnum):
    """The parts of the program that ask AWS, each with rights of its own."""

    IMAGES = "images"
    USAGE = "usage"
    MACHINES = "machines"
    CATALOG = "catalog"
    IDENTITY = "identity"
    PRICES = "prices"


@frozen
class Operation:
    """One operation of one service, both as botocore names them: ec2, DescribeImages."""

    service: str
    name: str

    @property
    def right(self) -> str:
        """The IAM action that allows it: ec2:DescribeImages."""
        return f"{self.service}:{self.name}"


def _of(service: str, *names: str) -> frozenset[Operation]:
    return frozenset(Operation(service, name) for name in names)


ALLOWED: Mapping[Part, frozenset[Operation]] = {
    Part.IMAGES: _of("ec2", "DescribeImages", "DescribeRegions") | _of("ssm", "GetParameters"),
    Part.USAGE: _of(
        "ec2",
        "DescribeImageReferences",
        "DescribeInstances",
        "DescribeLaunchTemplateVersions",
        "DescribeLaunchTemplates",
    )
    | _of("autoscaling", "DescribeAutoScalingGroups", "DescribeLaunchConfigurations"),
    Part.MACHINES: _of(
        "ec2", "DescribeImages", "DescribeInstances", "DescribeLaunchTemplateVersions", "DescribeRegions"
    ),
    Part.CATALOG: _of("ec2", "DescribeInstanceTypeOfferings", "DescribeInstanceTypes", "DescribeRegions"),
    Part.IDENTITY: _of("sts", "GetCallerIdentity"),
    Part.PRICES: _of("pricing", "GetProducts") | _of("ec2", "DescribeSpotPriceHistory"),
}
"""Everything that the program asks. Nothing here changes anything in an account."""

SIGN_IN = (
    _of("sts", "AssumeRole", "AssumeRoleWithWebIdentity")
    | _of("sso", "GetRoleCredentials")
    | _of("sso-oidc", "CreateToken")
    | _of("signin", "CreateOAuth2Token")
)
"""What botocore asks by itself to get the temporary credentials that a profile speaks of."""

EVERYTHING = frozenset(operation for operations in ALLOWED.values() for operation in operations)


# Of any partition and Region: those with the IDs of published images, and none of the account's own.
_PUBLIC_PARAMETERS = "arn:*:ssm:*::parameter/aws/service/*"


class NotAllowed(PermissionError):
    """An operation that is not in the list; it has not been sent."""

    def __init__(self, operation: Operation) -> None:
        super().__init__(f"{operation.right} is not among the operations that this program may ask for")


def policy(part: Part | None = None) -> dict[str, Any]:
    """The smallest IAM policy with which a part works, or with None all of them."""
    operations = EVERYTHING if part is None else ALLOWED[part]
    name = f"AmiWizard{part.value.title() if part else ''}"
    parameters = frozenset(operation for operation in operations if operation.service == "ssm")
    # The Describe operations know no resources to be narrowed to.
    statements = [_statement(name, operations - parameters, "*")]
    if parameters:
        statements.append(_statement(f"{name}Parameters", parameters, _PUBLIC_PARAMETERS))
    return {"Version": "2012-10-17", "Statement": statements}


def _statement(name: str, operations: frozenset[Operation], resource: str) -> dict[str, Any]:
    rights = sorted(operation.right for operation in operations)
    return {"Sid": name, "Effect": "Allow", "Action": rights, "Resource": resource}


def guard_session(events: Any) -> None:
    """Let no client of a botocore session send anything but the list and what signing in needs."""
    _guard(events, EVERYTHING | SIGN_IN)


def guard_client(events: Any, part: Part) -> None:
    """Let a client send nothing but what its part may ask."""
    _guard(events, ALLOWED[part])


def _guard(events: Any, allowed: frozenset[Operation]) -> None:
    def check(model: Any, **_rest: object) -> None:
        operation = Operation(model.service_model.service_name, model.name)
        if operation not in allowed:
            raise NotAllowed(operation)

    # The first comes before anything is looked up, even credentials; the second right before sending.
    events.register_first("provide-client-params", check)
    events.register_first("before-call", check)
