from __future__ import annotations

from typing import Any

import pytest

from tests.formats.templates.places import found, short

ONE, TWO = "ami-0123456789abcdef0", "ami-1a2b3c4d"


def pairs(value: Any) -> list[tuple[str, str]]:
    return [(image, kind) for _, image, kind in short(value)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"ec2_image": ONE, "ec2_instance_type": "m5.large"}, [(ONE, "m5.large")]),
        ({"webImageId": ONE, "dbImageId": TWO, "dbInstanceType": "r5.large", "webInstanceType": "m5.large"}, [(TWO, "r5.large"), (ONE, "m5.large")]),
        ({"oldAmi": ONE, "newAmi": TWO, "instanceType": "m5.large"}, []),
        ({"ami": ONE, "instance_type": "m5.large", "worker_instance_type": "c5.large"}, [(ONE, "m5.large"), (ONE, "c5.large")]),
        ({"image": "debian:12", "instance_type": "m5.large"}, []),
        ({"base_ami": ONE, "rds_instance_type": "db.m5.large"}, []),
        ({"ami": {"eu-west-1": ONE, "us-east-1": TWO}, "instance_type": "m5.large"}, [(ONE, "m5.large")]),
        ([{"Key": "ImageId", "Value": ONE}, {"Key": "InstanceType", "Value": "m5.large"}], [(ONE, "m5.large")]),
    ],
)  # fmt: skip
def test_the_names_of_keys_tell_what_belongs_together(value: Any, expected: list[tuple[str, str]]) -> None:
    assert pairs(value) == expected


@pytest.mark.parametrize(
    "search",
    [
        {"ami_filter": {"name": ["al2023-*-arm64"], "architecture": ["arm64"]}, "ami_owners": ["amazon"]},
        {"image_search": {"name": "al2023-*-arm64", "architecture": "arm64", "owner-id": "amazon"}},
        {"ami": {"filter": {"name": ["al2023-*-arm64"], "architecture": ["arm64"]}, "owners": ["amazon"]}},
        {
            "amiFilters": [
                {"name": "name", "values": "al2023-*-arm64"},
                {"name": "architecture", "values": ["arm64"]},
            ],
            "amiOwners": "amazon",
        },
    ],
)
def test_a_search_beside_types_is_an_image(search: dict[str, Any]) -> None:
    (place,) = found(search | {"instance_types": ["m5.large"]})
    assert list(place.image.names) == ["al2023-*-arm64"]
    assert (place.image.fields, list(place.image.owners)) == ({"Architecture": "arm64"}, ["amazon"])


def test_an_event_that_a_queue_carries_as_a_text_is_read() -> None:
    event = f'{{"detail": {{"imageId": "{ONE}", "instanceType": "m5.large"}}}}'
    assert short({"Message": event}) == [("Message.detail", ONE, "m5.large")]
    assert short({"Message": event[:-3]}) == []


def test_what_runs_is_not_said_to_ask_for_cores() -> None:
    (place,) = found(
        {
            "id": "i-0123456789abcdef0",
            "ami": ONE,
            "instance_type": "t2.micro",
            "cpu_options": [{"core_count": 1}],
        }
    )
    assert place.options == {}


def test_variables_of_a_playbook_are_filled_in() -> None:
    play = f"vars:\n  image: {ONE}\n  kind: m5.large\nec2:\n  image_id: '{{{{ image }}}}'\n  instance_type: '{{{{ kind }}}}'\n"
    assert short(play) == [("ec2", ONE, "m5.large")]
    twice = f"- {{vars: {{image: {ONE}}}}}\n- {{vars: {{image: {TWO}}}}}\n- {{image_id: '{{{{ image }}}}', instance_type: m5.large}}\n"
    assert short(twice) == [("[2]", "{{ image }}", "m5.large")]
    default = f"image_id: {ONE}\ninstance_type: \"{{{{ size | default('m5.large') }}}}\"\n"
    assert short(default) == [("", ONE, "m5.large")]
