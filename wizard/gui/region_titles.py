"""What AWS calls its Regions, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.gui.texts import render
from wizard.model.message import Message
from wizard.report.visible import visible

_LONGEST = 60
# As the SDK's data names them; isolated partitions keep the names that only their accounts know.
_TITLES = (
    Message("Africa (Cape Town)"),
    Message("Asia Pacific (Hong Kong)"),
    Message("Asia Pacific (Taipei)"),
    Message("Asia Pacific (Tokyo)"),
    Message("Asia Pacific (Seoul)"),
    Message("Asia Pacific (Osaka)"),
    Message("Asia Pacific (Mumbai)"),
    Message("Asia Pacific (Hyderabad)"),
    Message("Asia Pacific (Singapore)"),
    Message("Asia Pacific (Sydney)"),
    Message("Asia Pacific (Jakarta)"),
    Message("Asia Pacific (Melbourne)"),
    Message("Asia Pacific (Malaysia)"),
    Message("Asia Pacific (New Zealand)"),
    Message("Asia Pacific (Thailand)"),
    Message("Canada (Central)"),
    Message("Canada West (Calgary)"),
    Message("China (Beijing)"),
    Message("China (Ningxia)"),
    Message("Europe (Frankfurt)"),
    Message("Europe (Zurich)"),
    Message("Europe (Stockholm)"),
    Message("Europe (Milan)"),
    Message("Europe (Spain)"),
    Message("Europe (Ireland)"),
    Message("Europe (London)"),
    Message("Europe (Paris)"),
    Message("AWS European Sovereign Cloud (Germany)"),
    Message("Israel (Tel Aviv)"),
    Message("Middle East (UAE)"),
    Message("Middle East (Bahrain)"),
    Message("Mexico (Central)"),
    Message("South America (Sao Paulo)"),
    Message("US East (N. Virginia)"),
    Message("US East (Ohio)"),
    Message("AWS GovCloud (US-East)"),
    Message("AWS GovCloud (US-West)"),
    Message("US West (N. California)"),
    Message("US West (Oregon)"),
)
_BY_TITLE = {message.template: message for message in _TITLES}


def offered(regions: Mapping[str, str]) -> list[tuple[str, str]]:
    """Each Region's name with what a list says of it, such as "eu-west-1 · Europe (Ireland)".

    regions: titles by names; a title that is the name says nothing more.
    """
    return [(name, name if title == name else f"{name} · {_said(title)}") for name, title in regions.items()]


def _said(title: str) -> str:
    known = _BY_TITLE.get(title)
    return visible(render(known) if known else title, _LONGEST)
