from __future__ import annotations

import re

import pytest

from wizard.model.ec2.launch import Launch
from wizard.model.rules.example import Example, ExampleError, read_examples


def test_examples() -> None:
    examples = read_examples(
        'fits = [{ type = "m5.large" }]\nbreaks = [{ launch.spot = true, type = "t2.nano" }]'
    )
    assert examples.fits == (Example(Launch(), "m5.large"),)
    assert examples.breaks == (Example(Launch(spot=True), "t2.nano"),)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "expected fits and breaks as the last keys, each with at least one example"),
        ('fits = []\nbreaks = [{ type = "m5.large" }]', "expected fits and breaks"),
        ('fits = [{ type = "a" }]\nbreaks = [{ type = "b" }]\ntext = "c"', "expected fits and breaks"),
        ("fits = [{}]\nbreaks = [{}]", "type: expected an instance type's name in each example"),
        (
            'fits = [{ type = "a" }]\nbreaks = [{ launch.colour = 1, type = "b" }]',
            "launch.colour: no such fact",
        ),
        ("fits = [1]\nbreaks = [1]", "'int' object is not iterable"),
        ("fits = [", "Invalid value"),
    ],
)
def test_what_is_no_example(text: str, problem: str) -> None:
    with pytest.raises(ExampleError, match=f"^fits, breaks: {re.escape(problem)}"):
        read_examples(text)
