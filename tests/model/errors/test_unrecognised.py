from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.model.knowledge import Knowledge


@pytest.mark.parametrize(
    ("text", "said", "next_step"),
    [
        ("Segmentation fault", "Not recognised", "Paste the whole error message"),
        (
            "An error occurred (Whatever) when calling the PutObject operation: no",
            "not about images and instance types",
            "that service's own documentation",
        ),
        (
            "An error occurred (InvalidParameterValue) when calling the RunInstances operation: no",
            "Its code, InvalidParameterValue, is given for many different faults",
            "APIReference/API_RunInstances.html",
        ),
        (
            "An error occurred (InvalidFoo.Bar) when calling the RunInstances operation: no",
            "It comes from Amazon EC2. Its code seems to be InvalidFoo.Bar.",
            "list of EC2 error codes: https://docs.aws.amazon.com/",
        ),
        (
            "operation error EC2: RunInstances, it went wrong",
            "It comes from Amazon EC2.",
            "cloudtrail lookup-events",
        ),
        (
            "operation error Auto Scaling: SetDesiredCapacity, api error ValidationError: no",
            "It comes from Amazon EC2 Auto Scaling.",
            "autoscaling/ec2/APIReference/API_SetDesiredCapacity.html",
        ),
        ("RunInstances failed on EC2", "It comes from Amazon EC2.", "Paste the whole"),
        ("Strange: ami-0abc12345678 on m5.large", "It names the AMI ami-0abc12345678.", "ami-wizard check"),
        ("Strange: m5.large in eu-west-1b", "It names the Region eu-west-1.", "Paste the whole"),
        (
            "Strange: i-0123456789abcdef0 is gone",
            "Not recognised",
            "describe-instances --instance-ids i-0123",
        ),
    ],
)
def test_what_was_seen_is_said_and_what_to_look_at_next(
    knowledge: Knowledge, text: str, said: str, next_step: str
) -> None:
    assert knowledge.errors.read(text) is None
    nothing = knowledge.errors.unrecognised(text)
    assert said in nothing.text.render(NullTranslations())
    assert next_step in nothing.next_step.render(NullTranslations())
