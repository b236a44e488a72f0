from __future__ import annotations

import gettext

import pytest

from wizard.gui import texts
from wizard.gui.theme.locale_format import capital, language_of, long_name, number, short_name
from wizard.model.ec2.instance_type import VirtualizationType
from wizard.model.message import Translations


class German(gettext.NullTranslations):
    def info(self) -> dict[str, str]:
        return {"language": "de"}


def test_figures_follow_the_language_of_the_texts() -> None:
    assert number(1395) == "1,395"
    texts.use(German())
    assert number(1395) == "1.395"
    assert (language_of(gettext.NullTranslations()), language_of(German())) == ("en", "de")


@pytest.mark.parametrize(
    ("text", "heading"), [("works", "Works"), ("vCPUs outside", "vCPUs outside"), ("", "")]
)
def test_a_phrase_becomes_a_heading(text: str, heading: str) -> None:
    assert capital(text) == heading


def test_every_virtualization_type_has_its_names(english: Translations) -> None:
    assert {short_name(kind).render(english) for kind in VirtualizationType} == {"HVM", "PV"}
    assert all(long_name(kind).render(english) for kind in VirtualizationType)
