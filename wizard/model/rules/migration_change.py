"""One change on the way from an image to another kind of image, step by step, read from a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wizard.model.ec2.finding import Source
from wizard.model.frozen import frozen
from wizard.model.message import Message
from wizard.model.toml_text import TomlError, read_toml

CHANGE_IDS = (
    "instance-store-to-ebs",
    "pv-to-hvm",
    "new-system",
    "windows-upgrade",
    "xen-to-nitro-linux",
    "xen-to-nitro-windows",
    "nitro-to-xen",
    "nitro-to-xen-windows",
    "bios-to-uefi",
    "to-nitrotpm",
    "x86-to-arm",
    "fresh-launch",
    "change-type",
    "set-options",
    "windows-in-place",
)
"""Every change that a plan may call for, in the order in which a person would make them."""


_NO_CHANGES = ("sources.toml", "options.toml", "runbooks.toml", "upgrades.toml")


class MigrationError(ValueError):
    """A change cannot be used; the text names file, key and what was expected."""


@frozen
class ChangeStep:
    """One thing to do. command: to review, words in capitals to be replaced. tool: AWS's own that does it."""

    text: Message
    command: str | None = None
    tool: str | None = None


@frozen
class MigrationChange:
    """One change, such as PV to HVM, with what must be so before it, its dangers and the way back."""

    id: str
    title: Message
    why: Message
    preconditions: tuple[Message, ...]
    steps: tuple[ChangeStep, ...]
    cautions: tuple[Message, ...]
    way_back: Message
    sources: tuple[Source, ...]


def read_changes(files: Mapping[str, str], sources: Mapping[str, Source]) -> dict[str, MigrationChange]:
    """Changes by id from TOML texts by file name; "sources.toml" holds the sources that they alone cite.

    Raises MigrationError for a missing key, an unknown source, a change of CHANGE_IDS that is missing
    and one that is not among them.
    """
    rest = {name: text for name, text in files.items() if name not in _NO_CHANGES}
    changes = dict(_read(rest, read_own_sources(files, sources)))
    if odd := changes.keys() ^ set(CHANGE_IDS):
        raise MigrationError(
            f"migrations: expected exactly {', '.join(CHANGE_IDS)}; odd: {', '.join(sorted(odd))}"
        )
    return changes


def read_own_sources(files: Mapping[str, str], sources: Mapping[str, Source]) -> dict[str, Source]:
    """All that the files of the migrations may cite: those of the rules, and those of "sources.toml" among them."""
    own = read_table("sources.toml", files.get("sources.toml", ""))
    try:
        return {**sources, **{key: Source(**source) for key, source in own.get("source", {}).items()}}
    except TypeError as problem:
        raise MigrationError(
            f"sources.toml: expected [source.KEY] with title, url, checked: {problem}"
        ) from None


def _read(files: Mapping[str, str], sources: Mapping[str, Source]) -> Iterator[tuple[str, MigrationChange]]:
    for name, text in sorted(files.items()):
        table = read_table(name, text)
        try:
            yield (
                table["id"],
                MigrationChange(
                    id=table["id"],
                    title=Message(table["title"]),
                    why=Message(table["why"]),
                    preconditions=tuple(map(Message, table["preconditions"])),
                    steps=tuple(map(_read_step, table["step"])),
                    cautions=tuple(map(Message, table["cautions"])),
                    way_back=Message(table["way_back"]),
                    sources=tuple(sources[key] for key in table["sources"]),
                ),
            )
        except KeyError as missing:
            raise MigrationError(f"{name}: {missing}: expected, but missing") from None


def _read_step(table: Mapping[str, str]) -> ChangeStep:
    command = table.get("command")
    return ChangeStep(Message(table["text"]), command.strip() if command else None, table.get("tool"))


def read_table(name: str, text: str) -> dict[str, Any]:
    """What a TOML text holds. Raises MigrationError, which names the file."""
    try:
        return read_toml(text)
    except TomlError as problem:
        raise MigrationError(f"{name}: not TOML: {problem}") from None
