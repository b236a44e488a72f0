"""What a person goes through until a checkout is set up: one start refused, one that does it."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.packaging.checkout import Checkout, make_checkout, write_wheel


@dataclass(frozen=True)
class SetUps:
    """The starts one after the other, each in what the one before left behind.

    refused: pip was given a file that the lock file does not name. done: all was well, and the program
    ran in the directory ``elsewhere``.
    """

    checkout: Checkout
    elsewhere: Path
    refused: subprocess.CompletedProcess[str]
    done: subprocess.CompletedProcess[str]
    stamped: tuple[bool, bool]
    """Whether each start left an environment that counts as finished."""


def first_starts(directory: Path) -> SetUps:
    """Make a checkout there and start it until it is set up."""
    checkout = make_checkout(directory)
    elsewhere = directory / "elsewhere"
    elsewhere.mkdir()
    (wheel,) = checkout.wheels.iterdir()
    right = wheel.read_bytes()
    write_wheel(checkout.wheels, 1, note="other bytes")
    refused = checkout.start("x")
    left_whole = checkout.stamp.exists()
    wheel.write_bytes(right)
    done = checkout.start("one", "two words", where=elsewhere)
    # It was for the set-up alone, and is most of what a copy would have to carry.
    for pip in checkout.packages("pip", "setuptools"):
        shutil.rmtree(pip)
    return SetUps(checkout, elsewhere, refused, done, (left_whole, checkout.stamp.exists()))
