from __future__ import annotations

import gettext
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wizard.app.file_service import FileService
from wizard.flow.interpret import needs_of
from wizard.gui.services import Services
from wizard.gui.user_error import UserError
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.store.preferences import load_preferences
from wizard.store.resources import resources

IMAGE = {"ImageId": "ami-1", "Name": "one", "Architecture": "x86_64"}


@pytest.fixture
def services(knowledge: Knowledge) -> Services:
    return FileService(knowledge, resources(), gettext.NullTranslations()).services()


def written(path: Path, content: Any) -> Path:
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_answers_go_to_a_file_and_come_back(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "a.amiwizard"
    services.write_answers(path, {"os": "ubuntu"})
    assert services.read_answers(path) == {"os": "ubuntu"}


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
    services: Services, tmp_path: Path, content: Any, named: str
) -> None:
    with pytest.raises(UserError) as caught:
        services.read_answers(written(tmp_path / "a.amiwizard", content))
    problem = caught.value
    assert problem.problem == "Unable to use a.amiwizard."
    assert named in problem.cause
    assert "\n" not in problem.cause
    assert problem.next_step
    assert str(tmp_path) in problem.details


def test_a_missing_file_is_a_problem_too(services: Services, tmp_path: Path) -> None:
    for read in (services.read_answers, services.read_images):
        with pytest.raises(UserError, match="Unable to use no"):
            read(tmp_path / "no.json")


@pytest.mark.parametrize(
    ("content", "images"),
    [(IMAGE, [IMAGE]), ({"Images": [IMAGE, IMAGE]}, [IMAGE, IMAGE]), ([IMAGE], [IMAGE])],
    ids=["one", "reply", "list"],
)
def test_images_are_read_however_they_were_saved(
    services: Services, tmp_path: Path, content: Any, images: list[dict[str, str]]
) -> None:
    assert list(services.read_images(written(tmp_path / "i.json", content))) == images


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
    services: Services, tmp_path: Path, content: Any, named: str
) -> None:
    with pytest.raises(UserError) as caught:
        services.read_images(written(tmp_path / "i.json", content))
    assert named in caught.value.cause
    assert "describe-images" in caught.value.next_step


def test_what_cannot_be_written_is_said(services: Services, tmp_path: Path) -> None:
    target = tmp_path / "no" / "such" / "folder" / "x"
    writes: list[Callable[[], object]] = [
        lambda: services.write_file(target, b""),
        lambda: services.write_answers(target, {}),
    ]
    for write in writes:
        with pytest.raises(UserError) as caught:
            write()
        assert "folder" in caught.value.cause
        assert "Nothing is lost" in caught.value.next_step


def test_files_are_written(services: Services, tmp_path: Path) -> None:
    services.write_file(tmp_path / "x.csv", b"a,b")
    assert (tmp_path / "x.csv").read_bytes() == b"a,b"


def test_preferences_are_remembered(services: Services) -> None:
    assert services.preference("scheme") == "system"
    services.remember("scheme", "dark")
    services.remember("scheme", "dark")
    assert services.preference("scheme") == "dark"
    assert load_preferences().scheme == "dark"


def test_preferences_that_cannot_be_kept_are_no_problem(
    services: Services, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("wizard.store.preferences.preferences_file", lambda: tmp_path)
    services.remember("scheme", "dark")
    assert services.preference("scheme") == "dark"


def test_unsaved_answers_are_kept_for_the_next_run(services: Services, knowledge: Knowledge) -> None:
    services.save_draft({"os": "ubuntu"})
    assert services.draft() is None
    services.discard_draft()
    services.delete_draft()
    assert services.draft() is None


def test_the_report_comes_in_every_form_and_is_the_same_each_time(
    services: Services, knowledge: Knowledge
) -> None:
    answers = {"os": "ubuntu"}
    recommendation = advise(knowledge, needs_of(answers, knowledge))
    report = services.report(recommendation, answers)
    assert services.pdf(report).startswith(b"%PDF")
    assert services.pdf(report) == services.pdf(services.report(recommendation, answers))
    assert services.markdown(report).startswith("# ")
    services.remember("report_reader", "Billing")
    assert [party.value for party in services.report(recommendation, answers).parties] == ["Billing"]
    small, large = services.pages(report, 0.5), services.pages(report, 1.0)
    assert len(small) == len(large) > 1
    assert all(page.startswith(b"\x89PNG") for page in large)
    assert len(large[0]) > len(small[0])
