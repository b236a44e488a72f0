"""The JSON documents that scripts read, of `recommend --json` and `check --json`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wizard.flow.kind import Value
from wizard.model.ec2.finding import Finding, Unknown, Verdict
from wizard.model.ec2.image import Image
from wizard.model.ec2.instance_type import Architecture, BootMode, InstanceType
from wizard.model.knowledge import Knowledge
from wizard.model.message import Translations
from wizard.model.migration.plan import plan_of
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
from wizard.report.finding_json import finding_json, source_json, support_json, unknown_json
from wizard.report.launch.image_to_take_json import image_to_take_json
from wizard.report.plan_json import plan_json
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
    write = _Json(translations)
    decision = recommendation.decision
    return {
        "schema": 1,
        "answers": dict(answers),
        "decision": write.decision(decision),
        "summary": recommendation.summary.render(translations),
        "support": support_json(recommendation.support, translations),
        "hvm_or_paravirtual": recommendation.hvm_or_paravirtual.render(translations),
        "reasons": [{"part": f.part, **write.finding(f)} for f in recommendation.reasons],
        "conditions": [write.unknown(unknown) for unknown in recommendation.conditions],
        "unknowns": [write.unknown(unknown) for unknown in recommendation.unknowns],
        "alternatives": [write.alternative(alternative) for alternative in recommendation.alternatives],
        "types": {
            "count": len(recommendation.ranked),
            "by_outcome": {o.value: count for o, count in recommendation.by_outcome.items()},
            "ranked": [
                write.ranked(entry, decision, recommendation.costs) for entry in recommendation.ranked
            ],
            "excluded": [write.exclusion(exclusion) for exclusion in recommendation.excluded],
            "by_architecture": {word.value: count for word, count in recommendation.by_architecture},
        },
        "prices": prices_json(recommendation, knowledge.date, translations),
        "near_misses": [
            {"instance_type": instance_type.name, "finding": write.finding(finding)}
            for instance_type, finding in recommendation.near_misses
        ],
        "standing": write.standing(recommendation.own_image) if recommendation.own_image else None,
        "migration": plan_json(plan_of(knowledge, recommendation), translations),
        "image": image_to_take_json(recommendation, knowledge, found, translations),
        "relax": [write.relaxation(relaxation) for relaxation in recommendation.relax],
        "then_and_now": {
            "2014": write.answer(recommendation.then_and_now.then),
            "current": write.answer(recommendation.then_and_now.now),
            "changed": recommendation.then_and_now.changed.render(translations),
            "sources": [source_json(source) for source in recommendation.then_and_now.sources],
        },
        "catalog": {
            "date": knowledge.catalog.provenance.date.isoformat(),
            "source": knowledge.catalog.provenance.source,
            "version": knowledge.catalog.provenance.version,
            "types": len(knowledge.catalog.types),
            "regions": len(knowledge.catalog.regions),
        },
        "rulebook": {
            "version": knowledge.rulebook.version,
            "checked": knowledge.rulebook.checked.isoformat(),
        },
    }


def verdict_json(
    verdict: Verdict, image: Image, instance_type: str, translations: Translations
) -> dict[str, Any]:
    """What `check` says of one image on one type. image_id is null for an image that has none."""
    write = _Json(translations)
    return {
        "schema": 1,
        "image_id": image.image_id or None,
        "instance_type": instance_type,
        "outcome": verdict.outcome.value,
        "findings": [write.finding(finding) for finding in verdict.findings],
        "unknowns": [write.unknown(unknown) for unknown in verdict.unknowns],
    }


class _Json:
    """Turns the parts into JSON values, in one language."""

    def __init__(self, translations: Translations) -> None:
        self._translations = translations

    def finding(self, finding: Finding) -> dict[str, Any]:
        return finding_json(finding, self._translations)

    def unknown(self, unknown: Unknown) -> dict[str, Any]:
        return unknown_json(unknown, self._translations)

    def decision(self, profile: ImageProfile | None) -> dict[str, Any]:
        """Every key is there without a decision, too; a boot mode that is not set is null."""
        if profile is None:
            return dict.fromkeys(("virtualization", "architecture", "boot_mode", "ena", "root_device", "tpm"))
        boot_mode = profile.boot_mode
        return {
            "virtualization": profile.virtualization_type.value,
            "architecture": profile.architecture.value,
            "boot_mode": None if boot_mode is BootMode.UNSET else boot_mode.value,
            "ena": profile.ena,
            "root_device": profile.root_device_type.value,
            "tpm": profile.tpm,
        }

    def alternative(self, alternative: Alternative) -> dict[str, Any]:
        return {
            "decision": self.decision(alternative.profile),
            "outcome": alternative.outcome.value,
            "findings": [self.finding(finding) for finding in alternative.findings],
            "types": alternative.types,
            "text": alternative.text.render(self._translations),
        }

    def ranked(self, entry: Ranked, decision: ImageProfile | None, costs: Costs) -> dict[str, Any]:
        it = entry.instance_type
        return {
            "instance_type": it.name,
            "family": it.family,
            "vcpus": it.vcpus,
            "memory_gib": int(m) if (m := it.memory_gib) == int(m) else m,
            "architecture": _architecture(it, decision).value,
            "hypervisor": it.hypervisor.value,
            "outcome": entry.outcome.value,
            "why": entry.why.render(self._translations),
            "price": price_json(entry.price, costs.licence(entry.price)) if entry.price else None,
            "spot": spot_json(spot, self._translations) if (spot := costs.spot(it.name)) else None,
        }

    def exclusion(self, exclusion: Exclusion) -> dict[str, Any]:
        return {
            "reason": exclusion.topic,
            "count": len(exclusion.types),
            "examples": [it.name for it in exclusion.types[:_MOST_EXAMPLES]],
            "text": exclusion.text.render(self._translations),
            "answer": exclusion.answer,
            "finding": self.finding(exclusion.finding) if exclusion.finding else None,
        }

    def relaxation(self, relaxation: Relaxation) -> dict[str, Any]:
        return {
            "answer": relaxation.answer,
            "instead": relaxation.instead,
            "count": relaxation.count,
            "text": relaxation.text.render(self._translations),
        }

    def answer(self, answer: YearAnswer) -> dict[str, Any]:
        chosen = answer.virtualization_type
        return {
            "virtualization": chosen.value if chosen else None,
            "types": answer.types,
            "text": answer.text.render(self._translations),
            "sources": [source_json(source) for source in answer.sources],
        }

    def standing(self, standing: ImageResult) -> dict[str, Any]:
        return {
            "image_id": standing.image.image_id or None,
            "outcome": standing.outcome.value,
            "count": len(standing.types),
            "depending": standing.open,
            "current": standing.current,
            "kept": standing.kept,
            "text": standing.text.render(self._translations),
            "findings": [self.finding(finding) for finding in standing.findings],
            "unknowns": [self.unknown(unknown) for unknown in standing.unknowns],
        }


def _architecture(it: InstanceType, decision: ImageProfile | None) -> Architecture:
    """The one that the decision takes on a type of several, else the type's last, which is 64 bits wide."""
    if decision and decision.architecture in it.architectures:
        return decision.architecture
    return it.architectures[-1]
