from __future__ import annotations

import importlib.util
import os
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from wizard.flow.steps import STEPS

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))

from scenes import scenes

FILE = Path(__file__).resolve().parents[2] / "packaging" / "screenshots.py"
PNG = b"\x89PNG"


@pytest.fixture(scope="module")
def screenshots() -> ModuleType:
    spec = importlib.util.spec_from_file_location("screenshots", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["screenshots"] = module
    spec.loader.exec_module(module)
    return module


def size(picture: Path) -> tuple[int, int]:
    data = picture.read_bytes()
    assert data.startswith(PNG)
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def test_every_step_has_a_scene_and_every_scene_a_name() -> None:
    found = list(scenes())
    assert {scene.step for scene in found} == {step.id for step in STEPS}
    assert max(Counter(scene.name for scene in found).values()) == 1


def test_whoever_draws_all_is_told_of_a_dialog_that_is_in_no_picture(screenshots: ModuleType) -> None:
    assert {"MainWindow", "ImagesWindow", "TypesWindow", "StartPage", "PricesDialog"} <= screenshots.kinds()
    assert "DialogLauncher" not in screenshots.kinds()


def test_pictures_in_light_and_dark_at_both_scales(
    screenshots: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    before = sorted(home.rglob("*"))
    assert screenshots.main([str(tmp_path / "out"), "start"]) == 0
    pictures = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert pictures == sorted(
        f"{scheme}-{scale}-start.png" for scheme in ("light", "dark") for scale in (100, 200)
    )
    assert size(tmp_path / "out" / "light-100-start.png") == (1280, 800)
    assert size(tmp_path / "out" / "dark-200-start.png") == (2560, 1600)
    assert (tmp_path / "out" / "light-100-start.png").read_bytes() != (
        tmp_path / "out" / "dark-100-start.png"
    ).read_bytes()
    assert sorted(home.rglob("*")) == before
    assert os.environ["HOME"] == str(home)
