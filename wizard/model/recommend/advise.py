"""From a person's needs to a recommendation, by the rulebook that judges everything else."""

from __future__ import annotations

from wizard.model.ec2.instance_type import Architecture, VirtualizationType
from wizard.model.ec2.launch import Edition
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.prices.amount import money
from wizard.model.recommend import explain
from wizard.model.recommend.conditions import doubts, told
from wizard.model.recommend.costs.cheaper import Cheaper, cheaper
from wizard.model.recommend.costs.costs import Costs
from wizard.model.recommend.costs.saving import saving_of
from wizard.model.recommend.decide import Candidate, Decision, best_that_fits
from wizard.model.recommend.headline import headline
from wizard.model.recommend.headline_facts import HeadlineFacts
from wizard.model.recommend.lifecycle.support import support_of, towards
from wizard.model.recommend.moving.disks import Weighed, weighed
from wizard.model.recommend.moving.nearly import nearly
from wizard.model.recommend.moving.newer import newer_and_larger
from wizard.model.recommend.moving.root import on_ebs, root_at_its_end
from wizard.model.recommend.moving.smaller import smaller_with_the_same_gpus, without_the_purpose
from wizard.model.recommend.moving.successor import type_on_the_successor, without_i386
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.order.decided import ranked_by
from wizard.model.recommend.order.kind import serving
from wizard.model.recommend.order.purpose_of import purpose_order
from wizard.model.recommend.order.with_less import with_less
from wizard.model.recommend.own_image import own_image
from wizard.model.recommend.proven import as_it_runs
from wizard.model.recommend.ranked import Ranked, sized
from wizard.model.recommend.reasons.part_reasons import part_reasons
from wizard.model.recommend.recommendation import Recommendation, Relaxation
from wizard.model.recommend.relaxing.clash import clash
from wizard.model.recommend.sentences.unmet import unmet
from wizard.model.recommend.sentences.wishes import has_size, names_one
from wizard.model.recommend.sentences.without_paravirtual import without_paravirtual
from wizard.model.recommend.then_and_now import then_and_now
from wizard.model.recommend.type_order import TypeOrder


def advise(knowledge: Knowledge, needs: Needs) -> Recommendation:
    """Judge every kind of image that the needs leave open, and explain the best of them.

    A limit of the price is left aside where no price is known to hold it against, and the headline says so.
    """
    at_its_end = tuple(root_at_its_end(needs))
    asked = needs.architecture
    needs = without_i386(knowledge, as_it_runs(knowledge, on_ebs(knowledge, needs)))
    costs = Costs.of(knowledge.prices, needs)
    unpriced = None if costs.known else _without_the_limit(needs, costs)
    if unpriced is not None:
        needs = replace(needs, max_price=None)
    best = weighed(knowledge, needs, costs)
    without_disks = best.disks if best.needs is not needs else None
    needs, decision, ranked = best.needs, best.decision, best.ranked
    profile = decision.profile
    order = TypeOrder(knowledge.catalog, [entry.instance_type for entry in ranked], decision.best.fits)
    beaten = explain.rivals(decision, order, needs)
    own = own_image(knowledge, needs, decision, order)
    open_still = doubts(decision.best, chosen=own is not None and own.kept)
    ranked = told(ranked, decision.best, knowledge.catalog, open_still.by_fact)
    support = support_of(needs.os, knowledge, asked)
    if support is not None:
        after = towards(support, needs.os_after, knowledge)
        support = after.on(asked or decision.best.profile.architecture, profile, knowledge)
    reach = explain.reach(decision)
    near = nearly(knowledge, needs, decision, ranked[0].instance_type if ranked else None, costs)
    facts = HeadlineFacts(
        needs,
        profile,
        ranked,
        support,
        own,
        reach,
        near,
        less=without_disks if near or without_disks else _less(knowledge, best, ranked, costs),
        # Beside one that is nearer, what is far larger is not named again for the next system.
        newer=None if near else type_on_the_successor(knowledge, best, support, costs),
        clash=clash(decision),
        unpriced=unpriced,
        unbuilt=without_paravirtual(needs, knowledge),
        on_arm=_on_arm(knowledge, decision, needs, costs),
        unmet=(*at_its_end, *unmet(knowledge.rulebook, decision.best.survey.launch, ranked)),
    )
    return Recommendation(
        needs=needs,
        decision=profile,
        judged=decision.best.profile,
        headline=headline(knowledge, facts),
        support=support,
        reasons=(
            *part_reasons(decision, needs, knowledge.rulebook),
            *((own.proof,) if own is not None and own.proof is not None else ()),
            *explain.remarks(decision, order, needs),
        ),
        conditions=open_still.conditions,
        unknowns=open_still.unknowns,
        alternatives=explain.alternatives(decision, beaten),
        ranked=ranked,
        excluded=explain.exclusions(decision, order),
        relax=() if profile else _relaxations(knowledge, needs, decision),
        then_and_now=then_and_now(
            knowledge.rulebook,
            needs.os.kind,
            *(_year(knowledge, decision, needs, e) for e in (Edition.YEAR_2014, Edition.CURRENT)),
        ),
        own_image=own,
        by_architecture=reach,
        near_misses=explain.near_misses(decision, order, beaten),
        total=len(knowledge.catalog.types),
        costs=costs,
        saving=saving_of(costs, needs, ranked),
        cheaper=_cheaper(knowledge, decision, needs, ranked, costs),
    )


def _less(knowledge: Knowledge, best: Weighed, ranked: tuple[Ranked, ...], costs: Costs) -> Message | None:
    """What one may do without to take a smaller type, or one that costs less."""
    first = ranked[0].instance_type if ranked else None
    return (
        newer_and_larger(best.needs, ranked)
        or smaller_with_the_same_gpus(knowledge, best.needs, best.decision, first, costs)
        or without_the_purpose(knowledge, best.needs, first, costs)
        or best.disks
    )


def _relaxations(knowledge: Knowledge, needs: Needs, decision: Decision) -> tuple[Relaxation, ...]:
    from wizard.model.recommend.relaxing.relax import relaxations  # only where nothing fits

    return relaxations(knowledge, needs, decision)


def _on_arm(knowledge: Knowledge, decision: Decision, needs: Needs, costs: Costs) -> Message | None:
    """The type to take where Arm is left open and the price decides."""
    if not purpose_order(needs, knowledge.families).cheapest or has_size(needs):
        return None
    for candidate in decision.others:
        if candidate.profile.architecture is Architecture.ARM64 and candidate.fits:
            first = ranked_by(knowledge, replace(decision, best=candidate), needs, costs)[0]
            return Message("For arm64 it is {type}.", {"type": sized(first.instance_type)})
    return None


def _without_the_limit(needs: Needs, costs: Costs) -> Message | None:
    if needs.max_price is None:
        return None
    values: dict[str, object] = {"none": costs.why_none(), "limit": money(needs.max_price)}
    return Message(
        "{none}. So no type can be held against your limit of {limit} USD an hour, and this is the advice without it.",
        values,
    )


def _cheaper(
    knowledge: Knowledge, decision: Decision, needs: Needs, ranked: tuple[Ranked, ...], costs: Costs
) -> tuple[Cheaper, ...]:
    """Nothing where no type is named, or where all that fits is of a price that is not known."""
    if not ranked or not names_one(needs, ranked):
        return ()
    best = decision.best.profile
    families = knowledge.families
    # Who moves away from today's type is offered others; what it costs the saving tells.
    named = [e.instance_type for e in ranked if e is ranked[0] or e.instance_type.name != needs.current_type]
    own = best.architecture, serving(named, needs, families)
    others: dict[Architecture, Candidate] = {}
    for candidate in decision.others:
        kind = candidate.profile
        if (
            kind.virtualization_type is best.virtualization_type
            and kind.architecture is not best.architecture
        ):
            others.setdefault(kind.architecture, candidate)
    elsewhere = (
        (word, serving(knowledge.catalog.select(each.fits), needs, families)) for word, each in others.items()
    )
    known = cheaper(costs, families, ranked[0], (own, *elsewhere))
    return known + with_less(needs, families, best.architecture, ranked, known)


def _year(
    knowledge: Knowledge, decision: Decision, needs: Needs, edition: Edition
) -> tuple[VirtualizationType | None, int]:
    """What one year's knowledge chooses, and how many types that reaches."""
    best: Candidate | None = decision.best
    if edition is not needs.edition:
        best = best_that_fits(knowledge, replace(needs, edition=edition), decision.met)
    return (best.profile.virtualization_type, best.count) if best and best.count else (None, 0)
