from __future__ import annotations

from wizard.flow.features import NEED, OPTIONS, WITHOUT
from wizard.model.ec2.feature import Feature


def test_every_feature_can_be_needed_or_refused_and_is_explained() -> None:
    assert [option.value for option in OPTIONS] == list(Feature)
    assert NEED.options == WITHOUT.options == OPTIONS
    assert all(len(option.help.template) > 20 for option in OPTIONS)
