"""`python -m wizard`, and the ami-wizard command."""

from __future__ import annotations

import sys
from pathlib import Path

from wizard import cli
from wizard.model.message import Translations


def main() -> int:
    """Do what the command line says; the exit status."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        # In a program packed into one file the process beside the window starts by this way too.
        freeze_support()
    return cli.main(sys.argv[1:], _open_window)


def _open_window(answers_path: Path | None, smoke: bool, translations: Translations) -> int:
    from wizard import app  # Qt is loaded only for a window

    return app.main(answers_path, smoke, translations)


if __name__ == "__main__":
    sys.exit(main())
