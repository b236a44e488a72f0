"""From a person's needs to a recommendation, by the rulebook that judges everything else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wizard.model.ec2.finding import Unknown
from wizard.model.ec2.instance_type import BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.launch import Edition
from wizard.model.judging.doubt import ANYWHERE
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.recommend import explain
from wizard.model.recommend.beyond_the_data import beyond_the_data
from wizard.model.recommend.costs import Costs
from wizard.model.recommend.decide import Decision, decide, fitting
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.ranked import Ranked
from wizard.model.recommend.ranking import rank
from wizard.model.recommend.recommendation import Profile, Recommendation
from wizard.model.recommend.relax import relaxations
from wizard.model.recommend.then_and_now import then_and_now


def advise(knowledge: Knowledge, needs: Needs) -> Recommendation:
    """Judge every kind of image that the needs leave open, and explain the best of them."""
    decision = decide(knowledge, needs)
    ranked = _ranked(knowledge, decision, needs)
    order = explain.Order(knowledge.catalog, [entry.instance_type for entry in ranked], decision.best.fits)
    beaten = explain.rivals(decision, order, needs)
    return Recommendation(
        needs=needs,
        decision=decision.profile,
        judged=decision.best.profile,
        summary=_with(summary(decision.profile, ranked), beyond_the_data(needs, knowledge)),
        reasons=explain.reasons(decision, order, beaten),
        unknowns=_unknowns(decision),
        alternatives=explain.alternatives(decision, beaten),
        ranked=ranked,
        excluded=explain.exclusions(decision, order),
        relax=() if decision.profile else relaxations(knowledge, needs, decision),
        then_and_now=then_and_now(
            knowledge.rulebook,
            needs.os.kind,
            *(_virtualization(knowledge, decision, needs, e) for e in (Edition.YEAR_2014, Edition.CURRENT)),
        ),
        standing=explain.standing(knowledge, needs, decision.allowed, order),
        by_architecture=explain.reach(decision),
        near_misses=explain.near_misses(decision, order, beaten),
    )


def _ranked(knowledge: Knowledge, decision: Decision, needs: Needs) -> tuple[Ranked, ...]:
    best = decision.best
    doubted = frozenset(knowledge.catalog.select(best.fits & ~best.sure))
    costs = Costs.of(knowledge.prices, needs)
    return rank(fitting(knowledge, best, needs), needs, knowledge.families, doubted, costs)


def _virtualization(
    knowledge: Knowledge, decision: Decision, needs: Needs, edition: Edition
) -> VirtualizationType | None:
    if edition is not needs.edition:
        decision = decide(knowledge, replace(needs, edition=edition), decision.met)
    profile = decision.profile
    return profile.virtualization_type if profile else None


def _unknowns(decision: Decision) -> tuple[Unknown, ...]:
    missing = decision.best.survey.unknowns(decision.best.fits)
    return tuple(unknown for unknown in missing if unknown.fact not in ANYWHERE)


def summary(profile: Profile | None, ranked: tuple[Ranked, ...]) -> Message:
    """The decision in one sentence."""
    if profile is None:
        return Message("No instance type meets every answer; take one back to go on.")
    values: dict[str, object] = {
        "image": describe(profile),
        "types": len(ranked),
        "best": ranked[0].instance_type.name,
    }
    return Message(
        "Use {image}. It runs on {types} instance type, {best}.",
        values,
        plural="Use {image}. It runs on {types} instance types, of which {best} fits best.",
        count=len(ranked),
    )


def _with(sentence: Message, further: Iterable[Message]) -> Message:
    """One message of several sentences."""
    for said in further:
        sentence = Message("{sentence} {said}", {"sentence": sentence, "said": said})
    return sentence


def describe(profile: Profile) -> Message:
    """The kind of image in words: "an HVM AMI for x86_64 with boot mode uefi-preferred, ENA and an EBS root"."""
    values: dict[str, object] = {"architecture": profile.architecture, "boot_mode": profile.boot_mode}
    hvm = profile.virtualization_type is VirtualizationType.HVM
    values["kind"] = Message("an HVM AMI") if hvm else Message("a paravirtual AMI")
    ebs = profile.root_device_type is RootDeviceType.EBS
    values["root"] = Message("an EBS root volume") if ebs else Message("an instance-store root volume")
    if profile.boot_mode is BootMode.UNSET:
        return Message("{kind} for {architecture} with {root}", values)
    if profile.tpm and profile.ena:
        return Message(
            "{kind} for {architecture} with boot mode {boot_mode}, NitroTPM, ENA and {root}", values
        )
    if profile.ena:
        return Message("{kind} for {architecture} with boot mode {boot_mode}, ENA and {root}", values)
    return Message("{kind} for {architecture} with boot mode {boot_mode} and {root}, without ENA", values)
