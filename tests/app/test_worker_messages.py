from __future__ import annotations

import pickle

from tests.aws.records import images
from wizard.app.worker_messages import Records, packed
from wizard.model.account.listing_events import Rows, Started
from wizard.model.images.image_row import RowReader


def test_rows_go_as_records_and_come_back_with_one_image_for_a_kind() -> None:
    reader = RowReader()
    rows = Rows(
        "me", "eu-west-1", tuple(reader.read(r, "me", "eu-west-1", "") for r in images(3)), ("one is broken",)
    )
    sent = pickle.loads(pickle.dumps(packed(rows)))
    assert isinstance(sent, Records)
    other = RowReader()
    first, again = sent.rows(other), sent.rows(other)
    assert [row.image for row in first.images] == [row.image for row in rows.images]
    assert (first.profile, first.region, first.unread) == ("me", "eu-west-1", ("one is broken",))
    assert len({id(row.kind) for row in (*first.images, *again.images)}) == 1


def test_anything_else_goes_as_it_is() -> None:
    event = Started("me", "eu-west-1")
    assert packed(event) is event
