"""`terraform show -json`, of a plan or a state, and the state file itself: their resources, one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from wizard.model.frozen import frozen

Table = Mapping[str, Any]
_INDEX = re.compile(r"\[[^\]]*\]")


@frozen
class Resource:
    """One resource or data source. address: as Terraform calls it; kind: aws_instance and so on.

    values: its attributes as far as they are known. expressions: its configuration, where there is
    one. module: the address of its module, with a dot at the end, or empty. data: whether it is read only.
    """

    address: str
    kind: str
    name: str
    module: str
    data: bool
    values: Table
    expressions: Table

    def references(self, *prefixes: str) -> list[str]:
        """What the configuration refers to, without indexes, where it begins with one of these."""
        return [r for r in _references(self.expressions) if r.startswith(prefixes)]

    def refers(self, attribute: str) -> list[str]:
        """What one attribute refers to."""
        return list(_references(self.expressions.get(attribute)))


def is_terraform(document: object) -> bool:
    """Whether it is any of these documents."""
    if not isinstance(document, Mapping):
        return False
    keys = document.keys()
    shown = "format_version" in keys and bool({"planned_values", "values", "prior_state"} & keys)
    raw = "version" in keys and isinstance(document.get("resources"), list) and "terraform_version" in keys
    return shown or raw


def resources(document: Table) -> list[Resource]:
    """All resources: planned ones first, then what the plan read or the state holds."""
    configuration = _configuration(document)
    found: dict[str, Resource] = {}
    for part in (
        at(document, "planned_values"),
        at(document, "values"),
        at(document, "prior_state", "values"),
    ):
        planned = part is at(document, "planned_values")
        for resource in _shown(at(part, "root_module"), "", configuration):
            # What the prior state holds of managed resources is about to be another.
            if planned or resource.data or not document.get("planned_values"):
                found.setdefault(resource.address, resource)
    for resource in _raw(document.get("resources")):
        found.setdefault(resource.address, resource)
    return list(found.values())


def _shown(module: Any, path: str, configuration: Mapping[str, Table]) -> Iterator[Resource]:
    if not isinstance(module, Mapping):
        return
    for each in members(module.get("resources")):
        address = str(each.get("address", ""))
        values = each.get("values")
        yield Resource(
            address,
            str(each.get("type", "")),
            str(each.get("name", "")),
            path,
            each.get("mode") == "data",
            values if isinstance(values, Mapping) else {},
            configuration.get(without_index(address), {}),
        )
    for child in members(module.get("child_modules")):
        yield from _shown(child, f"{child.get('address', '')}.", configuration)


def _raw(found: Any) -> Iterator[Resource]:
    for each in members(found):
        module = f"{each['module']}." if isinstance(each.get("module"), str) else ""
        data = each.get("mode") == "data"
        kind, name = str(each.get("type", "")), str(each.get("name", ""))
        address = f"{module}{'data.' if data else ''}{kind}.{name}"
        instances = members(each.get("instances"))
        for instance in instances:
            key = instance.get("index_key")
            index = "" if key is None else f"[{key}]" if isinstance(key, int) else f'["{key}"]'
            values = instance.get("attributes")
            depends = {"depends_on": {"references": instance.get("dependencies", [])}}
            yield Resource(
                f"{address}{index}",
                kind,
                name,
                module,
                data,
                values if isinstance(values, Mapping) else {},
                depends,
            )


def _configuration(document: Table) -> dict[str, Table]:
    found: dict[str, Table] = {}

    def gather(module: Any, path: str) -> None:
        if not isinstance(module, Mapping):
            return
        for each in members(module.get("resources")):
            expressions = each.get("expressions")
            if isinstance(expressions, Mapping):
                found[f"{path}{each.get('address', '')}"] = expressions
        calls = module.get("module_calls")
        for name, call in calls.items() if isinstance(calls, Mapping) else ():
            gather(at(call, "module"), f"{path}module.{name}.")

    gather(at(document, "configuration", "root_module"), "")
    return found


def _references(expressions: Any) -> Iterator[str]:
    if isinstance(expressions, Mapping):
        for key, value in expressions.items():
            if key == "references" and isinstance(value, list):
                yield from (without_index(each) for each in value if isinstance(each, str))
            else:
                yield from _references(value)
    elif isinstance(expressions, list):
        for each in expressions:
            yield from _references(each)


def without_index(address: str) -> str:
    """An address as the configuration has it, which counts nothing."""
    return _INDEX.sub("", address)


def at(value: Any, *path: str) -> Any:
    """What stands at the end of a path of keys, or None."""
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def members(value: Any) -> list[Table]:
    """The objects of a list, or none."""
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []
