from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.formats.in_hand import hand, images, places
from tests.formats.seeds import IN_HAND, files

FILES = files()
EXPECTED = tomllib.loads((IN_HAND / "expected.toml").read_text(encoding="utf-8"))
AMI = re.compile(r"\bami-(?:[0-9a-f]{17}|[0-9a-f]{8})\b")


def name(path: Path) -> str:
    return str(path.relative_to(IN_HAND).as_posix())


@pytest.mark.parametrize("path", FILES, ids=name)
def test_each_file_is_read_as_what_it_is(path: Path) -> None:
    expected = EXPECTED[name(path)]
    assert images(path) == expected["images"]
    assert places(path) == expected["places"]
    assert hand(path) == expected["in_hand"]


def test_there_are_files_of_all_origins_and_each_is_expected() -> None:
    assert len(FILES) >= 205
    assert {name(path) for path in FILES} == EXPECTED.keys()


@pytest.mark.parametrize("path", FILES, ids=name)
def test_whoever_has_no_images_gets_a_line_with_the_next_step(path: Path) -> None:
    said = images(path)
    if isinstance(said, list):
        assert all(AMI.search(each) or each.startswith(("not read: ", "more follow")) for each in said)
        return
    assert "\n" not in said
    assert re.search(r"aws (?:ec2|autoscaling) describe-|unpack it first|expected ", said)
