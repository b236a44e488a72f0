"""A place in somebody's file where an image and an instance type stand together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wizard.model.frozen import field, frozen, replace
from wizard.model.message import MessageError

Record = Mapping[str, object]


@frozen
class ImageRef:
    """An image as a file names it.

    written: the words of the file: an ID, a parameter's name, a filter, an expression.
    ids: the AMI IDs that it may be, by Region where the file says so ("" where not).
    public_name: the name of a Systems Manager parameter that holds the ID, or a service's word for an
    image of its own with that service before it: eks/AL2023_ARM_64_STANDARD. names: patterns of the
    image's name, with owners: those that a filter asks for.
    fields, silent: what the file itself says of the image, as in `image_record.Normal`.
    """

    written: str = ""
    ids: Sequence[tuple[str, str]] = ()
    public_name: str = ""
    names: Sequence[str] = ()
    owners: Sequence[str] = ()
    fields: Record = field(default_factory=dict)
    silent: frozenset[str] = frozenset()


NO_IMAGE = ImageRef()


@frozen
class Place:
    """One image on one type. line: from 1; address: how the file's own language calls the place.

    instance_type: a name, or what the file has in place of one. options: the launch's, as a line of
    `check --batch` names them. region: where the file says so.
    """

    line: int
    address: str
    image: ImageRef
    instance_type: str
    options: Mapping[str, object] = field(default_factory=dict)
    region: str = ""

    def at(self, line: int) -> Place:
        """The same place on another line."""
        return replace(self, line=line)


class NotATemplate(MessageError):
    """The file is no template, or a damaged one. One line that says what it is."""
