from __future__ import annotations

import gettext

import pytest

from wizard.app.catalog_in_use import CatalogInUse
from wizard.aws.catalog_refresh import Answers
from wizard.gui.problem import Problem
from wizard.model.knowledge import Knowledge
from wizard.store.resources import resources


@pytest.fixture
def catalog(knowledge: Knowledge) -> CatalogInUse:
    file = resources() / "catalog" / "instance_types.json"
    return CatalogInUse(knowledge, file, gettext.NullTranslations())


def test_the_built_in_one_says_its_day_and_its_size(catalog: CatalogInUse, knowledge: Knowledge) -> None:
    age = catalog.age()
    assert age.date == knowledge.catalog.provenance.date.isoformat()
    assert (age.types, age.regions, age.refreshed) == (1395, len(knowledge.catalog.regions), False)
    assert not catalog.reset()


def test_an_answer_that_does_not_fit_is_a_problem(catalog: CatalogInUse) -> None:
    answers = Answers({"x9.large": {"InstanceType": "x9.large"}}, {"eu-west-1": frozenset({"x9.large"})})
    with pytest.raises(Problem, match="does not fit the catalogue"):
        catalog.renew(answers)
