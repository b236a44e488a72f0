from __future__ import annotations

import ast
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.packaging.checkout import PACKAGING, Checkout, end, write_wheel
from tests.packaging.held_wheels import HeldWheels, hold_wheels
from tests.packaging.set_ups import SetUps

posix_only = pytest.mark.skipif(os.name != "posix", reason="signals and process groups are POSIX's")


@pytest.fixture
def wheels_held_back(bare_checkout: Checkout) -> Iterator[HeldWheels]:
    with hold_wheels(bare_checkout.wheels) as held:
        yield held


def test_a_start_sets_up_and_runs_the_program_where_the_person_is(set_ups: SetUps) -> None:
    assert set_ups.done.returncode == 0, set_ups.done.stderr
    assert json.loads(set_ups.done.stdout) == {
        "arguments": ["one", "two words"],
        "directory": str(set_ups.elsewhere),
        "probe": 1,
    }
    for step in ("Setting up", "private Python environment", "Installing 1 packages", "Ready after"):
        assert step in set_ups.done.stderr
    assert "Removing" not in set_ups.refused.stderr


def test_what_a_refused_set_up_left_is_repaired(set_ups: SetUps) -> None:
    assert set_ups.stamped == (False, True)
    assert "Removing .venv, left by an unfinished or older set-up" in set_ups.done.stderr


def test_a_file_that_the_lock_does_not_name_is_said_with_its_cause(set_ups: SetUps) -> None:
    assert_refused(
        set_ups.checkout, set_ups.refused, "a downloaded file is not the one that the lock file names"
    )


def test_second_start_says_nothing_and_makes_nothing_anew(checkout: Checkout) -> None:
    def made() -> dict[Path, int]:
        files = (checkout.root / ".venv").rglob("*")
        return {file: file.lstat().st_mtime_ns for file in files if "__pycache__" not in file.parts}

    before = made()
    result = checkout.start("again")
    assert (result.returncode, result.stderr) == (0, "")
    assert made() == before


def test_second_start_loads_nothing_that_only_a_set_up_needs(checkout: Checkout) -> None:
    # The words that Python writes about each import, of run.py alone.
    loading = [sys.executable, "-X", "importtime", str(checkout.script), "again"]
    done = subprocess.run(loading, capture_output=True, text=True, check=True, cwd=checkout.root)
    loaded = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}
    assert "subprocess" in loaded
    assert not loaded & {"venv", "ensurepip", "pip", "ssl", "urllib.request", "importlib.metadata"}


@pytest.mark.parametrize("status", [0, 1, 2, 3])
def test_exit_status_of_the_program_is_passed_on(checkout: Checkout, status: int) -> None:
    assert checkout.start("exit", str(status)).returncode == status


def test_neither_files_nor_variables_where_one_is_stand_in_for_modules(
    checkout: Checkout, tmp_path: Path
) -> None:
    for name in ("wizard", "json", "probe"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('the wrong one')", encoding="utf-8")
    result = checkout.start("x", where=tmp_path, PYTHONPATH=str(tmp_path))
    # run.py itself is started by the person's Python, which does look at PYTHONPATH for json.
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["probe"] == 1


def test_a_moved_checkout_still_starts(checkout: Checkout, tmp_path: Path) -> None:
    checkout.root.rename(tmp_path / "moved")
    result = Checkout(tmp_path / "moved", checkout.wheels).start("x")
    assert (result.returncode, result.stderr) == (0, "")
    assert json.loads(result.stdout)["arguments"] == ["x"]


@pytest.mark.slow
def test_another_lock_file_makes_the_environment_anew(checkout: Checkout) -> None:
    checkout.lock.write_text(write_wheel(checkout.wheels, 2), encoding="utf-8")
    result = checkout.start("x")
    assert json.loads(result.stdout)["probe"] == 2
    assert "Removing .venv" in result.stderr


@pytest.mark.slow
@pytest.mark.parametrize("damage", ["no stamp", "half a stamp", "no python"])
def test_a_damaged_environment_is_repaired(checkout: Checkout, damage: str) -> None:
    if damage == "no python":
        checkout.python.unlink()
    elif damage == "no stamp":
        checkout.stamp.unlink()
    else:
        checkout.stamp.write_bytes(checkout.stamp.read_bytes()[:20])
    result = checkout.start("x")
    assert result.returncode == 0, result.stderr
    assert "Removing .venv" in result.stderr
    assert checkout.start("x").stderr == ""


@pytest.mark.slow
@posix_only
@pytest.mark.timeout(180)
def test_an_interrupted_set_up_says_so_in_one_line(
    bare_checkout: Checkout, wheels_held_back: HeldWheels
) -> None:
    process = bare_checkout.popen("x", PIP_FIND_LINKS=wheels_held_back.url)
    assert wheels_held_back.asked_for.wait()
    said = end(process, signal.SIGINT)
    assert process.returncode == 130
    assert said.splitlines()[-1] == "Interrupted. An unfinished set-up is made anew by the next start."


@pytest.mark.slow
@posix_only
@pytest.mark.timeout(180)
def test_what_a_killed_set_up_left_is_repaired(bare_checkout: Checkout, wheels_held_back: HeldWheels) -> None:
    process = bare_checkout.popen("x", PIP_FIND_LINKS=wheels_held_back.url)
    assert wheels_held_back.asked_for.wait()
    assert "Installing 1 packages" in end(process, signal.SIGKILL)
    assert not bare_checkout.stamp.exists()
    done = bare_checkout.start("x")
    assert done.returncode == 0, done.stderr
    assert "Removing .venv, left by an unfinished or older set-up" in done.stderr


@pytest.mark.slow
@posix_only
@pytest.mark.timeout(180)
def test_of_two_starts_at_once_one_sets_up_and_the_other_waits(
    bare_checkout: Checkout, wheels_held_back: HeldWheels
) -> None:
    first = bare_checkout.popen("first", PIP_FIND_LINKS=wheels_held_back.url)
    assert wheels_held_back.asked_for.wait()
    second = bare_checkout.popen("second")
    assert second.stderr is not None
    assert second.stderr.readline() == "Another start is setting this up already; waiting for it.\n"
    wheels_held_back.given_out.set()
    with first, second:
        out, err = first.communicate(timeout=120)
        waited_for, more = second.communicate(timeout=120)
    assert (first.returncode, second.returncode) == (0, 0), err + more
    assert json.loads(out)["arguments"] == ["first"]
    assert json.loads(waited_for)["arguments"] == ["second"]
    assert more == ""


def test_without_arguments_and_display_the_sample_is_walked(checkout: Checkout, tmp_path: Path) -> None:
    result = checkout.start(where=tmp_path)
    assert result.returncode == 0, result.stderr
    pdf = tmp_path / "ami-recommendation.pdf"
    assert result.stdout == f"{pdf}\n"
    sample = checkout.root / "resources" / "sample" / "sample.amiwizard"
    assert pdf.read_text() == f"recommend --answers {sample} --pdf {pdf}"
    assert "No display" in result.stderr
    assert "the program's own words" in result.stderr


def test_the_sample_takes_no_other_files_place(checkout: Checkout, tmp_path: Path) -> None:
    (tmp_path / "ami-recommendation.pdf").write_text("mine")
    result = checkout.start(where=tmp_path)
    assert result.stdout == f"{tmp_path / 'ami-recommendation-2.pdf'}\n"
    assert (tmp_path / "ami-recommendation.pdf").read_text() == "mine"


def test_a_link_that_leads_nowhere_is_not_followed(checkout: Checkout, tmp_path: Path) -> None:
    (tmp_path / "ami-recommendation.pdf").symlink_to(tmp_path / "elsewhere.pdf")
    assert checkout.start(where=tmp_path).stdout == f"{tmp_path / 'ami-recommendation-2.pdf'}\n"
    assert not (tmp_path / "elsewhere.pdf").exists()


def test_with_a_display_and_without_arguments_the_window_opens(checkout: Checkout) -> None:
    assert json.loads(checkout.start(DISPLAY=":7").stdout)["arguments"] == []
    assert json.loads(checkout.start(WAYLAND_DISPLAY="wayland-0").stdout)["arguments"] == []


def test_a_directory_that_cannot_be_written_gives_way_to_the_temporary_one(
    scripts: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    run = scripts["run"]
    assert run.writable_directory() == tmp_path
    monkeypatch.setattr(run.tempfile, "gettempdir", lambda: "/elsewhere")
    monkeypatch.setattr(run.os, "access", lambda path, mode: False)
    assert run.writable_directory() == Path("/elsewhere")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere a directory in use stays")
def test_a_directory_that_is_gone_gives_way_to_the_temporary_one(
    scripts: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    monkeypatch.setattr(scripts["run"].tempfile, "gettempdir", lambda: "/elsewhere")
    assert scripts["run"].writable_directory() == Path("/elsewhere")


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("freebsd14", {}, False),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_has_display(
    scripts: dict[str, ModuleType],
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    variables: dict[str, str],
    expected: bool,
) -> None:
    run = scripts["run"]
    monkeypatch.setattr(run.sys, "platform", platform)
    monkeypatch.setattr(run.os, "environ", variables)
    assert run.has_display() is expected


def test_a_lock_file_that_is_gone_is_said_in_one_line(bare_checkout: Checkout) -> None:
    bare_checkout.lock.unlink()
    result = bare_checkout.start("x")
    assert (result.returncode, result.stdout) == (4, "")
    assert result.stderr == (
        f"AMI Wizard cannot start. {bare_checkout.lock} is missing, so this checkout is not whole. Clone it anew.\n"
    )


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_checkout_that_cannot_be_written_is_said_in_one_line(bare_checkout: Checkout) -> None:
    bare_checkout.root.chmod(0o500)
    result = bare_checkout.start("x")
    bare_checkout.root.chmod(0o700)
    assert result.returncode == 4
    assert "Permission denied" in result.stderr


@pytest.mark.slow
def test_a_package_that_cannot_be_had_is_said_with_its_cause(bare_checkout: Checkout) -> None:
    (wheel,) = bare_checkout.wheels.iterdir()
    wheel.unlink()
    result = bare_checkout.start("x")
    assert_refused(
        bare_checkout,
        result,
        "there is no ready-made build of a package for this system and this Python",
    )
    assert not bare_checkout.stamp.exists()


def assert_refused(checkout: Checkout, result: subprocess.CompletedProcess[str], cause: str) -> None:
    assert (result.returncode, result.stdout) == (4, "")
    last = result.stderr.splitlines()[-1]
    assert last.startswith(f"AMI Wizard cannot start. The packages could not be installed: {cause}.")
    assert last.endswith(f"All that pip said is in {checkout.root / '.venv' / 'pip.log'}.")


@pytest.mark.parametrize("name", ["console", "distribution", "environment", "requirements", "run", "system"])
def test_an_old_python_can_read_what_tells_it_that_it_is_too_old(name: str) -> None:
    source = (PACKAGING / f"{name}.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 7))
