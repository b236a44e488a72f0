"""Where the packed program begins.

PyInstaller's hooks for Qt and for processes beside the window load both before anything else; here whoever needs
them imports them, so that a verb does not wait for Qt, nor the first picture for a process that comes later.
"""

import gc
import sys

# As wizard.__main__ says, which is not imported first.
gc.disable()
# Python's words to the process beside the window, which is this program once more.
if not {"--multiprocessing-fork", "-c"}.isdisjoint(sys.argv):
    import multiprocessing

    # It puts another freeze_support into multiprocessing.
    import pyi_rth_multiprocessing  # type: ignore[import-not-found]  # noqa: F401  # only where it is packed

    multiprocessing.freeze_support()

from wizard.cli.options.verbs import VERBS

if not VERBS.keys() & {*sys.argv[1:2]}:
    # It tells Qt where its plugins are.
    import pyi_rth_pyside6  # type: ignore[import-not-found]  # noqa: F401  # only where it is packed

from wizard.__main__ import main

sys.exit(main())
