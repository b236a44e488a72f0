"""Numbers and dates inside a text, as the reader's language writes them."""

from __future__ import annotations

import datetime
import gettext
from collections.abc import Mapping

from wizard.model.message import Figure, Message, counted, figure


class German(gettext.NullTranslations):
    def info(self) -> Mapping[str, str]:  # type: ignore[override]  # a mapping is all that anybody reads
        return {"language": "de"}


ENGLISH = gettext.NullTranslations()
SAID = Message(
    "{types} types of {date}, {memory} GiB, at {price} USD",
    {
        "types": counted(1395),
        "date": datetime.date(2026, 11, 9),
        "memory": figure(3.75),
        "price": Figure("0.0504"),
    },
)


def test_numbers_and_dates_are_written_as_in_english() -> None:
    assert SAID.render(ENGLISH) == "1,395 types of 2026-11-09, 3.75 GiB, at 0.0504 USD"


def test_numbers_and_dates_are_written_as_in_german() -> None:
    assert SAID.render(German()) == "1.395 types of 09.11.2026, 3,75 GiB, at 0,0504 USD"


def test_names_and_moments_are_left_as_they_are() -> None:
    moment = datetime.datetime(2026, 11, 9, 12, 30, tzinfo=datetime.UTC)
    said = Message(
        "{type} of Ubuntu {version} at {at}", {"type": "m5.large", "version": "22.04", "at": moment}
    )
    assert said.render(German()) == "m5.large of Ubuntu 22.04 at 2026-11-09 12:30:00+00:00"


def test_a_figure_inside_a_figure_s_sentence_is_said_once() -> None:
    inner = Message("{n} GiB", {"n": Figure("1,024.5")})
    assert Message("about {size}", {"size": inner}).render(German()) == "about 1.024,5 GiB"
