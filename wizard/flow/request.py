"""How it shall be launched: the options of the request, which most people leave alone."""

from __future__ import annotations

from wizard.flow.kind import QuestionKind, Value
from wizard.flow.question import YES_NO_UNKNOWN, Answers, Option, Question
from wizard.flow.where import zone_misfit
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message


def _zone_misfit(before: Answers, zone: Value) -> Message | None:
    region = before.get("region")
    return (
        zone_misfit(region if isinstance(region, str) and region != "any" else None, zone) if zone else None
    )


def _in_a_zone(_knowledge: Knowledge, before: Answers) -> bool:
    return bool(before.get("zone"))


def _has_image(_knowledge: Knowledge, before: Answers) -> bool:
    return before.get("start") in ("image", "instance")


_GROUP = Message("How it is launched, where you know more")

TENANCY = Question(
    id="tenancy",
    kind=QuestionKind.ONE_OF,
    label=Message("On whose hardware?"),
    help=Message(
        "Licences and rules may want hardware of one's own. Not every type has it, and Macs have nothing else."
    ),
    options=(
        Option("default", Message("Shared hardware")),
        Option("dedicated", Message("A Dedicated Instance"), Message("Hardware that no other account uses.")),
        Option("host", Message("A Dedicated Host"), Message("A whole host that one allocates first.")),
    ),
    default="default",
    group=_GROUP,
    brief=Message("tenancy: {value}"),
)

ZONE = Question(
    id="zone",
    kind=QuestionKind.TEXT,
    label=Message("In a certain zone?"),
    help=Message(
        "The name or the ID of an Availability Zone, a Local Zone or a Wavelength Zone, such as us-west-2a or "
        "us-west-2-lax-1a. A zone has fewer types than its Region, and Local and Wavelength Zones lack features."
    ),
    misfit=_zone_misfit,
    group=_GROUP,
    brief=Message("zone {value}"),
)

ZONE_OFFERS = Question(
    id="zone-offers",
    kind=QuestionKind.ONE_OF,
    label=Message("Does that zone offer the type and its volumes?"),
    help=Message("aws ec2 describe-instance-type-offerings --location-type availability-zone says so."),
    options=YES_NO_UNKNOWN,
    asked=_in_a_zone,
    default="unknown",
    group=_GROUP,
    brief=Message("offered in the zone: {value}"),
)

FREE_PLAN = Question(
    id="free-plan",
    kind=QuestionKind.SWITCH,
    label=Message("Is the account on AWS's Free Plan?"),
    help=Message(
        "Accounts opened since July 15, 2025 may be: they launch only types and AMIs that are eligible for the Free Tier."
    ),
    default=False,
    group=_GROUP,
    brief=Message("Free Plan: {value}"),
)

HTTP_TOKENS = Question(
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
    group=_GROUP,
    brief=Message("IMDSv2: {value}"),
)

CPU_OPTIONS = Question(
    id="cpu-options",
    kind=QuestionKind.SWITCH,
    label=Message("With CPU options?"),
    help=Message(
        "Fewer cores, or one thread a core, for licences by core or for computing. Not every type takes them."
    ),
    default=False,
    group=_GROUP,
    brief=Message("CPU options: {value}"),
)

EBS_OPTIMIZED = Question(
    id="ebs-optimized",
    kind=QuestionKind.SWITCH,
    label=Message("With EBS optimization asked for?"),
    help=Message(
        "Current types have it without asking; a request that asks for it is refused on a few old ones."
    ),
    default=False,
    group=_GROUP,
    brief=Message("EBS-optimized: {value}"),
)

ENCRYPTED_ROOT = Question(
    id="encrypted-root",
    kind=QuestionKind.ONE_OF,
    label=Message("Will the root volume be encrypted?"),
    help=Message("By the request or by the account's default. Hibernation asks for it."),
    options=YES_NO_UNKNOWN,
    default="unknown",
    group=_GROUP,
    brief=Message("encrypted root: {value}"),
)

SUBSCRIBED = Question(
    id="subscribed",
    kind=QuestionKind.ONE_OF,
    label=Message("Is the account subscribed to the Marketplace product?"),
    help=Message("Only for an AMI of AWS Marketplace: EC2 refuses it until the terms are accepted."),
    options=YES_NO_UNKNOWN,
    asked=_has_image,
    default="unknown",
    group=_GROUP,
    brief=Message("subscribed: {value}"),
)

SELLER_ALLOWS = Question(
    id="seller-allows",
    kind=QuestionKind.ONE_OF,
    label=Message("Does the seller allow the type?"),
    help=Message(
        "The product's page in AWS Marketplace lists the types; SQL Server from AWS has limits of its own."
    ),
    options=YES_NO_UNKNOWN,
    asked=_has_image,
    default="unknown",
    group=_GROUP,
    brief=Message("allowed by the seller: {value}"),
)

QUESTIONS = (
    TENANCY,
    ZONE,
    ZONE_OFFERS,
    FREE_PLAN,
    HTTP_TOKENS,
    CPU_OPTIONS,
    EBS_OPTIMIZED,
    ENCRYPTED_ROOT,
    SUBSCRIBED,
    SELLER_ALLOWS,
)
