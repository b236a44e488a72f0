from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from tests.gui.conftest import World
from wizard.gui.places.dialog import PlacesDialog
from wizard.gui.shell.main_window import MainWindow

AMI = "ami-0123456789abcdef0"
STACK = "Resources: {A: {Type: AWS::EC2::Instance, Properties: {ImageId: %s, InstanceType: %s}}}"
IMAGE = {
    "ImageId": AMI,
    "State": "available",
    "Architecture": "arm64",
    "VirtualizationType": "hvm",
    "RootDeviceType": "ebs",
    "EnaSupport": True,
    "BootMode": "uefi",
}


def shown(window: MainWindow, text: str, monkeypatch: pytest.MonkeyPatch, act: Any) -> None:
    """Paste a template, and do this with the dialog that opens."""
    monkeypatch.setattr(PlacesDialog, "exec", act)
    QGuiApplication.clipboard().setText(text)
    window.router.paste()


def outcomes(dialog: PlacesDialog) -> list[str]:
    return [str(place.outcome) for place in dialog._table._model.places]


def test_a_template_is_a_list_of_places_with_verdicts(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []
    shown(window, STACK % (AMI, "m5.large"), monkeypatch, lambda dialog: seen.append(outcomes(dialog)))
    assert seen == [["unknown"]]
    assert "start" not in window.session.walk.answers or window.session.walk.answers["start"] != "instance"


def test_a_saved_reply_lends_its_facts(
    window: MainWindow, world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path, broken = tmp_path / "images.json", tmp_path / "other.json"
    world.texts = {path: json.dumps({"Images": [IMAGE]}), broken: "{}"}
    paths = iter((None, broken, path))
    monkeypatch.setattr(window.files.dialogs, "to_open", lambda *_: next(paths))
    failed: list[str] = []
    monkeypatch.setattr("wizard.gui.feedback.show", lambda error: failed.append(error.problem))

    def lend(dialog: PlacesDialog) -> None:
        for expected in ("unknown", "unknown", "refused"):
            dialog._add.click()
            assert outcomes(dialog) == [expected]
        dialog._start.click()

    shown(window, STACK % (AMI, "m5.large"), monkeypatch, lend)
    assert len(failed) == 1
    assert "other.json" in failed[0]
    answers = window.session.walk.answers
    assert (answers["start"], answers["current-type"]) == ("instance", "m5.large")
    assert answers["image-architecture"] == "arm64"


def test_a_type_that_nobody_knows_starts_with_the_image(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown(window, STACK % (AMI, "!Ref Kind"), monkeypatch, lambda dialog: dialog._start.click())
    assert window.session.walk.answers["start"] == "image"
    assert "current-type" not in window.session.walk.answers
