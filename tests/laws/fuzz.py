"""Damaged inputs for whatever `tests.formats.fuzz` does not read: what is kept, what AWS's tools keep, and calls.

At length, by hand: `python -m tests.laws.fuzz 1000000 --seed 7`. The readers take turns, so that each gets as many.
What one fails on, or reads only with very much work, is printed as Python writes it; the exit status is 1 then.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from itertools import cycle
from random import Random

from tests.formats.damaged import inputs
from tests.formats.fuzz import calls_of, say
from tests.laws.fuzz_calls import CALLS
from tests.laws.fuzz_kept import KEPT, Read
from wizard.store.catalog_cache import catalog_file
from wizard.store.folders import own_folder
from wizard.store.preferences import preferences_file
from wizard.store.price_cache import prices_file

READERS = (*KEPT, *CALLS)
# Calls of functions for one input. The most seen is 63,000, where the rules are loaded for the first error.
MOST_CALLS = 2_000_000


def run(count: int, seed: int, which: Sequence[Read] = READERS) -> int:
    """So many inputs, the readers in turn; how many of them failed. Keeps files below HOME."""
    random, failed = Random(seed), 0
    for path in (catalog_file(), prices_file(), preferences_file()):
        own_folder(path.parent)
    readers = [(each, inputs(random, each.seeds())) for each in which]
    for number, (reader, made) in zip(range(1, count + 1), cycle(readers), strict=False):
        data = next(made)
        try:
            assert (calls := calls_of(reader.read, data)) <= MOST_CALLS, f"{calls:,} calls"
        except Exception:  # noqa: BLE001  # whatever it is, the run goes on and tells it
            failed += 1
            say(f"{number}, {reader.what}: {data!r}\n{traceback.format_exc()}")
        if number % 10_000 == 0:
            say(f"{number} inputs, {failed} failed")
    return failed


def main(arguments: list[str]) -> int:
    """By hand; the exit status is 1 if a reader raised what it should not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", default="", help="of READERS those with this in their name")
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            os.environ[name] = home
        which = [reader for reader in READERS if wanted.only in reader.what]
        return int(run(wanted.count, wanted.seed, which) > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
