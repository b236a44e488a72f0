"""Finds the translations of the program's texts."""

from __future__ import annotations

import gettext
import os
import sys
from pathlib import Path

from wizard.store.resources import resources

DOMAIN = "wizard"
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_MAC = Path("~/Library/Preferences/.GlobalPreferences.plist")


def translations(language: str | None = None, folder: Path | None = None) -> gettext.NullTranslations:
    """The texts of a language such as "de"; English where there is no catalogue for it.

    language: None for the system's. folder: where the catalogues are, as LANG/LC_MESSAGES/wizard.mo.
    """
    wanted = [language] if language else system_languages()
    if "en" in wanted:
        wanted = wanted[: wanted.index("en")]
    return gettext.translation(DOMAIN, folder or resources() / "i18n", wanted, fallback=True)


def system_languages() -> list[str]:
    """The languages that the person's system asks for, best first, as two letters."""
    named = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
    names = named.split(":") if named else _of_the_desktop()
    return [_short(name) for name in names if name]


def _short(name: str) -> str:
    """Two letters: de for de_DE.UTF-8, de-DE and German_Germany; en for the languageless C and POSIX."""
    first = name.replace(".", "_").replace("-", "_").partition("_")[0].lower()
    if first in ("c", "posix"):
        return "en"
    if len(first) == 2:
        return first
    from locale import normalize  # only for what is no language's two letters

    return normalize(first).partition("_")[0].lower()


def _of_the_desktop() -> list[str]:
    """Where no variable says it: as for what macOS and Windows open from an icon."""
    if sys.platform == "win32":
        import ctypes
        from locale import windows_locale

        # Not that of numbers and dates, which need not be the language that the person reads.
        return [windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")]
    elif sys.platform == "darwin":
        return chosen_on_a_mac(_MAC.expanduser())
    else:
        from locale import getlocale

        return [getlocale()[0] or ""]


def chosen_on_a_mac(settings: Path) -> list[str]:
    """The languages of macOS's settings, best first; none where they do not say."""
    import plistlib
    from xml.parsers.expat import ExpatError

    try:
        chosen = plistlib.loads(settings.read_bytes()).get("AppleLanguages", ())
    except (OSError, ValueError, AttributeError, ExpatError):
        return []
    return [name for name in chosen if isinstance(name, str)] if isinstance(chosen, list) else []
