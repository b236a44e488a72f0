from __future__ import annotations

import datetime

from tests.aws.endpoint import Endpoint
from tests.cli.conftest import Run
from wizard.store.image_cache import images_folder


def test_what_was_found_last_time(aws: Endpoint, run: Run) -> None:
    aws.regions["eu-west-1"]["Images"].reverse()
    nothing = run("images", "--kept", "--json")
    assert (nothing.status, nothing.json["images"]) == (0, [])
    assert "Nothing was kept" in nothing.err
    asked = run("images", "--json").json
    calls = len(aws.calls)
    last = run("images", "--kept", "--json")
    assert (last.status, last.err, len(aws.calls)) == (0, "", calls)
    assert last.json["images"] == asked["images"]
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    assert [state["region"] for state in last.json["regions"]] == ["eu-west-1", "eu-west-2"]
    for state in last.json["regions"]:
        assert state["kept"].startswith(today)
        assert state["asked"] is state["answered"] is False
    assert all(state["kept"] is None for state in asked["regions"])
    some = run("images", "--kept", "--region", "eu-west-2", "--profile", "default", "--json").json
    assert len(some["images"]) == 2
    assert "Nothing was kept" in run("images", "--kept", "--profile", "other").err
    assert run("images", "--forget").out == "2 files removed.\n"
    assert run("images", "--forget", "--json").json == {"schema": 1, "forgotten": 0}
    assert run("images", "--kept", "--region", "all").out == "0 images\n"


def test_a_damaged_file_hides_no_other(aws: Endpoint, run: Run) -> None:
    run("images")
    min(images_folder().iterdir()).write_text("{")
    ran = run("images", "--kept", "--json")
    assert len(ran.json["regions"]) == 1
    assert "set aside" in ran.err


def test_what_cannot_be_forgotten_is_named(run: Run) -> None:
    (images_folder() / ("0" * 64 + ".json")).mkdir(parents=True)
    assert "0000.json" in run("images", "--forget").refused()
