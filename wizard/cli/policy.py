"""`ami-wizard policy`: the smallest IAM policy with which the program, or a part of it, works."""

from __future__ import annotations

import argparse

from wizard.aws.operations import Part, policy
from wizard.cli.console import print_json
from wizard.model.message import Translations


def run(options: argparse.Namespace, _translations: Translations) -> int:
    """Print it, ready to be pasted."""
    print_json(policy(Part(options.part) if options.part else None))
    return 0
