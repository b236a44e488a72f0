"""AWS CLI commands that ask for Spot capacity of several types at once."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Sequence

from wizard.model.ec2.finding import Source
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.launching.request import region_of
from wizard.model.launching.shell import aws
from wizard.model.message import Message
from wizard.model.recommend.needs import Needs
from wizard.report.document import Command
from wizard.report.report_writer import ReportWriter

_IN_A_LINE = 2
SPOT_PRACTICES = Source(
    "Amazon EC2 User Guide: Best practices for Amazon EC2 Spot",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-best-practices.html",
    datetime.date(2026, 11, 29),
)


def fleet_commands(types: Sequence[InstanceType], needs: Needs, writer: ReportWriter) -> Iterator[Command]:
    """Where such capacity is likely, and a fleet of these types on trial; nothing for fewer than two types."""
    if len(types) < 2:
        return
    region = region_of(needs)
    if region is not None:
        yield Command(
            writer.say(Message("Ask how likely Spot capacity of these types is: 10 is best.")),
            aws(
                "get-spot-placement-scores",
                region,
                ("--target-capacity", "1"),
                ("--region-names", region),
                ("--instance-types", *(t.name for t in types)),
                ("--query", "SpotPlacementScores[].Score", "--output", "text"),
            ),
        )
    yield Command(
        writer.say(
            Message("Try a fleet that takes the types with the most spare capacity at the lowest price.")
        ),
        aws(
            "create-fleet",
            region,
            ("--dry-run",),
            ("--type", "instant"),
            ("--spot-options", "AllocationStrategy=price-capacity-optimized"),
            (
                "--target-capacity-specification",
                "TotalTargetCapacity=1,DefaultTargetCapacityType=spot",
            ),
            ("--launch-template-configs",),
            (_template(types),),
        ),
        writer.say(
            Message(
                "Put the name of a launch template with the image in place of LAUNCH_TEMPLATE, and the number of "
                "instances in place of 1. The same list of types goes into the mixed instances policy of an Auto "
                "Scaling group; in place of names, InstanceRequirements takes vCPUs and memory, and new types come in "
                "by themselves."
            )
        ),
        writer.cite([SPOT_PRACTICES]),
    )


def _template(types: Sequence[InstanceType]) -> str:
    """A launch template with these types in place of its own, as JSON over several lines."""
    words = [json.dumps({"InstanceType": t.name}) for t in types]
    lines = [", ".join(words[place : place + _IN_A_LINE]) for place in range(0, len(words), _IN_A_LINE)]
    template = json.dumps({"LaunchTemplateName": "LAUNCH_TEMPLATE", "Version": "1"})
    overrides = ",\n      ".join(lines)
    return f'{{"LaunchTemplateSpecification": {template},\n    "Overrides": [\n      {overrides}]}}'
