"""Fills the sentences of a known error with what the text names and what the catalogue knows."""

from __future__ import annotations

import re
from collections.abc import Mapping

from wizard.model.catalog.catalog import Catalog
from wizard.model.ec2.fact import reader, wording
from wizard.model.errors.known_error import Cause
from wizard.model.errors.nouns import NOUNS
from wizard.model.errors.recognised import Remedy
from wizard.model.errors.similar_types import similar_types
from wizard.model.frozen import frozen
from wizard.model.message import Message

# What may stand in a command without being quoted.
_HARMLESS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@frozen
class Filling:
    """values: what the text names."""

    catalog: Catalog
    values: Mapping[str, str]

    def sentence(self, template: str) -> Message:
        """Without a hole: what is not known is called by its noun."""
        return Message(template, {path: self._said(path) for path in Message(template).placeholders})

    def remedy(self, cause: Cause) -> Remedy:
        """A cause and its cure with what stood in the text."""
        command = self._command(cause.command) if cause.command else None
        return Remedy(self.sentence(cause.cause), self.sentence(cause.cure), command)

    def _command(self, template: str) -> Message:
        return Message(template, {path: self._typed(path) for path in Message(template).placeholders})

    def _said(self, path: str) -> object:
        return self.values.get(path) or self._known(path) or NOUNS[path].said

    def _typed(self, path: str) -> str:
        value = self.values.get(path) or self._known(path)
        return value if value and _HARMLESS.fullmatch(value) else NOUNS[path].typed

    def _similar(self, path: str, wish: str) -> tuple[str, ...]:
        """Where no Mac fulfils the wish, or nothing in the Region, whatever fulfils it; a noun may say that none does."""
        named, region = self.values.get("type.name"), self.values.get("launch.region")
        ways = ((named, region), (None, region), (None, None))
        found = (similar_types(self.catalog, near, wish, where) for near, where in ways)
        return next(found) if path in NOUNS else next(filter(None, found))

    def _known(self, path: str) -> str | None:
        holder, _, name = path.partition(".")
        type_name = self.values.get("type.name")
        if holder == "similar" and not (path in NOUNS and self.catalog.get(type_name or "") is None):
            return ", ".join(self._similar(path, name))
        instance_type = self.catalog.get(type_name or "")
        if holder == "type" and instance_type:
            return wording(reader((path,))(instance_type)[0])
        return None
