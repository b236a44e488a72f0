from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.report.sample import KEPT
from wizard.gui.session import Session
from wizard.gui.shell.summary_line import SummaryLine
from wizard.gui.shell.summary_panel import SummaryPanel
from wizard.model.ec2.instance_type import Architecture


def shown(widget: QWidget) -> list[str]:
    return [
        label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget) and label.text()
    ]


@pytest.fixture
def panel(qtbot: QtBot) -> SummaryPanel:
    panel = SummaryPanel()
    qtbot.addWidget(panel)
    panel.show()
    return panel


@pytest.fixture
def line(qtbot: QtBot) -> SummaryLine:
    line = SummaryLine()
    qtbot.addWidget(line)
    line.show()
    return line


def test_before_anything_is_judged_it_promises_nothing(panel: SummaryPanel) -> None:
    assert shown(panel) == ["So far"]


def test_the_decision_as_it_stands(panel: SummaryPanel, line: SummaryLine, session: Session) -> None:
    session.answer("os", "windows")
    recommendation = session.recommendation
    panel.refresh(recommendation, session.effects)
    line.refresh(recommendation, session.effects)
    texts = shown(panel)
    assert {"HVM", "x86_64", "Architecture", "Boot mode", "ENA", "Root device"} <= set(texts)
    assert f"{len(recommendation.ranked):,}" in texts
    assert shown(line)[0].startswith("HVM · x86_64")
    assert shown(line)[1] == f"{len(recommendation.ranked):,} of 1,395 types"


def test_nothing_left_is_said_with_the_way_out(
    panel: SummaryPanel, line: SummaryLine, session: Session
) -> None:
    session.answer("os", "windows")
    session.answer("arch", "arm64")
    panel.refresh(session.recommendation, session.effects, session.last_answered)
    line.refresh(session.recommendation, session.effects)
    texts = shown(panel)
    assert "None" in texts
    assert "Architecture" not in texts
    assert any("relax" in text for text in texts)
    assert shown(line) == ["No type meets all answers", "0 of 1,395 types"]


def test_paravirtual_is_said_too(panel: SummaryPanel, session: Session) -> None:
    session.answer("os", "linux")
    session.answer("type", ["t1.micro"])
    panel.refresh(session.recommendation, session.effects, session.last_answered)
    assert {"PV", "Paravirtual", "1", "of 1,395 instance types fits"} <= set(shown(panel))


def test_each_answer_says_what_it_did_and_the_last_is_marked(
    qtbot: QtBot, panel: SummaryPanel, session: Session
) -> None:
    def rows() -> list[QWidget]:
        return [w for w in panel.findChildren(QWidget) if ": " in w.accessibleName() and w.isVisible()]

    def show() -> list[str]:
        panel.refresh(session.recommendation, session.effects, session.last_answered)
        # As tall as their text only once they are laid out.
        qtbot.waitUntil(lambda: all(row.height() > 8 for row in rows()))
        return [row.accessibleName() for row in rows()]

    assert show() == []
    assert shown(panel) == ["So far", "1,395", "instance types. Nothing is answered yet."]
    session.answer("vcpus", {"minimum": 64})
    few = show()
    assert few == [f"at least 64 vCPUs: {968 - len(session.recommendation.ranked)} types fewer"]
    session.answer("os", "linux")
    assert show()[0] == "Linux: 10 types fewer"
    assert len(rows()) == 2
    # The last one says both counts besides.
    said = shown(panel)
    assert said[said.index("Linux") + 1 :][:2] == ["968 before, 958 now", "–10"]
    assert [text for text in said if "before" in text] == ["968 before, 958 now"]
    looks = [row.grab().toImage() for row in rows()]
    session.answer("vcpus", {"minimum": 32})
    show()
    assert all(
        one != other for one, other in zip(looks, (row.grab().toImage() for row in rows()), strict=True)
    )
    session.answer("vcpus", None)
    assert show() == ["Linux: 10 types fewer"]


def test_what_another_architecture_would_reach_is_told(panel: SummaryPanel, session: Session) -> None:
    session.answer("os", "linux")
    panel.refresh(session.recommendation, session.effects, session.last_answered)
    reached = dict(session.recommendation.by_architecture)
    # At the end of a line each figure stays with its architecture.
    assert any(f"arm64:\u00a0{reached[Architecture.ARM64]:,}" in text for text in shown(panel))
    session.answer("arch", "arm64")
    panel.refresh(session.recommendation, session.effects, session.last_answered)
    assert not any("With another image" in text for text in shown(panel))


def test_the_end_of_support_comes_first(panel: SummaryPanel, session: Session) -> None:
    session.answer("os", "centos")
    session.answer("os-version", "6")
    panel.refresh(session.recommendation, session.effects, session.last_answered)
    assert shown(panel)[1].startswith("Support for CentOS Linux 6 ended on 2020-11-30")


def test_what_becomes_of_ones_own_image_comes_before_what_to_take(
    panel: SummaryPanel, session: Session
) -> None:
    session.answer("start", "image")
    session.answer("image-virtualization", "paravirtual")
    panel.refresh(session.recommendation, session.effects, session.last_answered)
    texts = shown(panel)
    assert texts[1].startswith("Your paravirtual AMI runs on 19")
    assert texts.index("HVM") > 1


def test_a_doubt_is_counted_and_goes_with_the_answer_to_it(panel: SummaryPanel, session: Session) -> None:
    session.answer("start", "image")
    session.answer("image", KEPT)
    panel.refresh(session.recommendation, session.effects, session.last_answered)
    assert "On each of them that depends on what is not known." in shown(panel)
    session.answer("os", "ubuntu")
    session.answer("os-version", "22.04")
    panel.refresh(session.recommendation, session.effects, session.last_answered)
    assert not any("not known" in text for text in shown(panel)[4:])
