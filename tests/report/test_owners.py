from __future__ import annotations

import re

from wizard.model.knowledge import Knowledge
from wizard.report.owners import OWNERS, SEVERAL, SOURCE, owners_of


def test_families_are_those_of_the_catalogue(knowledge: Knowledge) -> None:
    known = {family.key for family in knowledge.os_catalog.families}
    assert known >= {*OWNERS, *SEVERAL}


def test_accounts_have_twelve_digits() -> None:
    assert all(re.fullmatch(r"\d{12}", account) for _, account in OWNERS.values())


def test_owners() -> None:
    assert owners_of("ubuntu") == (("Ubuntu", "099720109477"),)
    assert [name for name, _ in owners_of("linux")] == ["Amazon Linux", "Ubuntu", "Debian"]
    assert owners_of("custom") == ()
    assert owners_of(None) == ()


def test_source_is_an_address() -> None:
    assert SOURCE.url.startswith("https://")
