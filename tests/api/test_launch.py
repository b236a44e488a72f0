from __future__ import annotations

import pytest

from wizard.api import judge

ARM = {"Architecture": "arm64", "VirtualizationType": "hvm", "RootDeviceType": "ebs", "EnaSupport": True}


def test_a_launch_is_answered_as_on_the_command_line() -> None:
    found = judge(ARM, "m5.large")
    assert (found["schema"], found["instance_type"], found["outcome"]) == (1, "m5.large", "refused")
    assert found["findings"][0]["reason"] == "architecture"
    assert judge(ARM, "m6g.large", os=("amazon-linux", "2023"))["outcome"] == "works"
    assert (
        judge(ARM, "m6g.large", os=("ubuntu", None), region="eu-west-1", options={"spot": True})["schema"]
        == 1
    )


@pytest.mark.parametrize(
    ("image", "kind", "more", "says"),
    [
        (ARM, "m5.larg", {}, "instance_type"),
        (ARM, "m5.large", {"options": {"spots": True}}, "options"),
        (ARM, "m5.large", {"region": "nowhere"}, "region"),
        ({"ImageId": "ami-0123456789abcdef0"}, "m5.large", {}, "aws ec2 describe-images"),
        ({"Architecture": "vax"}, "m5.large", {}, "'vax' is not one of"),
    ],
)
def test_what_cannot_be_judged_is_one_line(
    image: dict[str, object], kind: str, more: dict[str, object], says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        judge(image, kind, **more)  # type: ignore[arg-type]  # what is tried is wrong types, too
