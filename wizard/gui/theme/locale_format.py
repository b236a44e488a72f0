"""Words and figures as the window says them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from wizard.gui.texts import current
from wizard.model.message import Message, Translations

if TYPE_CHECKING:
    from wizard.model.ec2.instance_type import VirtualizationType

_SHORT = {"hvm": Message("HVM"), "paravirtual": Message("PV")}
_LONG = {
    "hvm": Message("Hardware virtual machine"),
    "paravirtual": Message("Paravirtual"),
}


def number(value: int) -> str:
    """A count with the separators of the reader's language: 1,395."""
    return locale().toString(value)


def locale() -> QLocale:
    """The language of the texts; its figures go with it."""
    return QLocale(language_of(current()))


def language_of(translations: Translations) -> str:
    """The language of the texts, in two letters; the texts in the source are English."""
    info: dict[str, str] = getattr(translations, "info", dict)()
    return info.get("language") or "en"


def short_name(virtualization_type: VirtualizationType) -> Message:
    """The two or three letters that everybody knows."""
    return _SHORT[virtualization_type.value]


def long_name(virtualization_type: VirtualizationType) -> Message:
    """What the letters stand for."""
    return _LONG[virtualization_type.value]


def capital(text: str) -> str:
    """A phrase as a heading: its first letter a capital, but vCPUs as they are."""
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]
