from __future__ import annotations

import os
import stat
import time
from pathlib import Path

import platformdirs
import pytest

from wizard.store.catalog_cache import cached_catalog
from wizard.store.folders import cache_folder, own_folder
from wizard.store.preferences import Preferences, change_preference, load_preferences
from wizard.store.unsaved import Unsaved
from wizard.store.whole_file import NotWritten


def test_a_folder_is_its_owners_alone_whoever_made_it(tmp_path: Path) -> None:
    folder = tmp_path / "made"
    folder.mkdir()
    folder.chmod(0o777)
    own_folder(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_what_a_killed_process_left_half_written_goes_and_nothing_else(tmp_path: Path) -> None:
    old, young, other = (
        tmp_path / name
        for name in (".ami-wizard-0123456789abcdef.part", ".ami-wizard-fedcba9876543210.part", "mine.part")
    )
    for file in (old, young, other):
        file.touch()
    hours_ago = time.time() - 2 * 3600
    os.utime(old, (hours_ago, hours_ago))
    os.utime(other, (0, 0))
    own_folder(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([young.name, other.name])


@pytest.mark.parametrize(("seconds", "stays"), [(3600, True), (3601, False)])
def test_what_is_being_written_is_an_hour_old_at_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: int, stays: bool
) -> None:
    part = tmp_path / ".ami-wizard-0123456789abcdef.part"
    part.touch()
    os.utime(part, (10_000, 10_000))
    monkeypatch.setattr("time.time", lambda: 10_000 + seconds)
    own_folder(tmp_path)
    assert part.exists() is stays


def test_without_a_home_the_program_works_and_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object, **__: object) -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("user_cache_path", "user_config_path", "user_state_path"):
        monkeypatch.setattr(platformdirs, name, nobody)
    assert load_preferences() == Preferences()
    assert cached_catalog(lambda _: None) is None
    assert Unsaved().left() is None
    with pytest.raises(NotWritten, match="a part of its path is no folder"):
        change_preference("folder", "/tmp")


def test_a_folder_that_may_not_be_read_is_as_if_there_was_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(_self: Path, **_: object) -> os.stat_result:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", denied)
    assert load_preferences() == Preferences()
    assert cached_catalog(lambda _: None) is None


@pytest.mark.parametrize("length", [300, 5000])
def test_a_name_that_is_too_long_is_as_if_there_was_nothing(
    length: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/" + "x" * length)
    assert cache_folder().parts[1] == "x" * length
    assert cached_catalog(lambda _: None) is None
