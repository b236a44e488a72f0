"""Many images at a glance: how many are held back by what, what uses those, and which come first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wizard.model.account.usage import User
from wizard.model.assessment.assessment import Limitation
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.image import NEVER, ImageState
from wizard.model.word import Word


class Group(Word):
    """What images have in common. Each is in at least one."""

    NOT_TO_NITRO = "not-to-nitro"
    STUCK_ON_PV = "stuck-on-pv"
    NO_ENA = "no-ena"
    BIOS_ONLY = "bios-only"
    UNUSABLE = "unusable"
    DEPRECATED = "deprecated"
    UNKNOWN = "unknown"
    FINE = "fine"


_BIT = {group: 1 << place for place, group in enumerate(Group)}
_OF = {limitation: _BIT[Group(limitation.value)] for limitation in Limitation}
_UNUSABLE, _DEPRECATED = _BIT[Group.UNUSABLE], _BIT[Group.DEPRECATED]
_UNKNOWN, _FINE = _BIT[Group.UNKNOWN], _BIT[Group.FINE]
_GRAVE = _BIT[Group.NOT_TO_NITRO] | _BIT[Group.STUCK_ON_PV] | _UNUSABLE


@dataclass(frozen=True, slots=True)
class Tally:
    """images: how many there are. asked: of how many it is known what uses them.

    instances, templates, groups: how many of these use them; a group is an Auto Scaling group. others: launch
    configurations and what AWS refers to.
    """

    images: int = 0
    asked: int = 0
    instances: int = 0
    templates: int = 0
    groups: int = 0
    others: int = 0

    @property
    def uses(self) -> int:
        """How many things use them."""
        return self.instances + self.templates + self.groups + self.others


class Overview:
    """Made in one pass over the images, to be made anew when they or their uses change.

    ordered: the gravest first; of these what is used, the most used first, then the others, alike beside alike.
    """

    def __init__(self, images: Sequence[JudgedImage]) -> None:
        self._kinds: dict[int, tuple[JudgedImage, int]] = {}
        self._alike: defaultdict[int, list[JudgedImage]] = defaultdict(list)
        alike, mask_of = self._alike, self._mask
        for image in images:
            alike[mask_of(image)].append(image)
        self.ordered = [image for place in range(4) for image in self._at(place)]
        self._tallies = {group: self._tally(bit) for group, bit in _BIT.items()}

    def tally(self, group: Group) -> Tally:
        """Of the images in it."""
        return self._tallies[group]

    def groups(self, image: JudgedImage) -> tuple[Group, ...]:
        """All that it is in."""
        mask = self._mask(image)
        return tuple(group for group, bit in _BIT.items() if mask & bit)

    def within(self, group: Group, images: Iterable[JudgedImage]) -> list[JudgedImage]:
        """Those of these, in their order, that are in the group."""
        bit, mask_of = _BIT[group], self._mask
        return [image for image in images if mask_of(image) & bit]

    def _mask(self, image: JudgedImage) -> int:
        judged = image.judged
        known = self._kinds.get(id(judged))
        if known is None:
            # An image is kept as well, so that no other assessment can come to be at the address of its own.
            known = self._kinds[id(judged)] = (image, _mask_of_kind(image))
        deprecation = image.row.deprecation
        if deprecation is not NEVER and deprecation <= judged.today:
            return known[1] & ~_FINE | _DEPRECATED
        return known[1]

    def _at(self, place: int) -> Iterator[JudgedImage]:
        masks = sorted((mask for mask in self._alike if _place(mask) == place), reverse=True)
        some = [image for mask in masks for image in self._alike[mask]]
        yield from sorted(filter(_uses, some), key=_uses, reverse=True)
        yield from (image for image in some if not image.uses)

    def _tally(self, bit: int) -> Tally:
        lists = [alike for mask, alike in self._alike.items() if mask & bit]
        asked = [image.uses for images in lists for image in images if image.uses is not None]
        # Several versions of a template are one template.
        users = {(use.user, use.region, use.id) for uses in asked for use in uses}
        count = Counter(user for user, _, _ in users)
        main = count[User.INSTANCE], count[User.LAUNCH_TEMPLATE], count[User.AUTO_SCALING_GROUP]
        return Tally(sum(map(len, lists)), len(asked), *main, others=sum(count.values()) - sum(main))


def _mask_of_kind(image: JudgedImage) -> int:
    judged = image.judged
    mask = sum(_OF[limitation] for limitation in judged.limitations)
    if image.row.kind.state is not ImageState.AVAILABLE or not judged.usable:
        mask |= _UNUSABLE
    return mask or (_UNKNOWN if judged.outcome is Outcome.UNKNOWN else _FINE)


def _place(mask: int) -> int:
    """0 for what has to be done something about, 3 for what is fine."""
    if mask & _GRAVE:
        return 0
    return 3 if mask & _FINE else 2 if mask == _UNKNOWN else 1


def _uses(image: JudgedImage) -> int:
    return len(image.uses or ())
