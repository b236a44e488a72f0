"""The name and the parameter of one image, from the templates that its publisher has for all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from wizard.model.message import Message
from wizard.model.systems.os_family import OsFamily

_PLACE = re.compile(r"\{([a-z]+)\}")


class ImageNames:
    """What the placeholders of names and parameters stand for."""

    def __init__(self, family: OsFamily | None, row: str, said: str, kubernetes: str = "") -> None:
        """row: the listed version. said: as somebody named it. kubernetes: for which version of it the image is."""
        longer = said if said.startswith(f"{row}.") else ""
        slug = row.casefold().replace(" ", "-")
        named = {number: name for name, number in family.codenames.items()} if family else {}
        # Images are of a minor release, as 9.6 for 9.6.0.
        numbers = longer.split(".")[:2]
        self.minor = ".".join(numbers) if longer else (family.newest.get(row, "") if family else "")
        self.version = row
        self.longer = longer
        self.chosen = not said
        self._values = {
            "version": row,
            "release": longer or row,
            "point": longer or f"{row}.*",
            "minor": self.minor,
            "slug": slug,
            "dashes": slug.replace(".", "-"),
            "codename": named.get(row, ""),
            "kubernetes": kubernetes,
        }

    def tells_longer(self, table: Mapping[str, Any]) -> bool:
        """Whether a point release that somebody named has images of its own."""
        return bool(self.longer) and bool(
            {"release", "point", "minor"} & set(_PLACE.findall(table.get("name", "")))
        )

    def chooses_minor(self, template: str) -> bool:
        """Whether the name says the newest minor release, as nobody named one."""
        return not self.longer and "{minor}" in template

    def name(self, template: str, arch: str) -> str:
        """A pattern; what is not known may be anything."""
        values = self._values | {"arch": arch, "minor": self.minor or self._values["point"]}
        return _PLACE.sub(lambda place: values[place[1]] or "*", template)

    def note(self, template: str, arch: str) -> Message:
        """What to know of the image."""
        values = self._values | {"arch": arch}
        return Message(template, {place: values[place] for place in _PLACE.findall(template)})

    def parameter(self, template: str, arch: str) -> str | None:
        """A parameter's name, None where a part of it is not known."""
        values = self._values | {"arch": arch}
        return (
            None
            if not all(values[place] for place in _PLACE.findall(template))
            else self.name(template, arch)
        )
