"""Where an error names a type, a place or several faults, the answer is about what it really says."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.model.errors.ec2_error import ErrorReader
from wizard.model.errors.error_book import read_error_book
from wizard.model.errors.recognised import Recognised
from wizard.model.knowledge import Knowledge


def read(knowledge: Knowledge, text: str) -> Recognised:
    found = knowledge.errors.read(text)
    assert found is not None, text
    return found


def cures(found: Recognised) -> str:
    return " ".join(remedy.cure.render(NullTranslations()) for remedy in found.causes)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (
            "Invalid value 'm8g.large' for InstanceType. hibernation is not supported",
            "hibernation-unsupported",
        ),
        ("Invalid value 'mac2.metal' for InstanceType. Host tenancy is required", "host-tenancy-required"),
        (
            "Invalid value 't2.micro' for InstanceType. Spot is not supported for t2.micro",
            "spot-type-unsupported",
        ),
        ("Invalid value 'm8gg.large' for InstanceType. hibernation is not supported", "type-unknown"),
        ("Invalid value 't2.micro' for InstanceType: does not support UEFI boot mode", "boot-mode-uefi"),
        ("Invalid value 'm8g.large' for InstanceType.", "type-unknown"),
        (
            "You must use a valid fully-formed launch template. Invalid value 'm8g.large' for InstanceType.",
            "type-unknown",
        ),
    ],
)
def test_a_type_that_there_is_is_called_unknown_only_where_nothing_else_is_said(
    knowledge: Knowledge, text: str, error: str
) -> None:
    assert read(knowledge, text).error == error


@pytest.mark.parametrize(
    "text",
    [
        "InvalidParameterCombination: Spot is not supported for hpc7a.96xlarge",
        "hpc7g.16xlarge cannot be launched as a Spot Instance.",
        "Spot Instances are not available for mac2.metal",
        "p5.48xlarge is not sold as Spot in us-west-2",
        "SpotInstanceRequest: mac2.metal is not eligible for Spot",
    ],
)
def test_a_type_that_is_not_sold_as_spot(knowledge: Knowledge, text: str) -> None:
    assert read(knowledge, text).error == "spot-type-unsupported"


def test_the_zones_that_the_error_names_are_named(knowledge: Knowledge) -> None:
    full = read(
        knowledge,
        "We currently do not have sufficient p4d.24xlarge capacity in the Availability Zone you requested (us-east-1a). "
        "Our system will be working on provisioning additional capacity. You can currently get p4d.24xlarge capacity "
        "by not specifying an Availability Zone in your request or choosing us-east-1b, us-east-1d.",
    )
    assert "AWS has no free capacity for p4d.24xlarge in us-east-1a" in full.happened.render(
        NullTranslations()
    )
    assert "try another, such as us-east-1b, us-east-1d; else" in cures(full)
    elsewhere = read(
        knowledge,
        "Your requested instance type (m7i.large) is not supported in your requested Availability Zone (us-east-1e). "
        "Please retry your request by not specifying an Availability Zone or choosing us-east-1a, us-east-1b.",
    )
    assert "choose a subnet in us-east-1a, us-east-1b." in cures(elsewhere)
    assert "older types of this kind are m5.large, m6a.large, m6i.large." in cures(elsewhere)
    unnamed = read(knowledge, "There is insufficient capacity to fulfill your request")
    assert "try another, such as a zone that has the type; else" in cures(unnamed)


def test_a_sentence_of_one_s_own_comes_before_the_beginning_of_another_s(knowledge: Knowledge) -> None:
    sentence = "No room is left for what was asked for, whatever it is"
    head = 'topic = "limits"\nchecked = 2026-11-28\n'
    entry = """
[[error]]
id = "{id}"
codes = ["{code}"]
says = ["{says}"]
happened = "It happened."
causes = [{{ cause = "It is full.", cure = "Come again later." }}]
sources = ["https://github.com/a/b/issues/7"]
"""
    longer = entry.format(id="longer", code="RoomLack", says=f"{sentence}. Nor will there be.")
    own = entry.format(id="own", code="HouseFull", says=sentence)
    for order in (longer + own, own + longer):
        book = read_error_book({"a.toml": head + order}, {})
        reader = ErrorReader(book, knowledge.rulebook, knowledge.catalog)
        found = reader.read(
            f"An error occurred (RoomLack) when calling the RunInstances operation: {sentence}"
        )
        assert found is not None
        assert found.error == "own"


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("Ec2LaunchTemplateInvalidConfiguration", "launch-template-wrapper"),
        ("NodeCreationFailure", "eks-nodes-not-joined"),
        ("AsgInstanceLaunchFailures", "node-group-wrapper"),
    ],
)
def test_what_a_tool_wraps_around_is_told_by_its_code_where_nothing_else_is_there(
    knowledge: Knowledge, code: str, error: str
) -> None:
    assert read(knowledge, code).error == error
