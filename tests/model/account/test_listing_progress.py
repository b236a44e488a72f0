from __future__ import annotations

import datetime
from typing import Any

from wizard.model.account.listing_events import Answered, Identified, Regions, Rows, Started, Trouble
from wizard.model.account.listing_progress import ListingProgress
from wizard.model.account.problem import Kind, Problem
from wizard.model.images.image_row import ImageRow, RowReader
from wizard.model.message import Message

PROBLEM = Problem(Kind.NETWORK, Message("Gone."), Message("Cut."), Message("Mend it."))


def row(image_id: str, region: str = "eu-west-1", **fields: Any) -> ImageRow:
    return RowReader().read({"ImageId": image_id, "Name": image_id, **fields}, "me", region, "")


def asked(*images: str, region: str = "eu-west-1") -> ListingProgress:
    progress = ListingProgress()
    for event in (
        Regions("me", (region,)),
        Started("me", region),
        Rows("me", region, tuple(row(image, region) for image in images), (Message("one is broken"),)),
    ):
        progress.take(event)
    return progress


def names(progress: ListingProgress) -> list[str]:
    return [row.image_id for row in progress.rows]


def test_rows_stand_in_an_order_of_their_own() -> None:
    progress = asked("ami-2", "ami-1")
    progress.take(Rows("me", "ap-south-1", (row("ami-3", "ap-south-1"),)))
    progress.take(Answered("me", "eu-west-1", 2))
    assert names(progress) == ["ami-3", "ami-1", "ami-2"]
    assert [row.image_id for row in progress.rows_of("me", "eu-west-1")] == ["ami-2", "ami-1"]
    assert progress.rows_of("you", "eu-west-1") == []
    assert [(s.region, s.asked, s.answered, s.count) for s in progress.states] == [
        ("ap-south-1", False, False, 1),
        ("eu-west-1", True, True, 2),
    ]
    assert progress.unread == [Message("one is broken")]
    assert progress.troubles == []


def test_a_trouble_takes_no_rows_away() -> None:
    progress = asked("ami-1")
    progress.take(Trouble("me", "eu-west-1", PROBLEM))
    assert names(progress) == ["ami-1"]
    assert [state.problem for state in progress.troubles] == [PROBLEM]


def test_a_region_asked_once_more_keeps_its_rows_until_it_has_answered() -> None:
    progress = asked("ami-1", "ami-2")
    progress.take(Trouble("me", "eu-west-1", PROBLEM))
    progress.take(Regions("me", ("eu-west-1",)))
    assert names(progress) == ["ami-1", "ami-2"]
    assert progress.troubles == []
    progress.take(Rows("me", "eu-west-1", (row("ami-2"), row("ami-3"))))
    assert names(progress) == ["ami-1", "ami-2", "ami-3"]
    progress.take(Answered("me", "eu-west-1", 2))
    assert names(progress) == ["ami-2", "ami-3"]
    assert progress.states[0].count == 2


def test_a_profiles_own_trouble_is_over_once_its_regions_are_known() -> None:
    progress = ListingProgress()
    progress.take(Trouble("me", "", PROBLEM))
    assert [state.region for state in progress.states] == [""]
    progress.take(Regions("me", ("eu-west-1",)))
    assert [state.region for state in progress.states] == ["eu-west-1"]
    progress.take(Answered("me", "eu-west-1", 0))
    assert progress.rows == []


def test_what_was_kept_is_shown_until_its_region_has_answered() -> None:
    when = datetime.datetime(2026, 11, 23, tzinfo=datetime.UTC)
    progress = ListingProgress()
    progress.restore("me", "eu-west-1", [row("ami-1"), row("ami-2")], when)
    (state,) = progress.states
    assert (state.kept, state.count, state.asked, state.answered) == (when, 2, False, False)
    progress.take(Regions("me", ("eu-west-1",)))
    progress.take(Rows("me", "eu-west-1", (row("ami-2"),)))
    progress.take(Trouble("me", "eu-west-1", PROBLEM))
    assert names(progress) == ["ami-1", "ami-2"]
    assert progress.states[0].kept == when
    progress.take(Answered("me", "eu-west-1", 1))
    assert names(progress) == ["ami-2"]
    assert progress.states[0].kept is None


def test_where_a_profile_leads_is_noted() -> None:
    progress = asked("ami-1")
    found = Identified("me", "123456789012", "Reader")
    progress.take(found)
    assert progress.identities == {"me": found}
    assert names(progress) == ["ami-1"]
