"""The few rules that do not fit the vocabulary, as functions of the facts they name.

A rule points here with `must = { special = "name" }`; the rest of its identity card is the same.
Each function gets the values of its facts, all of them known, and answers whether the rule holds.
"""

from __future__ import annotations

from collections.abc import Mapping

from wizard.model.predicates import Clause
from wizard.model.specification import Specification


def _allowed_by_owner(name: str, supported: tuple[str, ...], unsupported: tuple[str, ...]) -> bool:
    """The type is one that the lists of the AMI's InstanceTypeSpecification let through."""
    return Specification(supported, unsupported).allows(name)


SPECIAL: Mapping[str, Clause] = {
    "allowed_by_owner": Clause(
        ("type.name", "image.supported_types", "image.unsupported_types"), _allowed_by_owner
    ),
}
