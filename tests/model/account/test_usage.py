from __future__ import annotations

from wizard.model.account.listing_events import Trouble
from wizard.model.account.problem import Kind, Problem
from wizard.model.account.usage import Looked, UsageFound, Use, User, Uses
from wizard.model.images.image_row import ImageRow, RowReader
from wizard.model.message import Message

REGION = "eu-west-1"
PROBLEM = Problem(Kind.RIGHTS, Message("No."), Message("Why."), Message("What now."))
INSTANCE = Use("ami-1", User.INSTANCE, REGION, "i-1", "web", "running")
TEMPLATE = Use("ami-2", User.LAUNCH_TEMPLATE, REGION, "lt-1", "web", "1 (default)")
INDIRECT = Use("resolve:ssm:/image", User.LAUNCH_TEMPLATE, REGION, "lt-2")


def row(image_id: str, profile: str = "me", region: str = REGION) -> ImageRow:
    return RowReader().read({"ImageId": image_id}, profile, region, "")


def found(*images: str) -> UsageFound:
    usage = UsageFound()
    usage.begin("me", {REGION: images})
    return usage


def test_nothing_is_known_before_an_answer() -> None:
    usage = found("ami-1")
    assert usage.of(row("ami-1")) is None
    usage.take(Trouble("me", REGION, PROBLEM))
    assert usage.of(row("ami-1")) is None


def test_uses_go_to_their_images() -> None:
    usage = found("ami-1", "ami-2", "ami-3")
    usage.take(Uses("me", REGION, (INSTANCE, TEMPLATE)))
    usage.take(Uses("me", REGION, (INSTANCE,)))
    assert usage.of(row("ami-1")) == (INSTANCE,)
    assert usage.of(row("ami-2")) == (TEMPLATE,)
    assert usage.of(row("ami-3")) == ()
    assert usage.of(row("ami-4")) is None
    assert usage.of(row("ami-1", profile="other")) is None
    assert usage.of(row("ami-1", region="eu-west-2")) is None


def test_an_answer_that_names_nothing_says_that_nothing_uses_it() -> None:
    usage = found("ami-1")
    usage.take(Looked("me", REGION, "instances"))
    assert usage.of(row("ami-1")) == ()


def test_a_trouble_takes_nothing_away() -> None:
    usage = found("ami-1")
    usage.take(Uses("me", REGION, (INSTANCE,)))
    usage.take(Trouble("me", REGION, PROBLEM))
    assert usage.of(row("ami-1")) == (INSTANCE,)


def test_what_names_a_parameter_is_kept_apart() -> None:
    usage = found("ami-1")
    usage.take(Uses("me", REGION, (INDIRECT,)))
    usage.take(Uses("me", REGION, (INDIRECT,)))
    assert usage.unresolved == (INDIRECT,)
    assert usage.of(row("ami-1")) == ()


def test_who_asks_once_more_begins_anew_for_these() -> None:
    usage = found("ami-1", "ami-2")
    usage.take(Uses("me", REGION, (INSTANCE, TEMPLATE)))
    usage.begin("me", {REGION: ["ami-1"]})
    assert usage.of(row("ami-1")) is None
    assert usage.of(row("ami-2")) == (TEMPLATE,)
    usage.take(Looked("me", REGION, "instances"))
    assert usage.of(row("ami-1")) == ()
    assert usage.of(row("ami-2")) == (TEMPLATE,)


def test_a_reference_to_what_is_known_already_is_told_once() -> None:
    usage = found("ami-1")
    same = Use("ami-1", User.REFERENCE, REGION, "arn:aws:ec2:eu-west-1:1:instance/i-1", "", "ec2:Instance")
    other = Use("ami-1", User.REFERENCE, REGION, "arn:aws:ssm:eu-west-1:1:parameter/x", "", "ssm:Parameter")
    usage.take(Uses("me", REGION, (same, INSTANCE, other)))
    assert usage.of(row("ami-1")) == (INSTANCE, other)
