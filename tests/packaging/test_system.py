from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import PySide6
import pytest

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Linux's libraries")


@pytest.fixture
def system(scripts: dict[str, ModuleType]) -> ModuleType:
    return scripts["system"]


@pytest.fixture
def distributions(scripts: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    module = scripts["distribution"]
    monkeypatch.setattr(module, "is_root", lambda: False)
    debian, fedora, suse, arch = module.KNOWN
    return {"debian": debian, "fedora": fedora, "suse": suse, "arch": arch}


@linux_only
def test_a_library_is_found_by_loading_it(system: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    there = system.Part("libc.so.6", "libc6", "", "")
    lacking = system.Part("libnosuchthing.so.9", "no-such-thing", "", "")
    monkeypatch.setattr(system, "LIBRARIES", (there, lacking))
    assert lacking in system.lacking()
    assert there not in system.lacking()


@linux_only
def test_a_command_is_found_on_the_path(system: ModuleType) -> None:
    there, lacking = system.Part("sh", "dash", "", ""), system.Part("no-such-command", "none", "", "")
    missing = system.lacking([there, lacking])
    assert lacking in missing
    assert there not in missing


@linux_only
def test_a_font_is_found_in_the_persons_own_directory(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def no_system_fonts(path: str) -> Path:
        return tmp_path / path.lstrip("/") if path.startswith("/usr") else Path(path)

    monkeypatch.setattr(system, "Path", no_system_fonts)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert system.FONT in system.lacking()
    fonts = tmp_path / ".local" / "share" / "fonts" / "mine"
    fonts.mkdir(parents=True)
    (fonts / "readme.txt").touch()
    assert system.FONT in system.lacking()
    (fonts / "Mine.TTF").touch()
    assert system.FONT not in system.lacking()


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_lack_nothing_but_perhaps_venv(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(system.sys, "platform", platform)
    monkeypatch.setattr(system.importlib.util, "find_spec", lambda name: None)
    assert system.lacking([system.Part("no-such-command", "none", "", "")]) == [system.VENV]


def test_advice_on_debian_is_one_command_for_all(system: ModuleType, distributions: dict[str, Any]) -> None:
    venv = f"python3.{sys.version_info.minor}-venv"
    advice = system.advice([system.VENV, *system.LIBRARIES[:3], system.FONT], distributions["debian"])
    assert advice == (
        "This system lacks Python's venv module, a font, what Qt loads (libglib-2.0.so.0 and 2 more). "
        "Install it, then start again:\n"
        "  sudo apt-get update && sudo apt-get install --no-install-recommends "
        f"fonts-dejavu-core libdbus-1-3 libglib2.0-0 {venv}"
    )


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("fedora", "sudo dnf install 'libEGL.so.1()(64bit)'"),
        ("suse", "sudo zypper install 'libEGL.so.1()(64bit)'"),
        ("arch", "sudo pacman -S --needed libglvnd"),
    ],
)
def test_advice_elsewhere(system: ModuleType, distributions: dict[str, Any], name: str, command: str) -> None:
    (egl,) = (part for part in system.LIBRARIES if part.name == "libEGL.so.1")
    assert system.advice([egl], distributions[name]).endswith(f"start again:\n  {command}")


def test_advice_where_the_distribution_is_unknown_names_everything(system: ModuleType) -> None:
    advice = system.advice(system.LIBRARIES, None)
    assert all(part.name in advice for part in system.LIBRARIES)


@pytest.mark.parametrize("name", ["fedora", None])
def test_advice_for_a_python_without_venv_outside_debian(
    system: ModuleType, distributions: dict[str, Any], name: str | None
) -> None:
    advice = system.advice([system.VENV], distributions[name] if name else None)
    assert f"The Python in use, {sys.executable}, came without its modules venv and ensurepip" in advice


@pytest.fixture
def supply_on_debian(
    system: ModuleType, scripts: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., list[list[str]]]:
    """Runs supply() as if on Debian; returns the commands that it ran."""

    def supply(*, root: bool, helps: bool) -> list[list[str]]:
        lacking = [system.FONT, system.VENV]
        ran: list[list[str]] = []

        def run(command: Sequence[str]) -> int:
            ran.append(list(command))
            if helps and "install" in command:
                lacking.clear()
            return 0 if helps else 100

        monkeypatch.setattr(system, "lacking", lambda commands: list(lacking))
        monkeypatch.setattr(system, "run", run)
        monkeypatch.setattr(system, "is_root", lambda: root)
        monkeypatch.setattr(system, "this_distribution", lambda: scripts["distribution"].DEBIAN)
        system.supply()
        return ran

    return supply


def test_root_on_debian_gets_it_installed(supply_on_debian: Callable[..., list[list[str]]]) -> None:
    update, install = supply_on_debian(root=True, helps=True)
    venv = f"python3.{sys.version_info.minor}-venv"
    assert (update[0], update[-1]) == ("apt-get", "update")
    assert install[0] == "apt-get"
    assert install[-4:] == ["install", "--no-install-recommends", "fonts-dejavu-core", venv]


@pytest.mark.parametrize("root", [True, False])
def test_what_could_not_be_installed_is_asked_of_the_person(
    scripts: dict[str, ModuleType], supply_on_debian: Callable[..., list[list[str]]], root: bool
) -> None:
    with pytest.raises(scripts["console"].SetupError, match=r"apt-get install .* fonts-dejavu-core"):
        supply_on_debian(root=root, helps=False)


def test_nothing_is_run_where_nothing_lacks(system: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "lacking", lambda commands: [])
    monkeypatch.setattr(system, "run", lambda command: pytest.fail("ran something"))
    system.supply()


@linux_only
def test_the_libraries_are_those_that_qt_loads_and_no_others(system: ModuleType) -> None:
    qt = Path(PySide6.__file__).parent / "Qt"
    files = [qt / "lib" / f"libQt6{name}.so.6" for name in ("Widgets", "Svg", "PrintSupport")]
    plugins = ("platforms/libqxcb", "platforms/libqoffscreen", "iconengines/libqsvgicon")
    files += [
        qt / "plugins" / f"{name}.so" for name in (*plugins, "xcbglintegrations/libqxcb-glx-integration")
    ]
    ldd = subprocess.run(["ldd", *map(str, files)], capture_output=True, text=True, check=True).stdout
    assert "not found" not in ldd
    assert {part.name for part in system.LIBRARIES} <= set(ldd.split())
