"""What a person reads of a Region in a list of them."""

from __future__ import annotations

import pytest

from wizard.aws.regions import titles
from wizard.gui import texts
from wizard.gui.region_titles import _BY_TITLE, offered
from wizard.store.languages import translations


def test_every_region_of_the_public_partitions_has_its_name_in_german() -> None:
    missing = [title for name, title in titles().items() if "iso" not in name and title not in _BY_TITLE]
    assert not missing
    assert set(_BY_TITLE) <= set(titles().values()), "a Region that the SDK no longer knows"


@pytest.mark.parametrize(
    ("language", "said"), [("en", "eu-west-1 · Europe (Ireland)"), ("de", "eu-west-1 · Europa (Irland)")]
)
def test_a_list_has_name_and_title_in_the_reader_s_language(language: str, said: str) -> None:
    texts.use(translations(language))
    assert offered(
        {"eu-west-1": "Europe (Ireland)", "xx-east-1": "xx-east-1", "xx-west-1": "Some <place>"}
    ) == [
        ("eu-west-1", said),
        ("xx-east-1", "xx-east-1"),
        ("xx-west-1", "xx-west-1 · Some <place>"),
    ]
