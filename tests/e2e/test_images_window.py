"""The images window of the real program: a list of an account by keyboard alone, against an endpoint on loopback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.aws.endpoint import Endpoint
from tests.aws.records import images
from tests.e2e.display import missing, screen, started

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"{missing()} is not installed")
KEYS = "[default]\naws_access_key_id = AKIAEXAMPLE000000001\naws_secret_access_key = very/secret\n"


@pytest.fixture
def environment(home: Path) -> Iterator[dict[str, str]]:
    (home / ".aws").mkdir()
    (home / ".aws" / "credentials").write_text(KEYS)
    folders = {
        name: str(home / folder)
        for name, folder in (
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_RUNTIME_DIR", "runtime"),
        )
    }
    with screen() as environment:
        yield environment | folders | {"HOME": str(home), "LANG": "C.UTF-8", "LANGUAGE": ""}


def test_images_are_listed_by_keyboard_and_kept_for_their_owner_alone(
    environment: dict[str, str], home: Path
) -> None:
    folder = home / "cache" / "ami-wizard" / "images"
    with Endpoint().running() as aws:
        aws.regions = {"eu-west-1": {"Images": images(3)}, "eu-west-2": {"Images": images(2)}}
        with started(environment | {"AWS_ENDPOINT_URL": aws.url}) as person:
            person.expect("Starting point")
            person.press_for("ctrl+i", lambda: person._search("Images – AMI Wizard"), "no images window")
            person.find("Images – AMI Wizard")
            person.press("ctrl+l")
            person.wait(lambda: len(list(folder.glob("*.json"))) == 2, "nothing was listed")
            person.press("ctrl+w")
            person.find("Starting point")
            person.press("ctrl+q")
            assert person.program.wait(30) == 0
            assert person.errors.read_text() == ""
    kept = [json.loads(file.read_text()) for file in folder.glob("*.json")]
    assert sorted((region["region"], len(region["Images"])) for region in kept) == [
        ("eu-west-1", 3),
        ("eu-west-2", 2),
    ]
    assert all(file.stat().st_mode & 0o077 == 0 for file in (folder, *folder.iterdir()))
    assert not any("very/secret" in file.read_text() for file in folder.iterdir())
