from __future__ import annotations

import datetime
from gettext import NullTranslations

from tests.report.sample import ISSUE, make_finding
from wizard.model.ec2.finding import Outcome, Unknown
from wizard.model.message import Message
from wizard.model.rules.migration_change import ChangeStep
from wizard.report.as_json.json_values import JsonValues, shape

ENGLISH = NullTranslations()


def test_a_finding_with_ec2_s_words() -> None:
    assert JsonValues(ENGLISH).of(make_finding()) == {
        "rule": "V1",
        "reason": "virtualization",
        "outcome": "refused",
        "evidence": "reported",
        "text": "The AMI is paravirtual.",
        "ec2_error": "Virtualization type 'hvm' is required.",
        "ec2_error_code": "InvalidParameterCombination",
        "remedy": "Use an HVM AMI.",
        "sources": [
            {"title": "User Guide", "url": "https://docs.aws.amazon.com/one.html", "checked": "2026-11-23"},
            {"title": "An issue", "url": "https://github.com/boto/boto/issues/2212", "checked": "2026-11-20"},
        ],
    }


def test_a_finding_without() -> None:
    made = JsonValues(ENGLISH).of(make_finding(ec2_error=None, ec2_error_code=None))
    assert (made["ec2_error"], made["ec2_error_code"]) == (None, None)


def test_an_unknown() -> None:
    unknown = Unknown("os.family", Message("It decides."), Message("Say {what}.", {"what": "it"}))
    assert JsonValues(ENGLISH).of(unknown) == {
        "fact": "os.family",
        "matters_because": "It decides.",
        "how_to_supply": "Say it.",
    }


def test_a_source() -> None:
    assert JsonValues(ENGLISH).of(ISSUE) == {
        "title": "An issue",
        "url": "https://github.com/boto/boto/issues/2212",
        "checked": "2026-11-20",
    }


def test_what_json_has_no_word_for_is_written_as_scripts_read_it() -> None:
    written = JsonValues(ENGLISH).of(
        {
            Outcome.NO_BOOT: (Outcome.WORKS, None, True, 4, 1.5, "{text}"),
            "day": datetime.date(2026, 11, 29),
            "said": [Message("{count} of them", {"count": 2})],
        }
    )
    assert written == {
        "no-boot": ["works", None, True, 4, 1.5, "{text}"],
        "day": "2026-11-29",
        "said": ["2 of them"],
    }
    assert type(written["no-boot"][0]) is str


def test_a_record_is_written_field_by_field_unless_it_has_a_shape() -> None:
    step = ChangeStep(Message("Stop it."), "aws ec2 stop-instances")
    assert JsonValues(ENGLISH).of(step) == {
        "text": "Stop it.",
        "command": "aws ec2 stop-instances",
        "tool": None,
    }
    shapes = {ChangeStep: shape("tool", ("what", "text.template"), ("lines", lambda step: [step.command]))}
    written = JsonValues(ENGLISH, shapes).of(step)
    assert list(written.items()) == [
        ("tool", None),
        ("what", "Stop it."),
        ("lines", ["aws ec2 stop-instances"]),
    ]


def test_every_text_is_masked_and_no_key() -> None:
    written = JsonValues(ENGLISH, text=str.upper).of({"a": ["b", Message("c")], "d": Outcome.WORKS})
    assert written == {"a": ["B", "C"], "d": "works"}
