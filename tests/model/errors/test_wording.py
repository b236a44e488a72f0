from __future__ import annotations

import pytest

from wizard.model.errors.pasted import pasted
from wizard.model.errors.wording import Wording

WORDING = Wording("The {type.name} instance type does never like '{image.architecture}'")


@pytest.mark.parametrize(
    "text",
    [
        "Error: The m5.large instance type does never like 'arm64'. Whatever follows",
        "the M5.LARGE instance type DOES NEVER like arm64",
        'The "m5.large"\ninstance type does never like \\"arm64\\"',
    ],
)
def test_a_sentence_is_found_with_its_values(text: str) -> None:
    found = WORDING.find(pasted(text))
    assert found is not None
    assert {name: value.lower() for name, value in found.values.items()} == {
        "type.name": "m5.large",
        "image.architecture": "arm64",
    }


def test_another_sentence_is_not_found() -> None:
    assert WORDING.find(pasted("The m5.large instance type likes 'arm64'")) is None
    assert WORDING.find(pasted("The machine instance type does never like arm64")) is None


def test_what_says_more_weighs_more() -> None:
    more = Wording("The {type.name} instance type does never like '{image.architecture}' at all")
    assert more.weight > WORDING.weight


def test_dots_stand_for_anything_up_to_a_sentence_or_so() -> None:
    wording = Wording("The images '[{image.image_id}, …]' do not exist")
    found = wording.find(pasted("The images '[ami-1, ami-2, ami-3]' do not exist"))
    assert found is not None
    assert found.values == {"image.image_id": "ami-1"}
    assert wording.find(pasted(f"The images '[ami-1, {'x' * 300}]' do not exist")) is None


def test_a_type_is_told_from_the_word_behind_it() -> None:
    wording = Wording("Your type ({type.name}…) is refused")
    found = wording.find(pasted("Your type (t2.medium Windows) is refused"))
    assert found is not None
    assert found.values == {"type.name": "t2.medium"}


def test_words_that_nobody_needs_are_no_values() -> None:
    found = Wording("The key '{name}' is of {value}, not of {zone}").find(
        pasted("The key 'a' is of b, not of us-east-1a.")
    )
    assert found is not None
    assert found.values == {"zone": "us-east-1a"}


def test_without_spaces() -> None:
    found = WORDING.find_squeezed(
        pasted("Somewhere. Them5.large instancety pedoesneverlike'arm64'.Spec").squeezed
    )
    assert found is not None
    assert found.values["type.name"] == "m5.large"
    assert Wording("VcpuLimitExceeded").find_squeezed(pasted("VcpuLimitExceeded").squeezed) is None


def test_a_second_place_counts_where_the_first_is_something_else() -> None:
    wording = Wording("instance type does never like {zone} at all")
    found = wording.find(
        pasted("instance type does never like (x). The instance type does never like a-1a at all")
    )
    assert found is not None
    assert found.values == {"zone": "a-1a"}
    assert wording.find(pasted("instance type does never like (x). " * 50)) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("root device that is not supported for the type 'm5.large'", True),
        ("error: ami 'ami-1' with a root device that is not supported for", True),
        ("… root device that is not supported for the type 'm5.large'", False),
        ("not supported for the type", False),
    ],
)
def test_an_end_that_was_cut_off_tells_if_it_is_long_enough(text: str, told: bool) -> None:
    wording = Wording(
        "AMI '{image.image_id}' with a root device that is not supported for the type '{type.name}'"
    )
    assert bool(wording.fragment(pasted(text).lowered)) is told


@pytest.mark.parametrize(("length", "told"), [(30, True), (29, False)])
def test_thirty_letters_of_a_cut_sentence_are_enough(length: int, told: bool) -> None:
    rest = "x" * length
    assert Wording(f"no {rest}").fragment(f"{rest} and so on") == (length if told else 0)
    assert Wording(f"{rest} no").fragment(f"so on, {rest}") == (length if told else 0)


@pytest.mark.parametrize(("length", "told"), [(24, True), (23, False)])
def test_twenty_four_letters_without_spaces_are_enough(length: int, told: bool) -> None:
    assert bool(Wording("x" * length).find_squeezed(pasted("x" * length))) is told


def test_the_longest_piece_that_is_left_counts() -> None:
    wording = Wording("one and two and three and four and five and six and seven")
    rest = "three and four and five and six and seven"
    assert wording.fragment(rest) == len(rest)
    assert wording.fragment(f"{rest} one and two and three and four and") == len(rest)
    both = "six and seven one and two and three and four and five"
    assert wording.fragment(both) == len("one and two and three and four and five")


@pytest.mark.parametrize(("places", "found"), [(7, True), (8, False)])
def test_the_same_words_are_looked_at_eight_times(places: int, found: bool) -> None:
    text = ("does never like nobody. " + "So it is. " * 70) * places + "m5.large does never like arm64"
    wording = Wording("{type.name} does never like {image.architecture}64")
    assert bool(wording.find(pasted(text))) is found


def test_the_article_of_a_sentence_may_be_missing_but_not_the_one_of_a_value() -> None:
    assert Wording("An image like that is none").find(pasted("image like that is none"))
    assert Wording("The {name} thing is odd").find(pasted("thing is odd")) is None
