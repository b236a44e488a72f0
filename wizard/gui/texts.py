"""The language of the window: one for the whole program, set when it starts."""

from __future__ import annotations

import gettext as _gettext

from wizard.model.message import Figure, Message, Translations
from wizard.report.visible import visible


class _Chosen:
    translations: Translations = _gettext.NullTranslations()


def use(translations: Translations) -> None:
    """Speak this language from now on. What already stands on the screen stays as it is."""
    _Chosen.translations = translations


def current() -> Translations:
    """The language that counts, for what renders texts outside the window."""
    return _Chosen.translations


def gettext(text: str) -> str:
    """The text in the reader's language."""
    return _Chosen.translations.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The form of a text that goes with a count."""
    return _Chosen.translations.ngettext(one, many, count)


def figure(number: Figure) -> str:
    """A number with the separators of the reader's language."""
    return number.render(_Chosen.translations)


def render(message: Message, longest: int | None = None) -> str:
    """A message in the reader's language.

    longest: for what may hold foreign text: on one line, every character visible, and no longer than that.
    """
    text = message.render(_Chosen.translations)
    return text if longest is None else visible(text, longest)
