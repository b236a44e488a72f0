"""Asks whom a profile's credentials belong to."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass

from wizard.aws.account import Account
from wizard.aws.cancel import Cancel, Cancelled
from wizard.aws.faults.problem_of import Asking, problem_of
from wizard.aws.operations import NotAllowed, Part
from wizard.aws.regions import home_region
from wizard.aws.retries import PATIENT, RetryingClient, RetryPolicy
from wizard.model.account.problem import Unanswered


@dataclass(frozen=True, slots=True)
class Identity:
    """An account and who one is in it. role: None for a user or the root user."""

    account_id: str
    arn: str

    @property
    def role(self) -> str | None:
        """Reader of arn:aws:sts::123456789012:assumed-role/Reader/jane."""
        kind, _, rest = self.arn.rpartition(":")[2].partition("/")
        return rest.rpartition("/")[0] if kind == "assumed-role" else None


def ask_identity(account: Account, cancel: Cancel, patience: RetryPolicy = PATIENT) -> Identity:
    """Who asks. No right is needed for this. Raises Unanswered; Cancelled."""
    region = home_region(account)
    if account.profile.problem is not None:
        raise Unanswered(account.profile.problem)
    try:
        with cancel.current():
            client = account.client(Part.IDENTITY, "sts", region)
        with closing(client):
            reply = RetryingClient(client, cancel, patience).ask("get_caller_identity")
    except (Cancelled, NotAllowed):
        raise
    except Exception as error:  # noqa: BLE001  # whatever it is, it is told to the person
        raise Unanswered(problem_of(error, Asking(account.profile, region))) from None
    return Identity(str(reply["Account"]), str(reply["Arn"]))
