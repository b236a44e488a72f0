"""One option of a launch, and how an instance that is there already comes to it, read from a file."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.model.ec2.finding import Source
from wizard.model.frozen import frozen
from wizard.model.message import Message
from wizard.model.rules.migration_change import MigrationError, read_own_sources, read_table
from wizard.model.word import Word


class ComesAbout(Word):
    """When an instance can get an option."""

    LAUNCH = "launch"
    STOPPED = "stopped"
    RUNNING = "running"


@frozen
class InstanceOption:
    """comes: with the launch only, on a stopped instance, or on a running one. text: what to know or do.

    command: to review, words in capitals to be replaced; None where a launch gives it.
    """

    id: str
    comes: ComesAbout
    text: Message
    command: str | None
    sources: tuple[Source, ...]


def read_options(files: Mapping[str, str], sources: Mapping[str, Source]) -> dict[str, InstanceOption]:
    """The options by id, from "options.toml" among the files of the migrations. Raises MigrationError."""
    known = read_own_sources(files, sources)
    found: dict[str, InstanceOption] = {}
    for table in read_table("options.toml", files.get("options.toml", "")).get("option", []):
        try:
            found[table["id"]] = InstanceOption(
                id=table["id"],
                comes=ComesAbout(table["comes"]),
                text=Message(table["text"]),
                command=table["command"].strip() if "command" in table else None,
                sources=tuple(known[key] for key in table["sources"]),
            )
        except KeyError as missing:
            raise MigrationError(f"options.toml: {missing}: expected, but missing") from None
        except ValueError as odd:
            raise MigrationError(f"options.toml: {odd}") from None
    return found
