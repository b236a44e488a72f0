from __future__ import annotations

from typing import Any

from tests.aws.records import image
from wizard.flow.image_facts import machine_answers, taken_over
from wizard.flow.walk import Walk
from wizard.model.account.machine import Machine, MachineKind
from wizard.model.knowledge import Knowledge

FACTS = {
    "Architecture": "x86_64",
    "VirtualizationType": "hvm",
    "RootDeviceType": "ebs",
    "EnaSupport": True,
    "Platform": "windows",
}


def machine(**fields: Any) -> Machine:
    return Machine("me", "eu-west-1", MachineKind.INSTANCE, "i-1", instance_type="m4.large", **fields)


def test_a_picked_machine_begins_a_move_with_its_image(knowledge: Knowledge) -> None:
    answers = machine_answers(machine(record=image(1)), knowledge)
    assert answers == {"start": "instance", "current-type": "m4.large", "image": image(1)}
    assert Walk.resumed(knowledge, answers).answers == answers


def test_where_the_image_is_gone_what_the_instance_says_of_it_counts(knowledge: Knowledge) -> None:
    answers = machine_answers(machine(facts=FACTS), knowledge)
    assert answers == {
        "start": "instance",
        "current-type": "m4.large",
        "image-architecture": "x86_64",
        "image-virtualization": "hvm",
        "image-root-device": "ebs",
        "image-ena": "yes",
        "image-platform": "windows",
        "os": "windows",
    }
    assert Walk.resumed(knowledge, answers).answers == answers
    # With the image they would be said twice.
    whole = machine_answers(machine(facts=FACTS, record=image(1, Platform="windows")), knowledge)
    assert {name for name in whole if name.startswith("image")} == {"image"}
    assert whole["os"] == "windows"


def test_a_type_that_the_catalogue_lacks_is_left_to_the_person(knowledge: Knowledge) -> None:
    for name in ("", "z99.large"):
        picked = Machine("me", "eu-west-1", MachineKind.LAUNCH_TEMPLATE, "lt-1", instance_type=name)
        assert machine_answers(picked, knowledge) == {"start": "instance"}


def test_another_machine_leaves_nothing_of_the_one_before() -> None:
    before = {"start": "instance", "current-type": "t1.micro", "image": {}, "image-ena": "no", "region": "x"}
    after = taken_over(before, {"start": "instance", "current-type": "m4.large"})
    assert after == {"start": "instance", "current-type": "m4.large", "region": "x"}
