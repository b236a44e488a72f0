"""Kills at random moments: whatever is being written, what was acknowledged is there and nothing is half.

At length, by hand: `python -m tests.store.kills 500 --seed 7`. A writer of its own process writes one state
after the other and acknowledges each; it is killed after some milliseconds, and what is read then must be the
last state acknowledged, or the one being written. The exit status is 1 if anything else was read.
"""

from __future__ import annotations

import argparse
import datetime
import os
import select
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path
from random import Random
from typing import NamedTuple

from wizard.model.catalog.catalog import read_catalog
from wizard.model.message import Message
from wizard.store.answers_file import load_answers, save_answers
from wizard.store.catalog_cache import catalog_file, save_catalog
from wizard.store.image_cache import keep_region, kept
from wizard.store.preferences import change_preference, load_preferences
from wizard.store.unsaved import Unsaved
from wizard.store.whole_file import write_whole

ROOT = Path(__file__).resolve().parents[2]
# Long enough that a kill falls into the writing and not always beside it.
LONG = 200_000
LONGEST_MS = 40
LONGEST_COMMAND_MS = 1500


class Written(NamedTuple):
    """Something the program keeps: how its state number is written into a folder, and read back.

    read returns the number of the state, and raises where it cannot be read.
    """

    what: str
    write: Callable[[Path, int], None]
    read: Callable[[Path], int]


def _write_answers(folder: Path, number: int) -> None:
    save_answers(folder / "kept.amiwizard", {"os": "ubuntu", "vcpus": {"minimum": number + 1}})


def _vcpus(answers: object) -> int:
    assert isinstance(answers, dict)
    return int(answers["vcpus"]["minimum"]) - 1


def _read_answers(folder: Path) -> int:
    return _vcpus(load_answers(folder / "kept.amiwizard"))


_WINDOW: dict[Path, Unsaved] = {}


def _write_unsaved(folder: Path, number: int) -> None:
    window = _WINDOW.setdefault(folder, Unsaved(folder / "unsaved"))
    window.keep({"os": "ubuntu", "vcpus": {"minimum": number + 1}})


def _read_unsaved(folder: Path) -> int:
    next_start = Unsaved(folder / "unsaved")
    try:
        return _vcpus(next_start.left())
    finally:
        next_start.close()


def _write_preference(_folder: Path, number: int) -> None:
    change_preference("folder", str(number))


def _read_preference(_folder: Path) -> int:
    return int(load_preferences().folder)


def _write_images(_folder: Path, number: int) -> None:
    records = [{"ImageId": f"ami-{place:017x}", "Name": str(number)} for place in range(LONG // 500)]
    keep_region("p", "eu-west-1", records, datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))


def _read_images(_folder: Path) -> int:
    def told(message: Message) -> None:
        raise AssertionError(message.template)

    (region,) = kept(told)
    (name,) = {row.name for row in region.rows}
    return int(name)


@cache
def _built_in() -> str:
    return (ROOT / "resources" / "catalog" / "instance_types.json").read_text(encoding="utf-8").rstrip()


def _write_catalog(_folder: Path, number: int) -> None:
    save_catalog(_built_in() + "\n" * number)


def _read_catalog(_folder: Path) -> int:
    text = catalog_file().read_text(encoding="utf-8")
    read_catalog(text, "")
    return len(text) - len(_built_in())


def _write_export(folder: Path, number: int) -> None:
    write_whole(folder / "export.csv", f"{number} ".encode() * LONG)


def _read_export(folder: Path) -> int:
    words = (folder / "export.csv").read_text(encoding="utf-8").split()
    (number,) = set(words)
    assert len(words) == LONG
    return int(number)


ALL_WRITTEN = (
    Written("an answers file", _write_answers, _read_answers),
    Written("unsaved answers", _write_unsaved, _read_unsaved),
    Written("a preference", _write_preference, _read_preference),
    Written("the images of a Region", _write_images, _read_images),
    Written("a refreshed catalogue", _write_catalog, _read_catalog),
    Written("an export", _write_export, _read_export),
)


def kill_while(written: Written, folder: Path, random: Random) -> int:
    """The last state that was acknowledged before the kill."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            for number in count():
                written.write(folder, number)
                os.write(writing, b"%d\n" % number)
        finally:
            # Only a fault comes here; the copy of this process must do nothing else.
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as acknowledged:
        first = acknowledged.readline()
        select.select([], [], [], random.uniform(0, LONGEST_MS) / 1000)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        last = [first, *acknowledged.read().splitlines()][-1]
    return int(last)


def _found(written: Written, folder: Path) -> int | str:
    """The state that is read after a kill, or what is wrong with it."""
    try:
        return written.read(folder)
    except (OSError, ValueError, AssertionError) as problem:
        return repr(problem)


def kill_command(folder: Path, random: Random, whole: dict[str, bytes]) -> str:
    """Kill `recommend` while it replaces three files; the name of one that is neither old nor new, or nothing."""
    for name in whole:
        (folder / name).write_bytes(b"old")
    process = _recommend(folder)
    select.select([], [], [], random.uniform(0, LONGEST_COMMAND_MS) / 1000)
    process.kill()
    process.wait()
    for name, data in whole.items():
        if (folder / name).read_bytes() not in (b"old", data):
            return name
    return ""


def _recommend(folder: Path) -> subprocess.Popen[bytes]:
    command = ["recommend", "--os", "ubuntu", "--pdf", "a.pdf", "--markdown", "a.md"]
    command += ["--save-answers", "a.amiwizard"]
    where = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-m", "wizard", *command], cwd=folder, env=where, stdout=subprocess.DEVNULL
    )


def run(trials: int, seed: int, commands: int = 0) -> int:
    """Kill so many writers, and so many whole commands besides; how many times something was lost or half."""
    random, faults = Random(seed), 0
    for trial in range(trials):
        written = ALL_WRITTEN[trial % len(ALL_WRITTEN)]
        with tempfile.TemporaryDirectory() as name:
            last = kill_while(written, Path(name), random)
            found = _found(written, Path(name))
        if found not in (last, last + 1):
            faults += 1
            _say(f"{written.what}: {last} was acknowledged, {found} is read")
    if commands:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            _recommend(folder).wait()
            whole = {file: (folder / file).read_bytes() for file in ("a.pdf", "a.md", "a.amiwizard")}
            for _ in range(commands):
                if half := kill_command(folder, random, whole):
                    faults += 1
                    _say(f"{half}: neither as it was nor as it should become")
    _say(f"{trials + commands} kills, {faults} faults")
    return faults


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def main(arguments: list[str]) -> int:
    """By hand; the exit status is 1 if anything was lost or half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trials", type=int)
    parser.add_argument("--commands", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            os.environ[name] = home
        return int(run(wanted.trials, wanted.seed, wanted.commands) > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
