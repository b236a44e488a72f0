"""Guesses an image's operating system from its name, description, owner and billing code.

All of these are free text or say it only roughly: a guess is a hint with its ground, and the judge
lets nothing fail because of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.ec2.image import Image, Platform
from wizard.model.ec2.instance_type import MACS
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.frozen import frozen, replace
from wizard.model.message import Message
from wizard.model.systems.os_catalog import OsCatalog
from wizard.model.systems.os_words import OsWords

_LONGEST = 300


@frozen
class OsGuess:
    """A family of the catalogue, perhaps a version, and what speaks for it.

    family: empty for a system of which EC2 has no images.
    """

    family: str
    version: str | None
    ground: Message


def guess_os(image: Image, catalog: OsCatalog) -> OperatingSystem:
    """What is known of the system that the image seems to hold, with the guess's ground.

    An OperatingSystem of which nothing is known, if nothing speaks for any.
    """
    for guess in _guesses(image, image.name, image.description, catalog.words):
        if not guess.family:
            break
        system = catalog.resolve(guess.family, guess.version)
        if _agrees(image, system):
            return replace(system, guess=guess.ground)
    return OperatingSystem()


def guessed_system(kind: Image, name: str, description: str, catalog: OsCatalog) -> OperatingSystem | None:
    """The system of the same guess for an image of this kind and name, without its ground.

    None if nothing speaks for any. It takes a fifth of the time, which counts for a hundred thousand
    images.
    """
    for guess in _guesses(kind, name, description, catalog.words):
        if not guess.family:
            break
        system = catalog.resolve(guess.family, guess.version)
        if _agrees(kind, system):
            return system
    return None


def _agrees(image: Image, system: OperatingSystem) -> bool:
    """Whether what DescribeImages does say of the system speaks against the guess."""
    if image.platform is None:
        return False
    windows, mac = image.platform is Platform.WINDOWS, image.architecture in MACS
    return (system.kind is OsKind.WINDOWS) is windows and (system.kind is OsKind.MACOS) is mac


def _guesses(image: Image, name: str, description: str, words: OsWords) -> Iterator[OsGuess]:
    """The guesses, the most telling first. image: only what its kind shares is looked at."""
    if found := words.named(name[:_LONGEST].casefold()):
        yield OsGuess(*found, Message("Guessed from the AMI's name, {name}.", {"name": name}))
    if found := words.named(description[:_LONGEST].casefold()):
        yield OsGuess(*found, Message("Guessed from the AMI's description: {text}.", {"text": description}))
    if family := words.accounts.get(image.owner_id):
        yield OsGuess(
            family, None, Message("Guessed from the AMI's owner, account {owner}.", {"owner": image.owner_id})
        )
    for word, family in words.details.items():
        if image.platform_details.casefold().startswith(word):
            details = {"details": image.platform_details}
            yield OsGuess(
                family, None, Message("Guessed from the AMI's platform details, {details}.", details)
            )
    if family := words.operations.get(image.usage_operation.partition(":")[2]):
        operation = {"operation": image.usage_operation}
        yield OsGuess(family, None, Message("Guessed from the AMI's billing code, {operation}.", operation))
    if image.platform is Platform.WINDOWS:
        yield OsGuess("windows", None, Message("DescribeImages says that its platform is Windows."))
    if image.architecture in MACS:
        yield OsGuess("macos", None, Message("Its architecture is a Mac's."))
