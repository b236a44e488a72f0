"""The services that are packed: what the program asks of AWS means the same by them."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import botocore
import pytest
from botocore.loaders import Loader
from botocore.model import ServiceModel

from tests.packaging.checkout import PACKAGING
from wizard.aws.operations import EVERYTHING

SERVICES = sorted({operation.service for operation in EVERYTHING})


def shapes(shape: Any, seen: set[str]) -> dict[str, Any]:
    """A shape and all below it, as botocore understands them."""
    if shape is None or shape.name in seen:
        return {}
    seen.add(shape.name)
    below = [*getattr(shape, "members", {}).values()]
    below += [getattr(shape, part) for part in ("member", "key", "value") if hasattr(shape, part)]
    told = {
        shape.name: (
            shape.type_name,
            shape.serialization,
            shape.metadata,
            sorted(each.name for each in below),
        )
    }
    for each in below:
        told |= shapes(each, seen)
    return told


@pytest.mark.parametrize("service", SERVICES)
def test_each_operation_means_what_it_meant(service: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(PACKAGING / "desktop"))
    services = importlib.import_module("services")
    names = {operation.name for operation in EVERYTHING if operation.service == service}
    whole = Loader().load_service_model(service, "service-2")
    less = services.pared(whole, names)
    assert set(less["operations"]) == names
    assert len(json.dumps(less)) < len(json.dumps(whole))
    before, after = ServiceModel(whole, service), ServiceModel(less, service)
    assert (after.metadata, after.protocol, after.signature_version) == (
        before.metadata,
        before.protocol,
        before.signature_version,
    )
    for name in names:
        one, other = before.operation_model(name), after.operation_model(name)
        assert other.http == one.http
        for part in ("input_shape", "output_shape"):
            assert shapes(getattr(other, part), set()) == shapes(getattr(one, part), set())
        assert [error.name for error in other.error_shapes] == [error.name for error in one.error_shapes]


def test_what_is_packed_twice_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(PACKAGING / "desktop"))
    services = importlib.import_module("services")
    source = Path(botocore.__file__).parent / "data" / "endpoints.json"
    told = services.read(source)
    one, two = (services.write(tmp_path / name / "endpoints.json.gz", told) for name in "ab")
    assert one.read_bytes() == two.read_bytes()
    assert services.read(one) == told
    assert (
        Loader(extra_search_paths=[str(tmp_path / "a")], include_default_search_paths=False).load_data(
            "endpoints"
        )
        == told
    )
