from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from wizard.store.file_lock import locked, try_lock


def test_one_at_a_time_holds_it_until_it_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "1.lock"
    first = try_lock(path)
    assert first is not None
    assert try_lock(path) is None
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    os.close(first)
    again = try_lock(path)
    assert again is not None
    os.close(again)


def test_who_waits_has_it_after_whoever_had_it(tmp_path: Path) -> None:
    path = tmp_path / "1.lock"
    order: list[str] = []
    begun, inside, looked = threading.Event(), threading.Event(), threading.Event()

    def wait() -> None:
        begun.set()
        with locked(path):
            order.append("the second")
            inside.set()
            looked.wait(60)

    with locked(path):
        second = threading.Thread(target=wait)
        second.start()
        assert begun.wait(60)
        assert try_lock(path) is None
        order.append("the first")
    assert inside.wait(60)
    assert try_lock(path) is None
    looked.set()
    second.join(60)
    assert order == ["the first", "the second"]


def test_it_is_free_again_after_an_error(tmp_path: Path) -> None:
    path = tmp_path / "1.lock"
    with pytest.raises(ValueError, match="within"), locked(path):
        raise ValueError("within")
    lock = try_lock(path)
    assert lock is not None
    os.close(lock)
