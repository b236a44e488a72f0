from __future__ import annotations

import pytest

from wizard.flow.catalog_options import family_label, family_options, region_options, type_label, type_options
from wizard.model.knowledge import Knowledge
from wizard.model.message import ENGLISH


def test_every_type_is_offered_with_its_size(knowledge: Knowledge) -> None:
    options = {option.value: option for option in type_options(knowledge, {})}
    assert list(options) == [kind.name for kind in knowledge.catalog.types]
    assert options["m5.large"].help.render(ENGLISH) == "2 vCPUs, 8 GiB"
    assert options["t3.nano"].help.render(ENGLISH) == "2 vCPUs, 0.5 GiB"


def test_a_type_is_called_by_its_name(knowledge: Knowledge) -> None:
    label = type_label(knowledge, {}, "m5.large")
    assert label is not None
    assert label.render(ENGLISH) == "m5.large"
    assert type_label(knowledge, {}, "p3.8xlarge") is not None
    assert type_label(knowledge, {}, "m5.huge") is None


@pytest.mark.parametrize(
    ("word", "known"), [("m5", True), ("cc1", True), ("4xlarge", False), ("m", False), (".", False)]
)
def test_a_family_is_one_of_the_catalogue_or_one_that_it_lacks(
    knowledge: Knowledge, word: str, known: bool
) -> None:
    label = family_label(knowledge, {}, word)
    assert (label is not None) is known
    assert label is None or label.render(ENGLISH) == word


def test_every_family_and_region_is_offered(knowledge: Knowledge) -> None:
    assert tuple(option.value for option in family_options(knowledge, {})) == knowledge.catalog.families
    offered = [option.value for option in region_options(knowledge, {})]
    answered, listed = knowledge.catalog.regions, knowledge.catalog.listed_regions
    assert offered[: len(answered) + len(listed) + 1] == ["any", *answered, *listed]
    assert {"eusc-de-east-1", "us-iso-east-1", "me-west-1"} < set(offered)
    assert len(offered) == len(set(offered))
    assert len(answered) + len(listed) == 38
