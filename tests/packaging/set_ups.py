"""What a person goes through until a checkout is set up: one start killed, one refused, one that does it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.packaging.checkout import Checkout, end, make_checkout, write_wheel
from tests.packaging.held_wheels import hold_wheels


@dataclass(frozen=True)
class SetUps:
    """The starts one after the other, each in what the one before left behind.

    killed: what was said until SIGKILL ended pip and all. refused: pip was given a file that the lock
    file does not name. done: all was well, and the program ran in the directory ``elsewhere``.
    """

    checkout: Checkout
    elsewhere: Path
    killed: str
    refused: subprocess.CompletedProcess[str]
    done: subprocess.CompletedProcess[str]
    stamped: tuple[bool, bool, bool]
    """Whether each start left an environment that counts as finished."""


def first_starts(directory: Path) -> SetUps:
    """Make a checkout there and start it until it is set up."""
    checkout = make_checkout(directory)
    elsewhere = directory / "elsewhere"
    elsewhere.mkdir()
    killed = _killed(checkout) if os.name == "posix" else ""
    stamps = [checkout.stamp.exists()]
    (wheel,) = checkout.wheels.iterdir()
    right = wheel.read_bytes()
    write_wheel(checkout.wheels, 1, note="other bytes")
    refused = checkout.start("x")
    stamps.append(checkout.stamp.exists())
    wheel.write_bytes(right)
    done = checkout.start("one", "two words", where=elsewhere)
    stamps.append(checkout.stamp.exists())
    # It was for the set-up alone, and is most of what a copy would have to carry.
    for pip in checkout.packages("pip", "setuptools"):
        shutil.rmtree(pip)
    return SetUps(checkout, elsewhere, killed, refused, done, (stamps[0], stamps[1], stamps[2]))


def _killed(checkout: Checkout) -> str:
    """Kill a start while pip waits for its file."""
    with hold_wheels(checkout.wheels) as held:
        process = checkout.popen("x", PIP_FIND_LINKS=held.url)
        assert held.asked_for.wait(300)
        return end(process, signal.SIGKILL)
