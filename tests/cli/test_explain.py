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


def test_the_document_says_what_happened_and_why(run: Run) -> None:
    found = run("explain", ENA, "--json").json
    assert found["happened"] == found["text"]
    assert "c5.large" in found["text"]
    assert found["remedy"].startswith(found["causes"][0]["cure"])
    assert {"cause", "cure", "command"} == found["causes"][0].keys()
    assert found["error"] == "ena-required"
    assert any("c5.large has 2 vCPUs" in sentence for sentence in found["about"])
    assert found["seen"] == {
        "service": "ec2",
        "operation": None,
        "code": "InvalidParameterCombination",
        "values": {"type.name": "c5.large"},
    }


def test_in_words(run: Run) -> None:
    lines = run("explain", ENA).out.splitlines()
    assert lines[0].startswith("EC2 refused the request because c5.large ")
    assert [line.partition(":")[0] for line in lines[2:6]] == [
        "Most likely",
        "What to do",
        "Otherwise",
        "Reason",
    ]
    assert lines[-1].startswith("  ")


def test_one_sentence_for_many_things(run: Run) -> None:
    text = "The requested configuration is currently not supported. Please check the documentation for supported configurations."
    result = run("explain", text, "--json")
    assert len(result.json["others"]) > 1
    assert len(result.json["causes"]) > 1
    assert "Known as: G2, " in run("explain", text).out


def test_from_standard_input(run: Run) -> None:
    assert run("explain", "-", "--json", stdin=ENA.encode()).json["rule"] == "D1"


def test_what_is_not_recognised(run: Run) -> None:
    result = run("explain", "Segmentation fault", "--json")
    assert result.status == 1
    assert result.json["recognised"] is False
    assert result.json["rule"] is None
    assert result.json["causes"] == []
    assert run("explain", "Segmentation fault").out.startswith("Not recognised: ")


def test_what_was_seen_in_it_is_said_and_the_next_thing_to_look_at(run: Run) -> None:
    text = "An error occurred (InvalidParameterValue) when calling the RunInstances operation: ami-0abc12345678 on m5.large: no"
    result = run("explain", text, "--json")
    assert result.status == 1
    assert result.json["seen"]["code"] == "InvalidParameterValue"
    assert result.json["values"] == {"type.name": "m5.large", "image.image_id": "ami-0abc12345678"}
    assert "given for many different faults" in result.json["text"]
    assert "ami-wizard check --image-id ami-0abc12345678 --type m5.large" in result.json["remedy"]
