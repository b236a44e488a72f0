from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.model.assessment.pattern import Share
from wizard.model.catalog.family_groups import FamilyGroup
from wizard.report.images.family_groups import FAMILY_GROUPS, share_figure, share_said


def test_each_group_has_its_words() -> None:
    assert set(FAMILY_GROUPS) == set(FamilyGroup)


@pytest.mark.parametrize(
    ("least", "most", "figure", "said"),
    [
        (Share(0, 0), Share(0, 0), "–", "of another architecture, or not offered in the Region"),
        (Share(0, 12), Share(0, 1395), "0", "0 of 1,395 types"),
        (Share(9, 9), Share(1019, 1100), "9–1,019", "9–1,019 of 1,100 types"),
    ],
)
def test_a_cell_says_its_number(least: Share, most: Share, figure: str, said: str) -> None:
    assert share_figure(least, most).render(NullTranslations()) == figure
    assert share_said(least, most).render(NullTranslations()) == said
