"""A runbook takes what its page names, and what is not known is not ruled out."""

from __future__ import annotations

import pytest

from wizard.model.knowledge import Knowledge
from wizard.model.rules.migration_change import MigrationError
from wizard.model.rules.runbook import Runbook, read_runbooks


@pytest.mark.parametrize(
    ("family", "version", "takes"),
    [
        ("rhel", "8.5", True),
        ("rhel", "8.10", False),
        ("rhel", "8", True),
        ("rhel", None, True),
        ("rhel-sap", "7.9", True),
        ("rhel", "9", False),
        ("debian", "13", True),
        ("sles", "15 SP2", True),
        ("sles", "15 SP7", False),
        ("ubuntu", "22.04", False),
        ("centos", "7", False),
        (None, None, True),
        ("linux", "", True),
        ("custom", None, True),
    ],
)
def test_a_system_is_taken_as_far_as_its_version_is_known(
    knowledge: Knowledge, family: str | None, version: str | None, takes: bool
) -> None:
    assert knowledge.runbooks["AWSSupport-MigrateXenToNitroLinux"].takes(family, version) is takes


def test_every_runbook_is_one_that_a_change_calls_for(knowledge: Knowledge) -> None:
    tools = {step.tool for change in knowledge.migration_changes.values() for step in change.steps}
    assert knowledge.runbooks.keys() <= tools


def test_damaged_runbooks_are_named() -> None:
    text = '[[runbook]]\nname = "x"\ntakes_instance_store = true\n[runbook.systems]\ndebian = []\n'
    assert read_runbooks({"runbooks.toml": text}) == {"x": Runbook("x", {"debian": ()}, True)}
    with pytest.raises(
        MigrationError, match=r"runbooks\.toml: 'takes_instance_store': expected, but missing"
    ):
        read_runbooks({"runbooks.toml": text.replace("takes_", "has_")})
