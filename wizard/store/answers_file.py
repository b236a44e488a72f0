"""Answers on disk: .amiwizard files."""

from __future__ import annotations

from pathlib import Path

from wizard.flow.answers import read_answers, write_answers
from wizard.flow.kind import Value
from wizard.flow.question import Answers
from wizard.store.text_file import read_text
from wizard.store.whole_file import write_whole

SUFFIX = ".amiwizard"


def load_answers(path: Path) -> dict[str, Value]:
    """The answers in a file. Raises NotRead, or AnswersError for a file that holds something else."""
    return read_answers(read_text(path), str(path))


def save_answers(path: Path, answers: Answers, *, private: bool = False) -> None:
    """Write an answers file, whole or not at all. private: for its owner only. Raises NotWritten."""
    write_whole(path, write_answers(answers).encode(), private=private)
