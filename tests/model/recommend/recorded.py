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
from wizard.model.ec2.finding import Outcome, Unknown
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.migration.plan import Plan, plan_of
from wizard.model.recommend.advise import advise
from wizard.model.recommend.ranked import Ranked
from wizard.model.recommend.recommendation import ImageProfile, ImageResult, Recommendation
from wizard.store.resources import load_knowledge, resources

FILE = Path(__file__).parents[2] / "data" / "advice.json"
ORDERS = FILE.with_name("orders.json")
"""The first types for many more needs, without what is said of them."""
_SHOWN = 8
_EVERY = 20
_FIRST = 14


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
        "between": " ".join(row.instance_type.name for row in advice.ranked[_SHOWN::_EVERY]),
        "reasons": [f"{each.part} {each.rule} {each.outcome}: {_said(each.text)}" for each in advice.reasons],
        "conditions": _facts(advice.conditions),
        "unknown": _facts(advice.unknowns),
        "other images": list(_alternatives(advice)),
        "left out": [
            f"{group.answer or group.topic}: {len(group.types)} {_said(group.text)}"
            for group in advice.excluded
        ],
        "errors": [f"{t.name}: {finding.rule}" for t, finding in advice.near_misses],
        "relax": [f"{each.answer}={each.instead}: {_said(each.text)}" for each in advice.relax],
        "architectures": {str(name): count for name, count in advice.by_architecture},
        "years": [
            f"{year.edition} {year.virtualization_type}: {year.types} {_said(year.text)}"
            for year in _years(advice)
        ],
        "own image": _own(advice.own_image) if advice.own_image else None,
        "published": _published(knowledge, advice),
        "costs": list(_costs(advice)),
        "way": list(_way(plan)) if plan else None,
    }


def first(knowledge: Knowledge, answers: dict[str, Any]) -> str:
    """The names of the first types; one in doubt or with a limitation is marked."""
    advice = advise(knowledge, needs_of(answers, knowledge))
    marks = {Outcome.WORKS: "", Outcome.UNKNOWN: "?", Outcome.DEGRADED: "!"}
    return " ".join(row.instance_type.name + marks[row.outcome] for row in advice.ranked[:_FIRST])


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


def _published(knowledge: Knowledge, advice: Recommendation) -> str | None:
    """The image that one would take."""
    image = knowledge.publishers.newest(advice.needs.system, advice.judged, advice.needs.region)
    if image is None:
        return None
    filters = " ".join(f"{key}={value}" for key, value in image.filters.items())
    names = (image.owner, filters, image.ssm_parameter, image.user, image.root_device_name, image.root_gib)
    chosen = ", as the publisher goes by it" if image.chosen_version else ""
    note = "".join(f": {_said(each)}" for each in (image.note, image.minor_note) if each)
    return f"{image.publisher}'s {image.system} {image.version}{chosen}, {' '.join(map(str, names))}{note}"


def _costs(advice: Recommendation) -> Iterator[str]:
    for row in advice.ranked[:2]:
        price, spot = advice.costs.price(row.instance_type.name), advice.costs.spot(row.instance_type.name)
        if price:
            licence = advice.costs.licence(price)
            yield f"{price.instance_type} {price.region} {price.hourly_usd}, of it {licence}, spot {spot and spot.hourly_usd}"
    if not advice.costs.known:
        yield _said(advice.costs.why_none())
    if advice.saving:
        yield _said(advice.saving.text)
    yield from (_said(each.text) for each in advice.cheaper)


def _way(plan: Plan) -> Iterator[str]:
    yield _said(plan.summary) + (" Ready." if plan.ready else "")
    if plan.doubt:
        yield _said(plan.doubt)
    yield from (f"lost: {_said(each)}" for each in plan.losses)
    for change in plan.changes:
        yield f"{change.id}: {_said(change.title)} {_said(change.why)} Back: {_said(change.way_back)}"
        yield from (f"first: {_said(each)}" for each in change.preconditions)
        yield from (f"caution: {_said(each)}" for each in change.cautions)
        for step in change.steps:
            yield " $ ".join(filter(None, (_said(step.text), step.command, step.tool)))


def main() -> None:
    knowledge = load_knowledge(resources())
    cases = json.loads(FILE.read_text(encoding="utf-8"))
    records = [record(knowledge, case["answers"]) for case in cases]
    FILE.write_text(json.dumps(records, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    asked = [case["answers"] for case in json.loads(ORDERS.read_text(encoding="utf-8"))]
    lines = [json.dumps({"answers": each, "first": first(knowledge, each)}) for each in asked]
    ORDERS.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
