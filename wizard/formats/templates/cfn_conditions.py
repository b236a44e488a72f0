"""For which parameters something in a CloudFormation template is so, and what its conditions say of that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wizard.model.frozen import field, frozen

REGION = "AWS::Region"
_DEEPEST = 8


@frozen
class Choice:
    """The parameters' values for which something is so; of the Region: the mapping's key that was taken."""

    parameters: Mapping[str, str] = field(default_factory=dict)
    region: str = ""

    def with_(self, name: str, value: str) -> Choice | None:
        """The same and one more; None if it says another value of the same parameter."""
        known = self.region if name == REGION else self.parameters.get(name)
        if known:
            return self if known == value else None
        if name == REGION:
            return Choice(self.parameters, value)
        return Choice({**self.parameters, name: value}, self.region)


EVERY = Choice()


def words_of(parameter: Any) -> list[str]:
    """The values that a parameter may have, its default first, as far as the template says."""
    table = parameter if isinstance(parameter, Mapping) else {}
    allowed = table.get("AllowedValues")
    given = [table.get("Default"), *(allowed if isinstance(allowed, list) else [])]
    return list(
        dict.fromkeys(
            str(word) for word in given if word not in (None, "") and not isinstance(word, dict | list)
        )
    )


class Conditions:
    """The conditions of a template, as far as they compare one parameter with one value."""

    def __init__(self, conditions: Mapping[str, Any], parameters: Mapping[str, Any]) -> None:
        self._conditions = conditions
        self._parameters = parameters

    def choice(self, name: object, choice: Choice, holds: bool, level: int = 0) -> Choice | None:
        """The choice in which a condition holds, or does not; None if it cannot be so.

        A condition that compares something else is a choice of its own: one place has it one way only.
        """
        condition = self._conditions.get(name) if isinstance(name, str) else None
        function, inner = (
            next(iter(condition.items())) if isinstance(condition, Mapping) and condition else ("", None)
        )
        if function == "Fn::Not" and level < _DEEPEST and (negated := _named(inner)):
            return self.choice(negated, choice, not holds, level + 1)
        compared = _compared(inner) if function == "Fn::Equals" else None
        if compared is None:
            return choice.with_(f"condition {name}", "yes" if holds else "no")
        parameter, value = compared
        known = choice.region if parameter == REGION else choice.parameters.get(parameter)
        if known is not None and known != "":
            return choice if (known == value) is holds else None
        labelled = choice.with_(f"condition {name}", "yes" if holds else "no")
        if labelled is None or holds:
            return labelled and labelled.with_(parameter, value)
        others = [each for each in words_of(self._parameters.get(parameter)) if each != value]
        return labelled.with_(parameter, others[0]) if len(others) == 1 else labelled


def _compared(inner: Any) -> tuple[str, str] | None:
    """The parameter and the value of an Equals that compares just these."""
    if not isinstance(inner, list) or len(inner) != 2:
        return None
    names = [each["Ref"] for each in inner if isinstance(each, Mapping) and isinstance(each.get("Ref"), str)]
    values = [each for each in inner if isinstance(each, str)]
    return (names[0], values[0]) if len(names) == len(values) == 1 else None


def _named(inner: Any) -> str | None:
    """The condition that a Not negates."""
    one = inner[0] if isinstance(inner, list) and len(inner) == 1 else None
    named = one.get("Condition") if isinstance(one, Mapping) else None
    return named if isinstance(named, str) else None
