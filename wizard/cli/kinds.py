"""`ami-wizard kinds`: the SQL that lets an engine of one's own do the big part of judging an inventory."""

from __future__ import annotations

import argparse

from wizard.formats.kinds_sql import kinds_sql
from wizard.model.message import Translations


def run(options: argparse.Namespace, _: Translations) -> int:
    """Print the SELECT and the JOIN."""
    print(kinds_sql(options.columns, options.dialect, options.table or ""), end="")
    return 0
