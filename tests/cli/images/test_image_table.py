from __future__ import annotations

import csv
import json
import re
from pathlib import Path

from tests.aws.endpoint import Endpoint, refuse
from tests.aws.records import image
from tests.cli.conftest import Run
from wizard.report.images.columns import BY_ID


def test_as_lines(run: Run) -> None:
    ran = run("images", "--sample", "--region", "ap-southeast-2")
    assert ran.out.splitlines()[-1] == "4 images"
    assert "stuck on PV" in ran.out


def test_a_line_says_nothing_twice(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "rows.csv"
    source.write_text("image_id,architecture\nami-0123456789abcdef0,arm64\n")
    assert run("images", "--from", source).out.count("depends on what is not known") == 1


def test_a_line_says_how_many_families_are_in_doubt(run: Run, tmp_path: Path) -> None:
    """The system is a guess by the name: where it would not run, nobody may count on it."""
    source, table = tmp_path / "reply.json", tmp_path / "images.csv"
    mac = image(1, Name="amzn-ec2-macos-14.7-20250601-arm64", Architecture="arm64_mac")
    graviton = image(2, Name="al2023-ami-2023.9.20251027.0-kernel-6.1-arm64", Architecture="arm64")
    source.write_text(json.dumps({"Images": [mac, graviton]}))
    lines = run("images", "--from", source).out.splitlines()
    run("images", "--from", source, "--csv", table)
    assert "8 of 8 families, 4 of them depend on what is not known; macOS 14.7" in lines[0]
    assert "families, 1 of them depends on what is not known; Amazon Linux 2023" in lines[1]
    assert "8 of 8, 4 of them in doubt" in table.read_text()


def test_a_table_runs_nothing(run: Run, tmp_path: Path) -> None:
    source, table = tmp_path / "reply.json", tmp_path / "images.csv"
    source.write_text(
        json.dumps({"Images": [image(1, Name="=cmd|' /C calc'!A0", Description='a\r\nb,\u202e"c"')]})
    )
    ran = run("images", "--from", str(source), "--csv", str(table))
    assert (ran.status, ran.out) == (0, "")
    # It is of an account, and nobody else's business.
    assert table.stat().st_mode & 0o077 == 0
    with table.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["name"] == "'=cmd|' /C calc'!A0"
    assert row["description"] == 'aU+000DU+000Ab,U+202E"c"'
    assert row["ena_support"] == "yes"
    assert list(row) == [*BY_ID, "locked_out", "reasons", "licences_hourly_usd", "price_as_of"]
    assert "t1" in row["locked_out"].split()
    assert "virtualization" in row["reasons"].split()
    assert run("images", "--from", str(source), "--csv", str(tmp_path)).status == 2


def test_accounts_are_masked_in_every_form(aws: Endpoint, run: Run, tmp_path: Path) -> None:
    aws.regions = {"eu-west-1": {"Images": [image(1, Name="of-210987654321"), image(2)]}, "eu-west-2": {}}
    denied = "User: arn:aws:iam::123456789012:user/x is not authorized"
    aws.faults = [refuse("UnauthorizedOperation", denied, status=403, region="eu-west-2")]
    table = tmp_path / "images.csv"
    ran = run("images", "--mask-accounts", "--json", "--csv", table)
    lines = run("images", "--mask-accounts")
    for text in (ran.out, ran.err, lines.out, lines.err, table.read_text(encoding="utf-8")):
        assert not re.search(r"(?<![0-9a-f])[0-9]{12}(?![0-9a-f])", text)
    (owner,) = {row["owner_id"] for row in ran.json["images"]}
    assert owner.startswith("account-")
    assert "of-account-" in lines.out
    assert "of-210987654321" in run("images").out
