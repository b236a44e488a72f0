"""`python -m wizard`, and the ami-wizard command."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from wizard.model.message import Translations


def main() -> int:
    """Do what the command line says; the exit status."""
    try:
        return _main()
    except KeyboardInterrupt:
        # Ctrl+C before the program was all imported, or while it was leaving.
        return 130


def _main() -> int:
    # What is imported and made at the start stays: collecting garbage among it is a twentieth of the time.
    gc.disable()
    from wizard import cli
    from wizard.cli.console import INTERRUPTED
    from wizard.model.toml_text import read_with
    from wizard.store.parsed_texts import read_parsed

    read_with(read_parsed)
    status = cli.main(sys.argv[1:], _open_window)
    # Python would look through all that is left for garbage, twice, before it goes.
    gc.freeze()
    if status == INTERRUPTED:
        # Python would wait for the threads that still wait for AWS.
        with contextlib.suppress(OSError, ValueError):
            sys.stdout.flush()
        os._exit(status)
    return status


def _open_window(answers_path: Path | None, smoke: bool, translations: Translations) -> int:
    from wizard import app  # Qt is loaded only for a window

    return app.main(answers_path, smoke, translations)


if __name__ == "__main__":
    sys.exit(main())
