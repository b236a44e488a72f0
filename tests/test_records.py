"""Records are handed from room to room, kept in caches and shared between threads."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import cached_property
from importlib import import_module
from inspect import getmembers, isclass
from pathlib import Path

import wizard
from wizard.model.frozen import is_record

# What is filled in while something runs, and handed on by nobody before it is done.
CHANGED_WHILE_IT_RUNS = {"Answers", "ImageRow", "RegionState"}


def test_no_record_changes_once_it_is_made() -> None:
    changeable = {each.__name__ for each in _records() if not is_record(each)}
    assert changeable == CHANGED_WHILE_IT_RUNS


def test_a_misspelt_attribute_is_an_error_and_not_kept_beside_the_right_one() -> None:
    """But for records that keep what they worked out, which needs a dictionary."""
    open_to_any = {
        each.__name__
        for each in _records()
        if "__slots__" not in vars(each) and not any(getmembers(each, _is_kept))
    }
    assert not open_to_any


def _is_kept(member: object) -> bool:
    return isinstance(member, cached_property)


def _records() -> Iterator[type]:
    root = Path(wizard.__file__).parent
    for file in sorted(root.rglob("*.py")):
        module = import_module(".".join(["wizard", *file.relative_to(root).with_suffix("").parts]))
        for _, each in getmembers(module, isclass):
            if dataclasses.is_dataclass(each) and each.__module__ == module.__name__:
                yield each
