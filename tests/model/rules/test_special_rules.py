from __future__ import annotations

from typing import Any

import pytest

from wizard.model.ec2.fact import all_facts
from wizard.model.rules.predicates import SPECIAL


def test_special_rules_read_facts() -> None:
    for clause in SPECIAL.values():
        assert set(clause.facts) <= all_facts().keys()


@pytest.mark.parametrize(
    ("supported", "unsupported", "allowed"),
    [
        ((), (), True),
        (("t3.*",), (), False),
        (("t3.*", "m5.*"), (), True),
        ((), ("m5.*",), False),
        (("m5.*",), ("*.large",), False),
        (("m5?large",), (), False),
        (None, (), None),
    ],
)
def test_types_that_the_owner_of_an_ami_allows(
    supported: Any, unsupported: Any, allowed: bool | None
) -> None:
    clause = SPECIAL["allowed_by_owner"]
    values = {
        "type.name": "m5.large",
        "image.supported_types": supported,
        "image.unsupported_types": unsupported,
    }
    assert clause.ask(values) is allowed
