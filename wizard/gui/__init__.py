"""The window. The only room that knows Qt."""

import builtins

import PySide6.QtCore  # noqa: F401  # loaded for what loading it changes

# PySide's import reads the source of every module imported after it, to see whether it asks for one of PySide's
# `__feature__`s. None here does: Python's own import is put back.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
