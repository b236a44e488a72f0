"""HCL's text as blocks, before anything in it is filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from wizard.formats.templates.place import NotATemplate
from wizard.model.message import Message, in_line

_LONGEST = 2 * 2**20
_BLOCK = "__is_block__"
_KINDS = frozenset(
    {"resource", "data", "module", "provider", "variable", "variables", "locals", "output", "terraform"}
)
Block = Mapping[str, Any]


def labelled(root: Block, kind: str, labels: int) -> Iterator[tuple[tuple[str, ...], Block]]:
    """The blocks of a kind, each below its labels."""
    for block in blocks_of(root.get(kind)):
        yield from unfolded(block, labels, ())


def values_of(root: Block) -> Block:
    """What stands outside of blocks."""
    return {
        key: value
        for key, value in root.items()
        if not (
            isinstance(value, list) and any(isinstance(each, Mapping) and _BLOCK in each for each in value)
        )
        and not key.startswith("__")
        and key not in _KINDS
    }


def readable(text: str) -> Block | None:
    """The blocks of a text; None for a damaged one."""
    try:
        return parsed(text)
    except NotATemplate:
        return None


@lru_cache(maxsize=64)  # each file of a folder is read beside all others
def parsed(text: str) -> Block:
    """The blocks of a text by their kind. Raises NotATemplate."""
    import logging

    # A grammar that takes 0.2 s to load; only a template has to wait for it.
    import hcl2
    from hcl2 import SerializationOptions

    if len(text) > _LONGEST:
        raise NotATemplate(Message("too large for a template"))
    logging.getLogger("lark").setLevel(
        logging.CRITICAL
    )  # where its cache cannot be written, it works without
    options = SerializationOptions(with_comments=False, strip_string_quotes=True)
    try:
        found: Block = hcl2.loads(text if text.endswith("\n") else f"{text}\n", serialization_options=options)
    except RecursionError:
        raise NotATemplate(Message("nested too deeply")) from None
    except Exception as problem:  # noqa: BLE001  # the parser raises lark's and its own, of many kinds
        line = getattr(problem, "line", None)
        said = Message("no valid HCL")
        raise NotATemplate(in_line(line, said) if isinstance(line, int) and line > 0 else said) from None
    return found


def unfolded(block: Any, labels: int, names: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Block]]:
    """The bodies of a block of so many labels, each with its labels behind those that are known."""
    if labels == 0:
        yield from ((names, each) for each in blocks_of(block))
        return
    for each in blocks_of(block):
        for name, inner in each.items():
            if not name.startswith("__"):
                yield from unfolded(inner, labels - 1, (*names, name))


def blocks_of(value: Any) -> list[Block]:
    """The objects of a list, or the one object."""
    members = value if isinstance(value, list) else [value]
    return [each for each in members if isinstance(each, Mapping)]
