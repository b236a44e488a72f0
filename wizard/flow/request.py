"""How it shall be launched: the options of the request, which most people leave alone."""

from __future__ import annotations

from wizard.flow.kind import QuestionKind, Value
from wizard.flow.question import HAS_IMAGE, Answers, Condition, Option, Question, in_group, switch, yes_or_no
from wizard.flow.where import zone_misfit
from wizard.model.message import Message


def _zone_misfit(before: Answers, zone: Value) -> Message | None:
    region = before.get("region")
    return (
        zone_misfit(region if isinstance(region, str) and region != "any" else None, zone) if zone else None
    )


_IN_A_ZONE = Condition(
    lambda _knowledge, before: bool(before.get("zone")),
    Message("belongs to a zone; expected {zone} as well"),
)

ZONE = Question(
    id="zone",
    kind=QuestionKind.TEXT,
    label=Message("In a certain zone?"),
    help=Message(
        "The name or the ID of an Availability Zone, a Local Zone or a Wavelength Zone, such as us-west-2a or "
        "us-west-2-lax-1a. A zone has fewer types than its Region, and Local and Wavelength Zones lack features."
    ),
    example="us-west-2a",
    misfit=_zone_misfit,
    brief=Message("zone {value}"),
)

QUESTIONS = in_group(
    Message("How it is launched, where you know more"),
    Question(
        id="tenancy",
        kind=QuestionKind.ONE_OF,
        label=Message("On whose hardware?"),
        help=Message(
            "Licences and rules may want hardware of one's own. Not every type has it, and Macs have nothing else."
        ),
        options=(
            Option("default", Message("Shared hardware")),
            Option(
                "dedicated", Message("A Dedicated Instance"), Message("Hardware that no other account uses.")
            ),
            Option("host", Message("A Dedicated Host"), Message("A whole host that one allocates first.")),
        ),
        default="default",
        brief=Message("tenancy: {value}"),
    ),
    ZONE,
    yes_or_no(
        "zone-offers",
        Message("Does that zone offer the type and its volumes?"),
        Message("aws ec2 describe-instance-type-offerings --location-type availability-zone says so."),
        Message("offered in the zone: {value}"),
        asked=_IN_A_ZONE,
    ),
    switch(
        "free-plan",
        Message("Is the account on AWS's Free Plan?"),
        Message(
            "Accounts opened since July 15, 2025 may be: they launch only types and AMIs that are eligible for the Free "
            "Tier."
        ),
        Message("Free Plan: {value}"),
    ),
    Question(
        id="http-tokens",
        kind=QuestionKind.ONE_OF,
        label=Message("Must the instance metadata be asked with a token (IMDSv2)?"),
        help=Message(
            "HttpTokens in the metadata options. Old software that speaks IMDSv1 only gets no metadata then."
        ),
        options=(
            Option("any", Message("As the image and the account say")),
            Option("optional", Message("Optional")),
            Option("required", Message("Required")),
        ),
        default="any",
        brief=Message("IMDSv2: {value}"),
    ),
    switch(
        "cpu-options",
        Message("With CPU options?"),
        Message(
            "Fewer cores, or one thread a core, for licences by core or for computing. Not every type takes them."
        ),
        Message("CPU options: {value}"),
    ),
    switch(
        "ebs-optimized",
        Message("With EBS optimization asked for?"),
        Message(
            "Current types have it without asking; a request that asks for it is refused on a few old ones."
        ),
        Message("EBS-optimized: {value}"),
    ),
    yes_or_no(
        "encrypted-root",
        Message("Will the root volume be encrypted?"),
        Message("By the request or by the account's default. Hibernation asks for it."),
        Message("encrypted root: {value}"),
    ),
    yes_or_no(
        "subscribed",
        Message("Is the account subscribed to the Marketplace product?"),
        Message("Only for an AMI of AWS Marketplace: EC2 refuses it until the terms are accepted."),
        Message("subscribed: {value}"),
        asked=HAS_IMAGE,
    ),
    yes_or_no(
        "seller-allows",
        Message("Does the seller allow the type?"),
        Message(
            "The product's page in AWS Marketplace lists the types; SQL Server from AWS has limits of its own."
        ),
        Message("allowed by the seller: {value}"),
        asked=HAS_IMAGE,
    ),
)
