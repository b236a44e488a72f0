from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n'
MINT = 'ID=linuxmint\nID_LIKE="ubuntu debian"\n'
FEDORA = "ID=fedora\n"
ROCKY = 'ID="rocky"\nID_LIKE="rhel centos fedora"\n'
TUMBLEWEED = "ID=\"opensuse-tumbleweed\"\nID_LIKE='opensuse suse'\n"
MANJARO = "ID=manjaro\nID_LIKE=arch\n"


@pytest.mark.parametrize(
    ("os_release", "command"),
    [
        (DEBIAN, "sudo apt-get update && sudo apt-get install --no-install-recommends a b"),
        (MINT, "sudo apt-get update && sudo apt-get install --no-install-recommends a b"),
        (FEDORA, "sudo dnf install a b"),
        (ROCKY, "sudo dnf install a b"),
        (TUMBLEWEED, "sudo zypper install a b"),
        (MANJARO, "sudo pacman -S --needed a b"),
    ],
    ids=["debian", "mint", "fedora", "rocky", "tumbleweed", "manjaro"],
)
def test_install_command(
    scripts: dict[str, ModuleType],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    os_release: str,
    command: str,
) -> None:
    module = scripts["distribution"]
    monkeypatch.setattr(module, "is_root", lambda: False)
    file = tmp_path / "os-release"
    file.write_text(os_release, encoding="utf-8")
    distribution = module.this_distribution(file)
    assert distribution.install_command(["b", "a", "b"]) == command
    monkeypatch.setattr(module, "is_root", lambda: True)
    assert distribution.install_command(["b", "a", "b"]) == command.replace("sudo ", "")


@pytest.mark.parametrize("os_release", ["ID=alpine\n", "", "no equals sign\n", "\0\xff=\n"])
def test_an_unknown_distribution(scripts: dict[str, ModuleType], tmp_path: Path, os_release: str) -> None:
    file = tmp_path / "os-release"
    file.write_text(os_release, encoding="latin-1")
    assert scripts["distribution"].this_distribution(file) is None


def test_no_linux_at_all(scripts: dict[str, ModuleType], tmp_path: Path) -> None:
    assert scripts["distribution"].this_distribution(tmp_path / "none") is None
