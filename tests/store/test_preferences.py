from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.model.frozen import values_of
from wizard.store.preferences import Preferences, change_preference, load_preferences, preferences_file
from wizard.store.whole_file import NotWritten

CHANGED = Preferences(language="de", scheme="dark", text_percent=150, folder="/home/größe", keep_images=False)


def save_preferences(preferences: Preferences) -> None:
    for name, value in values_of(preferences).items():
        change_preference(name, value)


def test_without_a_file_everything_is_as_it_comes() -> None:
    assert load_preferences() == Preferences()
    assert not preferences_file().exists()


def test_what_was_set_is_found_again_by_its_owner_alone(home: Path) -> None:
    save_preferences(CHANGED)
    assert load_preferences() == CHANGED
    assert preferences_file().is_relative_to(home)
    assert stat.S_IMODE(preferences_file().stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "text", ["", "[]", "null", "\ud800", "[" * 100_000, '{"scheme": 1, "text_percent": true}']
)
def test_a_broken_file_keeps_nobody_out(text: str) -> None:
    save_preferences(CHANGED)
    preferences_file().write_bytes(text.encode("utf-8", "surrogatepass"))
    assert load_preferences() == Preferences()


def test_what_is_right_in_a_file_of_another_version_is_kept() -> None:
    save_preferences(CHANGED)
    preferences_file().write_text(
        '{"scheme": "dark", "text_percent": "big", "keep_images": 0, "sound": "loud"}'
    )
    assert load_preferences() == Preferences(scheme="dark")


def test_what_another_window_or_a_newer_version_set_stays() -> None:
    change_preference("mask_accounts", True)
    table = json.loads(preferences_file().read_text()) | {"of_a_newer_version": [1]}
    preferences_file().write_text(json.dumps(table))
    assert change_preference("folder", "/tmp") == Preferences(mask_accounts=True, folder="/tmp")
    assert json.loads(preferences_file().read_text())["of_a_newer_version"] == [1]


def test_a_lock_that_cannot_be_made_is_said() -> None:
    preferences_file().with_suffix(".lock").mkdir(parents=True)
    with pytest.raises(NotWritten, match="it is a folder"):
        change_preference("folder", "/tmp")


def test_a_folder_that_cannot_be_made(home: Path) -> None:
    preferences_file().parent.parent.rmdir()
    preferences_file().parent.parent.write_text("in the way")
    with pytest.raises(NotWritten, match="a part of its path is no folder"):
        save_preferences(CHANGED)


@given(
    st.builds(
        Preferences,
        language=st.text(st.characters(codec="utf-8")),
        scheme=st.text(max_size=5),
        text_percent=st.integers(),
        folder=st.text(max_size=5),
        image_columns=st.text(max_size=5),
        mask_accounts=st.booleans(),
        keep_images=st.booleans(),
    )
)
def test_any_preferences_survive(preferences: Preferences) -> None:
    save_preferences(preferences)
    assert load_preferences() == preferences


def test_until_somebody_chooses_accounts_are_shown_and_images_kept() -> None:
    said = load_preferences()
    assert (said.mask_accounts, said.keep_images) == (False, True)
    assert (said.language, said.scheme, said.text_percent) == ("", "system", 100)
