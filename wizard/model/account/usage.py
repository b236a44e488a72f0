"""What uses an image, as an account tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from wizard.model.account.listing_events import Trouble
from wizard.model.frozen import frozen
from wizard.model.images.image_row import ImageRow
from wizard.model.word import Word

_Place = tuple[str, str]
_INDIRECT = "resolve:"


class User(Word):
    """What kind of thing uses an image."""

    INSTANCE = "instance"
    LAUNCH_TEMPLATE = "launch-template"
    LAUNCH_CONFIGURATION = "launch-configuration"
    AUTO_SCALING_GROUP = "auto-scaling-group"
    REFERENCE = "reference"


@frozen
class Launched:
    """What an instance is paid for. operation: its UsageOperation. running: a stopped one costs its disks only.

    shared: On-Demand on shared hardware, and neither Spot, nor a Capacity Block, nor dedicated.
    """

    instance_type: str
    operation: str
    running: bool
    shared: bool


@frozen
class Use:
    """One thing that uses an image. image_id: as it names it, which may be resolve:ssm:….

    id: an instance's, template's or resource's own; name: what people call it; detail: an instance's
    state, a template's version and whether it is the default or latest one, a resource's type. launched: of an
    instance only.
    """

    image_id: str
    user: User
    region: str
    id: str
    name: str = ""
    detail: str = ""
    launched: Launched | None = None

    @property
    def indirect(self) -> bool:
        """Whether it names a parameter that names the image, so that it may use any."""
        return self.image_id.startswith(_INDIRECT)


@frozen
class Uses:
    """Some of what uses the images asked for."""

    profile: str
    region: str
    uses: tuple[Use, ...]


@frozen
class Looked:
    """A Region's answer to one part of the question is complete."""

    profile: str
    region: str
    part: str


UsageEvent = Uses | Looked | Trouble


class UsageFound:
    """What has come of asking what uses images. Takes the events one by one.

    What came before a trouble or a cancelling stays. An image counts as asked for once its Region
    has answered one part of the question.
    """

    def __init__(self) -> None:
        self._asked: dict[_Place, tuple[str, ...]] = {}
        self._found: dict[_Place, dict[str, dict[Use, None]]] = {}
        self._indirect: dict[Use, None] = {}

    @property
    def unresolved(self) -> Sequence[Use]:
        """What names a parameter in the place of an image: it may use any of them."""
        return tuple(self._indirect)

    def begin(self, profile: str, images: Mapping[str, Iterable[str]]) -> None:
        """These are asked for now, or once more. images: Region -> IDs."""
        for region, ids in images.items():
            asked = self._asked[profile, region] = tuple(ids)
            known = self._found.get((profile, region), {})
            for image_id in asked:
                known.pop(image_id, None)

    def take(self, event: UsageEvent) -> None:
        """Note what happened."""
        if isinstance(event, Trouble):
            return  # of other parts, or of an earlier time, something may be known
        place = event.profile, event.region
        found = self._found.setdefault(place, {})
        for image_id in self._asked.get(place, ()):
            found.setdefault(image_id, {})
        for use in event.uses if isinstance(event, Uses) else ():
            if use.indirect:
                self._indirect[use] = None
            else:
                found.setdefault(use.image_id, {})[use] = None

    def of(self, row: ImageRow) -> tuple[Use, ...] | None:
        """What uses the row's image; None as long as nobody has asked, or nothing was answered.

        What AWS refers to by an ARN and another part found by its id is told once.
        """
        uses = self._found.get((row.profile, row.region), {}).get(row.image_id)
        if uses is None:
            return None
        ids = {use.id for use in uses if use.user is not User.REFERENCE}
        return tuple(
            use for use in uses if use.user is not User.REFERENCE or use.id.rpartition("/")[2] not in ids
        )
