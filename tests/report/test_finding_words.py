from __future__ import annotations

from gettext import NullTranslations

from wizard.report.finding_words import answered


def test_the_code_stands_before_the_words_where_it_is_known() -> None:
    said = [answered(code).render(NullTranslations()) for code in ("InvalidParameterCombination", "", None)]
    assert said == ["EC2 answers InvalidParameterCombination:", "EC2 answers:", "EC2 answers:"]
