"""What is advised for needs as different as people's: `tests/data/advice.json`.

Where advice changes on purpose, it is written anew, and the difference is read line by line:

    .venv-test/bin/python -m tests.model.recommend.recorded
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path
from typing import Any

from wizard.flow.interpret import needs_of
from wizard.model.ec2.finding import Unknown
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.migration.plan import plan_of
from wizard.model.recommend.advise import advise
from wizard.model.recommend.ranked import Ranked
from wizard.model.recommend.recommendation import ImageProfile, ImageResult, Recommendation
from wizard.store.resources import load_knowledge, resources

FILE = Path(__file__).parents[2] / "data" / "advice.json"
_SHOWN = 8


def record(knowledge: Knowledge, answers: dict[str, Any]) -> dict[str, Any]:
    """What a person sees of the advice."""
    advice = advise(knowledge, needs_of(answers, knowledge))
    plan = plan_of(knowledge, advice)
    return {
        "answers": answers,
        "headline": _said(advice.summary),
        "support": _said(advice.support.text) if advice.support else None,
        "image": _image(advice.judged) + ("" if advice.decision else ", on no type"),
        "types": len(advice.ranked),
        "outcomes": {outcome: count for outcome, count in advice.by_outcome.items() if count},
        "in doubt": sum(row.doubted for row in advice.ranked),
        "first": [_row(row) for row in advice.ranked[:_SHOWN]],
        "last": [_row(row) for row in advice.ranked[-1:]],
        "reasons": [f"{each.part} {each.rule} {each.outcome}: {_said(each.text)}" for each in advice.reasons],
        "conditions": _facts(advice.conditions),
        "unknown": _facts(advice.unknowns),
        "other images": list(_alternatives(advice)),
        "left out": [
            f"{group.answer or group.topic}: {len(group.types)} {_said(group.text)}"
            for group in advice.excluded
        ],
        "errors": [f"{t.name}: {finding.rule}" for t, finding in advice.near_misses],
        "relax": [f"{each.answer}={each.instead}: {each.count}" for each in advice.relax],
        "architectures": {str(name): count for name, count in advice.by_architecture},
        "years": [
            f"{year.edition} {year.virtualization_type}: {year.types} {_said(year.text)}"
            for year in _years(advice)
        ],
        "own image": _own(advice.own_image) if advice.own_image else None,
        "way": [f"{each.id}: {_said(each.steps[0].text)}" for each in plan.changes] if plan else None,
        "ready": plan.ready if plan else None,
        "lost": [_said(each) for each in plan.losses] if plan else None,
        "not known for the way": [_said(each) for each in plan.missing] if plan else None,
    }


def _said(text: Message) -> str:
    return text.render(NullTranslations())


def _years(advice: Recommendation) -> Iterator[Any]:
    yield from (advice.then_and_now.then, advice.then_and_now.now)


def _image(profile: ImageProfile) -> str:
    words = (profile.virtualization_type, profile.architecture, profile.boot_mode, profile.root_device_type)
    return " ".join((*words, *(name for name in ("ena", "tpm") if getattr(profile, name))))


def _row(row: Ranked) -> str:
    doubt = " in doubt" if row.doubted else ""
    return f"{row.instance_type.name} {row.outcome}{doubt}: {_said(row.why)}"


def _facts(unknowns: tuple[Unknown, ...]) -> list[str]:
    return [each.fact + (" !" if each.doubt else "") for each in unknowns]


def _alternatives(advice: Recommendation) -> Iterator[str]:
    for each in advice.alternatives:
        rules = " ".join(finding.rule for finding in each.findings)
        yield f"{_image(each.profile)}: {each.types} {each.outcome} {rules}: {_said(each.text)}"


def _own(own: ImageResult) -> str:
    reach = f"{own.open} open, {own.current} current" + (", kept" if own.kept else "")
    rules = " ".join(finding.rule for finding in own.findings)
    return f"{len(own.types)} types, {reach}, {own.outcome} {rules}: {_said(own.text)}"


def main() -> None:
    knowledge = load_knowledge(resources())
    cases = json.loads(FILE.read_text(encoding="utf-8"))
    records = [record(knowledge, case["answers"]) for case in cases]
    FILE.write_text(json.dumps(records, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
