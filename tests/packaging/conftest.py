from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.packaging.checkout import PACKAGING, Checkout, make_checkout
from tests.packaging.set_ups import SetUps, first_starts

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
def set_ups(tmp_path_factory: pytest.TempPathFactory) -> SetUps:
    """The first starts of a checkout that meets with trouble. Each makes an environment, which takes long."""
    return first_starts(tmp_path_factory.mktemp("ready"))


@pytest.fixture
def checkout(set_ups: SetUps, tmp_path: Path) -> Checkout:
    """A checkout that was started before, for the test to do with as it likes."""
    return set_ups.checkout.copy(tmp_path / "copy")
