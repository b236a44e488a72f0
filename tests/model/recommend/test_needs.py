from __future__ import annotations

import pytest

from wizard.model.ec2.feature import Feature
from wizard.model.recommend.needs import Needs, Range


@pytest.mark.parametrize(
    ("bounds", "inside", "outside"),
    [
        (Range(), (0, 4, 1e9), ()),
        (Range(2, 8), (2, 4, 8), (1, 9)),
        (Range(2), (2, 1e9), (1.9,)),
        (Range(maximum=8), (0, 8), (8.1,)),
    ],
)
def test_a_range_has_both_its_ends(
    bounds: Range, inside: tuple[float, ...], outside: tuple[float, ...]
) -> None:
    assert all(value in bounds for value in inside)
    assert not any(value in bounds for value in outside)


def test_no_need_excludes_anything() -> None:
    needs = Needs()
    assert needs.features == needs.without == frozenset()
    assert (needs.architecture, needs.region, needs.image) == (None, None, None)
    assert 896 in needs.vcpus


def test_features_are_named_as_on_the_command_line() -> None:
    assert Feature("secure-boot") is Feature.SECURE_BOOT
    assert len(Feature) == 12
