"""What some cells of a table of instance types say."""

from __future__ import annotations

import re
from functools import lru_cache

from wizard.gui import texts
from wizard.gui.texts import render
from wizard.model.ec2.instance_type import InstanceType, gib
from wizard.model.message import Message, counted, figure
from wizard.model.prices.amount import aligned
from wizard.model.prices.price import Price
from wizard.model.recommend.ranked import Ranked
from wizard.report.visible import visible

Amount = tuple[float, float]
"""The least and the most: what it sustains, and the burst."""


def accelerators(t: InstanceType) -> str:
    """How many of which."""
    return ", ".join(f"{a.count} × {a.name}" if a.count else a.name for a in t.devices)


def processor(t: InstanceType) -> str:
    """Its maker and its clock."""
    clock = "" if t.clock_ghz is None else f" {texts.figure(figure(t.clock_ghz))} GHz"
    return visible(f"{t.processor_manufacturer}{clock}")


def price(known: Price) -> str:
    """Of an hour, one decimal point under the other."""
    return texts.figure(aligned(known.hourly_usd))


def _signed(amount: float) -> str:
    sign = "+" if amount >= 0 else "–"
    return sign + texts.figure(gib(abs(amount)))


def against_today(r: Ranked) -> str:
    """VCPUs and memory more or less; nothing where there is no today."""
    if r.wish.today is None:
        return ""
    vcpus = r.instance_type.vcpus - r.wish.vcpus
    values = {
        "vcpus": _signed(vcpus),
        "memory": _signed(r.instance_type.memory_gib - r.wish.memory_gib),
    }
    return render(Message("{vcpus} vCPUs, {memory} GiB", values))


def ebs(t: InstanceType) -> str:
    """Sustained to burst, in megabits a second."""
    if t.ebs_baseline_mbps is None:
        return "–"
    sustained = texts.figure(counted(t.ebs_baseline_mbps))
    burst = t.ebs_maximum_mbps
    if burst and burst > t.ebs_baseline_mbps:
        return f"{sustained}–{texts.figure(counted(burst))}"
    return sustained


def ebs_amount(t: InstanceType) -> Amount | None:
    """The same as figures; None where it is not known."""
    least = t.ebs_baseline_mbps
    return None if least is None else (least, max(least, t.ebs_maximum_mbps or 0))


@lru_cache(maxsize=4096)
def natural(name: str) -> tuple[object, ...]:
    """Sorts m5.2xlarge before m5.12xlarge: figures count as numbers."""
    parts = re.split(r"([0-9]+)", name)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part)
