"""Shows an unexpected exception in a dialog, and lets the program go on."""

from __future__ import annotations

import contextlib
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from wizard.gui.texts import gettext
from wizard.gui.user_error import UserError


class CrashHandler:
    """Catches what nobody caught.

    Qt runs slots and events in Python; what they raise arrives at `sys.excepthook`. While a dialog
    is open further exceptions go to standard error only, so that a fault in painting cannot bury
    the person under dialogs.
    """

    def __init__(self, show: Callable[[UserError], None]) -> None:
        self._show = show
        self._busy = False

    def spread(self) -> None:
        sys.excepthook = self.catch

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        text = "".join(traceback.format_exception(kind, error, trace))
        # A window without a console, as on Windows, has none, and a console may have been closed.
        with contextlib.suppress(AttributeError, OSError, ValueError):
            sys.stderr.write(text)
        if self._busy or issubclass(kind, KeyboardInterrupt):
            return
        self._busy = True
        try:
            self._show(self._problem(kind, text))
        finally:
            self._busy = False

    def _problem(self, kind: type[BaseException], text: str) -> UserError:
        return UserError(
            gettext("Something in AMI Wizard did not work as intended."),
            gettext("This is a fault of the program, not of your answers ({kind}).").replace(
                "{kind}", kind.__name__
            ),
            gettext(
                "Your answers are kept. Go on, or save them and start again; the details help to report the fault."
            ),
            text,
        )
