"""SQL Server ends on days of its own, and the year behind windows-sql is that of Windows."""

from __future__ import annotations

from gettext import NullTranslations
from typing import Any

import pytest

from tests.model.recommend.advised import advised
from wizard.model.knowledge import Knowledge


def said(knowledge: Knowledge, os: str, **more: Any) -> str:
    family, _, version = os.partition(":")
    return advised(
        knowledge, os=family, **({"os-version": version} if version else {}), **more
    ).headline.text.render(NullTranslations())


@pytest.mark.parametrize(
    ("os", "example"),
    [
        ("windows-sql:2012 R2", "--os windows-sql:2012-R2-sql2012."),
        ("windows-sql-web:2025", "--os windows-sql-web:2025-sql2022."),
        ("windows-sql:2008", "--os windows-sql:2008-sql2012."),
    ],
)
def test_the_days_of_sql_server_stand_beside_those_of_windows(
    knowledge: Knowledge, os: str, example: str
) -> None:
    text = said(knowledge, os)
    assert (
        "The year is that of Windows Server. SQL Server's own support ends on days of its own (2012: 2022-07-12"
        in text
    )
    assert "2016: 2026-07-14, 2017: 2027-10-12, 2019: 2030-01-08, 2022: 2033-01-11" in text
    assert example in text


@pytest.mark.parametrize(
    "os", ["windows:2016", "windows-sql", "windows-sql:2016", "windows-sql:2022-byol", "ubuntu:24.04"]
)
def test_nobody_else_is_told_of_them(knowledge: Knowledge, os: str) -> None:
    assert "The year is that of Windows Server" not in said(knowledge, os)


@pytest.mark.parametrize(
    ("os", "named"),
    [
        ("windows-sql:2014", "2012 R2 sql2014"),
        ("windows-sql:2022-2019", "2022 sql2019"),
        ("windows-sql:2019 windows 2022", "2022 sql2019"),
        ("windows-sql:2022 with SQL 2019", "2022 sql2019"),
    ],
)
def test_of_two_years_the_second_is_that_of_sql_server(knowledge: Knowledge, os: str, named: str) -> None:
    """Windows_Server-2022-English-Full-SQL_2019_Standard is an image of AWS's; SQL 2022 would be another licence."""
    system = knowledge.os_catalog.find(*os.split(":"))
    assert f"{system.version} {system.flavour}" == named


def test_a_move_does_not_take_an_old_sql_server_along(knowledge: Knowledge) -> None:
    text = said(knowledge, "windows-sql:2014", start="instance", **{"current-type": "r4.4xlarge"})
    assert "Move to Windows Server 2025 with SQL Server Standard 2025." in text
    assert "Standard 2014 image" not in text
