from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor, QPalette, Qt
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from wizard.flow.features import OPTIONS
from wizard.gui.questions.feature_list import FeatureList
from wizard.gui.questions.question_field import QuestionField
from wizard.gui.shell.main_window import MainWindow


def test_each_feature_stands_once_with_a_choice_of_three(
    qtbot: QtBot, make_window: Callable[..., MainWindow]
) -> None:
    window = make_window({"need": ["efa"], "without": ["bare-metal"]}, "features")
    page, session = window.page, window.session
    (features,) = page.findChildren(FeatureList)
    choices = {button.accessibleName(): button for button in features.findChildren(QRadioButton)}
    assert len(choices) == 3 * len(OPTIONS)
    assert {name for name, button in choices.items() if button.isChecked() and "no matter" not in name} == {
        "Elastic Fabric Adapter (EFA): needed",
        "Bare metal: not wanted",
    }
    asked = {field.question.id for field in page.findChildren(QuestionField) if field.isVisible()}
    assert asked == {"hypervisor", "generation", "virtualization"}
    # From needed to not wanted is one answer, and one step back.
    choices["Elastic Fabric Adapter (EFA): not wanted"].click()
    assert session.walk.answers == {"without": ["bare-metal", "efa"]}
    choices["NitroTPM: needed"].click()
    choices["Bare metal: no matter"].click()
    assert session.walk.answers == {"need": ["tpm"], "without": ["efa"]}
    session.undo()
    session.undo()
    session.undo()
    assert session.walk.answers == {"need": ["efa"], "without": ["bare-metal"]}
    assert choices["Elastic Fabric Adapter (EFA): needed"].isChecked()
    # By the keyboard: one stop a feature, the arrows choose.
    first = page.first_control()
    assert first is choices["Burstable performance: no matter"]
    assert page.tab_chain()[0] is choices["Burstable performance: no matter"]
    qtbot.keyClick(choices["Burstable performance: no matter"], Qt.Key.Key_Right)
    assert session.walk.answers["need"] == ["efa", "burstable"]
    window.show_question("without")
    assert window.focusWidget() is features.control()
    window.show_question("hypervisor")
    focused = window.focusWidget()
    assert focused is not None
    assert focused.property("question") == "Which hypervisor?"


def test_the_circles_are_seen_on_a_dark_ground(qtbot: QtBot) -> None:
    features = FeatureList(OPTIONS)
    qtbot.addWidget(features)
    palette = features.palette()
    for ground in (QPalette.ColorRole.Base, QPalette.ColorRole.Window, QPalette.ColorRole.Button):
        palette.setColor(ground, QColor("#202226"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#eeeeee"))
    features.setPalette(palette)
    other = next(button for button in features.findChildren(QRadioButton) if not button.isChecked())
    picture = other.grab().toImage()
    ink = max(picture.pixelColor(x, picture.height() // 2).lightnessF() for x in range(picture.width()))
    assert ink > QColor("#202226").lightnessF() + 0.2
