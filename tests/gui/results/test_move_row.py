from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.gui.results.looking import OLD, Make, texts
from tests.report.sample import KEPT
from wizard.flow.kind import Value
from wizard.gui.results.move_row import MoveRow


def said(make_window: Make, answers: Mapping[str, Value]) -> list[str]:
    card = make_window(answers, "results").page.findChildren(MoveRow)[0]
    return texts(card) if card.isVisible() else []


@pytest.mark.parametrize("answers", [{}, {"os": "windows"}])
def test_who_has_nothing_yet_moves_nothing(make_window: Make, answers: dict[str, Value]) -> None:
    assert not said(make_window, answers)


def test_an_image_that_must_be_rebuilt_says_so(make_window: Make) -> None:
    shown = said(make_window, {"start": "image", "image": OLD})
    assert shown[:3] == ["Today", "old", "PV"]
    assert any(text.startswith("It takes another image") for text in shown)


def test_an_image_that_can_stay_is_said_to_stay(make_window: Make) -> None:
    answers: dict[str, Value] = {"start": "image", "image": KEPT, "os": "ubuntu", "os-version": "22.04"}
    assert "Your image runs there as it is." in said(make_window, answers)


def test_both_sizes_stand_beside_each_other(make_window: Make) -> None:
    answers = {"start": "instance", "current-type": "r4.16xlarge", "image-virtualization": "hvm"}
    shown = said(make_window, answers)
    assert shown[1] == "r4.16xlarge"
    assert "64 vCPUs, 488 GiB" in shown[2]
    after = next(text for text in shown[4:] if "vCPUs" in text)
    assert "64 vCPUs" in after


def test_without_a_wish_no_type_is_named(make_window: Make) -> None:
    window = make_window({"start": "image", "image": OLD}, "results")
    shown = texts(window.page.findChildren(MoveRow)[0])
    assert f"{len(window.session.recommendation.ranked):,} instance types" in shown
    window.session.answer("vcpus", {"minimum": 4})
    best = window.session.recommendation.ranked[0].instance_type.name
    assert best in texts(window.page.findChildren(MoveRow)[0])
