from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from tests.packaging.checkout import PACKAGING, Checkout


class Version(NamedTuple):
    major: int
    minor: int
    micro: int


def must_not_be_called() -> None:
    pytest.fail("what is there was not seen")


@pytest.fixture
def finished(bare_checkout: Checkout, scripts: dict[str, ModuleType]) -> Any:
    """An environment that is finished as far as files can say so."""
    module = scripts["environment"]
    environment = module.Environment(bare_checkout.root, ".venv", bare_checkout.lock, megabytes=1)
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()
    environment.stamp.write_bytes(environment.identity())
    return environment


def test_what_is_ready_is_left_alone(finished: Any) -> None:
    assert finished.ready()
    finished.ensure(must_not_be_called)


def test_half_a_stamp_or_no_python_is_not_ready(finished: Any) -> None:
    finished.stamp.write_bytes(finished.stamp.read_bytes()[:20])
    assert not finished.ready()
    finished.stamp.write_bytes(finished.identity())
    finished.python.unlink()
    assert not finished.ready()


def test_an_environment_for_another_lock_file_or_another_python_is_not_ready(
    finished: Any, scripts: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = finished.lock.read_bytes()
    finished.lock.write_bytes(lock + b"# more\n")
    assert not finished.ready()
    finished.lock.write_bytes(lock)
    assert finished.ready()
    implementation = type("Implementation", (), {"cache_tag": "cpython-399"})
    monkeypatch.setattr(scripts["environment"].sys, "implementation", implementation)
    assert not finished.ready()


def test_too_little_room_is_said_before_anything_is_made(
    bare_checkout: Checkout, scripts: dict[str, ModuleType]
) -> None:
    module = scripts["environment"]
    environment = module.Environment(bare_checkout.root, ".venv", bare_checkout.lock, megabytes=10**9)
    with pytest.raises(Exception, match=r"MB left, and \.venv takes 1000000000 MB\. Free some space"):
        environment.ensure(lambda: None)
    assert not environment.directory.exists()


def test_a_link_in_place_of_the_environment_is_refused_and_its_target_kept(
    bare_checkout: Checkout, scripts: dict[str, ModuleType], tmp_path: Path
) -> None:
    target = tmp_path / "elsewhere"
    target.mkdir()
    (target / "complete.txt").write_text("of another checkout")
    environment = scripts["environment"].Environment(
        bare_checkout.root, ".venv", bare_checkout.lock, megabytes=1
    )
    environment.directory.symlink_to(target)
    with pytest.raises(scripts["console"].SetupError, match=r"\.venv is a link\. Remove it"):
        environment.ensure(lambda: None)
    assert (target / "complete.txt").read_text() == "of another checkout"


def test_a_file_in_place_of_the_environment_is_named_and_kept(
    bare_checkout: Checkout, scripts: dict[str, ModuleType]
) -> None:
    environment = scripts["environment"].Environment(
        bare_checkout.root, ".venv", bare_checkout.lock, megabytes=1
    )
    environment.directory.write_text("mine")
    with pytest.raises(scripts["console"].SetupError, match=r"\.venv is a file\. Remove it"):
        environment.ensure(lambda: None)
    assert environment.directory.read_text() == "mine"


def test_what_the_system_says_no_to_is_one_clear_message(
    bare_checkout: Checkout, scripts: dict[str, ModuleType]
) -> None:
    module = scripts["environment"]
    (bare_checkout.root / ".venv.lock").mkdir()
    environment = module.Environment(bare_checkout.root, ".venv", bare_checkout.lock, megabytes=1)
    with pytest.raises(
        scripts["console"].SetupError, match=r"\.venv could not be made: .*\.venv\.lock.* start again"
    ):
        environment.ensure(must_not_be_called)


@pytest.mark.parametrize(
    ("newer", "remedy"),
    [("/usr/bin/python3.12", "Start it with /usr/bin/python3.12 instead."), (None, "Install one")],
)
def test_an_old_python_is_refused_and_a_newer_one_named(
    scripts: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch, newer: str | None, remedy: str
) -> None:
    module = scripts["environment"]
    monkeypatch.setattr(module.sys, "version_info", Version(3, 10, 13))
    monkeypatch.setattr(module.shutil, "which", lambda name: newer if name == "python3.12" else None)
    with pytest.raises(
        scripts["console"].SetupError, match=rf"3\.11 or newer.*is Python 3\.10\.13\. {remedy}"
    ):
        module.refuse_old_python()


@pytest.mark.parametrize("name", ["run", "test"])
def test_lock_files_name_versions_and_hashes_and_no_address(name: str) -> None:
    lines = (PACKAGING / f"{name}.lock").read_text(encoding="ascii").splitlines()
    entries = [line for line in lines if not line.startswith(("#", " "))]
    assert entries
    assert all("==" in entry and entry.endswith("\\") for entry in entries)
    assert all("sha256:" in line for line in lines if line.startswith(" "))
    assert not [line for line in lines if "://" in line or line.startswith("-")]


def test_the_program_is_tested_with_the_packages_it_runs_with() -> None:
    run, test = (versions(PACKAGING / f"{name}.lock") for name in ("run", "test"))
    assert run.items() <= test.items()
    assert test["moto"] == "5.2.5"


def versions(lock: Path) -> dict[str, str]:
    lines = lock.read_text(encoding="ascii").splitlines()
    pairs = (line.split()[0].split("==") for line in lines if not line.startswith(("#", " ")))
    return {pair[0]: pair[1] for pair in pairs}
