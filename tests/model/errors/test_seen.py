from __future__ import annotations

from collections.abc import Mapping

import pytest

from wizard.model.knowledge import Knowledge


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("t2.medium Windows in us-west-1a", {"type.name": "t2.medium", "zone": "us-west-1a", "launch.region": "us-west-1"}),
        ("db.t3.micro and cache.m5.large", {}),
        ("ml.p3.2xlarge", {"type.name": "p3.2xlarge"}),
        ("u-6tb1.metal, u7i-12tb.224xlarge", {"type.name": "u-6tb1.metal"}),
        ("(m5.metal-24xl)", {"type.name": "m5.metal-24xl"}),
        ("us-west-2-lax-1a", {"zone": "us-west-2-lax-1a", "launch.region": "us-west-2"}),
        ("us-gov-west-1 eusc-de-east-1", {"launch.region": "us-gov-west-1"}),
        ("ami-wizard ami-id ami-0e02647cb673cb89a", {"image.image_id": "ami-0e02647cb673cb89a"}),
        ("snap-0123456789abcdef0 vol-01234567 subnet-89abcdef", {
            "snapshot": "snap-0123456789abcdef0", "volume": "vol-01234567", "subnet": "subnet-89abcdef",
        }),
        ("User: arn:aws:iam::1:role/x may not perform: ec2:RunInstances", {
            "principal": "arn:aws:iam::1:role/x", "action": "ec2:RunInstances",
        }),
    ],
)  # fmt: skip
def test_values_are_taken_from_the_whole_text(
    knowledge: Knowledge, text: str, values: Mapping[str, str]
) -> None:
    assert knowledge.errors.unrecognised(text).seen.values == values


@pytest.mark.parametrize(
    ("text", "service", "code"),
    [
        ("An error occurred (Abc.Def) when calling the RunInstances operation: x", "ec2", "Abc.Def"),
        ("operation error EC2: RunInstances, StatusCode: 400, api error Abcd: x", "ec2", "Abcd"),
        ("x (Service: AmazonEC2; Status Code: 400; Error Code: Abcd; Request ID: 1)", "ec2", "Abcd"),
        ("x (Service: Batch, Status Code: 400)", "batch", None),
        ("Aws::AutoScaling::Errors::Abcd: x", "autoscaling", "Abcd"),
        ("An error occurred (Abcd) when calling the CreateNodegroup operation: x", "eks", "Abcd"),
        ("<Code>Abcd</Code><Message>x</Message>", None, None),
        ("An error occurred (Abcd) when calling the GetObject operation: x", None, "Abcd"),
        ("nothing at all", None, None),
    ],
)
def test_who_spoke_and_with_which_code(
    knowledge: Knowledge, text: str, service: str | None, code: str | None
) -> None:
    seen = knowledge.errors.unrecognised(text).seen
    assert (seen.service.id if seen.service else None) == service
    assert seen.code == code


def test_what_would_be_allowed_is_not_what_was_asked_for(knowledge: Knowledge) -> None:
    listed = "Instance type can only be one of [m5d.8xlarge, r4, r5, optimal], not m9.huge"
    assert knowledge.errors.unrecognised(listed).seen.values == {}
    asked = "Value 'ml.r9.large' failed: Member must satisfy enum value set: [ml.r7i.48xlarge, ml.m5.large]"
    assert knowledge.errors.unrecognised(asked).seen.values == {"type.name": "r9.large"}
