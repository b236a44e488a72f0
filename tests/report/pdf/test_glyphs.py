from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from wizard.report.glyphs import Glyphs


@pytest.fixture(scope="module")
def glyphs(resources: Path) -> Glyphs:
    return Glyphs.read(resources / "report" / "glyphs.txt")


@pytest.fixture(scope="module")
def builder(resources: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "build_glyphs", resources.parent / "packaging" / "build_glyphs.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.no_cover
def test_every_character_of_the_table_can_be_drawn_and_others_cannot(
    builder: ModuleType, glyphs: Glyphs
) -> None:
    compiler = typst.Compiler(b"", ignore_system_fonts=True)
    listed = [point for point in builder.candidates() if glyphs.drawable(chr(point)) == chr(point)]
    others = [point for point in builder.candidates() if point not in listed]
    assert builder.drawn(compiler, listed)
    assert not any(builder.drawn(compiler, [point]) for point in others[::50])


@pytest.mark.slow
def test_table_is_what_the_installed_typst_can_draw(
    builder: ModuleType, resources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(builder, "TABLE", tmp_path / "glyphs.txt")
    builder.main()
    committed = resources / "report" / "glyphs.txt"
    assert (tmp_path / "glyphs.txt").read_text() == committed.read_text()


def test_letters_signs_and_punctuation_stay(glyphs: Glyphs) -> None:
    text = "Größe über Straße, naïve café — “quoted” … 5 × 3 ≥ 2 → €; Ελλάδα, Москва"
    assert glyphs.drawable(text) == text


def test_what_no_font_has_becomes_a_code_point(glyphs: Glyphs) -> None:
    assert glyphs.drawable("a \U0001f600 b") == "a U+1F600 b"
    assert glyphs.drawable("中文") == "U+4E2D U+6587"
    assert glyphs.drawable("1\ufe0f\u20e3") == "1U+FE0F U+20E3"


def test_table_is_read_with_comments_and_single_points(tmp_path: Path) -> None:
    (tmp_path / "table").write_text("# head\n0041 0043 # A to C\n\n0058\n")
    assert Glyphs.read(tmp_path / "table").drawable("ABCDX") == "ABCU+0044X"


@given(st.text(st.characters(codec=None)))
def test_result_is_drawable(glyphs: Glyphs, text: str) -> None:
    once = glyphs.drawable(text)
    assert glyphs.drawable(once) == once
