"""What the first page opens with, beside the decision itself."""

from __future__ import annotations

from wizard.model.ec2.instance_type import InstanceType, size_said
from wizard.model.ec2.launch import Edition
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, counted
from wizard.model.recommend.recommendation import Recommendation
from wizard.model.recommend.sentences.wishes import names_one
from wizard.report.document import NamedValue, Paragraph, Side
from wizard.report.launch.what_to_take import (
    UNNAMED,
    Taken,
    begins_anew,
    image_taken,
    price_taken,
    type_taken,
)
from wizard.report.report_writer import ReportWriter
from wizard.report.visible import visible
from wizard.report.words import VIRTUALIZATION

BAND = Message("HISTORICAL: advice of June 2014. Do not launch by this.")


def notices(recommendation: Recommendation, writer: ReportWriter) -> tuple[Paragraph, ...]:
    """What has to be known first: that the advice is history, that the system is out of support."""
    support = recommendation.support
    return tuple(
        Paragraph(
            writer.say(notice),
            writer.cite(support.sources) if support is not None and notice == support.text else (),
        )
        for notice in recommendation.headline.notices
    )


def transfer(recommendation: Recommendation, knowledge: Knowledge, writer: ReportWriter) -> tuple[Side, ...]:
    """From today's type to the one that replaces it; nothing where nobody moves an instance."""
    here = knowledge.instance_type(recommendation.needs.current_type)
    profile = recommendation.decision
    if here is None or profile is None:
        return ()
    there = recommendation.ranked[0].instance_type
    own = recommendation.own_image
    kind = own.image.virtualization_type if own is not None else None
    today = [_size(here, writer)]
    if own is not None and kind is not None:
        values = {"kind": VIRTUALIZATION[kind], "types": counted(len(own.types))}
        today.append(writer.say(Message("{kind}; the AMI runs on {types} types", values)))
    then = {
        "kind": VIRTUALIZATION[profile.virtualization_type],
        "architecture": profile.architecture.value,
        "types": counted(len(recommendation.ranked)),
    }
    return (
        Side(writer.say(Message("Today")), visible(here.name), ". ".join(today) + ".", ()),
        Side(
            writer.say(Message("Afterwards")),
            visible(there.name),
            f"{_size(there, writer)}. "
            + writer.say(
                Message(
                    "{kind}, {architecture}; {types} type fits.",
                    then,
                    "{kind}, {architecture}; {types} types fit.",
                    len(recommendation.ranked),
                )
            ),
            (),
        ),
    )


def taken(
    recommendation: Recommendation, knowledge: Knowledge, writer: ReportWriter
) -> tuple[NamedValue, ...]:
    """The image, the type and its price, for who begins anew: what of it has a name, and a price that is known."""
    needs = recommendation.needs
    if not begins_anew(recommendation) or needs.edition is Edition.YEAR_2014:
        return ()
    parts: list[tuple[Message, Taken]] = []
    if needs.system.family not in UNNAMED:
        parts.append((Message("AMI"), image_taken(recommendation, knowledge)))
    if names_one(needs, recommendation.ranked):
        parts.append((Message("Instance type"), type_taken(recommendation)))
    price = price_taken(recommendation)
    if price is not None and price.facts is not None:
        note = Message("{month}. {said}", {"month": price.facts, "said": price.more})
        parts.append((Message("Price"), Taken(price.name, note)))
    return tuple(
        NamedValue(writer.say(label), writer.say(part.name), writer.say(part.facts) if part.facts else "")
        for label, part in parts
    )


def _size(instance_type: InstanceType, writer: ReportWriter) -> str:
    size = size_said(instance_type)
    if not instance_type.local_storage_gb:
        return writer.say(size)
    values = {"size": size, "disks": counted(instance_type.local_storage_gb)}
    return writer.say(Message("{size}, {disks} GB of local disks", values))
