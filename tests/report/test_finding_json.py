from __future__ import annotations

from gettext import NullTranslations

from tests.report.sample import ISSUE, make_finding
from wizard.model.ec2.finding import Unknown
from wizard.model.message import Message
from wizard.report.finding_json import finding_json, source_json, unknown_json

ENGLISH = NullTranslations()


def test_a_finding_with_ec2_s_words() -> None:
    assert finding_json(make_finding(), ENGLISH) == {
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
    made = finding_json(make_finding(ec2_error=None, ec2_error_code=None), ENGLISH)
    assert (made["ec2_error"], made["ec2_error_code"]) == (None, None)


def test_an_unknown() -> None:
    unknown = Unknown("os.family", Message("It decides."), Message("Say {what}.", {"what": "it"}))
    assert unknown_json(unknown, ENGLISH) == {
        "fact": "os.family",
        "matters_because": "It decides.",
        "how_to_supply": "Say it.",
    }


def test_a_source() -> None:
    assert source_json(ISSUE) == {
        "title": "An issue",
        "url": "https://github.com/boto/boto/issues/2212",
        "checked": "2026-11-20",
    }
