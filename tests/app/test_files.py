from __future__ import annotations

from pathlib import Path

import pytest

from wizard.app.files import reading, writing
from wizard.gui.user_error import UserError
from wizard.model.images.describe_images import ImageError
from wizard.model.message import ENGLISH, Message
from wizard.store.text_file import read_text
from wizard.store.whole_file import write_whole


def test_what_is_wrong_with_a_file_is_a_problem_with_a_next_step(tmp_path: Path) -> None:
    with (
        pytest.raises(UserError, match=r"Unable to use a\.json") as caught,
        reading(tmp_path / "a.json", "Go on.", ENGLISH),
    ):
        raise ImageError(Message("a.json: Name: 5 is not a text"))
    assert (caught.value.cause, caught.value.next_step) == ("a.json: Name: 5 is not a text", "Go on.")
    assert str(tmp_path) in caught.value.details
    with pytest.raises(UserError, match="Unable to use"), reading(tmp_path, "", ENGLISH):
        read_text(tmp_path)


def test_what_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Unable to write") as caught, writing("Go on.", ENGLISH):
        write_whole(tmp_path / "no" / "x", b"")
    assert caught.value.next_step == "Go on."


def test_a_fault_of_the_program_stays_one(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), reading(tmp_path, "", ENGLISH), writing("", ENGLISH):
        raise ZeroDivisionError
