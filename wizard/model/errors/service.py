"""The AWS services that errors come from, and how a text shows which one spoke."""

from __future__ import annotations

from wizard.model.frozen import frozen


@frozen
class Service:
    """id: such as "ec2". names: what SDKs call it, in small letters without spaces.

    operations: what it can be asked, as far as images and types come into it. marks: words that only
    its errors have, in small letters.
    """

    id: str
    title: str
    names: tuple[str, ...]
    operations: tuple[str, ...]
    marks: tuple[str, ...]
