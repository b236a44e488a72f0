from __future__ import annotations

import itertools

import pytest

from wizard.model.ec2.finding import Evidence, Finding, Outcome, Reason, Unknown, Verdict, weakest
from wizard.model.frozen import replace
from wizard.model.message import Message

WORST_FIRST = (
    Outcome.REFUSED,
    Outcome.NO_BOOT,
    Outcome.UNREACHABLE,
    Outcome.UNKNOWN,
    Outcome.DEGRADED,
    Outcome.WORKS,
)


def finding(outcome: Outcome) -> Finding:
    return Finding(
        "X1", Reason.OTHER, outcome, Evidence.DOCUMENTED, Message("It is so."), Message("Do."), None, None, ()
    )


def test_outcomes_by_severity() -> None:
    assert tuple(Outcome) == WORST_FIRST
    assert [outcome.severity for outcome in WORST_FIRST] == [5, 4, 3, 2, 1, 0]
    assert [outcome.usable for outcome in WORST_FIRST] == [False, False, False, True, True, True]


@pytest.mark.parametrize("outcomes", list(itertools.permutations(WORST_FIRST, 2)))
def test_a_verdict_is_its_worst_finding(outcomes: tuple[Outcome, ...]) -> None:
    worst = min(outcomes, key=WORST_FIRST.index)
    assert Verdict(tuple(map(finding, outcomes)), ()).outcome is worst


def test_without_findings_it_works() -> None:
    assert Verdict((), ()).outcome is Outcome.WORKS


def test_a_chain_is_as_strong_as_its_weakest_link() -> None:
    assert weakest(Evidence.DOCUMENTED) is Evidence.DOCUMENTED
    assert weakest(Evidence.DOCUMENTED, Evidence.REPORTED, Evidence.VENDOR) is Evidence.REPORTED
    assert weakest(*Evidence) is Evidence.INFERRED


def test_the_words_of_the_json_contract() -> None:
    assert {str(outcome) for outcome in Outcome} == {
        "refused",
        "no-boot",
        "unreachable",
        "unknown",
        "degraded",
        "works",
    }
    assert {"virtualization", "boot-mode", "specification", "usage"} <= {str(reason) for reason in Reason}


def test_a_doubt_counts_unless_something_worse_is_certain() -> None:
    doubt = Unknown("os.family", Message("It boots."), Message("Name it."), doubt=True)
    assert Verdict((), (doubt,)).outcome is Outcome.UNKNOWN
    assert Verdict((), (replace(doubt, doubt=False),)).outcome is Outcome.WORKS
    assert Verdict((finding(Outcome.DEGRADED),), (doubt,)).outcome is Outcome.UNKNOWN
    assert Verdict((finding(Outcome.UNREACHABLE),), (doubt,)).outcome is Outcome.UNREACHABLE
