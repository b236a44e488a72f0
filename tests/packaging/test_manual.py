"""The manual page, the completions and the desktop's files: what an installed program shows outside itself."""

from __future__ import annotations

import configparser
import datetime
import importlib
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from types import ModuleType

import pytest

from tests.packaging.checkout import PACKAGING
from wizard import __version__
from wizard.cli.options.verbs import VERBS

DESKTOP = PACKAGING / "desktop"


@pytest.fixture
def manual(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(DESKTOP))
    return importlib.import_module("manual")


def test_the_manual_page_has_every_verb_and_option(manual: ModuleType) -> None:
    page = manual.manual(datetime.date(2026, 11, 29)).replace("\\-", "-")
    assert page.startswith('.TH AMI-WIZARD 1 "2026-11-29"')
    for verb, options in manual.words().items():
        assert not verb or f'.SH "{verb.upper()}"' in page
        for option in options:
            assert f"\\fB{option}\\fR" in page, (verb, option)
    assert "Message(" not in page
    assert not re.search(r"^['.](?!TH|SH|TP|B|br)", page, re.MULTILINE), "a text would be read as a request"


def test_bash_offers_verbs_options_and_values(manual: ModuleType) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is what is tried here; Windows has none")

    def offered(*words: str) -> list[str]:
        asked = f"COMP_WORDS=({' '.join(words)}); COMP_CWORD={len(words) - 1}; _ami_wizard; echo ${{COMPREPLY[@]}}"
        script = f"{manual.bash()}\n{asked}"
        done = subprocess.run([bash, "-c", script], capture_output=True, text=True, check=True)
        assert not done.stderr
        return done.stdout.split()

    assert offered("ami-wizard", "rec") == ["recommend"]
    assert offered("ami-wizard", "check", "--ten") == ["--tenancy"]
    assert offered("ami-wizard", "check", "--lang", "") == ["en", "de"]
    assert set(offered("ami-wizard", "explain", "--")) >= {"--json", "--lang"}
    assert offered("ami-wizard", "catalog", "re") == ["refresh", "reset"]
    assert offered("ami-wizard", "catalog", "--la") == ["--lang"]


def test_zsh_and_fish_know_every_option(manual: ModuleType) -> None:
    zsh, fish = manual.zsh(), manual.fish()
    assert zsh.startswith("#compdef ami-wizard\n")
    for verb, options in manual.words().items():
        for option in options:
            assert f"-l {option.removeprefix('--')}" in fish, (verb, option)
            assert not verb or f"{option}[" in zsh, (verb, option)
    assert fish.count("__fish_use_subcommand -a") == len(VERBS)


def test_zsh_and_fish_know_the_words_that_follow_a_verb(manual: ModuleType) -> None:
    zsh, fish = manual.zsh(), manual.fish()
    assert manual.parts()["catalog"] == ("show", "refresh", "reset")
    for verb, known in manual.parts().items():
        (line,) = (line for line in zsh.splitlines() if line.lstrip().startswith(f"{verb}) "))
        assert f"'2:word:({' '.join(known)})'" in line
        asked = f"'__fish_seen_subcommand_from {verb}; and not __fish_seen_subcommand_from {' '.join(known)}'"
        assert f"-n {asked} -f -a '{' '.join(known)}'" in fish
    # Before a verb the window's own options are offered.
    (line,) = (line for line in zsh.splitlines() if line.lstrip().startswith("*) "))
    assert "--version[" in line


def test_the_desktop_opens_answers_with_the_program() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their capitals
    entry.read(DESKTOP / "ami-wizard.desktop", encoding="utf-8")
    wanted = entry["Desktop Entry"]
    types = ET.parse(DESKTOP / "ami-wizard.xml").getroot()
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    (kind,) = types.findall(f"{space}mime-type")
    assert wanted["MimeType"] == f"{kind.get('type')};"
    (glob,) = kind.findall(f"{space}glob")
    assert glob.get("pattern") == "*.amiwizard"
    assert wanted["Exec"].split()[0] == "ami-wizard"
    told = ET.parse(DESKTOP / "io.github.ami_wizard.AmiWizard.metainfo.xml").getroot()
    assert told.findtext("launchable") == "ami-wizard.desktop"
    releases = [release.get("version") for release in told.iter("release")]
    assert __version__ in releases


def test_the_windows_installer_is_for_one_person_and_takes_away_what_it_brought() -> None:
    script = (DESKTOP / "ami-wizard.nsi").read_text(encoding="utf-8")
    assert "RequestExecutionLevel user" in script
    assert "HKLM" not in script
    install, _, uninstall = script.partition('Section "Uninstall"')
    keys = set(re.findall(r'WriteReg\w+ HKCU "([^"]+)"', install))
    gone = set(re.findall(r'DeleteRegKey HKCU "([^"]+)"', uninstall))
    assert {key for key in keys if not any(key.startswith(each) for each in gone)} == set()
    window = re.search(r'!define WINDOW "([^"]+)"', script)
    assert window is not None
    made = (DESKTOP / "ami-wizard.spec").read_text(encoding="utf-8")
    assert f'program("{window[1].removesuffix(".exe")}"' in made
    assert '"$INSTDIR\\${WINDOW}" "%1"' in install
    # What a person saved there stays.
    assert 'RMDir "$INSTDIR"' in uninstall
