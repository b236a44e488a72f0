"""Values in the AWS CLI's shorthand: Key=value,Key={Nested=value}."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from wizard.model.launching.shell import option

_CAPITALS = re.compile(r"(?<!^)(?=[A-Z])")


def option_groups(parameters: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Parameters as the API names them, as options of a command: --cpu-options AmdSevSnp=enabled."""
    for parameter, value in parameters.items():
        name = "--" + _CAPITALS.sub("-", parameter).lower()
        if isinstance(value, bool):
            # The CLI has a flag for a truth: --ebs-optimized.
            yield (name,)
        elif isinstance(value, str):
            yield from option(name, value)
        else:
            for each in [value] if isinstance(value, Mapping) else value:
                yield from option(name, shorthand(each))


def shorthand(fields: Mapping[str, Any]) -> str:
    """One structure. Words and numbers only: what needs quoting does not belong here."""
    return ",".join(f"{name}={_value(value)}" for name, value in fields.items())


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return f"{{{shorthand(value)}}}"
    return str(value).lower() if isinstance(value, bool) else str(value)
