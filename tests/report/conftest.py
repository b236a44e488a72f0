from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest
import typst

from wizard.flow.interpret import needs_of
from wizard.flow.kind import Value
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.recommendation import Recommendation
from wizard.report.content import build_report
from wizard.report.document import Report
from wizard.report.report_writer import ReportWriter
from wizard.store.resources import resources as find_resources

Recommend = Callable[..., Recommendation]
Reporter = Callable[..., Report]


@pytest.fixture(scope="session")
def resources() -> Path:
    return find_resources()


@pytest.fixture
def writer() -> ReportWriter:
    return ReportWriter(NullTranslations())


@pytest.fixture(scope="session")
def recommend(knowledge: Knowledge) -> Recommend:
    """The real recommendation for answers, each only once."""
    made: dict[str, Recommendation] = {}

    def recommendation(answers: Mapping[str, Value]) -> Recommendation:
        key = repr(sorted(answers.items()))
        if key not in made:
            made[key] = advise(knowledge, needs_of(answers, knowledge))
        return made[key]

    return recommendation


@pytest.fixture(scope="session")
def report_of(knowledge: Knowledge, recommend: Recommend) -> Reporter:
    def report(answers: Mapping[str, Value]) -> Report:
        created = datetime.date(2026, 11, 23)
        return build_report(recommend(answers), knowledge, answers, NullTranslations(), created)

    return report


@pytest.fixture
def warnings_of_typst(monkeypatch: pytest.MonkeyPatch) -> None:
    """The typesetter's warnings are errors."""
    compiler = typst.Compiler

    class Strict:
        def __init__(self, *args: Any, **options: Any) -> None:
            self._compiler = compiler(*args, **options)

        def compile(self, **options: Any) -> Any:
            output, warnings = self._compiler.compile_with_warnings(**options)
            assert not [warning.message for warning in warnings]
            return output

    monkeypatch.setattr(typst, "Compiler", Strict)
