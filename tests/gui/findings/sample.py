"""A finding with every part."""

from __future__ import annotations

import datetime

from wizard.model.ec2.finding import Evidence, Finding, Outcome, Reason, Source
from wizard.model.message import Message

SOURCE = Source("EC2 <User> Guide", "https://docs.aws.amazon.com/a", datetime.date(2026, 11, 1))
FINDING = Finding(
    "V1", Reason.VIRTUALIZATION, Outcome.REFUSED, Evidence.REPORTED, Message("It is {what}.", {"what": "<b>PV</b>\u202e"}),
    Message("Use HVM."), Message("Virtualization type 'hvm' is required"), "InvalidParameterCombination", (SOURCE,),
)  # fmt: skip
