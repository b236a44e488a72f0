from __future__ import annotations

import errno
from gettext import NullTranslations
from pathlib import Path

import pytest

from wizard.model.cause import cause_of, quoted


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (PermissionError(errno.EACCES, "Keine Berechtigung"), "permission denied"),
        (OSError(errno.ENOSPC, "Kein Platz"), "the disk is full"),
        (OSError(4321, "Seltsam"), "the system's error 4321"),
        (OSError("from somewhere"), "from somewhere"),
        (ValueError("embedded null byte"), "embedded null byte"),
    ],
)
def test_the_cause_is_in_the_programs_words(problem: OSError | ValueError, said: str) -> None:
    assert cause_of(problem).render(NullTranslations()) == said


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (r"C:\Users\me\new.pdf", r"'C:\Users\me\new.pdf'"),
        ("/home/me/a\x1b[31m\n.pdf", r"'/home/me/a\x1b[31m\n.pdf'"),
        (Path("Müller's.pdf"), '"Müller\'s.pdf"'),
    ],
)
def test_a_path_is_shown_as_it_is_typed_and_steers_no_terminal(path: object, shown: str) -> None:
    assert quoted(path) == shown
