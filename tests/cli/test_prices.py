from __future__ import annotations

import datetime
import http.server
import sys
import threading
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from tests.aws.endpoint import Endpoint, refuse
from tests.aws.prices.price_products import product, spot_record
from tests.cli.conftest import Run
from tests.model.priced import with_prices
from tests.model.prices.price_files import file, row
from wizard.cli.prices.progress import progress
from wizard.model.message import ENGLISH
from wizard.model.prices import price_file
from wizard.model.prices.price import PriceList, Prices
from wizard.store.price_cache import prices_file
from wizard.store.resources import load_knowledge


@pytest.fixture(autouse=True)
def fresh_knowledge(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """After `run`, whose knowledge is shared and has prices that never change."""
    monkeypatch.setattr("wizard.cli.console.load_knowledge", load_knowledge)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "index.csv"
    path.write_bytes(
        file(row(), row("m5.large", "0.188", operation="RunInstances:0002"), row("m5.xlarge", "0"))
    )
    return path


def lists(run: Run) -> dict[tuple[str, str], tuple[int, str]]:
    document = run("prices", "show", "--json").json
    return {(each["region"], each["operation"]): (each["types"], each["as_of"]) for each in document["lists"]}


BUILT_IN = {("us-east-1", "RunInstances"): (1147, "2026-02-27")}


def test_what_is_known_is_shown_with_its_day_and_what_it_lacks(run: Run) -> None:
    shown = run("prices", "show")
    assert "us-east-1, Linux/UNIX (RunInstances): 1,147 instance types, 2026-02-27" in shown.out
    assert "Not in it: EBS volumes" in shown.out
    assert lists(run) == BUILT_IN


@pytest.mark.parametrize(
    ("days", "known", "none", "old"), [(1, True, 0, 0), (900, True, 0, 1), (1, False, 1, 0)]
)
def test_that_a_list_is_old_is_said_of_an_old_one_and_that_there_is_none_of_none(
    run: Run, monkeypatch: pytest.MonkeyPatch, days: int, known: bool, none: int, old: int
) -> None:
    day = datetime.datetime.now(datetime.UTC).date() - datetime.timedelta(days)
    each = PriceList("eu-west-1", "RunInstances", day, "a test", "", {"m5.large": Decimal(1)})
    priced = with_prices(load_knowledge(), Prices.of([each] if known else []))
    monkeypatch.setattr("wizard.cli.console.load_knowledge", lambda **_: priced)
    shown = run("prices", "show").out
    assert shown.count("No price is known.") == none
    assert shown.count("more than a year old") == old


def test_how_far_a_file_is_read_is_told_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = progress("eu-west-1", ENGLISH)
    told(2_700_000)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    told(2_700_000)
    assert capsys.readouterr().err.endswith("eu-west-1: 2 MB read\n")


def test_a_saved_file_is_imported_and_the_row_that_cannot_be_is_named(run: Run, saved: Path) -> None:
    ran = run("prices", "import", saved)
    assert ran.status == 0
    assert "eu-west-1, Windows (RunInstances:0002): 1 instance type, 2026-10-12" in ran.out
    assert f"{saved}: row 3: 0 is not above zero; expected a price" in ran.err
    assert lists(run) == BUILT_IN | {
        ("eu-west-1", "RunInstances"): (1, "2026-10-12"),
        ("eu-west-1", "RunInstances:0002"): (1, "2026-10-12"),
    }
    assert "built-in prices count again" in run("prices", "reset").out
    assert "count already" in run("prices", "reset").out
    assert lists(run) == BUILT_IN


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("import",), "import: expected at least one price file"),
        (("import", "/nowhere.csv"), "'/nowhere.csv': not read: no such file or folder"),
        (("show", "index.csv"), "show: expected no file"),
        (("fetch",), "fetch: --region: expected at least one Region"),
        (
            ("refresh", "--region", "eu-west-1", "--operation", "Linux"),
            "--operation: 'Linux' is no billing code",
        ),
    ],
)
def test_a_wrong_call_is_told_in_one_line(run: Run, arguments: tuple[str, ...], said: str) -> None:
    assert run("prices", *arguments).refused().startswith(said)


def test_a_file_cut_in_the_middle_keeps_what_was_known(run: Run, saved: Path) -> None:
    run("prices", "import", saved)
    before = prices_file().read_bytes()
    saved.write_bytes(saved.read_bytes()[:-30])
    assert "cut off in row 3; expected the whole file" in run("prices", "import", saved).refused()
    assert prices_file().read_bytes() == before


def test_a_file_cut_between_two_rows_keeps_what_was_known(run: Run, saved: Path) -> None:
    rows = [row(f"m5.{number}xlarge", f"{number}.5") for number in range(1, 21)]
    saved.write_bytes(file(*rows))
    run("prices", "import", saved)
    before = prices_file().read_bytes()
    saved.write_bytes(file(*rows[:15]))
    ran = run("prices", "import", saved)
    assert ran.status == 3
    assert "eu-west-1, Linux/UNIX (RunInstances): prices of 15 instance types" in ran.err
    assert "where the list of 2026-10-12 has 20: cut off between two rows" in ran.err
    assert "ami-wizard prices reset" in ran.err
    assert prices_file().read_bytes() == before
    # Whoever knows better goes back first.
    run("prices", "reset")
    assert run("prices", "import", saved).status == 0


def test_an_account_is_asked_and_its_refusal_keeps_what_was_known(run: Run, aws: Endpoint) -> None:
    aws.regions["eu-west-1"]["PriceList"] = [
        product(region="eu-west-1"),
        product("m5.xlarge", "0", region="eu-west-1"),
    ]
    call = ("prices", "refresh", "--region", "eu-west-1", "--operation", "RunInstances")
    ran = run(*call)
    assert ran.status == 0
    assert "eu-west-1, RunInstances: product 2: 0 is not above zero" in ran.err
    known = lists(run)
    assert known["eu-west-1", "RunInstances"][0] == 1
    aws.faults.append(refuse("AccessDeniedException", "no", action="GetProducts"))
    ran = run(*call)
    assert ran.status == 3
    assert "pricing:GetProducts" in ran.err
    assert "those known before stay" in ran.err
    assert lists(run) == known


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, bytes]]:
    """AWS's public files on loopback: path -> bytes."""
    files: dict[str, bytes] = {}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            data = files.get(self.path)
            self.send_response(200 if data is not None else 403)
            # One that promises more than comes ends between two rows.
            more = 1000 if "eu-west-8" in self.path else 0
            self.send_header("Content-Length", str(len(data or b"") + more))
            self.end_headers()
            self.wfile.write(data or b"")

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        monkeypatch.setattr(price_file, "URL", f"http://127.0.0.1:{server.server_port}/{{region}}/index.csv")
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield files
        server.shutdown()
        thread.join()


def test_the_public_file_is_fetched_without_an_account(run: Run, public: dict[str, bytes]) -> None:
    public["/eu-west-1/index.csv"] = file(row(), *[row(f"m5.{n}xlarge", "0") for n in range(30)])
    ran = run("prices", "fetch", "--region", "eu-west-1", "--region", "eu-west-9")
    assert ran.status == 3
    assert "The prices of eu-west-9 were not fetched; those known before stay." in ran.err
    assert "AWS has no price file of eu-west-9." in ran.err
    assert "10 more rows were refused" in ran.err
    assert lists(run)["eu-west-1", "RunInstances"] == (1, "2026-10-12")


def test_a_download_that_ends_between_two_rows_is_not_the_whole_file(
    run: Run, public: dict[str, bytes]
) -> None:
    public["/eu-west-8/index.csv"] = file(row(Region_Code="eu-west-8"))
    ran = run("prices", "fetch", "--region", "eu-west-8")
    assert ran.status == 3
    assert "The prices of eu-west-8 were not fetched; those known before stay." in ran.err
    assert not prices_file().exists()


def test_without_a_network_the_way_round_it_is_named(
    run: Run, public: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(price_file, "URL", "http://127.0.0.1:9/{region}/index.csv")
    ran = run("prices", "fetch", "--region", "eu-west-1")
    assert ran.status == 3
    assert "curl -O http://127.0.0.1:9/eu-west-1/index.csv && ami-wizard prices import index.csv" in ran.err
    assert "on a machine with a network" in ran.err
    assert not prices_file().exists()


def test_a_region_without_a_file_has_a_name_to_be_checked(run: Run, public: dict[str, bytes]) -> None:
    ran = run("prices", "fetch", "--region", "eu-west-7")
    assert ran.status == 3
    assert "AWS has no price file of eu-west-7." in ran.err
    assert "Check the name of the Region." in ran.err
    assert "curl" not in ran.err


def test_a_fetched_file_that_is_none_is_told_and_not_kept(run: Run, public: dict[str, bytes]) -> None:
    public["/eu-west-1/index.csv"] = b"<html>busy</html>\n"
    assert "no header that begins with SKU" in run("prices", "fetch", "--region", "eu-west-1").refused()
    assert not prices_file().exists()


def test_what_one_code_is_refused_takes_nothing_from_the_next(run: Run, aws: Endpoint) -> None:
    aws.regions["eu-west-1"]["PriceList"] = [product(region="eu-west-1")]
    refusal = refuse("AccessDeniedException", "no", action="GetProducts")
    aws.faults.append(
        lambda handler, call: (
            call.parameters.get("operation") == "RunInstances:0010" and refusal(handler, call)
        )
    )
    codes = ("--operation", "RunInstances:0010", "--operation", "RunInstances")
    ran = run("prices", "refresh", "--region", "eu-west-1", *codes)
    assert ran.status == 3
    assert "eu-west-1, RunInstances:0010: " in ran.err
    assert lists(run)["eu-west-1", "RunInstances"][0] == 1


def test_nothing_for_sale_keeps_what_was_known(run: Run, aws: Endpoint) -> None:
    ran = run("prices", "refresh", "--region", "eu-west-1", "--operation", "RunInstances")
    assert (ran.status, ran.out) == (3, "")
    assert "no new price; those known before stay" in ran.err


def test_a_cache_that_cannot_be_written_is_said(run: Run, saved: Path) -> None:
    prices_file().parent.write_text("in the way")
    ran = run("prices", "import", saved)
    assert ran.status == 2
    assert "not written: it exists already" in ran.err


def test_a_file_in_another_currency_is_said_to_be_so_and_nothing_is_converted(run: Run, saved: Path) -> None:
    saved.write_bytes(file(row(Currency="CNY"), row("m5.xlarge", Currency="CNY")))
    said = run("prices", "import", saved).refused()
    assert said == f"{saved}: its prices are in CNY; expected USD, and nothing is converted"


def test_a_file_of_more_than_a_year_ago_is_refused(run: Run, saved: Path) -> None:
    saved.write_bytes(file(row(), day="2024-01-02"))
    assert "of the last year" in run("prices", "import", saved).refused()
    assert not prices_file().exists()


def test_an_older_file_does_not_take_the_place_of_a_newer_one_unsaid(run: Run, saved: Path) -> None:
    run("prices", "import", saved)
    saved.write_bytes(file(row(usd="0.5"), day="2026-09-01"))
    assert "eu-west-1, RunInstances: a newer list, of 2026-10-12, stays" in run("prices", "import", saved).err
    assert lists(run)["eu-west-1", "RunInstances"] == (1, "2026-10-12")


def test_spot_prices_come_with_the_refresh_and_are_shown_with_their_time(run: Run, aws: Endpoint) -> None:
    aws.regions["eu-west-1"] |= {
        "PriceList": [product(region="eu-west-1")],
        "SpotPriceHistory": [
            spot_record("m5.large", "eu-west-1a", "0.03"),
            spot_record("m5.xlarge", "eu-west-1a", "0"),
        ],
    }
    call = ("prices", "refresh", "--region", "eu-west-1", "--operation", "RunInstances")
    ran = run(*call)
    assert ran.status == 0
    assert "eu-west-1, Spot: m5.xlarge in eu-west-1a: 0 is not above zero" in ran.err
    assert "eu-west-1, Linux/UNIX (RunInstances), Spot: 1 instance type, 20" in ran.out
    (spot,) = run("prices", "show", "--json").json["spot"]
    assert (spot["region"], spot["types"]) == ("eu-west-1", 1)
    aws.faults.append(refuse("UnauthorizedOperation", "no", status=403, action="DescribeSpotPriceHistory"))
    ran = run(*call)
    assert ran.status == 3
    assert "ec2:DescribeSpotPriceHistory" in ran.err
    assert run("prices", "show", "--json").json["spot"] == [spot]


def test_without_a_code_those_that_matter_are_asked(run: Run, aws: Endpoint) -> None:
    aws.regions["eu-west-1"]["PriceList"] = [product(region="eu-west-1")]
    ran = run("prices", "refresh", "--region", "eu-west-1")
    asked = [call.parameters["operation"] for call in aws.calls if call.action == "GetProducts"]
    assert asked == ["RunInstances", "RunInstances:0010", "RunInstances:000g", "RunInstances:0002"]
    assert "eu-west-1, RunInstances:0010: AWS sells nothing for this code there." in ran.err
