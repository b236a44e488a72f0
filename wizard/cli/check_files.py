"""`ami-wizard check FILE…`: every place in templates and plans where image and type stand together."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Mapping
from contextlib import suppress
from pathlib import PurePath

from wizard.cli.console import (
    STANDARD_INPUT,
    Refusal,
    complain,
    print_json,
    read_source,
    say,
    the_knowledge,
)
from wizard.flow.checked_place import CheckedFiles, CheckedPlace
from wizard.formats.image_record import ids_in
from wizard.formats.image_text import ImageRecord, ImageText
from wizard.formats.loose.named_alone import named_alone
from wizard.formats.templates.checker import Checker
from wizard.formats.templates.place import NotATemplate
from wizard.formats.templates.template import places_in
from wizard.model.ec2.finding import Outcome
from wizard.model.images.describe_images import ImageError
from wizard.model.message import Message, Translations, located
from wizard.store.resources import load_public_images

_TERRAFORM = (".tf", ".tfvars", ".hcl")
_MOST_BESIDE = 60
_KNOWN = (".json", ".yaml", ".yml", ".tf", ".hcl", ".template")
# Where a cluster's tool is told what kind of image to take, and not which.
_OWN_IMAGE = re.compile(r"^[ \t]*(?:- )?(?:amiFamily|alias):", re.MULTILINE)


def check_files(options: argparse.Namespace, translations: Translations) -> int:
    """Check all files and say what was found. 2 if one could not be read, 1 if a place cannot be used, else 0."""
    knowledge = the_knowledge()
    lend = Message("give it with --images images.json")
    lent = _lent(options.images or [])
    checker = Checker(knowledge, load_public_images(), lent, lend)
    places: list[CheckedPlace] = []
    unread: list[tuple[str, Message]] = []
    for file in options.files:
        try:
            places += _places(checker, file, options.files, options.region or "")
        except Refusal as problem:
            unread.append((_name(file), problem.message))
    if not places and not unread:
        complain(_instead(options.files), translations)
    checked = CheckedFiles(places, unread)
    _write(checked, "json" if options.json else options.format, translations)
    failing = any(p.fails or (options.strict and p.outcome is Outcome.UNKNOWN) for p in places)
    return 2 if unread else 1 if failing else 0


def _places(checker: Checker, file: str, files: list[str], region: str) -> list[CheckedPlace]:
    """All places of a file. files: all that are given. region: where, unless the file says so. Raises Refusal."""
    text, name = read_source(file)
    try:
        found = places_in(text, _beside(file, files))
    except NotATemplate as problem:
        alone = None if file.endswith(_KNOWN) else named_alone(text, file)
        raise Refusal(located(name, alone or problem.message)) from None
    return checker.checked(_name(file), found, region)


def _beside(file: str, files: list[str]) -> list[str]:
    """What stands in the other given files of Terraform in the same folder."""
    if not file.endswith(_TERRAFORM):
        return []
    near = [each for each in files if each.endswith(_TERRAFORM) and each != file]
    found = []
    for each in near[:_MOST_BESIDE]:
        if PurePath(each).parent == PurePath(file).parent:
            with suppress(Refusal):  # told where it is read for itself
                found.append(read_source(each)[0])
    return found


def _instead(files: list[str]) -> Message:
    """Why files that could be read have no place, and what to do with images that they have instead."""
    for file in files:
        if file == STANDARD_INPUT:
            continue  # read already
        text, name = read_source(file)
        if _OWN_IMAGE.search(text) and not ids_in(text, 1):
            said = Message(
                "no image is named, so that eksctl or Karpenter takes the one for each type's architecture; there is "
                "nothing to check"
            )
            return located(name, said)
        try:
            record = next(ImageText(text, name).records(), None)
        except ImageError:
            record = None
        if record is not None:
            said = Message(
                "images and no instance type; for one type give check --image {file} --type TYPE, for all types "
                "images --from {file}",
                {"file": shlex.quote(file)},
            )
            return located(name, said)
        if (alone := named_alone(text, file)) is not None:
            return located(name, alone)
        if file.endswith(_TERRAFORM):
            said = Message(
                "no image stands beside an instance type in Terraform's source; its plan has the values: "
                "terraform plan -out plan && terraform show -json plan"
            )
            return located(name, said)
    return Message(
        "no place where an image and an instance type stand together; expected templates, plans or requests"
    )


def _write(checked: CheckedFiles, form: str, translations: Translations) -> None:
    if form == "json":
        from wizard.report.places.place_json import places_json

        print_json(places_json(checked, translations))
    elif form == "sarif":
        from wizard.report.places.sarif import sarif

        print_json(sarif(checked, translations))
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
            raise Refusal(problem.message) from None
    return lent


def _name(file: str) -> str:
    return "standard input" if file == STANDARD_INPUT else str(PurePath(file))
