"""What becomes of a launch at each place of a template, as far as can be seen from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from wizard.flow.answer_error import AnswerError
from wizard.flow.checked_place import CheckedPlace
from wizard.flow.launch import verdict_on
from wizard.formats.image_text import ImageRecord
from wizard.formats.near_miss import describe_images
from wizard.formats.public_images import Known, PublicImages
from wizard.formats.templates.place import Place
from wizard.model.ec2.finding import Unknown, Verdict
from wizard.model.ec2.image import Image
from wizard.model.ec2.instance_type import BootMode
from wizard.model.ec2.names import INSTANCE_TYPE
from wizard.model.frozen import frozen, replace
from wizard.model.images.describe_images import ImageError, image_from
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message

_NOBODY = Known()


@frozen
class _Seen:
    """What is known of a place's image. known: what its name says."""

    image: Image
    known: Known
    region: str


class Checker:
    """Judges the places of files.

    lent: images that are known by ID. lend: how a person adds a saved reply of DescribeImages, as the end of a
    sentence.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        public: PublicImages,
        lent: Mapping[str, ImageRecord],
        lend: Message,
    ) -> None:
        self._lend = lend
        self._knowledge = knowledge
        self._public = public
        self._lent = lent
        self._publishers = frozenset(
            owner for each in knowledge.publishers.by_family.values() for owner in each.owners
        )

    def checked(self, file: str, places: Iterable[Place], region: str = "") -> list[CheckedPlace]:
        """What becomes of a launch at each place. file: what to call it. region: where, unless the file says so."""
        return [checked for place in places for checked in self._checked(file, place, region)]

    def _checked(self, file: str, place: Place, elsewhere: str) -> Iterator[CheckedPlace]:
        for seen in self._seen(place):
            region = place.region or seen.region or elsewhere
            yield CheckedPlace(
                file=file,
                line=place.line,
                address=place.address,
                image=place.image.written,
                instance_type=place.instance_type,
                verdict=_supplied(self._verdict(place, seen, region), place, self._lend),
                image_id=seen.image.image_id,
                region=place.region or seen.region,
                sources=seen.known.sources,
            )

    def _seen(self, place: Place) -> Iterator[_Seen]:
        """The image, or each that it may be and of which something is known."""
        ref = place.image
        known = self._known(ref.public_name)
        lent = [(region, self._lent[id]) for region, id in ref.ids if id in self._lent]
        for region, record in lent:
            fields, silent = record.fields, record.silent
            yield _Seen(self._image(fields, silent, place), known, region or record.region)
        if lent:
            return
        said = {**self._public.named(ref.names, ref.owners, self._publishers), **known.fields, **ref.fields}
        if len(ref.names) == 1 and "Name" not in said:
            said["Name"] = ref.names[0].replace("*", " ")
        if len(ref.ids) == 1:
            said.setdefault("ImageId", ref.ids[0][1])
        region = ref.ids[0][0] if len(ref.ids) == 1 else ""
        yield _Seen(self._image(said, ref.silent | known.silent, place), known, region)

    def _known(self, public_name: str) -> Known:
        """What a public name says, and what is known of the boot mode of its vendor's images."""
        known = (self._public.called(public_name) if public_name else None) or _NOBODY
        if not known.family or known.fields.get("Architecture") != "x86_64" or "BootMode" in known.fields:
            return known
        system = self._knowledge.os_catalog.resolve(known.family, known.version or None)
        if system.vendor_boot_mode in (None, BootMode.UNSET):
            return known
        fields = {**known.fields, "BootMode": str(system.vendor_boot_mode)}
        sources = system.grounds["vendor_boot_mode"].sources
        return replace(known, fields=fields, sources=(*known.sources, *sources))

    @staticmethod
    def _image(fields: Mapping[str, object], silent: frozenset[str] | None, place: Place) -> Image:
        try:
            return image_from(fields, place.address, silent)
        except ImageError:
            return Image()  # a word that nobody knows says nothing

    def _verdict(self, place: Place, seen: _Seen, region: str) -> Verdict:
        record = {
            "instance_type": place.instance_type,
            "os": {"family": seen.known.family or None, "version": seen.known.version or None},
            "region": region or None,
            "options": dict(place.options),
        }
        try:
            return verdict_on(record, seen.image, self._knowledge)[1]
        except AnswerError as problem:
            if problem.place == "instance_type":
                return Verdict((), (_unknown_type(place.instance_type),))
        # A Region or an option in words of the file's own.
        return verdict_on(record | {"region": None, "options": None}, seen.image, self._knowledge)[1]


def _supplied(verdict: Verdict, place: Place, lend: Message) -> Verdict:
    """The same, with the way to supply facts of the image that fits a template."""
    first = place.image.ids[0][0] if place.image.ids else ""
    ids = [id for where, id in place.image.ids if where == first]
    if ids:
        command = Message(f"{describe_images(ids[:20], first or place.region)} > images.json")
        how = Message("Save what EC2 says of it, {command}, and {lend}.", {"command": command, "lend": lend})
    else:
        how = Message(
            "Name the image by a public parameter or by an ID; for an ID save what aws ec2 describe-images "
            "says of it, and {lend}.",
            {"lend": lend},
        )
    unknowns = [replace(u, how_to_supply=how) if u.fact.startswith("image.") else u for u in verdict.unknowns]
    return Verdict(verdict.findings, tuple(unknowns))


def _unknown_type(written: str) -> Unknown:
    if not INSTANCE_TYPE.fullmatch(written):
        why = Message(
            "The file has {type} in place of an instance type, and not its value.", {"type": written}
        )
        how = Message("Check what the tool makes of the file, such as a plan, or name the type in it.")
        return Unknown("instance_type", why, how, doubt=True)
    why = Message(
        "Which image runs depends on the instance type, and {type} is none that this program knows.",
        {"type": written},
    )
    how = Message("Name the type in the file, or refresh the catalogue with ami-wizard catalog refresh.")
    return Unknown("instance_type", why, how, doubt=True)
