"""The small vocabulary that rules may use, each word a test of a fact, and the few rules that do not fit it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from wizard.model.catalog.specification import Specification
from wizard.model.ec2.fact import Fact, all_facts
from wizard.model.frozen import frozen
from wizard.model.systems.version import version

Test = Callable[..., bool]


@frozen
class Clause:
    """One condition: the facts it reads, in the order the test takes them.

    `ask` gives True, False, or None where a fact that it needs is not known. unless_all_empty: the lists of a
    launch without which it holds on any type, so that no type needs to be asked.
    """

    facts: tuple[str, ...]
    test: Test
    unless_all_empty: tuple[str, ...] = ()

    def holds_anyway(self, launch: Mapping[str, Any]) -> bool:
        """Whether it holds on any type. launch: the facts of one launch."""
        return bool(self.unless_all_empty) and all(launch[path] == () for path in self.unless_all_empty)

    def ask(self, values: Mapping[str, Any]) -> bool | None:
        """True if it holds, False if not, None where a fact is missing."""
        read = [values[path] for path in self.facts]
        return None if None in read else self.test(*read)


def read_clause(table: dict[str, Any]) -> Clause:
    """{fact = "image.boot_mode", is = ["uefi"]} as a Clause.

    Raises ValueError naming the word, the fact and what was expected.
    """
    rest = dict(table)
    fact = _fact(rest.pop("fact", None))
    if len(rest) != 1:
        raise ValueError(f"{fact.path}: expected exactly one of {', '.join(PREDICATES)}")
    ((word, operand),) = rest.items()
    if word not in PREDICATES:
        raise ValueError(f"{word}: no such predicate; expected one of {', '.join(PREDICATES)}")
    return PREDICATES[word](fact, operand)


def _fact(path: object) -> Fact:
    fact = all_facts().get(str(path))
    if fact is None:
        raise ValueError(f"fact: {path!r} is not a fact that rules can read")
    return fact


def _values(fact: Fact, operand: object) -> frozenset[Any]:
    if not isinstance(operand, list) or not operand:
        raise ValueError(f"{fact.path}: expected a list of values")
    return frozenset(fact.parse_one(each) for each in operand)


def _is(fact: Fact, operand: object) -> Clause:
    """The fact is one of these values."""
    values = _values(fact, operand)
    return Clause((fact.path,), values.__contains__)


def _is_not(fact: Fact, operand: object) -> Clause:
    """The fact is none of these values."""
    values = _values(fact, operand)
    return Clause((fact.path,), lambda value: value not in values)


def _has(fact: Fact, operand: object) -> Clause:
    """The list contains at least one of these values."""
    values = _values(fact, operand)
    return Clause((fact.path,), lambda held: not values.isdisjoint(held))


def _lacks(fact: Fact, operand: object) -> Clause:
    """The list contains none of these values."""
    values = _values(fact, operand)
    return Clause((fact.path,), values.isdisjoint)


def _has_the(fact: Fact, operand: object) -> Clause:
    """The list contains the value of another fact."""
    return Clause((fact.path, _fact(operand).path), lambda held, value: value in held)


def _lacks_the(fact: Fact, operand: object) -> Clause:
    """The list does not contain the value of another fact."""
    return Clause((fact.path, _fact(operand).path), lambda held, value: value not in held)


def _empty(fact: Fact, operand: object) -> Clause:
    """The list or text is empty (true) or not (false)."""
    if not isinstance(operand, bool):
        raise ValueError(f"{fact.path}: empty: expected true or false")
    return Clause((fact.path,), lambda held: (not held) is operand)


def _at_least(fact: Fact, operand: object) -> Clause:
    """The number is this or more."""
    bound = fact.parse(operand)
    return Clause((fact.path,), lambda number: number >= bound)


def _at_most(fact: Fact, operand: object) -> Clause:
    """The number is this or less."""
    bound = fact.parse(operand)
    return Clause((fact.path,), lambda number: number <= bound)


def _at_least_the(fact: Fact, operand: object) -> Clause:
    """The number is another fact's or more."""
    return Clause((fact.path, _fact(operand).path), lambda number, other: number >= other)


def _at_most_the(fact: Fact, operand: object) -> Clause:
    """The number is another fact's or less."""
    return Clause((fact.path, _fact(operand).path), lambda number, other: number <= other)


def _after_the(fact: Fact, operand: object) -> Clause:
    """The date is later than another fact's."""
    return Clause((fact.path, _fact(operand).path), lambda date, other: date > other)


def _since(fact: Fact, operand: object) -> Clause:
    """The version is this one or later, compared number by number: 9 < 10, 7.4 < 7.4.1708."""
    bound = version(str(operand))
    return Clause((fact.path,), lambda text: version(text) >= bound)


def _before(fact: Fact, operand: object) -> Clause:
    """The version is older than this one."""
    bound = version(str(operand))
    return Clause((fact.path,), lambda text: version(text) < bound)


PREDICATES: dict[str, Callable[[Fact, object], Clause]] = {
    "is": _is,
    "is_not": _is_not,
    "has": _has,
    "lacks": _lacks,
    "has_the": _has_the,
    "lacks_the": _lacks_the,
    "empty": _empty,
    "at_least": _at_least,
    "at_most": _at_most,
    "at_least_the": _at_least_the,
    "at_most_the": _at_most_the,
    "after_the": _after_the,
    "since": _since,
    "before": _before,
}


def _allowed_by_owner(name: str, supported: tuple[str, ...], unsupported: tuple[str, ...]) -> bool:
    """The type is one that the lists of the AMI's InstanceTypeSpecification let through."""
    return Specification(supported, unsupported).allows(name)


_BY_OWNER = ("image.supported_types", "image.unsupported_types")

SPECIAL: Mapping[str, Clause] = {
    "allowed_by_owner": Clause(("type.name", *_BY_OWNER), _allowed_by_owner, unless_all_empty=_BY_OWNER),
}
