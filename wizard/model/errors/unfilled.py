"""A variable of a template that reached EC2 as it stands, because no tool put a value in its place."""

from __future__ import annotations

import re

# Of Packer, Ansible, Terraform, CloudFormation and the shell; some errors show only the half of it.
_VARIABLE = (
    r"(?P<variable>\{\{ ?[A-Za-z_.][\w. -]{0,60}(?:\}\})?|\$\{[A-Za-z][\w.:\[\]-]{0,80}\}?"
    r"|!(?:Ref|GetAtt|Sub|FindInMap|ImportValue) [\w.:${}-]{1,80}|\$[A-Z][A-Z0-9_]{2,40}|(?:var|local)\.[a-z]\w{1,40})"
)
# Where a sentence names what it refuses, not where a configuration that was pasted with it names its values.
_REFUSED = re.compile(
    rf"(?:\b[Ii]nvalid [\w ]{{2,30}}:? ?[\[(]{{0,2}}{_VARIABLE.replace('?P<variable>', '?P<first>')}(?![\w.])"
    rf"|\b(?:[Vv]alue|[Ii]ds?|IDs?|name|pair|group|type|zone|image|snapshot|volume) [\[(]{{0,2}}{_VARIABLE}"
    r"[\])]{0,2} (?:for|is|does|do|was|could|cannot)\b)"
)


def unfilled(words: str) -> str | None:
    """The variable that EC2 was given for a value; None if there is none. words: without quotation marks."""
    match = _REFUSED.search(words)
    return (match["first"] or match["variable"]).strip() if match else None
