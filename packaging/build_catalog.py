"""Build resources/catalog/instance_types.json from DescribeInstanceTypes data.

    python packaging/build_catalog.py                 from the data inside the moto package
    python packaging/build_catalog.py --profile NAME  from a live account's own answers

moto is a pinned development dependency. Each type becomes one row, named by the columns that stand
at the head of the file; a Region offering is one bit of the row's last number. Written whole or
not at all: a Region of the account that does not answer ends the building.
"""

from __future__ import annotations

import argparse
import datetime
import gettext
import gzip
import importlib.metadata
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from wizard.aws.catalog_refresh import Event, ask_catalog
from wizard.aws.catalog_rows import build
from wizard.cli.account import accounts_of
from wizard.model.account.listing_events import Trouble

TARGET = ROOT / "resources" / "catalog" / "instance_types.json"
# The package does not say when its data was collected; its release is the latest it can be from.
RELEASED = {"5.2.5": "2026-10-27"}


def from_moto() -> str:
    """The catalogue in the moto package that is installed, a pinned development dependency."""
    distribution = importlib.metadata.distribution("moto")
    if distribution.version not in RELEASED:
        raise SystemExit(f"moto {distribution.version}: add its release date to RELEASED in {__file__}")
    data = Path(str(distribution.locate_file("moto/ec2/resources")))
    types = json.loads(gzip.decompress((data / "instance_types.json.gz").read_bytes()))
    offerings = {
        file.name.partition(".")[0]: [
            o["InstanceType"] for o in json.loads(gzip.decompress(file.read_bytes()))
        ]
        for file in (data / "instance_type_offerings" / "region").glob("*.json.gz")
    }
    provenance = {
        "source": "DescribeInstanceTypes and DescribeInstanceTypeOfferings, as shipped by the moto package",
        "version": f"moto {distribution.version}",
        "date": RELEASED[distribution.version],
        "licence": "Apache-2.0, see NOTICE beside this file",
    }
    return build(types.values(), offerings, provenance)


def from_account(profile: str) -> str:
    """What a live account answers now, for every Region that is enabled for it."""
    (account,) = accounts_of([profile])

    def tell(event: Event) -> None:
        if isinstance(event, Trouble):
            problem = event.problem.message.render(gettext.NullTranslations())
            raise SystemExit(f"{event.region or profile}: {problem}")

    answers = ask_catalog(account, None, tell)
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    provenance = {
        "source": "DescribeInstanceTypes and DescribeInstanceTypeOfferings of an account",
        "version": f"{len(answers.offerings)} Regions asked on {today}",
        "date": today,
        "licence": "the account's own data",
    }
    return build(answers.types.values(), answers.offerings, provenance)


def main() -> int:
    """Read the command line, build, and put the file in place."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--profile", help="an AWS profile to ask instead of the moto package")
    parser.add_argument("--output", type=Path, default=TARGET)
    arguments = parser.parse_args()
    text = from_account(arguments.profile) if arguments.profile else from_moto()
    half_written = arguments.output.with_suffix(".part")
    half_written.write_text(text, encoding="utf-8")
    half_written.replace(arguments.output)
    print(f"{arguments.output}: {len(json.loads(text)['types'])} types", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
