"""Many images at a glance: how many are held back by what, what uses those, and which come first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from wizard.model.account.usage import Use, User
from wizard.model.assessment.assessment import Assessment, Limitation
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.image import ImageState
from wizard.model.frozen import frozen
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


@frozen
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
        self._masks = _Masks()
        self._alike: defaultdict[int, list[JudgedImage]] = defaultdict(list)
        alike, masks = self._alike, self._masks
        for image in images:
            alike[masks[image.judged, image.deprecated]].append(image)
        self.ordered = [image for place in range(4) for image in self._at(place)]
        asked = {
            mask: [image.uses for image in some if image.uses is not None] for mask, some in alike.items()
        }
        self._tallies = {group: self._tally(bit, asked) for group, bit in _BIT.items()}

    def tally(self, group: Group) -> Tally:
        """Of the images in it."""
        return self._tallies[group]

    def groups(self, image: JudgedImage) -> tuple[Group, ...]:
        """All that it is in."""
        mask = self._masks[image.judged, image.deprecated]
        return tuple(group for group, bit in _BIT.items() if mask & bit)

    def within(self, group: Group, images: Iterable[JudgedImage]) -> list[JudgedImage]:
        """Those of these, in their order, that are in the group."""
        bit, masks = _BIT[group], self._masks
        return [image for image in images if masks[image.judged, image.deprecated] & bit]

    def _at(self, place: int) -> list[JudgedImage]:
        masks = sorted((mask for mask in self._alike if _place(mask) == place), reverse=True)
        some = [image for mask in masks for image in self._alike[mask]]
        used = [image for image in some if image.uses]
        if not used:
            return some
        return sorted(used, key=_uses, reverse=True) + [image for image in some if not image.uses]

    def _tally(self, bit: int, known: Mapping[int, list[tuple[Use, ...]]]) -> Tally:
        masks = [mask for mask in self._alike if mask & bit]
        asked = [uses for mask in masks for uses in known[mask]]
        # Several versions of a template are one template.
        users = {(use.user, use.region, use.id) for uses in asked for use in uses}
        count = Counter(user for user, _, _ in users)
        main = count[User.INSTANCE], count[User.LAUNCH_TEMPLATE], count[User.AUTO_SCALING_GROUP]
        images = sum(len(self._alike[mask]) for mask in masks)
        return Tally(images, len(asked), *main, others=sum(count.values()) - sum(main))


class _Masks(dict[tuple[Assessment, bool], int]):
    """The groups of all images that are judged alike, and of those of them that are deprecated."""

    def __missing__(self, key: tuple[Assessment, bool]) -> int:
        judged, deprecated = key
        mask = _mask_of_kind(judged)
        self[key] = mask & ~_FINE | _DEPRECATED if deprecated else mask
        return self[key]


def _mask_of_kind(judged: Assessment) -> int:
    mask = sum(_OF[limitation] for limitation in judged.limitations)
    if judged.state is not ImageState.AVAILABLE or not judged.usable:
        mask |= _UNUSABLE
    return mask or (_UNKNOWN if judged.outcome is Outcome.UNKNOWN else _FINE)


def _place(mask: int) -> int:
    """0 for what has to be done something about, 3 for what is fine."""
    if mask & _GRAVE:
        return 0
    return 3 if mask & _FINE else 2 if mask == _UNKNOWN else 1


def _uses(image: JudgedImage) -> int:
    return len(image.uses or ())
