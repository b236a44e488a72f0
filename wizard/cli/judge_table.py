"""`ami-wizard judge-table`: a table of images, each row with its verdict."""

from __future__ import annotations

import argparse
from pathlib import Path

from wizard.api.rows import TableJudge
from wizard.cli.console import Refusal, complain
from wizard.cli.table_files import NotATable, judge_file
from wizard.model.message import Message, Translations
from wizard.store.whole_file import NotWritten


def run(options: argparse.Namespace, translations: Translations) -> int:
    """Write the table with the columns of the verdict. 2 if the file cannot be read or written, else 0."""
    try:
        judge = TableJudge(
            types=_words(options.type), families=_words(options.family), names=not options.no_names
        )
    except ValueError as problem:
        raise Refusal(Message("{problem}", {"problem": str(problem)})) from None
    try:
        rows, problems = judge_file(Path(options.file), Path(options.output), judge)
    except NotATable as problem:
        raise Refusal(problem.message) from None
    except NotWritten as problem:
        raise Refusal(problem.message) from None
    said = Message("{count} row judged", {"count": rows}, "{count} rows judged", rows)
    complain(said, translations)
    if problems:
        values = {"count": problems}
        text = "{count} row has no verdict; its column problem says why"
        complain(
            Message(text, values, "{count} rows have no verdict; their column problem says why", problems),
            translations,
        )
    return 0


def _words(text: str | None) -> list[str] | None:
    return None if text is None else [word.strip() for word in text.split(",")]
