"""The walk in a real window, from the first step to a saved PDF, by the keyboard alone."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pypdf
import pytest

from tests.e2e.display import PROGRAM, ROOT, Person, missing, screen, started
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
    done = subprocess.run([*PROGRAM, *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
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
        person.press_until("ctrl+7", "Results")
        person.press("ctrl+q")
        assert person.program.wait(30) == 0


CARDS = ("new", "instance", "error", "image", "images", "sample")
IMAGES = '{"Images": [{"ImageId": "ami-1", "Architecture": "x86_64"}, {"ImageId": "ami-2", "Architecture": "arm64"}]}'


def enter(person: Person, card: str) -> None:
    """Press a card of the first page, as who has just come to it: past the field to paste into and its button."""
    person.press_until("ctrl+2", "Operating system")
    person.press_until("ctrl+1", "Starting point")
    person.press(*["Tab"] * (2 + CARDS.index(card)), "space")


def save_as(person: Person, title: str, file: Path) -> bytes:
    """Answer a file dialog; what the file holds then."""
    person.find(title)
    person.press("ctrl+a")
    person.type(str(file))
    person.answer("Return")
    person.wait(lambda: file.is_file() and file.stat().st_size > 0, f"{file.name} was not saved")
    return file.read_bytes()


def clipboard(environment: dict[str, str]) -> str:
    """What another program would paste."""
    paste = "from PySide6.QtGui import QGuiApplication as G; a = G([]); print(a.clipboard().text())"
    done = subprocess.run(
        [sys.executable, "-c", paste], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def taken(card: str) -> bool:
    """Whether the walk starts with what the card names."""
    return kept() == {"start": card}


def compared(person: Person) -> str:
    """Select a second row where the focus is on the table, and compare; the dialog, if there is one."""
    person.press("shift+Down", "alt+p")
    return person._search("a1.2xlarge, a1.4xlarge")


def test_every_goal_of_the_first_page_opens_by_keyboard(environment: dict[str, str], tmp_path: Path) -> None:
    with started(environment) as person:
        enter(person, "new")
        person.expect("Operating system")
        for card in ("instance", "image"):
            enter(person, card)
            person.wait(partial(taken, card), f"{card} was not taken")
            person.press_for("ctrl+z", lambda: kept() == {}, "the answer was not taken back")
        enter(person, "error")
        person.find("Explain an EC2 error")
        person.answer("Escape")
        person.find("Starting point")
        # The article's question, behind the last card.
        enter(person, "new")
        person.press_until("ctrl+1", "Starting point")
        person.press(*["Tab"] * (2 + len(CARDS)), "space")
        person.expect("Results")
        # Several images in what one has: which one?
        person.press_until("ctrl+1", "Starting point")
        person.type(IMAGES)
        person.press("Return")
        person.find("Choose an image")
        person.press("Down")
        person.answer("Return")
        person.find("Results")
        person.wait(lambda: "ami-2" in str(kept()), "the second image was not taken")
        person.press_for("ctrl+z", lambda: kept() == {}, "the image was not taken back")
        enter(person, "images")
        person.find("Images – AMI Wizard")
        person.answer("ctrl+w")
        person.find("Starting point")
        enter(person, "sample")
        person.find("Images – AMI Wizard")
        for letter, name, begins in (
            ("c", "images.csv", b"\xef\xbb\xbfName"),
            ("j", "images.json", b"{"),
            ("m", "images.md", b"| "),
        ):
            person.press("alt+x", letter)
            assert save_as(person, "Export the images that are shown", tmp_path / name).startswith(begins)
            person.find("Images – AMI Wizard")
        person.press("ctrl+w")
        person.find("Starting point")
        person.press("ctrl+q")
        assert person.program.wait(30) == 0
        assert person.errors.read_text(encoding="utf-8") == ""


def test_what_is_carried_away_compared_and_explained_by_keyboard(
    environment: dict[str, str], tmp_path: Path
) -> None:
    mine, other = tmp_path / "mine.amiwizard", tmp_path / "other.amiwizard"
    mine.write_text('{"schema": 1, "answers": {"os": "ubuntu"}}', encoding="utf-8")
    with started(environment, str(mine)) as person:
        person.press_until("ctrl+7", "Results")
        person.press("ctrl+s")
        assert json.loads(save_as(person, "Save answers", other))["answers"] == {"os": "ubuntu"}
        person.find("Results")
        person.press_for(
            "ctrl+shift+m", lambda: "HVM" in clipboard(environment), "no report on the clipboard"
        )
        assert clipboard(environment).startswith("# ")
        person.press("alt+e")
        assert b"m8i" in save_as(person, "Export the table", tmp_path / "types.csv")
        person.find("Results")
        person.press("ctrl+shift+o")
        person.find("Compare with these answers")
        person.press("ctrl+a")
        person.type(str(other))
        person.answer("Return")
        person.find("Compare with other.amiwizard")
        person.answer("Escape")
        person.find("Results")
        for key, title in (
            ("ctrl+shift+c", "^Prices$"),
            ("ctrl+shift+w", "^Words$"),
            ("ctrl+shift+r", "^Rules$"),
            ("ctrl+shift+p", "IAM policy"),
            ("ctrl+shift+a", "^Instance types$"),
        ):
            person.press(key)
            person.find(title)
            person.answer("Escape")
            person.find("Results")
        person.press("ctrl+shift+t")
        person.find("Instance types – AMI Wizard")
        # From the filter on to the table, where two rows are selected and compared.
        person.press_for("Tab", lambda: compared(person), "no two types beside each other")
        person.find("a1.2xlarge, a1.4xlarge")
        person.answer("Escape")
        person.find("Instance types – AMI Wizard")
        person.answer("ctrl+w")
        person.find("Results")
        person.press("ctrl+q")
        assert person.program.wait(30) == 0
        assert person.errors.read_text(encoding="utf-8") == ""
