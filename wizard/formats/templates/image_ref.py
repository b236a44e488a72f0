"""What a word in a template says of an image: an ID, a parameter of Systems Manager, or neither."""

from __future__ import annotations

import re

from wizard.formats.templates.place import NO_IMAGE, ImageRef
from wizard.model.ec2.names import IMAGE_ID

# CloudFormation's dynamic reference, a launch template's, and the bare name of a public parameter.
_PARAMETER = re.compile(
    r"\{\{resolve:ssm:(?P<a>[^:}]+)(?::\d+)?\}\}|resolve:ssm:(?P<b>[^:}]+)(?::[\w.-]+)?|(?P<c>/aws/service/[\w./-]+)"
)


def image_ref(word: object, region: str = "") -> ImageRef:
    """The image that this word names; region: where, if the file says so."""
    if not isinstance(word, str) or not word.strip():
        return NO_IMAGE
    word = word.strip()
    if IMAGE_ID.fullmatch(word):
        return ImageRef(word, ids=((region, word),))
    if found := _PARAMETER.fullmatch(word):
        return ImageRef(word, public_name=next(name for name in found.groups() if name))
    return ImageRef(word)
