from __future__ import annotations

import datetime
import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.model.catalog.catalog import Catalog, CatalogError, Provenance, read_catalog
from wizard.model.ec2.instance_type import Architecture, InstanceType
from wizard.model.knowledge import Knowledge
from wizard.store.resources import resources

TEXT = (resources() / "catalog" / "instance_types.json").read_text(encoding="utf-8")
HEAD: dict[str, Any] = json.loads(TEXT)
ROW: list[Any] = HEAD["types"][0]


def written(*rows: list[Any], **changes: Any) -> str:
    """A catalogue of these rows, with a checksum that fits, its head changed."""
    body = ",\n".join(json.dumps(row) for row in rows)
    provenance = HEAD["provenance"] | {"checksum": hashlib.sha256(body.encode()).hexdigest()}
    head = {key: HEAD[key] for key in ("schema", "regions", "columns")} | {"provenance": provenance} | changes
    kept = {key: value for key, value in head.items() if value is not None}
    return json.dumps(kept)[:-1] + ', "types": [\n' + body + "\n]}"


def with_value(column: str, value: Any) -> list[Any]:
    row = list(ROW)
    row[HEAD["columns"].index(column)] = value
    return row


def test_all_types_in_order(knowledge: Knowledge) -> None:
    names = [t.name for t in knowledge.catalog.types]
    assert len(names) == 1395
    assert names == sorted(set(names))
    assert len(knowledge.catalog.families) == 189
    assert len(knowledge.catalog.regions) == 30


def test_a_type_by_name(knowledge: Knowledge) -> None:
    found = knowledge.catalog.get("m5.large")
    assert found is not None
    assert found.name == "m5.large"
    assert knowledge.catalog.get("m5.huge") is None


def test_masks(knowledge: Knowledge) -> None:
    catalog = knowledge.catalog
    arm = catalog.mask(lambda t: Architecture.ARM64 in t.architectures)
    assert arm.bit_count() == 418
    assert all(Architecture.ARM64 in t.architectures for t in catalog.select(arm))
    assert catalog.select(catalog.everything) == catalog.types
    assert catalog.select(0) == ()
    assert all(catalog.everything >> catalog.bit(t) & 1 for t in catalog.types)


@given(places=st.sets(st.integers(0, 1394)))
def test_a_mask_and_its_types_are_the_same(knowledge: Knowledge, places: set[int]) -> None:
    catalog = knowledge.catalog
    mask = sum(1 << place for place in places)
    chosen = catalog.select(mask)
    assert [catalog.bit(t) for t in chosen] == sorted(places)
    names = {t.name for t in chosen}
    assert catalog.mask(lambda t: t.name in names) == mask


def test_an_empty_catalogue_has_an_empty_mask() -> None:
    provenance = Provenance("nowhere", "0", datetime.date(2026, 1, 1), "none", "")
    assert Catalog((), (), provenance).mask(lambda _: True) == 0


def test_where_the_data_is_from(knowledge: Knowledge) -> None:
    provenance = knowledge.catalog.provenance
    assert provenance.version.startswith("moto ")
    assert provenance.date == datetime.date(2026, 10, 27)
    assert "Apache-2.0" in provenance.licence


def test_a_row_is_read() -> None:
    (found,) = read_catalog(written(ROW), "types.json").types
    assert isinstance(found, InstanceType)
    assert found.name == ROW[0]
    assert found.still_offered is True


def test_equal_lists_are_shared(knowledge: Knowledge) -> None:
    one, other = (knowledge.catalog.get(name) for name in ("m5.large", "m5.xlarge"))
    assert one is not None
    assert other is not None
    assert one.boot_modes is other.boot_modes


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "types.json: not JSON at line 1; expected a catalogue of types"),
        (TEXT[: len(TEXT) // 2], "types.json: not JSON at line "),
        ("[" * 200_000, "types.json: a value in it cannot be read; expected a catalogue of types"),
        ("[]", "types.json: schema: expected 1"),
        (written(ROW, schema=2), "types.json: schema: expected 1"),
        (written(ROW, regions=None, columns=None), "types.json: columns, regions: expected, but missing"),
        (written(ROW, columns=["name"]), "types.json: columns: expected name, current_generation, "),
        (written(ROW, provenance={}), "types.json: types: expected rows of 43 values"),
        (written(ROW, provenance=[]), "types.json: types: expected rows of 43 values"),
        (written(ROW).replace("a1.", "a9.", 1), "types.json: provenance.checksum: expected the SHA-256"),
        (written(ROW[:-1]), "types.json: types: expected rows of 43 values"),
        (written([*ROW, 1]), "types.json: types: expected rows of 43 values"),
        (written(with_value("hypervisor", "kvm")), "types.json: types: expected rows of 43 values ('kvm'"),
        (written(with_value("accelerators", 3)), "types.json: types: expected rows of 43 values"),
        (written(with_value("regions", "all")), "types.json: types: expected rows of 43 values"),
    ],
)
def test_a_catalogue_that_cannot_be_used(text: str, message: str) -> None:
    with pytest.raises(CatalogError) as refusal:
        read_catalog(text, "types.json")
    assert str(refusal.value).startswith(message)


def test_the_programs_own_file_need_not_be_verified() -> None:
    changed = written(ROW).replace("a1.", "a9.", 1)
    assert read_catalog(changed, "types.json", verify=False).types[0].name.startswith("a9.")
