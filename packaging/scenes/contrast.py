"""Lets Qt's style believe that the desktop wants high contrast.

The style draws its edges by what the platform says of itself, and off screen nobody says anything.
"""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import Self

import PySide6

_THEME = "_ZN22QGuiApplicationPrivate14platform_themeE"
_ASKED = "_ZNK14QPlatformTheme18contrastPreferenceEv"
_HIGH = 1
# The table of a class begins two places before where its objects point; no theme has as many functions as this.
_BEFORE, _MOST = 2, 64


class PlatformContrast:
    """In a `with`: the platform wants high contrast while `high` is set.

    A Qt that is built otherwise goes on answering for itself; `known` says so.
    """

    def __init__(self) -> None:
        self.high = self.known = False
        self._answer = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)(lambda _: _HIGH * self.high)
        self._table = (ctypes.c_void_p * (_BEFORE + _MOST))()
        self._theme, self._own = 0, 0

    def __enter__(self) -> Self:
        """Put the answer into the place of the platform's."""
        try:
            qt = ctypes.CDLL(str(Path(PySide6.__path__[0], "Qt", "lib", "libQt6Gui.so.6")))
            self._theme = ctypes.c_void_p.in_dll(qt, _THEME).value or 0
            asked = ctypes.cast(getattr(qt, _ASKED), ctypes.c_void_p).value
        except (OSError, AttributeError, ValueError):
            return self
        if self._theme:
            self._own = _function_table(self._theme).value or 0
            size = ctypes.sizeof(ctypes.c_void_p)
            ctypes.memmove(self._table, self._own - _BEFORE * size, ctypes.sizeof(self._table))
            places = [place for place, function in enumerate(self._table) if function == asked]
            self.known = bool(places)
            if self.known:
                # What answers the same in another place is older: functions are added at the end.
                self._table[places[-1]] = ctypes.cast(self._answer, ctypes.c_void_p).value
                _function_table(self._theme).value = ctypes.addressof(self._table) + _BEFORE * size
        return self

    def __exit__(self, *_: object) -> None:
        # The application outlives what Python holds.
        if self.known:
            _function_table(self._theme).value = self._own


def _function_table(theme: int) -> ctypes.c_void_p:
    """Where the object keeps what it answers with."""
    return ctypes.c_void_p.from_address(theme)
