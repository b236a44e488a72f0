"""Errors to explain, lines of a batch and whole calls, damaged: each ends with a status and no traceback."""

from __future__ import annotations

import io
import json
import os
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from unittest.mock import patch

from tests.laws.fuzz_kept import Read, told
from wizard.cli import main as call
from wizard.cli.options.verbs import VERBS
from wizard.model.knowledge import Knowledge
from wizard.store.resources import load_knowledge

_OFFLINE = ("recommend", "check", "explain", "specification", "catalog", "prices", "rules", "kinds", "policy")
DATA = Path(__file__).parents[1] / "data"


@cache
def knowledge() -> Knowledge:
    """Loaded once."""
    return load_knowledge()


def _error_seeds() -> list[str]:
    seen = json.loads((DATA / "errors" / "seen_in_public.json").read_text(encoding="utf-8"))
    return [text for each in seen if (text := each if isinstance(each, str) else each.get("text", ""))]


def _error(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    errors = knowledge().errors
    found = errors.read(text)
    for message in (found.happened, *found.about) if found else (errors.unrecognised(text).text,):
        told(message)


def _batch_seeds() -> list[str]:
    image = {"ImageId": "ami-0123456789abcdef0", "Architecture": "x86_64", "VirtualizationType": "hvm"}
    whole = {
        "id": 7,
        "image": image,
        "instance_type": "m5.large",
        "os": {"family": "ubuntu", "version": "22.04"},
        "region": "eu-west-1",
        "options": {"spot": True, "tenancy": "host", "root_encrypted": True},
    }
    return [json.dumps(whole), json.dumps(whole | {"region": "eu-west-1a", "options": {}})]


def _batch(data: bytes) -> None:
    path = Path(os.environ["HOME"], "questions.jsonl")
    path.write_bytes(data)
    _calls("check", "--batch", str(path))


def _call_seeds() -> list[str]:
    return [
        "recommend --os ubuntu --os-version 24.04 --vcpus 4..8 --memory-gib 16 --need ena --region eu-west-1 --json",
        "recommend --os windows --without burstable --gpu 1 --current-type m4.large",
        "check --type m5.large --arch x86_64 --virtualization hvm --os rhel",
        "specification --os ubuntu --vcpus 2..4 --image-id ami-0123456789abcdef0",
        "catalog show m5.large --json",
        "rules show --lang de",
        "prices show --region us-east-1",
        "explain InsufficientInstanceCapacity",
        "policy --terraform",
        "kinds --sql athena",
    ]


def _called(data: bytes) -> None:
    """As words of a shell. A verb that would ask AWS, change a cache, write a file or read the terminal is left out."""
    words = [word for word in data.decode("utf-8", "surrogateescape").replace("\0", "").split(" ") if word]
    verb, *rest = words or [""]
    if verb not in VERBS:
        verb, rest = _OFFLINE[len(data) % len(_OFFLINE)], words
    asks = {"refresh", "fetch", "reset", "import", "-"}
    writes = ("--pdf", "--m", "--save", "--csv", "--o", "--pr", "--a", "--s")
    if verb not in _OFFLINE or asks & {*rest} or any(word.startswith(writes) for word in rest):
        return
    _calls(verb, *rest)


def _calls(*words: str) -> None:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err), patch("wizard.cli.console.load_knowledge", _load):
        status = call(list(words), lambda *_: 7)
    assert status in (0, 1, 2), status
    assert "Traceback" not in err.getvalue()


def _load(**_: object) -> Knowledge:
    return knowledge()


CALLS = (
    Read("an error", _error_seeds, _error),
    Read("a line of a batch", _batch_seeds, _batch),
    Read("a call", _call_seeds, _called),
)
