from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.aws.endpoint import Endpoint
from tests.aws.records import images
from wizard.cli import main
from wizard.model.knowledge import Knowledge


@dataclass(frozen=True)
class Ran:
    """What a call left: exit status, standard output, standard error."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]

    def refused(self) -> str:
        """The one line of a call that was at fault."""
        assert (self.status, self.out) == (2, "")
        assert self.err.count("\n") == 1
        assert self.err.startswith("ami-wizard: ")
        return self.err.removeprefix("ami-wizard: ").strip()


KEYS = "[{}]\naws_access_key_id = AKIAEXAMPLE000000001\naws_secret_access_key = very/secret\n"

Run = Callable[..., Ran]
Window = tuple[Path | None, bool]


@pytest.fixture
def windows() -> list[Window]:
    """What each window was opened with: the answers file, and whether only to see that it can."""
    return []


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    knowledge: Knowledge,
    windows: list[Window],
) -> Run:
    """Calls the program in this process; the knowledge is loaded only once, and a window ends with 7."""
    monkeypatch.setattr("wizard.cli.console.load_knowledge", lambda **_: knowledge)

    def open_window(path: Path | None, smoke: bool, _translations: object) -> int:
        windows.append((path, smoke))
        return 7

    def call(*arguments: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = main([str(argument) for argument in arguments], open_window)
        out, err = capsys.readouterr()
        return Ran(status, out, err)

    return call


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch, home: Path) -> Iterator[Endpoint]:
    """An AWS on loopback with two Regions, and keys for the profiles default and other."""
    (home / ".aws").mkdir()
    (home / ".aws" / "credentials").write_text(KEYS.format("default") + KEYS.format("other"))
    with Endpoint().running() as endpoint:
        monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint.url)
        endpoint.regions = {
            "eu-west-1": {"Images": images(3)},
            "eu-west-2": {"Images": images(2, Architecture="arm64")},
        }
        yield endpoint
    assert endpoint.broken == []
