"""How long it takes to ask 38 Regions for 200 images each: `python -m tests.benchmarks.aws`.

The endpoint runs in a process of its own, on loopback. The plain boto3 loop with 8 threads and
this program ask in turn, each in a process of its own, so that both pay for their imports.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REGIONS = 38
IMAGES = 200
ROUNDS = 5

PLAIN = """
import time; begin = time.perf_counter()
from concurrent.futures import ThreadPoolExecutor
import boto3
session = boto3.Session()
names = [r["RegionName"] for r in session.client("ec2", region_name="us-east-1").describe_regions()["Regions"]]
clients = [session.client("ec2", region_name=name) for name in names]
def ask(client):
    pages = client.get_paginator("describe_images").paginate(Owners=["self"], IncludeDeprecated=True)
    return [image for page in pages for image in page["Images"]]
with ThreadPoolExecutor(8) as pool:
    rows = sum(map(len, pool.map(ask, clients)))
print(rows, time.perf_counter() - begin, 0)
"""
OWN = """
import time; begin = time.perf_counter()
from wizard.aws.account import Account
from wizard.model.account.listing_events import Rows
from wizard.aws.images import AccountRequest, ask_images
from wizard.aws.profiles import read_profiles
rows, first = 0, None
def tell(event):
    global rows, first
    if isinstance(event, Rows) and event.images:
        first = first or time.perf_counter() - begin
        rows += len(event.images)
ask_images([AccountRequest(Account(read_profiles().profiles[0]), None, ["self"])], tell)
print(rows, time.perf_counter() - begin, first)
"""
SERVER = """
import sys
from tests.aws.endpoint import Endpoint
from tests.aws.records import images
regions = {f"eu-test-{n}": {"Images": images(%d)} for n in range(%d)}
with Endpoint(regions).running() as endpoint:
    print(endpoint.url, flush=True)
    sys.stdin.read()
"""


def main() -> None:
    """Print the medians, and how the two relate."""
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / ".aws").mkdir()
        keys = "[default]\naws_access_key_id = AKIAEXAMPLE000000001\naws_secret_access_key = x\n"
        (Path(home) / ".aws" / "credentials").write_text(keys)
        environment = {k: v for k, v in os.environ.items() if not k.startswith("AWS_")} | {"HOME": home}
        server = subprocess.Popen(
            [sys.executable, "-c", SERVER % (IMAGES, REGIONS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            text=True,
        )
        assert server.stdout is not None
        environment["AWS_ENDPOINT_URL"] = server.stdout.readline().strip()
        try:
            measured = [(run(PLAIN, environment), run(OWN, environment)) for _ in range(ROUNDS + 1)][1:]
        finally:
            server.communicate("")
    plain = statistics.median(total for (total, _), _ in measured)
    own = statistics.median(total for _, (total, _) in measured)
    first = statistics.median(first for _, (_, first) in measured)
    found = {"plain_s": plain, "own_s": own, "first_rows_s": first, "own_to_plain": own / plain}
    sys.stdout.write(json.dumps({name: round(value, 2) for name, value in found.items()}) + "\n")


def run(code: str, environment: dict[str, str]) -> tuple[float, float]:
    """Seconds until all rows, and until the first, in a new process."""
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    rows, total, first = done.stdout.split()
    assert int(rows) == REGIONS * IMAGES, rows
    assert float(total) <= time.perf_counter() - began
    return float(total), float(first)


if __name__ == "__main__":
    main()
