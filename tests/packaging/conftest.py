from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.packaging.checkout import PACKAGING, Checkout, make_checkout

SCRIPTS = ("console", "distribution", "environment", "requirements", "run", "system", "test")


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> dict[str, ModuleType]:
    """The modules in ``packaging/`` by name, taken out of ``sys.modules`` again: "test" is Python's."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    before = {name: sys.modules.pop(name) for name in SCRIPTS if name in sys.modules}
    modules = {name: importlib.import_module(name) for name in SCRIPTS}
    for name in SCRIPTS:
        del sys.modules[name]
    sys.modules.update(before)
    return modules


@pytest.fixture
def bare_checkout(tmp_path: Path) -> Checkout:
    """A checkout that was never started."""
    return make_checkout(tmp_path)


@pytest.fixture(scope="session")
def _ready_checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    checkout = make_checkout(tmp_path_factory.mktemp("ready"))
    result = checkout.start("first")
    assert result.returncode == 0, result.stderr
    return checkout


@pytest.fixture
def checkout(_ready_checkout: Checkout, tmp_path: Path) -> Checkout:
    """A checkout that was started before, for the test to do with as it likes."""
    return _ready_checkout.copy(tmp_path / "copy")
