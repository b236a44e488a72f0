"""The walk in a real window, from the first step to a saved PDF, by the keyboard alone."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from tests.e2e.display import ROOT, missing, screen, started
from wizard.store.unsaved import unsaved_folder

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"{missing()} is not installed")


@pytest.fixture(scope="module")
def display() -> Iterator[dict[str, str]]:
    with screen() as environment:
        yield environment


@pytest.fixture
def environment(display: dict[str, str], home: Path) -> dict[str, str]:
    """The screen, and a home of the test's own."""
    own = {"HOME": str(home)} | {
        name: str(home / folder)
        for name, folder in (
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_RUNTIME_DIR", "runtime"),
        )
    }
    return display | own | {"LANG": "C.UTF-8", "LANGUAGE": ""}


def command_line(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "wizard", *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_from_the_first_step_to_a_saved_pdf_by_keyboard_alone(
    environment: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "recommendation.pdf"
    with started(environment) as person:
        person.expect("Starting point")
        person.press("Return")
        person.expect("Operating system")
        person.press("ctrl+a")
        person.type("Ubuntu")
        # What is typed is answered before the list of proposals is closed.
        person.wait(lambda: kept().get("os") == "ubuntu", "no system was kept")
        person.press("Escape", "Tab", "Down")
        first = person.wait(lambda: kept().get("os-version"), "no version was kept")
        person.press("Right")
        person.wait(lambda: kept().get("os-version", first) != first, "no other version was kept")
        version = kept()["os-version"]
        person.press("Return")
        person.expect("Hardware size")
        person.press("Tab", "Tab")
        person.type("4")
        person.press("Tab")
        person.type("8")
        person.press("Return")
        person.expect("Hardware features")
        person.press("Return")
        person.expect("Region and family")
        person.press("Return")
        person.expect("Your images")
        person.press("Return")
        person.expect("Results")
        person.press("Return")
        person.expect("Review and save")
        person.press("Return")
        person.find("Save the recommendation as PDF")
        person.press("ctrl+a")
        person.type(str(file))
        person.answer("Return")
        person.wait(file.is_file, "the PDF was not saved")
        person.find("Review and save")
        person.press("ctrl+q")
        person.find("^AMI Wizard$")
        person.press("alt+d")
        assert person.program.wait(30) == 0
        assert person.errors.read_text(encoding="utf-8") == ""
    assert kept() == {}

    wanted = ("recommend", "--os", f"ubuntu:{version}", "--vcpus", "4..8")
    told = json.loads(command_line(*wanted, "--json"))
    text = "".join(page.extract_text() for page in pypdf.PdfReader(file).pages)
    assert all(words(sentence) in words(text) for sentence in re.split(r"(?<=\.) ", told["summary"]))
    other = tmp_path / "other.pdf"
    command_line(*wanted, "--pdf", str(other))
    assert other.read_bytes() == file.read_bytes()


def words(text: str) -> str:
    """Without the spaces, which a PDF keeps as places."""
    return "".join(text.split())


def files() -> list[str]:
    """The files of kept answers; each window has one of its own."""
    return sorted(path.name for path in unsaved_folder().glob("*.amiwizard"))


def kept() -> dict[str, object]:
    """The answers that the running window keeps in case it is killed."""
    for name in files():
        try:
            text = (unsaved_folder() / name).read_text(encoding="utf-8")
            answers: dict[str, object] = json.loads(text)["answers"]
        except (OSError, ValueError):
            return {}
        return answers
    return {}


def test_answers_outlive_a_killed_window_and_are_offered_again(environment: dict[str, str]) -> None:
    with started(environment) as person:
        person.expect("Starting point")
        # Past the field to paste into, its button and three cards.
        person.press("Tab", "Tab", "Tab", "Tab", "Tab", "space")
        person.wait(lambda: kept() == {"start": "image"}, "the answer was not kept")
        person.program.send_signal(signal.SIGKILL)
        assert person.program.wait(30) == -signal.SIGKILL
    assert kept() == {"start": "image"}
    left = files()
    with started(environment) as person:
        person.press_for("alt+r", lambda: files() not in ([], left), "nothing was offered")
        person.wait(lambda: len(files()) == 1 and kept() == {"start": "image"}, "not restored")
        person.press("ctrl+q")
        person.find("^AMI Wizard$")
        person.answer("Escape")
        person.find("Starting point")
        person.press("ctrl+q")
        person.find("^AMI Wizard$")
        person.press("alt+d")
        assert person.program.wait(30) == 0


def test_an_answers_file_opens_with_the_program(environment: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "a.amiwizard"
    file.write_text('{"schema": 1, "answers": {"os": "windows"}}', encoding="utf-8")
    with started(environment, str(file)) as person:
        person.press_until("ctrl+7", "Results")
        person.press("ctrl+q")
        assert person.program.wait(30) == 0


def test_a_broken_answers_file_is_said_in_a_dialog_and_all_ways_are_open(
    environment: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "a.amiwizard"
    file.write_text("{", encoding="utf-8")
    with started(environment, str(file)) as person:
        person.find("Problem")
        person.answer("Return")
        person.find("Starting point")
        # The first page, by the keyboard alone: what one has is typed, and Undo takes it back.
        person.type("m3.medium")
        person.press("Return")
        moved = {"start": "instance", "current-type": "m3.medium"}
        person.wait(lambda: kept() == moved, "the type was not taken")
        person.press_for("ctrl+z", lambda: kept() == {}, "the type was not taken back")
        for key, title, close in (
            ("ctrl+shift+e", "Explain an EC2 error", "Escape"),
            ("ctrl+shift+t", "Instance types", "ctrl+w"),
        ):
            person.press(key)
            person.find(title)
            person.answer(close)
            person.find("Starting point")
        person.press_until("ctrl+7", "Results")
        person.press("ctrl+q")
        assert person.program.wait(30) == 0
