from __future__ import annotations

from wizard.model.errors.wording import Wording

WORDING = Wording("The {type.name} instance type does not like '{image.architecture}'. Specify another.")


def test_a_first_sentence_is_found_with_its_values() -> None:
    found = WORDING.find("Error: The m5.large instance type does not like 'arm64'. Whatever follows")
    assert found is not None
    length, values = found
    assert length == len("The m5.large instance type does not like 'arm64'")
    assert values == {"type.name": "m5.large", "image.architecture": "arm64"}
    assert WORDING.find("The m5.large instance type likes 'arm64'") is None


def test_dots_stand_for_anything() -> None:
    wording = Wording("The images '[{image.image_id}, …]' do not exist")
    found = wording.find("The images '[ami-1, ami-2, ami-3]' do not exist")
    assert found is not None
    assert found[1] == {"image.image_id": "ami-1"}


def test_without_spaces() -> None:
    found = WORDING.find_squeezed("Somewhere.Them5.largeinstancetypedoesnotlike'arm64'.Specify")
    assert found is not None
    assert found[1] == {"type.name": "m5.large", "image.architecture": "arm64"}
    assert Wording("VcpuLimitExceeded").find_squeezed("VcpuLimitExceeded") is None


def test_the_end_of_a_piece_tells_if_it_is_long_enough() -> None:
    wording = Wording(
        "AMI '{image.image_id}' with a root device that is not supported for the type '{type.name}'."
    )
    piece = "root device that is not supported for the type"
    assert wording.fragment(f"…{piece} 'm5.large'") == len(piece) + 2
    assert wording.fragment("not supported for the type") == 0
