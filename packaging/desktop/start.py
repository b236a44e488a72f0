"""Where the packed program begins.

PyInstaller's hook for processes beside the window loads what belongs to them before anything else; here whoever needs
it imports it, so that neither a verb nor the first picture waits for a process that comes later. Its hook for Qt is
left out: PySide6 tells Qt itself where its plugins are, and the hook would tell every program that is started from here.
"""

import gc
import os
import sys

# As wizard.__main__ says, which is not imported first.
gc.disable()
if sys.platform.startswith("linux"):
    # PyInstaller leads this process to the libraries beside it. A browser, a viewer, a credential_process that it
    # starts may not run with these: they find the system's, and a process of the program's own its own anew.
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
# Python's words to the process beside the window, which is this program once more.
if not {"--multiprocessing-fork", "-c"}.isdisjoint(sys.argv):
    import multiprocessing

    # It puts another freeze_support into multiprocessing.
    import pyi_rth_multiprocessing  # type: ignore[import-not-found]  # noqa: F401  # only where it is packed

    multiprocessing.freeze_support()

from wizard.__main__ import main

sys.exit(main())
