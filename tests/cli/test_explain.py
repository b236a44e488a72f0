from __future__ import annotations

from tests.cli.conftest import Run

ENA = (
    "Error: creating EC2 Instance: api error InvalidParameterCombination: Enhanced networking with the Elastic "
    "Network Adapter (ENA) is required for the 'c5.large' instance type. Ensure that you are using an AMI that is "
    "enabled for ENA."
)


def test_a_pasted_error(run: Run) -> None:
    result = run("explain", ENA, "--json")
    assert result.status == 0
    found = result.json
    assert (found["recognised"], found["rule"], found["reason"]) == (True, "D1", "ena")
    assert found["values"] == {"type.name": "c5.large"}
    assert found["text"]
    assert found["remedy"]
    assert found["sources"][0]["url"].startswith("https://")


def test_in_words(run: Run) -> None:
    out = run("explain", ENA).out
    assert out.startswith("Rule D1 (ena): ")
    assert "What to do: " in out


def test_one_sentence_for_many_things(run: Run) -> None:
    text = "The requested configuration is currently not supported. Please check the documentation for supported configurations."
    result = run("explain", text, "--json")
    assert len(result.json["others"]) > 1
    assert "EC2 says the same for: " in run("explain", text).out


def test_from_standard_input(run: Run) -> None:
    assert run("explain", "-", "--json", stdin=ENA.encode()).json["rule"] == "D1"


def test_what_is_not_recognised(run: Run) -> None:
    result = run("explain", "Segmentation fault", "--json")
    assert result.status == 1
    assert result.json["recognised"] is False
    assert result.json["rule"] is None
    assert run("explain", "Segmentation fault").out.startswith("Not recognised: ")
