from __future__ import annotations

import errno
from gettext import NullTranslations

import pytest

from wizard.model.cause import cause_of


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
