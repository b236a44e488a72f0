"""Asks for a single image by its ID."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing

from wizard.aws.account import Account
from wizard.aws.cancel import Cancel, Cancelled
from wizard.aws.faults.problem_of import Asking, problem_of
from wizard.aws.faults.service_faults import no_image
from wizard.aws.operations import NotAllowed, Part
from wizard.aws.retries import PATIENT, RetryingClient, RetryPolicy
from wizard.model.account.problem import Unanswered


def ask_image(
    account: Account, region: str, image_id: str, cancel: Cancel, patience: RetryPolicy = PATIENT
) -> Mapping[str, object]:
    """The record of DescribeImages. Raises Unanswered, also where there is no such image; Cancelled."""
    asking = Asking(account.profile, region)
    if account.profile.problem is not None:
        raise Unanswered(account.profile.problem)
    try:
        with cancel.current():
            client = account.client(Part.IMAGES, "ec2", region)
        with closing(client):
            reply = RetryingClient(client, cancel, patience).ask(
                "describe_images", ImageIds=[image_id], IncludeDeprecated=True, IncludeDisabled=True
            )
    except (Cancelled, NotAllowed):
        raise
    except Exception as error:  # noqa: BLE001  # whatever it is, it is told to the person
        raise Unanswered(problem_of(error, asking)) from None
    images = reply.get("Images", ())
    if not images:
        raise Unanswered(no_image(region))
    record: Mapping[str, object] = images[0]
    return record
