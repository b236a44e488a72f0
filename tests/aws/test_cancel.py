from __future__ import annotations

import socket
import threading
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.aws.endpoint import Endpoint, Fault, cut, refuse, slow
from tests.aws.records import images
from wizard.aws.account import Account
from wizard.aws.cancel import Cancel, Cancelled, current_cancel
from wizard.aws.images import ask_images
from wizard.aws.retries import RetryPolicy
from wizard.model.account.listing_events import Rows, Trouble

# What is not ended by cancelling hangs, and is ended by this.
pytestmark = [pytest.mark.usefixtures("endless_patience"), pytest.mark.timeout(60)]
PATIENT = RetryPolicy(attempts=50, throttled_attempts=50, first=5.0, longest=20.0)
TROUBLE: list[list[Fault]] = [
    [],
    [slow()],
    [slow(trickle=True)],
    [slow(action="DescribeRegions")],
    [cut(after=20)],
    [refuse("RequestLimitExceeded")],
    [refuse("InternalError", status=500, first=2)],
]


@pytest.mark.parametrize("stuck", range(len(TROUBLE)))
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(after=st.floats(0, 0.4))
def test_cancelled_at_any_moment_nobody_waits_on(
    aws: Endpoint, account: Account, stuck: int, after: float
) -> None:
    aws.regions = {f"eu-test-{n}": {"Images": images(450)} for n in range(12)}
    aws.faults = TROUBLE[stuck]
    before = {thread for thread in threading.enumerate() if thread.name == "asking AWS"}
    cancel = Cancel()
    timer = threading.Timer(after, cancel.cancel)
    timer.start()
    rows = sum(
        len(e.images) for e in ask_images([account], None, ["self"], cancel, PATIENT) if isinstance(e, Rows)
    )
    timer.join()
    for thread in {t for t in threading.enumerate() if t.name == "asking AWS"} - before:
        thread.join()
    assert rows <= 12 * 450


def test_cancelling_hangs_up_and_keeps_what_came(aws: Endpoint, account: Account) -> None:
    aws.regions = {"eu-west-1": {"Images": images(5)}, "eu-west-2": {"Images": images(5)}}
    aws.faults = [slow(region="eu-west-2")]
    cancel = Cancel()
    events = ask_images([account], None, ["self"], cancel, PATIENT)
    rows = next(event for event in events if isinstance(event, Rows))
    assert len(rows.images) == 5
    assert aws.held.wait()
    cancel.cancel()
    list(events)
    assert aws.hung_up.wait()


def test_closing_the_iterator_cancels(aws: Endpoint, account: Account) -> None:
    aws.regions = {f"eu-test-{n}": {} for n in range(3)}
    aws.faults = [slow(region="eu-test-1")]
    events = ask_images([account], None, ["self"], Cancel(), PATIENT)
    next(iter(events))
    assert aws.held.wait()
    assert isinstance(events, Generator)
    events.close()
    assert aws.hung_up.wait()


def test_a_connection_that_is_never_taken_is_given_up(
    account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        address = full.getsockname()
        # Nobody accepts, so that the queue is full and the system says nothing to the next.
        waiting = []
        for _ in range(4):
            connection = socket.socket()
            connection.setblocking(False)
            connection.connect_ex(address)
            waiting.append(connection)
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{address[1]}")
        cancel = Cancel()
        timer = threading.Timer(0.3, cancel.cancel)
        timer.start()
        events = list(ask_images([account], ["eu-west-1"], ["self"], cancel, PATIENT))
        assert cancel.asked, "nothing but the cancelling ends it"
        assert not [event for event in events if isinstance(event, Rows | Trouble)]
        timer.join()
        for connection in waiting:
            connection.close()


def test_already_cancelled_nothing_is_asked(aws: Endpoint, account: Account) -> None:
    cancel = Cancel()
    cancel.cancel()
    cancel.cancel()
    assert list(ask_images([account], None, ["self"], cancel)) == []
    assert aws.calls == []
    with pytest.raises(Cancelled):
        cancel.wait(10)


def test_a_thread_has_a_token_of_its_own() -> None:
    cancel = Cancel()
    with cancel.current():
        assert current_cancel() is cancel
    assert current_cancel() is not cancel
