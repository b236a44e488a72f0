from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.aws.faults.scrub import scrub


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("x-amz-security-token:FwoGZXIvYXdzEB4a\nhost", "FwoGZXIvYXdzEB4a"),
        ('{"SecretAccessKey": "wJalrXUtnFEMI/K7MDENG"}', "wJalrXUtnFEMI"),
        ("aws_session_token = abc", "abc"),
        ("key AKIAIOSFODNN7EXAMPLE is wrong", "AKIAIOSFODNN7EXAMPLE"),
        ("code 123456 is wrong", "123456"),
        ("http://user:hunter2@proxy:3128/", "hunter2"),
        ("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "wJalrXUtnFEMI"),
        (" " * 3971 + "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "wJalr"),
        ("x " * 40_000 + "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "wJalr"),
        ("Authorization: Bearer abc.def", "abc.def"),
        ("proxy password=x1y2, retry", "x1y2"),
        ("<SecretAccessKey>short</SecretAccessKey>", "short"),
        ("aoaAAAAAGVuY3J5cHRlZC1hY2Nlc3MtdG9rZW4tZm9yLWV4YW1wbGVzLW9ubHktMTIz-x_y", "aoaAAAA"),
    ],
)
def test_what_is_secret_is_masked(text: str, secret: str) -> None:
    assert secret not in scrub(text)


@pytest.mark.parametrize(
    "text",
    [
        "User: arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_ReadOnly_abcdef0123456789/jane is not authorized",
        "Signature expired: 20200101T000000Z is now earlier than 20260101T000000Z",
        "The image id '[ami-0123456789abcdef0]' does not exist",
    ],
)
def test_what_helps_is_kept(text: str) -> None:
    assert scrub(text) == text


@given(st.text(max_size=300))
def test_any_text_can_be_scrubbed_twice(text: str) -> None:
    assert scrub(scrub(text)) == scrub(text)


def test_a_long_text_is_clipped() -> None:
    assert len(scrub("x " * 10_000)) <= 4000
