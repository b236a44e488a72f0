from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from wizard.flow.kind import Value
from wizard.store.unsaved import Unsaved, unsaved_folder
from wizard.store.whole_file import NotWritten

ROOT = Path(__file__).resolve().parents[2]
ANSWERS: dict[str, Value] = {"os": "ubuntu", "vcpus": {"minimum": 4}}

KILLED = """
import os, signal, sys
from pathlib import Path
from wizard.store.unsaved import Unsaved
Unsaved(Path(sys.argv[1])).keep({"os": "debian"})
os.kill(os.getpid(), signal.SIGKILL)
"""


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.amiwizard"))


def test_nothing_is_left_by_nobody(tmp_path: Path) -> None:
    unsaved = Unsaved(tmp_path / "new")
    assert unsaved.left() is None
    unsaved.forget_left()


def test_answers_are_kept_replaced_and_let_go(tmp_path: Path) -> None:
    unsaved = Unsaved(tmp_path)
    unsaved.keep(ANSWERS)
    unsaved.keep({"os": "debian"})
    assert len(files(tmp_path)) == 1
    assert (tmp_path / files(tmp_path)[0]).stat().st_mode & 0o077 == 0
    assert unsaved.left() is None
    unsaved.let_go()
    unsaved.let_go()
    assert files(tmp_path) == []


def test_what_a_closed_window_left_is_found_once(tmp_path: Path) -> None:
    first = Unsaved(tmp_path)
    first.keep(ANSWERS)
    first.close()
    first.close()
    second = Unsaved(tmp_path)
    second.keep({"os": "debian"})
    assert second.left() == ANSWERS
    second.forget_left()
    assert second.left() is None
    assert len(files(tmp_path)) == 1


def test_the_answers_of_an_open_window_are_its_own(tmp_path: Path) -> None:
    first, second = Unsaved(tmp_path), Unsaved(tmp_path)
    first.keep(ANSWERS)
    assert second.left() is None
    second.forget_left()
    assert len(files(tmp_path)) == 1
    first.close()
    assert second.left() == ANSWERS


def test_the_newest_of_several_counts(tmp_path: Path) -> None:
    for place, system in enumerate(("ubuntu", "debian")):
        window = Unsaved(tmp_path)
        window.keep({"os": system})
        os.utime(window._own, (place, place))
        window.close()
    assert Unsaved(tmp_path).left() == {"os": "debian"}


def test_a_broken_file_is_passed_over(tmp_path: Path) -> None:
    window = Unsaved(tmp_path)
    window.keep(ANSWERS)
    (tmp_path / "9.beef.amiwizard").write_text("{", encoding="utf-8")
    window.close()
    assert Unsaved(tmp_path).left() == ANSWERS


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_answers_outlive_a_killed_process(tmp_path: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], cwd=ROOT, check=False)
    assert killed.returncode == -9
    assert Unsaved(tmp_path).left() == {"os": "debian"}


def test_only_the_person_can_read_them(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    Unsaved(folder).keep(ANSWERS)
    assert folder.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_made_keeps_nobody_from_the_program(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    unsaved = Unsaved(tmp_path / "file")
    assert unsaved.left() is None
    unsaved.forget_left()
    unsaved.let_go()
    unsaved.close()
    with pytest.raises(NotWritten):
        unsaved.keep(ANSWERS)


def test_more_windows_than_numbers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wizard.store.unsaved._MOST_WINDOWS", 1)
    first, second = Unsaved(tmp_path), Unsaved(tmp_path)
    assert [path.name for path in tmp_path.glob("*.lock")] == ["1.lock"]
    first.keep(ANSWERS)
    assert second.left() is None
    second.keep({"os": "debian"})
    assert len(files(tmp_path)) == 2


def test_they_are_kept_where_state_belongs(home: Path) -> None:
    assert home in unsaved_folder().parents
    Unsaved().keep(ANSWERS)
    assert files(unsaved_folder())
