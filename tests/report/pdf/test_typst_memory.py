"""What typst keeps in memory of the reports that it has set."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import typst

from tests.report.sample import make_report
from wizard.report import pdf
from wizard.report.pdf import render_pages, render_pdf

_KEPT_FOR = 10
"""typst drops what none of so many documents needed that were set since."""


@pytest.fixture
def documents(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that typst sets: `report.typ`, or "" for an empty one."""
    set_: list[str] = []
    compiler = typst.Compiler

    class Watched:
        def __init__(self, **options: Any) -> None:
            self._compiler = compiler(**options)

        def compile(self, **options: Any) -> Any:
            set_.append(options["input"].name if isinstance(options["input"], Path) else "")
            return self._compiler.compile(**options)

    monkeypatch.setattr(typst, "Compiler", Watched)
    monkeypatch.setattr(pdf._Last, "set", None)
    return set_


def test_a_report_is_forgotten_when_another_is_set(documents: list[str], resources: Path) -> None:
    for rows in (1, 2, 3):
        render_pages(make_report(rows=rows), resources, 0.25)
    assert documents == ["report.typ", *([""] * _KEPT_FOR + ["report.typ"]) * 2]


def test_a_report_that_is_zoomed_and_saved_is_set_from_memory(documents: list[str], resources: Path) -> None:
    report = make_report(rows=1)
    first = render_pages(report, resources, 0.25)
    render_pages(report, resources, 0.5)
    render_pdf(report, resources)
    assert render_pages(report, resources, 0.25) == first
    assert documents == ["report.typ"] * 4
