from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from wizard.model import toml_text
from wizard.model.toml_text import Table, TomlError
from wizard.store import parsed_texts
from wizard.store.parsed_texts import read_parsed
from wizard.store.resources import resources

TEXT = 'version = "1"\n[source.a]\ntitle = "Größe"\nchecked = 2026-11-29\nlist = [1, 2.5, true]\n'
TABLES = tomllib.loads(TEXT)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "parsed"


def read(folder: Path, text: str = TEXT) -> Table:
    return read_parsed(text, lambda: folder)


def only(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_every_text_of_the_program_is_the_same_from_the_cache(folder: Path) -> None:
    texts = [file.read_text(encoding="utf-8") for file in sorted(resources().rglob("*.toml"))]
    for text in texts:
        assert read(folder, text) == read(folder, text) == tomllib.loads(text)
    assert len(list(folder.iterdir())) == len(texts)


def test_a_text_is_parsed_once_and_each_caller_has_tables_of_its_own(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read(folder)
    monkeypatch.setattr(parsed_texts, "parse", lambda _: pytest.fail("parsed again"))
    second = read(folder)
    assert first == second == TABLES
    assert first["source"] is not second["source"]


def test_another_text_has_other_tables(folder: Path) -> None:
    read(folder)
    assert read(folder, TEXT.replace('"1"', '"2"'))["version"] == "2"


@pytest.mark.parametrize(
    "damaged",
    [b"", b"\xff\n{}", b"0000000000000000\n{}", b"[" * 100_000, b"cut"],
    ids=["empty", "no text", "changed", "deep", "cut"],
)
def test_a_damaged_file_is_parsed_anew_and_mended(folder: Path, damaged: bytes) -> None:
    read(folder)
    whole = only(folder).read_bytes()
    only(folder).write_bytes(damaged)
    assert read(folder) == TABLES
    assert only(folder).read_bytes() == whole


def test_what_is_whole_but_no_table_is_parsed_anew(folder: Path) -> None:
    read(folder)
    dates = (b'{"checked": {"\\u0000date": %s}}' % value for value in (b'"soon"', b"7", b"[]", b"null"))
    for content in (b"[]", b"nothing", *dates):
        only(folder).write_bytes(parsed_texts._sum(content).encode() + b"\n" + content)
        assert read(folder) == TABLES


def test_where_nothing_can_be_kept_it_is_parsed(tmp_path: Path) -> None:
    (tmp_path / "parsed").write_text("a file where the folder should be")
    assert read(tmp_path / "parsed") == TABLES
    assert read_parsed(TEXT) == read_parsed(TEXT) == TABLES


def test_a_full_disk_leaves_nothing_half_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> int:
        path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert read(folder) == TABLES
    assert not list(folder.iterdir())


def test_what_json_cannot_say_is_parsed_each_time(folder: Path) -> None:
    for _ in range(2):
        assert read(folder, "at = 07:32:00\nday = 2026-11-29T00:00:00\n").keys() == {"at", "day"}
    assert not folder.exists()


def test_what_is_no_toml_says_so(folder: Path) -> None:
    with pytest.raises(TomlError):
        read(folder, "a = ")


def test_the_oldest_files_go_and_what_a_killed_process_left(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parsed_texts, "_MOST_FILES", 2)
    for number in range(3):
        read(folder, f"a = {number}")
        for file in folder.iterdir():
            os.utime(file, (file.stat().st_mtime - 100,) * 2)
    left = folder / ".ami-wizard-0123456789abcdef.part"
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    read(folder, "a = 3")
    monkeypatch.setattr(parsed_texts, "parse", lambda text: {"parsed": text})
    assert sorted(file.suffix for file in folder.iterdir()) == [".json", ".json"]
    assert [read(folder, f"a = {number}") for number in (2, 3)] == [{"a": 2}, {"a": 3}]


def test_the_program_reads_its_texts_this_way(monkeypatch: pytest.MonkeyPatch) -> None:
    from wizard import __main__ as program

    chosen: list[toml_text.Parse] = []
    monkeypatch.setattr(toml_text, "read_with", chosen.append)
    # The tests go on after it.
    monkeypatch.setattr("gc.disable", lambda: None)
    monkeypatch.setattr("gc.freeze", lambda: None)
    monkeypatch.setattr("sys.argv", ["ami-wizard", "--version"])
    assert program.main() == 0
    assert chosen == [read_parsed]
