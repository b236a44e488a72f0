"""What AWS's answers do not hold, against the packages that it is taken from."""

from __future__ import annotations

import gzip
import importlib.metadata
import json
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from wizard.model.catalog.catalog import read_earlier_types
from wizard.model.ec2.instance_type import InstanceType
from wizard.store.resources import resources

FOLDER = resources() / "catalog"
MOTO = Path(str(importlib.metadata.distribution("moto").locate_file("moto/ec2/resources")))
EARLIER = read_earlier_types(
    (FOLDER / "earlier_types.json").read_text(encoding="utf-8"), "earlier_types.json"
)


@pytest.fixture
def build_supplement(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "packaging"))
    import build_supplement

    return build_supplement


def test_the_file_is_what_the_packages_say(build_supplement: ModuleType) -> None:
    known = json.loads((FOLDER / "instance_types.json").read_text(encoding="utf-8"))
    built = build_supplement.supplement(known, build_supplement.type_lists())
    assert built == (FOLDER / "supplement.json").read_text(encoding="utf-8")


def test_the_documented_types_are_what_is_written_down(build_supplement: ModuleType) -> None:
    known = json.loads((FOLDER / "instance_types.json").read_text(encoding="utf-8"))
    text = build_supplement.documented_types(known)
    assert text == (FOLDER / "documented_types.json").read_text(encoding="utf-8")


def test_a_type_of_an_older_wheel_is_taken_from_the_newest_that_has_it(
    build_supplement: ModuleType, tmp_path: Path
) -> None:
    types = json.loads(gzip.decompress((MOTO / "instance_types.json.gz").read_bytes()))
    old, older = tmp_path / "moto-2.0-py3-none-any.whl", tmp_path / "moto-1.0-py3-none-any.whl"
    fill(old, {"m5.large": types["m5.large"]}, 2022)
    fill(older, {"m5.large": {}, "m4.large": types["m4.large"], "c5.large": types["c5.large"]}, 2020)
    lists = {"eu-west-1": ["m5.large", "m4.large"], "us-east-1": ["c5.large"]}

    text = build_supplement.earlier_types({"m5.large", "m4.large"}, lists, [old, older])
    built = read_earlier_types(text, "earlier_types.json")
    assert {t.name: t.regions for t in built.types} == {"m4.large": {"eu-west-1"}, "m5.large": {"eu-west-1"}}
    assert built.provenance.version == "moto 2.0 (m5), 1.0 (m4)"
    assert built.provenance.date.isoformat() == "2022-05-04"


@pytest.mark.parametrize(
    ("name", "limit"),
    # 40 on Xen, 31 on bare metal; on Nitro 27, less by local disks and accelerators.
    [
        ("p3.8xlarge", 40),
        ("i3.metal", 31),
        ("g4ad.xlarge", 25),
        ("u-9tb1.112xlarge", 27),
        ("dl1.24xlarge", 15),
    ],
)
def test_how_many_volumes_a_type_takes_that_was_described_before_aws_said_so(name: str, limit: int) -> None:
    assert found(name).ebs_attachments == limit


def test_the_rule_for_volumes_is_that_of_the_answers_that_have_the_field(
    build_supplement: ModuleType,
) -> None:
    types = json.loads(gzip.decompress((MOTO / "instance_types.json.gz").read_bytes()))
    for name in ("i3.large", "r4.16xlarge", "p3dn.24xlarge", "g4dn.xlarge", "g4dn.metal", "u-6tb1.112xlarge"):
        answer = types[name]
        said = answer["EbsInfo"]["MaximumEbsAttachments"]
        bare = answer | {
            "EbsInfo": {k: v for k, v in answer["EbsInfo"].items() if k != "MaximumEbsAttachments"}
        }
        assert build_supplement.with_volume_limit(bare)["EbsInfo"]["MaximumEbsAttachments"] == said, name


def found(name: str) -> InstanceType:
    instance_type = EARLIER.get(name)
    assert instance_type is not None
    return instance_type


def fill(file: Path, types: dict[str, Any], year: int) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        member = zipfile.ZipInfo("moto/ec2/resources/instance_types.json.gz", (year, 5, 4, 0, 0, 0))
        archive.writestr(member, gzip.compress(json.dumps(types).encode()))
