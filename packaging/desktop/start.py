"""Where the packed program begins."""

import sys

# Python's words to the process beside the window, which is this program once more. Only that needs multiprocessing
# so early, and PyInstaller's hook, by which it does what they say; the first picture does not wait for either.
if not {"--multiprocessing-fork", "-c"}.isdisjoint(sys.argv):
    import multiprocessing

    # PyInstaller's, and there where it packs; it puts another freeze_support into multiprocessing.
    import pyi_rth_multiprocessing  # type: ignore[import-not-found]  # noqa: F401  # see above

    multiprocessing.freeze_support()

from wizard.__main__ import main

sys.exit(main())
