"""What is read in texts cut, wrapped and mixed as terminals and people do it: `tests/data/errors/read.json`.

Where an error is read otherwise on purpose, it is written anew, and the difference is read line by line:

    .venv-test/bin/python -m tests.model.errors.recorded
"""

from __future__ import annotations

import json
from gettext import NullTranslations
from pathlib import Path
from typing import Any

from wizard.model.errors.recognised import Recognised
from wizard.model.errors.similar_types import SIMILAR, similar_types
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.store.resources import load_knowledge, resources

FILE = Path(__file__).parents[2] / "data" / "errors" / "read.json"
_NEAR = (
    (None, None),
    ("t2.micro", "eu-north-1"),
    ("p4d.24xlarge", "us-east-1"),
    ("m5.metal", None),
    ("c7g.4xlarge", "eu-central-1"),
)


def record(knowledge: Knowledge, text: str) -> dict[str, Any]:
    """What a person is told of a text."""
    found = knowledge.errors.read(text)
    if found is None:
        told = knowledge.errors.unrecognised(text)
        return {"text": text, "told": [_said(told.text), _said(told.next_step)]}
    return {
        "text": text,
        "error": " ".join((found.error, found.rule, found.reason, *found.others)),
        "values": dict(found.values),
        "seen": _seen(found),
        "told": [_said(found.text), _said(found.remedy), *map(_said, found.about)],
    }


def near(knowledge: Knowledge) -> dict[str, list[str]]:
    """By wish, type and Region, the types that are named as similar."""
    return {
        f"{wish} {name} {region}": list(similar_types(knowledge.catalog, name, wish, region))
        for wish in SIMILAR
        for name, region in _NEAR
    }


def _seen(found: Recognised) -> str:
    seen = found.seen
    services = ",".join(service.id for service in seen.services)
    return f"{services} {seen.operation} {seen.code}" + (" foreign" if seen.foreign else "")


def _said(text: Message) -> str:
    return text.render(NullTranslations())


def main() -> None:
    knowledge = load_knowledge(resources())
    texts = [case["text"] for case in json.loads(FILE.read_text(encoding="utf-8"))["texts"]]
    records = {"texts": [record(knowledge, text) for text in texts], "similar": near(knowledge)}
    FILE.write_text(json.dumps(records, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
