"""Reads AWS CLI commands as the CLI would, against the API model that botocore ships."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from typing import Any

import botocore.session
from botocore import xform_name

from wizard.report.document import Command

_LOADER = botocore.session.get_session().get_component("data_loader")
MODEL: dict[str, Any] = _LOADER.load_service_model("ec2", "service-2")
GLOBAL = {"region", "query", "output"}


def words(lines: Sequence[str], program: str) -> list[str]:
    """The words that a real shell hands to the program."""
    script = f"{program}() {{ printf '%s\\0' \"$@\"; }}\n" + "\n".join(lines)
    done = subprocess.run(["/bin/sh", "-eu"], input=script.encode(), capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout.decode().split("\0")[:-1]


def options(command: Command) -> dict[str, list[str]]:
    """The command's options with their values; fails on one that the operation does not have."""
    ec2, name, *rest = words(command.lines, "aws")
    assert ec2 == "ec2"
    operation = next(o for key, o in MODEL["operations"].items() if _cli(key) == name)
    shape = MODEL["shapes"][operation["input"]["shape"]]
    known = {_cli(member) for member in shape["members"]} | GLOBAL
    read: dict[str, list[str]] = {"operation": [name]}
    for word in rest:
        if word.startswith("--"):
            assert word[2:] in known, word
            assert word[2:] not in read, word
            read[word[2:]] = []
        else:
            read[list(read)[-1]].append(word)
    for word in read.get("filters", ()):
        found = re.fullmatch(r"Name=([^,]+),Values=(.+)", word)
        assert found, word
        assert f"<code>{found[1]}</code>" in shape["members"]["Filters"]["documentation"], word
    return read


def _cli(name: str) -> str:
    return xform_name(name, "-")
