from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.gui.results.looking import OLD, Make, open_tab, texts
from wizard.gui.findings.finding_card import FindingCard
from wizard.gui.findings.finding_list import FindingList
from wizard.gui.results.why_tab import WhyTab


def test_the_image_one_has_stands_before_the_reasons(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"start": "image", "image": OLD}, "results")
    said = texts(open_tab(window, qtbot, "Why").findChildren(FindingList)[0])
    assert said[0] == "The image you have: ami-0123456789abcdef0"
    assert "What the AMI has to have" in said


def test_reasons_and_alternatives_stand_with_their_findings(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "ubuntu", "os-version": "22.04"}, "results")
    why = open_tab(window, qtbot, "Why")
    recommendation = window.session.recommendation
    kinds = sum(len(kind.findings) for kind in recommendation.alternatives)
    assert len(why.findChildren(FindingCard)) == len(recommendation.reasons) + kinds


def test_a_newest_type_without_a_price_is_told_by_price(qtbot: QtBot, make_window: Make) -> None:
    size = {"minimum": 2, "maximum": 2}, {"minimum": 8, "maximum": 8}
    answers = {
        "os": "ubuntu",
        "os-version": "24.04",
        "arch": "arm64",
        "vcpus": size[0],
        "memory-gib": size[1],
    }
    why = open_tab(make_window(answers | {"region": "us-east-1"}, "results"), qtbot, "Why")
    said = texts(why.findChildren(FindingList)[0])
    assert any(text.startswith("No price is known for m9g.large. The nearest of its size") for text in said)


def test_each_part_is_one_click_away(qtbot: QtBot, make_window: Make) -> None:
    window = make_window({"os": "ubuntu", "os-version": "22.04"}, "results")
    why = open_tab(window, qtbot, "Why")
    assert isinstance(why, WhyTab)
    names = [link.accessibleName() for link in why.links()]
    assert names == ["Go to: What decided", "Go to: Alternatives", "Go to: Left out"]
    bar = why.findChildren(FindingList)[0].verticalScrollBar()
    places = []
    for link in why.links():
        link.click()
        places.append(bar.value())
    assert places == sorted(places)
    assert 0 < places[-1] <= bar.maximum()


def test_a_walk_that_leaves_no_other_kind_says_so(qtbot: QtBot, make_window: Make) -> None:
    window = make_window(
        {"os": "linux", "type": ["t1.micro"], "arch": "i386", "virtualization": "paravirtual"}, "results"
    )
    assert "Your answers leave no other kind of image open." in texts(open_tab(window, qtbot, "Why"))
