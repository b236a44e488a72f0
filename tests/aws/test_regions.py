from __future__ import annotations

import gzip
from importlib.machinery import ModuleSpec
from pathlib import Path

import botocore
import pytest

from tests.aws.endpoint import Endpoint
from wizard.aws import regions
from wizard.aws.account import Account
from wizard.aws.regions import ask_regions, title_of, titles


def test_those_that_are_enabled_by_name(aws: Endpoint, account: Account) -> None:
    aws.regions = {"us-east-1": {}, "eu-west-1": {}}
    found = ask_regions(account)
    assert [region.name for region in found] == ["eu-west-1", "us-east-1"]
    assert found[0].title == "Europe (Ireland)"


def test_titles_come_from_data() -> None:
    assert title_of("ap-southeast-5") == "Asia Pacific (Malaysia)"
    assert title_of("ca-west-1") == "Canada West (Calgary)"
    assert title_of("mars-north-1") == "mars-north-1"


def test_all_regions_of_all_partitions_by_name() -> None:
    found = titles()
    assert {"eu-west-1", "cn-north-1", "us-gov-west-1"} <= found.keys()
    assert list(found) == sorted(found)


def test_in_the_packed_program_the_data_is_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = Path(botocore.__file__).parent / "data" / "endpoints.json"
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "endpoints.json.gz").write_bytes(gzip.compress(told.read_bytes()))
    there = ModuleSpec("botocore", None, origin=str(tmp_path / "__init__.py"))
    monkeypatch.setattr(regions, "find_spec", lambda _: there)
    assert titles.__wrapped__() == titles()
