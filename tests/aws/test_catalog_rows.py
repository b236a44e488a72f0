from __future__ import annotations

import gzip
import importlib.metadata
import json
from pathlib import Path
from typing import Any

import pytest

from wizard.aws.catalog_rows import build, merge, write
from wizard.model.catalog.catalog import read_catalog

MOTO = Path(str(importlib.metadata.distribution("moto").locate_file("moto/ec2/resources")))
RAW: dict[str, dict[str, Any]] = json.loads(gzip.decompress((MOTO / "instance_types.json.gz").read_bytes()))
PROVENANCE = {"source": "test", "version": "1", "date": "2026-01-01", "licence": "none"}
SOME = [RAW[name] for name in ("t1.micro", "m5.large", "g4dn.xlarge", "inf2.xlarge", "f2.6xlarge")]


def test_a_catalogue_of_some_types() -> None:
    catalog = read_catalog(
        build(SOME, {"eu-west-1": ["m5.large", "t1.micro"], "eu-west-2": ["m5.large"]}, PROVENANCE), "x"
    )
    assert [t.name for t in catalog.types] == sorted(raw["InstanceType"] for raw in SOME)
    found = catalog.get("m5.large")
    assert found is not None
    assert found.regions == {"eu-west-1", "eu-west-2"}


def test_what_was_not_asked_stays_and_what_nobody_offers_goes() -> None:
    before = build(SOME[:2], {"eu-west-1": ["m5.large", "t1.micro"], "eu-west-2": ["m5.large"]}, PROVENANCE)
    after = read_catalog(merge(before, [SOME[2]], {"eu-west-1": ["g4dn.xlarge"]}, PROVENANCE), "x")
    assert [(t.name, set(t.regions)) for t in after.types] == [
        ("g4dn.xlarge", {"eu-west-1"}),
        ("m5.large", {"eu-west-2"}),
    ]


def test_the_same_answers_give_the_same_bytes() -> None:
    offerings = {"eu-west-1": [raw["InstanceType"] for raw in SOME]}
    before = build(SOME, offerings, PROVENANCE)
    assert merge(before, SOME, offerings, PROVENANCE) == before


def test_a_type_that_lacks_a_field_is_refused() -> None:
    with pytest.raises(KeyError, match="EbsInfo"):
        build(
            [{key: value for key, value in SOME[0].items() if key != "EbsInfo"}],
            {"eu-west-1": []},
            PROVENANCE,
        )


def test_no_types_are_no_catalogue() -> None:
    with pytest.raises(ValueError, match="at least one"):
        write([], {}, PROVENANCE)
