from __future__ import annotations

import datetime
from gettext import NullTranslations

from wizard.model.ec2.finding import Source
from wizard.report.finding_words import answered, checked, cited


def test_the_code_stands_before_the_words_where_it_is_known() -> None:
    said = [answered(code).render(NullTranslations()) for code in ("InvalidParameterCombination", "", None)]
    assert said == ["EC2 answers InvalidParameterCombination:", "EC2 answers:", "EC2 answers:"]


def test_a_source_is_said_with_the_day_that_it_was_read() -> None:
    source = Source("A page", "https://example.com/a", datetime.date(2026, 11, 29))
    assert checked(source).render(NullTranslations()) == "A page (checked 2026-11-29)"
    assert cited(source) == "A page, https://example.com/a (2026-11-29)"
