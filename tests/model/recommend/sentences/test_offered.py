"""Who names a type that the Region lacks is told where it is."""

from __future__ import annotations

from gettext import NullTranslations
from typing import Any

import pytest

from tests.model.recommend.advised import advised
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.sentences.offered import offered_elsewhere


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (
            {"type": ["p5.48xlarge"], "region": "eu-central-1"},
            "p5.48xlarge is not offered in eu-central-1, but in eu-north-1, eu-west-2, ",
        ),
        (
            {"family": ["vt1"], "region": "eu-central-1"},
            "vt1 is not offered in eu-central-1, but in eu-west-1, ",
        ),
    ],
)
def test_where_it_is_stands_beside_that_it_is_not_there(
    knowledge: Knowledge, answers: dict[str, Any], said: str
) -> None:
    assert said in advised(knowledge, os="ubuntu", **answers).summary.render(NullTranslations())


@pytest.mark.parametrize(
    "needs",
    [
        Needs(types=("p5.48xlarge",)),
        Needs(types=("m5.large",), region="eu-central-1"),
        Needs(types=("p3.2xlarge", "none.large"), region="eu-central-1"),
        Needs(families=("m7i", "p3"), region="eu-central-1"),
        # Of a Region without an answer of AWS a list of prices says what there is.
        Needs(types=("p5.48xlarge",), region="us-gov-west-1"),
    ],
)
def test_what_is_there_or_in_no_answer_of_aws_needs_no_word(knowledge: Knowledge, needs: Needs) -> None:
    assert list(offered_elsewhere(needs, knowledge)) == []


def test_few_regions_are_all_named_and_of_many_the_rest_is_counted(knowledge: Knowledge) -> None:
    def said(*types: str) -> list[str]:
        needs = Needs(types=types, region="eu-south-1")
        return [each.render(NullTranslations()) for each in offered_elsewhere(needs, knowledge)]

    few, many = said("vt1.3xlarge")[0], said("hpc7a.12xlarge", "g6.xlarge")[-1]
    assert "other Regions" not in few
    assert many.endswith(" other Regions.")
