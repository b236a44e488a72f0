"""The JSON documents that scripts read, of `recommend --json` and `check --json`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wizard.flow.kind import Value
from wizard.model.ec2.finding import Verdict
from wizard.model.ec2.image import Image
from wizard.model.ec2.instance_type import Architecture, BootMode, InstanceType
from wizard.model.knowledge import Knowledge
from wizard.model.message import Translations
from wizard.model.migration.plan import plan_of
from wizard.model.prices.spot import SpotPrice
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.found_image import FoundImage
from wizard.model.recommend.ranked import Ranked
from wizard.model.recommend.recommendation import (
    Alternative,
    Exclusion,
    ImageProfile,
    ImageResult,
    Recommendation,
    Relaxation,
    YearAnswer,
)
from wizard.report.as_json.json_values import JsonValues, Shape, Shapes, shape
from wizard.report.as_json.plan_json import plan_json
from wizard.report.launch.image_to_take_json import image_to_take_json
from wizard.report.prices.price_json import price_json, prices_json, spot_json

_MOST_EXAMPLES = 10


def recommendation_json(
    recommendation: Recommendation,
    knowledge: Knowledge,
    answers: Mapping[str, Value],
    translations: Translations,
    found: FoundImage | None = None,
) -> dict[str, Any]:
    """The recommendation as JSON values, keys in the order of the contract. Texts are translated.

    found: the very image that AWS has, where it was asked.
    """
    write = JsonValues(
        translations,
        {**_SHAPES, Ranked: _ranked(recommendation.decision, recommendation.costs, translations)},
    )
    document = {
        "schema": 1,
        "answers": dict(answers),
        # Every key is there without a decision, too.
        "decision": recommendation.decision or dict.fromkeys(_SHAPES[ImageProfile]),
        "summary": recommendation.summary,
        "support": recommendation.support,
        "hvm_or_paravirtual": recommendation.hvm_or_paravirtual,
        "reasons": [{"part": reason.part, **write.of(reason)} for reason in recommendation.reasons],
        "conditions": recommendation.conditions,
        "unknowns": recommendation.unknowns,
        "alternatives": recommendation.alternatives,
        "types": {
            "count": len(recommendation.ranked),
            "by_outcome": recommendation.by_outcome,
            "ranked": recommendation.ranked,
            "excluded": recommendation.excluded,
            "by_architecture": dict(recommendation.by_architecture),
        },
        "prices": prices_json(recommendation, knowledge.date, translations),
        "near_misses": [
            {"instance_type": instance_type.name, "finding": finding}
            for instance_type, finding in recommendation.near_misses
        ],
        "standing": recommendation.own_image,
        "migration": plan_json(plan_of(knowledge, recommendation), translations),
        "image": image_to_take_json(recommendation, knowledge, found, translations),
        "relax": recommendation.relax,
        "then_and_now": {
            "2014": recommendation.then_and_now.then,
            "current": recommendation.then_and_now.now,
            "changed": recommendation.then_and_now.changed,
            "sources": recommendation.then_and_now.sources,
        },
        "catalog": {
            "date": knowledge.catalog.provenance.date,
            "source": knowledge.catalog.provenance.source,
            "version": knowledge.catalog.provenance.version,
            "types": len(knowledge.catalog.types),
            "regions": len(knowledge.catalog.regions),
        },
        "rulebook": {"version": knowledge.rulebook.version, "checked": knowledge.rulebook.checked},
    }
    made: dict[str, Any] = write.of(document)
    return made


def verdict_json(
    verdict: Verdict, image: Image, instance_type: str, translations: Translations
) -> dict[str, Any]:
    """What `check` says of one image on one type. image_id is null for an image that has none."""
    document = {
        "schema": 1,
        "image_id": image.image_id or None,
        "instance_type": instance_type,
        "outcome": verdict.outcome,
        "findings": verdict.findings,
        "unknowns": verdict.unknowns,
    }
    made: dict[str, Any] = JsonValues(translations).of(document)
    return made


_SHAPES: Shapes = {
    ImageProfile: shape(
        ("virtualization", "virtualization_type"),
        "architecture",
        ("boot_mode", lambda profile: None if profile.boot_mode is BootMode.UNSET else profile.boot_mode),
        "ena",
        ("root_device", "root_device_type"),
        "tpm",
    ),
    Alternative: shape(("decision", "profile"), "outcome", "findings", "types", "text"),
    Exclusion: shape(
        ("reason", "topic"),
        ("count", lambda exclusion: len(exclusion.types)),
        ("examples", lambda exclusion: [it.name for it in exclusion.types[:_MOST_EXAMPLES]]),
        *("text", "answer", "finding"),
    ),
    Relaxation: shape("answer", "instead", "count", "text"),
    YearAnswer: shape(("virtualization", "virtualization_type"), "types", "text", "sources"),
    ImageResult: shape(
        ("image_id", lambda result: result.image.image_id or None),
        "outcome",
        ("count", lambda result: len(result.types)),
        ("depending", "open"),
        *("current", "kept", "text", "findings", "unknowns"),
    ),
}


def _ranked(decision: ImageProfile | None, costs: Costs, translations: Translations) -> Shape:
    return shape(
        ("instance_type", "instance_type.name"),
        ("family", "instance_type.family"),
        ("vcpus", "instance_type.vcpus"),
        ("memory_gib", lambda entry: _whole(entry.instance_type.memory_gib)),
        ("architecture", lambda entry: _architecture(entry.instance_type, decision)),
        ("hypervisor", "instance_type.hypervisor"),
        *("outcome", "why"),
        ("price", lambda entry: entry.price and price_json(entry.price, costs.licence(entry.price))),
        ("spot", lambda entry: _spot(costs.spot(entry.instance_type.name), translations)),
    )


def _spot(price: SpotPrice | None, translations: Translations) -> dict[str, object] | None:
    return spot_json(price, translations) if price else None


def _whole(number: float) -> float:
    return int(number) if number == int(number) else number


def _architecture(it: InstanceType, decision: ImageProfile | None) -> Architecture:
    """The one that the decision takes on a type of several, else the type's last, which is 64 bits wide."""
    if decision and decision.architecture in it.architectures:
        return decision.architecture
    return it.architectures[-1]
