"""ICU's data in the folder for Linux: smaller, and Qt says the same with it."""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import PySide6
import pytest

from tests.packaging.checkout import PACKAGING

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt brings no ICU of its own")

LIBRARIES = Path(PySide6.__file__).parent / "Qt" / "lib"
# All that Qt asks ICU: the order of words, the case of letters, encodings, names of time zones.
ASKED = """
from functools import cmp_to_key
from pathlib import Path
from PySide6.QtCore import QCollator, QLocale, QStringConverter, QStringDecoder, QTimeZone
anywhere = (QLocale.Script.AnyScript, QLocale.Country.AnyCountry)
words = ["a", "A", "\\xe4", "z", "\\xdf", "ss", "10", "9", "\\xf1", "ch", "i", "\\u0131", "\\u4e2d", "\\u6587", "\\u3042", "\\u30a2"]
for place in [each for language in QLocale.Language for each in QLocale.matchingLocales(language, *anywhere)]:
    collator = QCollator(place)
    collator.setNumericMode(True)
    print(place.name(), sorted(words, key=cmp_to_key(collator.compare)), ascii(place.toUpper("i\\xdf")))
    for zone in (b"Europe/Berlin", b"America/Sao_Paulo", b"Asia/Tokyo", b"Asia/Kathmandu"):
        for form in QTimeZone.NameType:
            print(ascii(QTimeZone(zone).displayName(QTimeZone.TimeType.StandardTime, form, place)))
print([name for name in QStringConverter.availableCodecs() if QStringDecoder(name).isValid()])
print(len({line.split()[-1] for line in Path("/proc/self/maps").read_text().splitlines() if "libicudata" in line}))
"""


@pytest.fixture
def icu_data(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(PACKAGING / "desktop"))
    return importlib.import_module("icu_data")


@pytest.fixture
def library() -> Path:
    (found,) = LIBRARIES.glob("libicudata.so.*")
    return found


def said(**environment: str) -> str:
    asked = [sys.executable, "-X", "utf8", "-c", ASKED]
    return subprocess.run(
        asked, env=os.environ | environment, capture_output=True, text=True, check=True
    ).stdout


@pytest.mark.skipif(not shutil.which("ld"), reason="binutils, with which it is built, is not installed")
def test_qt_says_the_same_with_half_of_it(icu_data: ModuleType, library: Path, tmp_path: Path) -> None:
    made = icu_data.lessened(library, tmp_path)
    assert made.stat().st_size < 0.55 * library.stat().st_size
    with_less = said(LD_PRELOAD=str(made))
    assert len(with_less.splitlines()) > 10_000
    assert with_less.endswith("\n1\n")
    assert with_less == said()


def test_what_stays_is_what_it_was(icu_data: ModuleType, library: Path) -> None:
    file = library.read_bytes()
    # Two bytes into the package.
    whole = file[file.index(b"\xda\x27\x14\0") - 2 :]
    before, after = icu_data.items(whole), icu_data.items(icu_data.pared(whole))
    assert [name for name in after if not after[name].startswith(before[name])] == []
    assert [*after] == sorted(after, key=str.encode)
    gone = {name.split("/")[1] for name in before.keys() - after.keys()}
    assert {"curr", "translit", "unames.icu"} < gone
    assert not {"coll", "zone", "root.res", "cnvalias.icu", "pool.res", "de.res"} & gone


def test_a_call_that_may_open_more_is_no_secret(icu_data: ModuleType, library: Path) -> None:
    version = library.name.rpartition(".")[2]
    core = (LIBRARIES / "libQt6Core.so.6").read_bytes()
    assert f"ucol_open_{version}".encode() in core
    assert icu_data.strange_calls(core, version) == []
    asked = b"\0ucol_open_73\0ubrk_open_73\0u_strToLower_73\0u_charName_73\0"
    assert icu_data.strange_calls(asked, "73") == ["u_charName", "ubrk_open"]
