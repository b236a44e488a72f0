"""Commands of a shell that launch: `aws ec2 run-instances`, and the cmdlet of PowerShell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from wizard.formats.loose.assignments import constants_in, filled
from wizard.formats.templates.image_ref import image_ref
from wizard.formats.templates.place import Place

_COMMAND = re.compile(
    r"(?<![\w=/-])(?:run-instances|create-launch-configuration|New-EC2Instance)(?![\w-])", re.IGNORECASE
)
# A line goes on behind a backslash, PowerShell's accent, or cmd's caret.
_END = re.compile(r"(?<![\\`^])\r?\n|[;|&](?![^'\"\n]{0,5000}['\"])")
_OPTION = re.compile(
    r"--?(?P<name>[A-Za-z][\w-]*)[ =\t\\`^\r\n]+(?P<value>'[^']*'|\"[^\"]*\"|[^\s'\"-][^\s]*)"
)


def commands_in(text: str) -> Iterator[Place]:
    """A place for each command that names image and type."""
    commands = list(_COMMAND.finditer(text))
    constants = constants_in(text) if commands else {}
    for found, following in zip_longest(commands, commands[1:]):
        begins_next = following.start() if following else len(text)
        end = _END.search(text, found.end(), begins_next)
        words = text[found.start() : end.start() if end else begins_next]
        options = {
            each["name"].replace("-", "").casefold(): filled(each["value"].strip("'\""), constants)
            for each in _OPTION.finditer(words)
        }
        image, kind = options.get("imageid"), options.get("instancetype")
        if image and kind:
            line = text.count("\n", 0, found.start()) + 1
            region = options.get("region", "")
            yield Place(line, found[0], image_ref(image, region), kind, {}, region)
