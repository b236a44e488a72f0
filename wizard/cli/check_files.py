"""`ami-wizard check FILE…`: every place in templates and plans where image and type stand together."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from wizard.cli.console import STANDARD_INPUT, Refusal, as_said, complain, read_source, say, the_knowledge
from wizard.flow.launch import verdict_on
from wizard.flow.question import AnswerError
from wizard.formats.image_text import ImageRecord, ImageText
from wizard.formats.near_miss import describe_images
from wizard.formats.public_images import Known, PublicImages
from wizard.formats.templates.place import NotATemplate, Place
from wizard.formats.templates.template import places_in
from wizard.model.ec2.finding import Outcome, Unknown, Verdict
from wizard.model.ec2.image import Image
from wizard.model.ec2.instance_type import BootMode
from wizard.model.images.describe_images import ImageError, image_from
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, Translations
from wizard.report.places.checked_place import CheckedFiles, CheckedPlace
from wizard.store.resources import load_public_images

_NOBODY = Known()


def check_files(options: argparse.Namespace, translations: Translations) -> int:
    """Check all files and say what was found. 2 if one could not be read, 1 if a place cannot be used, else 0."""
    checker = _Checker(the_knowledge(), load_public_images(), _lent(options.images or []), options.region)
    places: list[CheckedPlace] = []
    unread: list[tuple[str, Message]] = []
    for file in options.files:
        try:
            places += checker.places(file)
        except Refusal as problem:
            unread.append((_name(file), problem.message))
    if not places and not unread:
        said = "no place where an image and an instance type stand together; expected templates, plans or requests"
        complain(Message(said), translations)
    checked = CheckedFiles(places, unread)
    _write(checked, "json" if options.json else options.format, translations)
    failing = any(p.fails or (options.strict and p.outcome is Outcome.UNKNOWN) for p in places)
    return 2 if unread else 1 if failing else 0


def _write(checked: CheckedFiles, form: str, translations: Translations) -> None:
    if form == "json":
        from wizard.report.places.place_json import places_json

        print(json.dumps(places_json(checked, translations), ensure_ascii=False, indent=2))
    elif form == "sarif":
        from wizard.report.places.sarif import sarif

        print(json.dumps(sarif(checked, translations), ensure_ascii=False, indent=2))
    elif form == "junit":
        from wizard.report.places.junit import junit

        print(junit(checked, translations), end="")
    else:
        from wizard.report.places.place_text import places_text

        for line in places_text(checked, translations):
            say(line)


def _lent(sources: list[str]) -> Mapping[str, ImageRecord]:
    """What saved replies say of images, by ID. Raises Refusal."""
    lent = {}
    for source in sources:
        images = ImageText(*read_source(source))
        try:
            for record in images.records():
                lent[str(record.fields.get("ImageId"))] = record
        except ImageError as problem:
            raise Refusal(as_said(problem)) from None
    return lent


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is known of a place's image. known: what its name says."""

    image: Image
    known: Known
    region: str


class _Checker:
    """Judges the places of files. lent: images that are known by ID; region: where, unless a file says so."""

    def __init__(
        self,
        knowledge: Knowledge,
        public: PublicImages,
        lent: Mapping[str, ImageRecord],
        region: str | None,
    ) -> None:
        self._knowledge = knowledge
        self._public = public
        self._lent = lent
        self._region = region
        self._publishers = frozenset(
            owner for each in knowledge.publishers.by_family.values() for owner in each.owners
        )

    def places(self, file: str) -> list[CheckedPlace]:
        """All places of a file. Raises Refusal."""
        text, name = read_source(file)
        try:
            found = places_in(text)
        except NotATemplate as problem:
            raise Refusal(
                Message("{file}: {problem}", {"file": name, "problem": Message(str(problem))})
            ) from None
        return [checked for place in found for checked in self._checked(_name(file), place)]

    def _checked(self, file: str, place: Place) -> Iterator[CheckedPlace]:
        for seen in self._seen(place):
            region = place.region or seen.region or self._region or ""
            yield CheckedPlace(
                file=file,
                line=place.line,
                address=place.address,
                image=place.image.written,
                instance_type=place.instance_type,
                verdict=_supplied(self._verdict(place, seen, region), place),
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


def _supplied(verdict: Verdict, place: Place) -> Verdict:
    """The same, with the way to supply facts of the image that fits a template."""
    first = place.image.ids[0][0] if place.image.ids else ""
    ids = [id for where, id in place.image.ids if where == first]
    if ids:
        command = Message(f"{describe_images(ids[:20], first or place.region)} > images.json")
        how = Message(
            "Save what EC2 says of it, {command}, and give it with --images images.json.",
            {"command": command},
        )
    else:
        how = Message(
            "Name the image by a public parameter or by an ID; for an ID give a saved reply of "
            "aws ec2 describe-images with --images."
        )
    unknowns = [replace(u, how_to_supply=how) if u.fact.startswith("image.") else u for u in verdict.unknowns]
    return Verdict(verdict.findings, tuple(unknowns))


def _unknown_type(written: str) -> Unknown:
    why = Message(
        "Which image runs depends on the instance type, and {type} is none that this program knows.",
        {"type": written},
    )
    how = Message("Name the type in the file, or refresh the catalogue with ami-wizard catalog refresh.")
    return Unknown("instance_type", why, how, doubt=True)


def _name(file: str) -> str:
    return "standard input" if file == STANDARD_INPUT else str(PurePath(file))
