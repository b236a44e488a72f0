from __future__ import annotations

import gettext
import logging
from collections.abc import Iterator

import pytest

from tests.aws.records import images
from tests.aws.told import listed
from tests.aws.world import BAD, CASES, Case, World
from wizard.aws.account import Account
from wizard.aws.profiles import CredentialSource, Profile, read_profiles
from wizard.model.account.listing_events import Event, Rows, Trouble
from wizard.model.account.problem import Kind, Problem

SECRETS = (
    "very/secret", "role/secret", "sso/secret", "env/secret", "envtoken", "roletoken", "ssotoken", "sso-access-token",
    "hunter2", "123456 ", "AKIAEXAMPLE", "ASIAROLE", "ASIASSO", "ASIAENV", "secret-in-stderr-AKIA",
)  # fmt: skip


@pytest.fixture
def world(world: World) -> Iterator[World]:
    world.aws.regions = {"eu-west-1": {"Images": images(3)}, BAD: {"Images": images(450)}}
    with world.closing:
        yield world


def ask(world: World, name: str, regions: list[str] | None = None) -> list[Event]:
    profile = read_profiles().get(name) or Profile(name, CredentialSource.NOTHING)
    account = Account(profile, (lambda device: world.code) if world.code else None)
    return listed(account, regions=regions)


def texts(problem: Problem) -> str:
    nothing = gettext.NullTranslations()
    parts = (problem.problem, problem.cause, problem.next_step, problem.message)
    return "\n".join([*(part.render(nothing) for part in parts), problem.details, problem.command or ""])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_each_fault_is_said_as_problem_cause_and_next_step_and_hides_nothing(
    case: Case, world: World, caplog: pytest.LogCaptureFixture, warnings_logged: list[logging.LogRecord]
) -> None:
    caplog.set_level(logging.DEBUG)
    name = case.prepare(world)
    events = ask(world, name)
    troubles = [event for event in events if isinstance(event, Trouble)]
    assert troubles
    problem = troubles[0].problem
    text = texts(problem)
    for words in case.says:
        assert words in text
    assert problem.kind is case.kind
    assert problem.command == case.command
    for part in (problem.problem, problem.cause, problem.next_step):
        rendered = part.render(gettext.NullTranslations())
        assert rendered
        assert "{" not in rendered
    rows = [
        found for event in events if isinstance(event, Rows) for found in event.images if event.region != BAD
    ]
    assert len(rows) == (3 if case.kept else 0)
    logged = "\n".join(record.getMessage() + str(record.exc_info or "") for record in caplog.records)
    for secret in SECRETS:
        assert secret not in text
        assert secret not in repr(problem)
        assert secret not in logged
    warnings_logged.clear()


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 25
    assert {case.kind for case in CASES} == set(Kind)


def test_rows_of_earlier_pages_are_kept(world: World) -> None:
    case = next(case for case in CASES if case.id == "expired while paging")
    events = ask(world, case.prepare(world))
    assert sum(len(e.images) for e in events if isinstance(e, Rows) and e.region == BAD) == 200
