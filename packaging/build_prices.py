"""Build resources/prices/us-east-1.json, the dated floor of prices, from a package that ships them.

    python -m pip download --no-deps --python-version 3.12 --only-binary :all: cloudwright-ai==1.10.0
    python packaging/build_prices.py cloudwright_ai-1.10.0-py3-none-any.whl

Only what that package says of Linux in us-east-1 is taken: it says too little of other systems and
Regions. It tells the day on which it asked AWS's price list. Written whole or not at all.
"""

from __future__ import annotations

import argparse
import datetime
import json
import sqlite3
import sys
import tempfile
import zipfile
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from wizard.model.prices.price import LINUX, PriceList, Prices
from wizard.model.prices.price_text import write_prices
from wizard.store.resources import load_knowledge

TARGET = ROOT / "resources" / "prices" / "us-east-1.json"
REGION = "us-east-1"
SOURCE = "AWS price list, as shipped by the cloudwright-ai package 1.10.0"
URL = "https://github.com/xmpuspus/cloudwright"
_DATABASE = "cloudwright/data/catalog.db"
_ASKED = "SELECT updated_at FROM catalog_metadata WHERE key = 'refresh:aws:instances'"
_PRICES = """
SELECT instance_types.name, pricing.price_per_hour
FROM pricing
JOIN instance_types ON instance_types.id = pricing.instance_type_id
JOIN regions ON regions.id = pricing.region_id
WHERE instance_types.provider_id = 'aws' AND regions.code = ?
  AND pricing.os = 'linux' AND pricing.price_type = 'on_demand'
"""


def from_package(wheel: Path) -> Prices:
    """The prices in the package, of the instance types that the catalogue knows."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(wheel) as package:
            database = package.extract(_DATABASE, folder)
        connection = sqlite3.connect(database)
        try:
            asked = connection.execute(_ASKED).fetchone()[0]
            rows = connection.execute(_PRICES, (REGION,)).fetchall()
        finally:
            connection.close()
    known = {each.name for each in load_knowledge(ROOT / "resources").catalog.types}
    hourly = {name: Decimal(str(price)) for name, price in rows if name in known and price > 0}
    as_of = datetime.date.fromisoformat(asked[:10])
    return Prices.of([PriceList(REGION, LINUX, as_of, SOURCE, URL, hourly)])


def main() -> int:
    """Read the command line, build, and put the file in place."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("wheel", type=Path, help="the package as downloaded")
    parser.add_argument("--output", type=Path, default=TARGET)
    arguments = parser.parse_args()
    prices = from_package(arguments.wheel)
    half_written = arguments.output.with_suffix(".part")
    # A line for each price, so that the difference of two versions can be read.
    lines = json.dumps(json.loads(write_prices(prices)), indent=1)
    half_written.write_text(f"{lines}\n", encoding="utf-8")
    half_written.replace(arguments.output)
    (only,) = prices.lists.values()
    print(f"{arguments.output}: {len(only.hourly_usd)} prices of {only.as_of}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
