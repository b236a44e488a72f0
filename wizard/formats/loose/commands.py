"""Commands of a shell that launch: `aws ec2 run-instances`, and the cmdlet of PowerShell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wizard.formats.loose.assignments import constants_in, filled
from wizard.formats.templates.image_ref import image_ref
from wizard.formats.templates.place import Place

_COMMAND = re.compile(r"\b(?:run-instances|create-launch-configuration|New-EC2Instance)\b", re.IGNORECASE)
# A line goes on behind a backslash, PowerShell's accent, or cmd's caret.
_END = re.compile(r"(?<![\\`^])\r?\n|[;|&](?![^'\"\n]*['\"])")
_OPTION = re.compile(
    r"--?(?P<name>[A-Za-z][\w-]*)[ =\t\\`^\r\n]+(?P<value>'[^']*'|\"[^\"]*\"|[^\s'\"-][^\s]*)"
)


def commands_in(text: str) -> Iterator[Place]:
    """A place for each command that names image and type."""
    constants = constants_in(text) if _COMMAND.search(text) else {}
    for found in _COMMAND.finditer(text):
        end = _END.search(text, found.end())
        words = text[found.start() : end.start() if end else len(text)]
        options = {
            each["name"].replace("-", "").casefold(): filled(each["value"].strip("'\""), constants)
            for each in _OPTION.finditer(words)
        }
        image, kind = options.get("imageid"), options.get("instancetype")
        if image and kind:
            line = text.count("\n", 0, found.start()) + 1
            region = options.get("region", "")
            yield Place(line, found[0], image_ref(image, region), kind, {}, region)
