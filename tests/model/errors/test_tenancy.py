"""What EC2 says about tenancy asks for one of two opposite things: a host, or shared hardware."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.model.knowledge import Knowledge


def first_cure(knowledge: Knowledge, text: str) -> tuple[str, str]:
    found = knowledge.errors.read(text)
    assert found is not None, text
    return found.error, found.causes[0].cure.render(NullTranslations())


@pytest.mark.parametrize(
    "text",
    [
        "Instance type 'mac2.metal' is not supported with tenancy 'default'. Host tenancy is required for this type",
        "InvalidRequest: Tenancy 'default' is not supported for instance type 'mac2.metal'",
        "Unsupported: instance type u-6tb1.metal requires tenancy host",
        "mac-m4.metal cannot run with a tenancy of default; the instance type is not supported there",
        "InvalidParameterValue: EC2 instance type u-9tb1.metal: tenancy must be set, only tenancy host is possible",
        "The instance type 'mac2-m2.metal' is not supported with tenancy 'dedicated'. Host tenancy is required",
        "Dedicated tenancy is not supported for mac2-m2pro.metal",
    ],
)
def test_what_runs_on_a_host_only_is_sent_to_a_host(knowledge: Knowledge, text: str) -> None:
    _, cure = first_cure(knowledge, text)
    assert cure == "Allocate a Dedicated Host of the type, and launch on it with tenancy host."


@pytest.mark.parametrize(
    "text",
    [
        "The instance type 't2.micro' does not support dedicated tenancy",
        "Tenancy 'dedicated' is not supported for instance type 't2.micro' in this machine's VPC",
    ],
)
def test_what_runs_on_shared_hardware_only_is_sent_there(knowledge: Knowledge, text: str) -> None:
    error, cure = first_cure(knowledge, text)
    assert (error, cure) == (
        "tenancy-unsupported",
        "Launch with default tenancy, in a VPC of default tenancy.",
    )
