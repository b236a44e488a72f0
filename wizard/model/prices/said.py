"""What is said of prices: with their day and source, and what they do not contain."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from wizard.model.message import Figure, Message, counted
from wizard.model.prices.amount import money
from wizard.model.prices.billing import BILLING_CODES
from wizard.model.prices.price import Price, PriceList
from wizard.model.prices.spot import SpotList, SpotPrice

if TYPE_CHECKING:
    from wizard.model.ec2.image import Image
    from wizard.model.ec2.instance_type import InstanceType

NOT_IN_IT = Message(
    "On-Demand, shared tenancy, USD an hour. Not in it: EBS volumes, public IPv4 addresses, traffic, Dedicated "
    "Hosts, Savings Plans, and what a Marketplace seller charges."
)

INTERRUPTED = Message(
    "EC2 may take Spot capacity back, with a notice two minutes before, and its price changes with supply and demand."
)
"""Of https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-interruptions.html, checked 2026-11-28."""


def billed_as(operation: str) -> Message:
    """AWS's word for a billing code, and the code: Windows (RunInstances:0002)."""
    if operation not in BILLING_CODES:
        return Message("{operation}", {"operation": operation})
    values = {"billing": BILLING_CODES[operation], "operation": operation}
    return Message("{billing} ({operation})", values)


def price_said(price: Price) -> Message:
    """0.096 USD an hour On-Demand in us-east-1, as of 2026-02-27."""
    values: dict[str, object] = {
        "price": money(price.hourly_usd),
        "region": price.region,
        "day": price.as_of,
    }
    return Message("{price} USD an hour On-Demand in {region}, as of {day}.", values)


def spot_said(price: SpotPrice) -> Message:
    """The lowest of some zones at a time, and that it may end at any time."""
    offer = price.offer
    values: dict[str, object] = {
        "price": money(offer.hourly_usd),
        "zone": offer.zone,
        "zones": offer.zones,
        "at": time_said(price.at),
        "interrupted": INTERRUPTED,
    }
    return Message(
        "{price} USD an hour as Spot in {zone}, the only zone that sells it, at {at}. {interrupted}",
        values,
        "{price} USD an hour as Spot in {zone}, the lowest of {zones} zones at {at}. {interrupted}",
        offer.zones,
    )


def licence_said(price: Price, licence: Decimal | None) -> Message | None:
    """How much of a price is for the licence in the image; None where there is none, or it is not known."""
    if not licence:
        return None
    values = {"licence": money(licence), "billing": billed_as(price.operation)}
    return Message("Of it {licence} is for the licence in the image: {billing}.", values)


def share_said(price: Price, instance_type: InstanceType) -> Message:
    """What a vCPU and a GiB cost, to compare sizes by."""
    values = {
        "vcpu": _five(price.hourly_usd / instance_type.vcpus),
        "gib": _five(price.hourly_usd * 1024 / instance_type.memory_mib),
    }
    return Message("That is {vcpu} for each vCPU, or {gib} for each GiB of memory.", values)


def seller_said(image: Image) -> Message | None:
    """That somebody else charges for an image of AWS Marketplace; None of other images.

    The address is in the form that EC2's own error uses (OptInRequired).
    """
    if not image.marketplace:
        return None
    if not image.product_code:
        return Message("Its seller on AWS Marketplace may charge on top of that, which is not known here.")
    values = {"code": image.product_code}
    return Message(
        "Its seller on AWS Marketplace may charge on top of that, which is not known here: "
        "https://aws.amazon.com/marketplace/pp?sku={code}",
        values,
    )


def _five(value: Decimal) -> Figure:
    return money(value.quantize(Decimal("0.00001")))


def time_said(at: datetime.datetime) -> str:
    """A moment in UTC: 2026-11-29 14:05 UTC."""
    return f"{at.astimezone(datetime.UTC):%Y-%m-%d %H:%M} UTC"


def list_said(known: PriceList) -> Message:
    """How much a list holds, how old it is, and whose it is."""
    values: dict[str, object] = {
        "region": known.region,
        "billing": billed_as(known.operation),
        "types": counted(len(known.hourly_usd)),
        "date": known.as_of,
        "source": Message(known.source),
    }
    return Message(
        "{region}, {billing}: {types} instance type, {date}, {source}",
        values,
        "{region}, {billing}: {types} instance types, {date}, {source}",
        len(known.hourly_usd),
    )


def spot_list_said(known: SpotList) -> Message:
    """The same of Spot prices."""
    values: dict[str, object] = {
        "region": known.region,
        "billing": billed_as(known.operation),
        "types": counted(len(known.offers)),
        "at": time_said(known.at),
    }
    return Message(
        "{region}, {billing}, Spot: {types} instance type, {at}",
        values,
        "{region}, {billing}, Spot: {types} instance types, {at}",
        len(known.offers),
    )


def cut_said(newer: PriceList, known: PriceList) -> Message:
    """That a list was not taken, and how it is taken if it is right."""
    values: dict[str, object] = {
        "region": newer.region,
        "billing": billed_as(newer.operation),
        "types": counted(len(newer.hourly_usd)),
        "before": counted(len(known.hourly_usd)),
        "date": known.as_of,
        "command": "ami-wizard prices reset",
    }
    return Message(
        "{region}, {billing}: prices of {types} instance type, where the list of {date} has {before}: cut off between two "
        "rows, it seems; the list known before stays. Get the file again. If it is whole after all, go back to the built-in "
        "prices first ({command}).",
        values,
        "{region}, {billing}: prices of {types} instance types, where the list of {date} has {before}: cut off between two "
        "rows, it seems; the list known before stays. Get the file again. If it is whole after all, go back to the built-in "
        "prices first ({command}).",
        len(newer.hourly_usd),
    )


def old_said(known: PriceList) -> Message:
    """That a list is too old to rely on."""
    values = {"region": known.region, "date": known.as_of}
    return Message(
        "The prices of {region} are of {date}, more than a year old: ami-wizard prices fetch --region {region}",
        values,
    )
