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


def test_what_the_answers_lack_is_counted_with_its_source(run: Run) -> None:
    shown = run("catalog", "show")
    assert "8 further Regions by the list of cfn-lint 1.58.0 of 2026-10-20" in shown.out
    assert "42 further types by name" in shown.out
    document = run("catalog", "show", "--json").json
    assert "us-gov-west-1" in document["listed_regions"]
    assert "p3.8xlarge" in document["absent_types"]
