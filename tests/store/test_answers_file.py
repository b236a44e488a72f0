from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.flow.examples import some_answers
from wizard.flow.answers import AnswersError
from wizard.flow.effective_answers import check_answers
from wizard.flow.kind import Value
from wizard.model.knowledge import Knowledge
from wizard.store.answers_file import SUFFIX, load_answers, save_answers
from wizard.store.resources import resources
from wizard.store.text_file import NotRead


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("answers") / f"mine{SUFFIX}"


@given(answers=some_answers())
def test_what_is_saved_is_opened_again(answers: dict[str, Value], path: Path) -> None:
    save_answers(path, answers)
    assert load_answers(path) == answers


@given(data=st.binary())
def test_any_bytes_are_answers_or_one_line(data: bytes, path: Path) -> None:
    path.write_bytes(data)
    with pytest.raises((AnswersError, NotRead)) as caught:
        load_answers(path)
    assert path.name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_sample_is_whole(knowledge: Knowledge) -> None:
    answers = load_answers(resources() / "sample" / f"sample{SUFFIX}")
    assert check_answers(answers, knowledge) == answers


def test_what_one_saves_oneself_others_may_read_and_what_is_private_not(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        for private, mode in ((False, 0o644), (True, 0o600)):
            save_answers(path := tmp_path / f"{private}{SUFFIX}", {"os": "ubuntu"}, private=private)
            assert stat.S_IMODE(path.stat().st_mode) == mode
        save_answers(path := tmp_path / f"mine{SUFFIX}", {"os": "ubuntu"})
        assert stat.S_IMODE(path.stat().st_mode) == 0o644
    finally:
        os.umask(before)
