"""`ami-wizard policy`: the smallest IAM policy with which the program, or a part of it, works."""

from __future__ import annotations

import argparse
import json

from wizard.aws.operations import Part, policy
from wizard.model.message import Translations


def run(options: argparse.Namespace, _translations: Translations) -> int:
    """Print it, ready to be pasted."""
    print(json.dumps(policy(Part(options.part) if options.part else None), indent=2))
    return 0
