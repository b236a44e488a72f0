from __future__ import annotations

import gettext
import json
from pathlib import Path
from typing import Any

import pytest

from wizard.app.doors import Doors
from wizard.flow.interpret import needs_of
from wizard.gui.services import Outside
from wizard.gui.user_error import Problem
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.store.preferences import load_preferences
from wizard.store.resources import resources

IMAGE = {"ImageId": "ami-1", "Name": "one", "Architecture": "x86_64"}


@pytest.fixture
def outside(knowledge: Knowledge) -> Outside:
    return Doors(knowledge, resources(), gettext.NullTranslations()).outside()


def written(path: Path, content: Any) -> Path:
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_answers_go_to_a_file_and_come_back(outside: Outside, tmp_path: Path) -> None:
    path = tmp_path / "a.amiwizard"
    outside.write_answers(path, {"os": "ubuntu"})
    assert outside.read_answers(path) == {"os": "ubuntu"}


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("{", "a.amiwizard"),
        ({"schema": 1, "answers": {"os": 5}}, "os"),
        ({"schema": 2, "answers": {}}, "schema"),
        ({"schema": 1, "answers": {"colour": "red"}}, "colour"),
    ],
)
def test_a_broken_answers_file_is_one_problem_that_names_the_place(
    outside: Outside, tmp_path: Path, content: Any, named: str
) -> None:
    with pytest.raises(Problem) as caught:
        outside.read_answers(written(tmp_path / "a.amiwizard", content))
    problem = caught.value
    assert problem.problem == "Unable to use a.amiwizard."
    assert named in problem.cause
    assert "\n" not in problem.cause
    assert problem.next_step
    assert str(tmp_path) in problem.details


def test_a_missing_file_is_a_problem_too(outside: Outside, tmp_path: Path) -> None:
    for read in (outside.read_answers, outside.read_images):
        with pytest.raises(Problem, match="Unable to use no"):
            read(tmp_path / "no.json")


@pytest.mark.parametrize(
    ("content", "images"),
    [(IMAGE, [IMAGE]), ({"Images": [IMAGE, IMAGE]}, [IMAGE, IMAGE]), ([IMAGE], [IMAGE])],
    ids=["one", "reply", "list"],
)
def test_images_are_read_however_they_were_saved(
    outside: Outside, tmp_path: Path, content: Any, images: list[dict[str, str]]
) -> None:
    assert list(outside.read_images(written(tmp_path / "i.json", content))) == images


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ('{"Images": [{"ImageId": "ami-1", "Arch', "i.json"),
        ({"Images": [{"ImageId": "ami-1", "Architecture": "x86-64"}]}, "Images[0]: Architecture"),
        ({"Images": []}, "the list is empty"),
        ({"Reservations": []}, "i.json"),
        ("[" * 100_000, "i.json"),
    ],
)
def test_a_broken_reply_is_one_problem_that_names_the_key(
    outside: Outside, tmp_path: Path, content: Any, named: str
) -> None:
    with pytest.raises(Problem) as caught:
        outside.read_images(written(tmp_path / "i.json", content))
    assert named in caught.value.cause
    assert "describe-images" in caught.value.next_step


def test_what_cannot_be_written_is_said(outside: Outside, tmp_path: Path) -> None:
    target = tmp_path / "no" / "such" / "folder" / "x"
    for write in (lambda: outside.write_file(target, b""), lambda: outside.write_answers(target, {})):
        with pytest.raises(Problem) as caught:
            write()
        assert "folder" in caught.value.cause
        assert "Nothing is lost" in caught.value.next_step


def test_files_are_written(outside: Outside, tmp_path: Path) -> None:
    outside.write_file(tmp_path / "x.csv", b"a,b")
    assert (tmp_path / "x.csv").read_bytes() == b"a,b"


def test_preferences_are_remembered(outside: Outside) -> None:
    assert outside.preference("scheme") == "system"
    outside.remember("scheme", "dark")
    outside.remember("scheme", "dark")
    assert outside.preference("scheme") == "dark"
    assert load_preferences().scheme == "dark"


def test_preferences_that_cannot_be_kept_are_no_problem(
    outside: Outside, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("wizard.store.preferences.preferences_file", lambda: tmp_path)
    outside.remember("scheme", "dark")
    assert outside.preference("scheme") == "dark"


def test_unsaved_answers_are_kept_for_the_next_run(outside: Outside, knowledge: Knowledge) -> None:
    outside.keep({"os": "ubuntu"})
    assert outside.kept() is None
    outside.let_go()
    outside.forget_kept()
    assert outside.kept() is None


def test_the_report_comes_in_every_form_and_is_the_same_each_time(
    outside: Outside, knowledge: Knowledge
) -> None:
    answers = {"os": "ubuntu"}
    recommendation = advise(knowledge, needs_of(answers, knowledge))
    report = outside.report(recommendation, answers)
    assert outside.pdf(report).startswith(b"%PDF")
    assert outside.pdf(report) == outside.pdf(outside.report(recommendation, answers))
    assert outside.markdown(report).startswith("# ")
    small, large = outside.pages(report, 0.5), outside.pages(report, 1.0)
    assert len(small) == len(large) > 1
    assert all(page.startswith(b"\x89PNG") for page in large)
    assert len(large[0]) > len(small[0])
