"""In which Region a resource of a Terraform document is, as far as the document says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from wizard.formats.templates.terraform_json import Resource, at, members, without_index
from wizard.model.ec2.names import REGION

Table = Mapping[str, Any]
_ARN = re.compile(rf"arn:[\w-]+:\w+:({REGION.pattern}):.*")
_ZONE = re.compile(rf"({REGION.pattern})[a-z]")


class ProviderRegions:
    """The Regions of a document's providers."""

    def __init__(self, document: Table) -> None:
        self._variables = document.get("variables")
        configured = at(document, "configuration", "provider_config")
        self._providers = {
            key: region
            for key, provider in (configured.items() if isinstance(configured, Mapping) else ())
            if (region := self._configured(provider))
        }
        self._used = dict(_used(at(document, "configuration", "root_module"), ""))

    def of(self, resource: Resource) -> str:
        """The Region of a resource, or nothing: its own word for it, its zone, its ARN, its provider's."""
        for name, pattern in (("region", None), ("availability_zone", _ZONE), ("arn", _ARN)):
            value = resource.values.get(name)
            found = (pattern or REGION).fullmatch(value) if isinstance(value, str) else None
            if found:
                return found[1] if pattern else found[0]
        provider = self._used.get(without_index(resource.address), "")
        if provider in self._providers:
            return self._providers[provider]
        # A module takes the provider of whoever calls it, which is told where there is one only.
        known = set(self._providers.values())
        return known.pop() if len(known) == 1 else ""

    def _configured(self, provider: Any) -> str:
        said = at(provider, "expressions", "region")
        value = at(said, "constant_value")
        for name in at(said, "references") or ():
            if isinstance(name, str) and name.startswith("var."):
                value = value or at(self._variables, name.removeprefix("var."), "value")
        return value if isinstance(value, str) and REGION.fullmatch(value) else ""


def _used(module: Any, path: str) -> Iterator[tuple[str, str]]:
    """Which provider each resource of a configuration uses."""
    for each in members(at(module, "resources")):
        yield f"{path}{each.get('address', '')}", str(each.get("provider_config_key", ""))
    calls = at(module, "module_calls")
    for name, call in calls.items() if isinstance(calls, Mapping) else ():
        yield from _used(at(call, "module"), f"{path}module.{name}.")
