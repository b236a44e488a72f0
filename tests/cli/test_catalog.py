from __future__ import annotations

from tests.cli.conftest import Run


def test_the_catalogue_says_what_it_is(run: Run) -> None:
    document = run("catalog", "show", "--json").json
    assert (document["schema"], document["types"], document["families"], document["regions"]) == (
        1,
        1395,
        189,
        30,
    )
    assert document["date"] == "2026-10-27"
    assert len(document["checksum"]) == 64
    assert document["rulebook"]["rules"] > 0


def test_the_same_in_words(run: Run) -> None:
    result = run("catalog", "show")
    assert result.status == 0
    assert result.out.startswith(
        "1395 instance types in 189 families, offered in 30 Regions\nDate: 2026-10-27\nSource: "
    )
