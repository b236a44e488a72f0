from __future__ import annotations

from tests.cli.conftest import Run

KEYS = {"id", "topic", "outcome", "evidence", "text", "ec2_error", "remedy", "sources", "examples"}


def test_all_of_them(run: Run) -> None:
    rules = run("rules", "--json").json
    assert all(rule.keys() >= KEYS for rule in rules)
    assert len({rule["id"] for rule in rules}) == len(rules)
    judged = [rule for rule in rules if rule["judged"]]
    assert all(rule["examples"]["fits"] and rule["examples"]["breaks"] for rule in judged)
    assert any(not rule["judged"] for rule in rules)


def test_one_in_full(run: Run) -> None:
    (rule,) = run("rules", "V1", "--json").json
    assert rule["ec2_error"].startswith("Virtualization type 'hvm' is required")
    out = run("rules", "V1").out
    assert "What to do: " in out
    assert "EC2 answers InvalidParameterCombination: Virtualization type" in out
    assert "https://" in out


def test_one_in_small_letters_is_named_as_it_is_written(run: Run) -> None:
    assert run("rules", "v1").refused().endswith("the nearest is V1")


def test_where_sources_disagree_it_says_so(run: Run) -> None:
    assert "device names" in run("rules", "V4").out


def test_one_that_is_not_judged(run: Run) -> None:
    (known,) = run("rules", "V6", "--json").json
    assert (known["judged"], known["outcome"], known["see"]) == (False, None, ["V1"])
    assert run("rules", "V6").out.startswith("V6 ")


def test_the_list_in_words(run: Run) -> None:
    out = run("rules").out
    assert "V1 " in out
    assert "Known, and not judged by a rule of its own" in out


def test_a_strange_id_is_named(run: Run) -> None:
    result = run("rules", "V99")
    assert result.status == 2
    assert "V99" in result.err
