"""Which AWS accounts to ask, and how a person at a terminal is asked for an MFA code."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Sequence
from contextlib import suppress

from wizard.aws.account import Account
from wizard.aws.one_image import ask_image
from wizard.aws.profiles import profiles_named
from wizard.aws.published_image import ask_published
from wizard.aws.regions import home_region
from wizard.cli.console import Refusal
from wizard.flow.kind import quoted
from wizard.model.account.problem import Unanswered
from wizard.model.ec2.image import Image
from wizard.model.ec2.names import IMAGE_ID, REGION
from wizard.model.images.describe_images import ImageError, image_from
from wizard.model.message import Message
from wizard.model.systems.published_image import PublishedImage

UNANSWERED = 3


def accounts_of(names: Sequence[str]) -> list[Account]:
    """The accounts behind these profiles; that of the environment if none is named."""
    ask_code = _ask_code if sys.stdin and sys.stdin.isatty() else None
    accounts = [Account(profile, ask_code) for profile in profiles_named(names)]
    for account in accounts:
        if ask_code and account.profile.mfa_serial:
            # From another thread Ctrl+C would not end the asking for a code, and leave a terminal that
            # does not show what one types. What goes wrong is told with the first question.
            with suppress(Exception):
                account.sign_in(home_region(account))
    return accounts


def region_word(word: str) -> str:
    """A Region as one may name it. Raises Refusal."""
    if not REGION.fullmatch(word):
        values = {"given": quoted(word)}
        raise Refusal(
            Message("--region: {given} is not a Region's name; expected one such as eu-west-1", values)
        )
    return word


def ask_one_image(account: Account, region: str | None, image_id: str) -> Image:
    """The image with this ID. Raises Refusal, with status 3 where AWS could not be asked."""
    if not IMAGE_ID.fullmatch(image_id):
        values = {"given": quoted(image_id)}
        raise Refusal(
            Message("--image-id: {given} is not an AMI's ID; expected ami- and hexadecimal digits", values)
        )
    where = region_word(region) if region else home_region(account)
    try:
        return image_from(ask_image(account, where, image_id), image_id)
    except Unanswered as unanswered:
        raise Refusal(unanswered.problem.message, UNANSWERED) from None
    except ImageError as problem:
        raise Refusal(problem.message) from None


def ask_newest(account: Account, region: str, wanted: PublishedImage) -> Image:
    """The newest image of a publisher. Raises Refusal with status 3 where AWS could not be asked."""
    try:
        record = ask_published(account, region, wanted)
        return image_from(record, str(record.get("ImageId", "")))
    except Unanswered as unanswered:
        raise Refusal(unanswered.problem.message, UNANSWERED) from None
    except ImageError as problem:
        raise Refusal(problem.message, UNANSWERED) from None


def _ask_code(device: str) -> str | None:
    try:
        return getpass.getpass(f"MFA code of {device}: ")
    except EOFError:
        return None
