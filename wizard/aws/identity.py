"""Asks whom a profile's credentials belong to."""

from __future__ import annotations

from wizard.aws.account import Account
from wizard.aws.faults.problem_of import Asking, explained
from wizard.aws.operations import Part
from wizard.aws.regions import home_region
from wizard.model.frozen import frozen


@frozen
class Identity:
    """An account and who one is in it. role: None for a user or the root user."""

    account_id: str
    arn: str

    @property
    def role(self) -> str | None:
        """Reader of arn:aws:sts::123456789012:assumed-role/Reader/jane."""
        kind, _, rest = self.arn.rpartition(":")[2].partition("/")
        return rest.rpartition("/")[0] if kind == "assumed-role" else None


def ask_identity(account: Account) -> Identity:
    """Who asks. No right is needed for this. Raises Unanswered."""
    region = home_region(account)
    with explained(Asking(account.profile, region)):
        reply = account.ask(Part.IDENTITY, region, "sts", "get_caller_identity")
    return Identity(str(reply["Account"]), str(reply["Arn"]))
