from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import World
from wizard.gui.aws_service import Kept
from wizard.gui.dialogs import choose_image
from wizard.gui.rules.error_dialog import ErrorDialog
from wizard.gui.shell.main_window import MainWindow
from wizard.model.images.image_row import RowReader

IMAGE = {
    "ImageId": "ami-0123456789abcdef0",
    "Name": "web",
    "State": "available",
    "Architecture": "x86_64",
    "VirtualizationType": "hvm",
    "RootDeviceType": "ebs",
}
INSTANCE = {"InstanceId": "i-1", "ImageId": "ami-0123456789abcdef0", "InstanceType": "m3.medium"}
TWO = {"Images": [IMAGE, IMAGE | {"ImageId": "ami-00000000000000001", "Name": "db"}]}
STACK = "Resources: {A: {Type: AWS::EC2::Instance, Properties: {ImageId: ami-0123456789abcdef0, InstanceType: m5.large}}}"


def paste(window: MainWindow, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    window.router.paste()


@pytest.mark.parametrize(
    ("text", "start", "said"),
    [
        (json.dumps({"Images": [IMAGE]}), "image", "One image. Go on with Next."),
        (json.dumps([INSTANCE]), "instance", "An instance of type m3.medium. Go on with Next."),
        ("t3.micro", "instance", "An instance of type t3.micro. Go on with Next."),
        (
            json.dumps({"schema": 1, "answers": {"start": "new"}}),
            "new",
            "Answers of an earlier walk. Go on with Next.",
        ),
    ],
)
def test_what_leads_into_the_walk_is_answered_there(
    window: MainWindow, told: list[str], text: str, start: str, said: str
) -> None:
    paste(window, text)
    assert window.session.walk.answers["start"] == start
    assert window.session.walk.step == "start"
    assert told[-1] == said


def test_ctrl_v_on_the_first_page_is_the_same(qtbot: QtBot, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("m4.large")
    focused = QApplication.focusWidget() or window
    qtbot.keyClick(focused, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.session.walk.answers["current-type"] == "m4.large"


def test_an_error_is_explained(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(ErrorDialog, "exec", lambda dialog: seen.append(dialog._box.text()))
    error = (
        "InsufficientInstanceCapacity: We currently do not have sufficient m5.large capacity in us-east-1a."
    )
    paste(window, error)
    assert seen == [error]


NOWHERE = {
    "ami-0123456789abcdef0": "aws ec2 describe-images --image-ids ami-0123456789abcdef0",
    "what is this": "no error, image, instance, template or answers file",
    "\u202e<b>x</b>": "no error, image, instance",
}


def test_what_leads_nowhere_says_what_it_is(window: MainWindow, told: list[str]) -> None:
    for text, said in NOWHERE.items():
        paste(window, text)
        assert said in told[-1], text
        assert not window.session.walk.answers


def test_of_several_pasted_images_the_person_picks_one(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choose_image, "choose_image", lambda images, _parent: images[1])
    paste(window, json.dumps(TWO))
    image = window.session.walk.answers["image"]
    assert isinstance(image, Mapping)
    assert image["Name"] == "db"
    monkeypatch.setattr(choose_image, "choose_image", lambda *_: None)
    window.session.start_over()
    paste(window, json.dumps(TWO))
    assert not window.session.walk.answers


def drop(qtbot: QtBot, window: MainWindow, path: Path, done: Callable[[], bool]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, buttons, keys))
    qtbot.waitUntil(done)


def test_a_dropped_file_is_opened_whatever_it_is(qtbot: QtBot, window: MainWindow, world: World) -> None:
    path = Path("/home/me/mine.amiwizard")
    world.texts[path] = json.dumps({"schema": 1, "answers": {"os": "debian"}})
    world.answers[path] = {"os": "debian"}
    drop(qtbot, window, path, lambda: window.session.walk.answers.get("os") == "debian")
    assert not window.session.unsaved


def test_a_dropped_list_of_images_opens_their_window(qtbot: QtBot, window: MainWindow, world: World) -> None:
    path = Path("/home/me/images.json")
    world.texts[path] = json.dumps(TWO)
    drop(qtbot, window, path, lambda: "window" in window.images.__dict__)
    assert window.images.window.isVisible()
    window.images.window.close()


def test_answers_that_are_nowhere_saved_are_asked_about(
    window: MainWindow, discarding: Callable[[int], list[str]]
) -> None:
    window.session.answer("os", "ubuntu")
    asked = discarding(2)
    paste(window, "m5.large")
    assert asked == ["Start over with this?"]
    assert window.session.walk.answers == {"os": "ubuntu"}


def test_a_file_that_cannot_be_read_is_a_problem_that_is_shown(
    window: MainWindow, world: World, problems: list[object]
) -> None:
    from wizard.gui.user_error import UserError

    world.problem = UserError("Unable to use it.", "It is gone.", "Choose another file.", "")
    window.router.take_file(Path("/home/me/gone.json"))
    assert problems == [world.problem]
    assert not window.session.walk.answers


def test_a_drag_of_neither_text_nor_file_is_not_taken(window: MainWindow, told: list[str]) -> None:
    before = list(told)
    window.router.take(QMimeData())
    assert told == before


def test_an_ami_id_is_found_among_the_images_that_were_listed(
    qtbot: QtBot, window: MainWindow, told: list[str]
) -> None:
    paste(window, "ami-0123456789abcdef0")
    assert told[-1].endswith("It is not among the images that were listed.")
    assert "describe-images" in told[-1]
    assert not window.session.walk.answers
    window.images.window.panel.show_sample()
    listed = window.images.controller.loader.images[0].row
    paste(window, f"  {listed.image_id} ")
    image = window.session.walk.answers["image"]
    assert isinstance(image, Mapping)
    assert image["ImageId"] == listed.image_id
    assert window.session.walk.step == "results"
    window.images.window.close()


def test_an_ami_id_is_found_among_what_was_found_before(window: MainWindow, world: World) -> None:
    row = RowReader().read(IMAGE, "dev", "eu-west-1", "")
    world.fake_aws.kept = Kept((row,), "24 November")
    paste(window, IMAGE["ImageId"])
    assert window.session.walk.step == "results"
    # Nobody asked for the list: it stays as it was.
    assert not window.images.controller.loader.images
