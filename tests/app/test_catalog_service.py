"""The catalogue from an account, over HTTP against an AWS on loopback."""

from __future__ import annotations

import copy
import gettext
import gzip
import importlib.metadata
import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.aws.endpoint import Endpoint, slow
from wizard.app.aws_worker_client import AwsWorkerClient
from wizard.app.catalog_service import CatalogService
from wizard.gui.aws_service import Refreshed, Task
from wizard.gui.user_error import UserError
from wizard.model.knowledge import Knowledge
from wizard.store.catalog_cache import catalog_file
from wizard.store.resources import load_knowledge, resources

MOTO = Path(str(importlib.metadata.distribution("moto").locate_file("moto/ec2/resources")))
BUILT_IN = resources() / "catalog" / "instance_types.json"


def nobody(device: str) -> str | None:
    raise AssertionError(f"asked for a code of {device}")


def told(task: Task[Any]) -> list[Any]:
    return list(task.run())


@pytest.fixture
def service(knowledge: Knowledge, worker: AwsWorkerClient) -> CatalogService:
    return service_of(knowledge, worker)


def service_of(knowledge: Knowledge, worker: AwsWorkerClient) -> CatalogService:
    return CatalogService(knowledge, BUILT_IN, worker, gettext.NullTranslations())


def offer(*names: str) -> dict[str, Any]:
    raw = json.loads(gzip.decompress((MOTO / "instance_types.json.gz").read_bytes()))
    new = copy.deepcopy(raw["m5.large"]) | {"InstanceType": "m99.large"}
    return {
        "InstanceTypeOfferings": [{"InstanceType": name} for name in (*names, "m99.large")],
        "InstanceTypes": [*(raw[name] for name in names), new],
    }


@pytest.fixture
def offering(aws: Endpoint, write_config: Callable[..., None]) -> Endpoint:
    write_config()
    aws.regions = {"eu-west-1": offer("m5.large")}
    return aws


def test_the_catalogue_is_refreshed_and_reset(
    worker: AwsWorkerClient, offering: Endpoint, service: CatalogService, knowledge: Knowledge
) -> None:
    known = [t.name for t in knowledge.catalog.types if "me-south-1" in t.regions]
    offering.regions = {"me-south-1": offer(*known)}
    age = service.age()
    assert (age.types, age.regions, age.refreshed) == (1395, len(knowledge.catalog.regions), False)
    events = told(service.refresh("default", nobody))
    done = events[-1]
    assert isinstance(done, Refreshed)
    assert (done.change.added, done.change.removed, done.regions) == (("m99.large",), (), 1)
    assert catalog_file().stat().st_mode & 0o077 == 0
    now = load_knowledge(whole=False)
    assert len(now.catalog.types) == 1396
    later = service_of(now, worker)
    assert later.age().refreshed
    assert "of an account" in later.age().source
    assert service.reset()
    assert not service.reset()
    assert len(load_knowledge(whole=False).catalog.types) == 1395


def test_a_refreshing_that_is_cancelled_changes_nothing(offering: Endpoint, service: CatalogService) -> None:
    offering.faults = [slow(action="DescribeInstanceTypes")]
    task = service.refresh("default", nobody)

    def cancel_it() -> None:
        offering.held.wait()
        task.cancel()

    canceller = threading.Thread(target=cancel_it)
    canceller.start()
    assert not any(isinstance(event, Refreshed) for event in told(task))
    canceller.join()
    assert not catalog_file().exists()


def test_types_that_do_not_fit_are_a_problem_and_the_old_catalogue_stays(
    offering: Endpoint, service: CatalogService
) -> None:
    offering.regions["eu-west-1"]["InstanceTypes"][-1]["Hypervisor"] = "quantum"
    with pytest.raises(UserError, match="does not fit") as caught:
        told(service.refresh("default", nobody))
    assert "quantum" in caught.value.cause
    assert not catalog_file().exists()


def test_a_cache_that_cannot_be_written_is_a_problem(
    offering: Endpoint, service: CatalogService, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr("wizard.store.catalog_cache.catalog_file", lambda: tmp_path / "file" / "x.json")
    with pytest.raises(UserError, match="Unable to write"):
        told(service.refresh("default", nobody))
    with pytest.raises(UserError, match="Unable to write"):
        service.reset()
