"""Price files in the shape of AWS's public one: five lines of metadata, a header, a row a price."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

HEADER = (
    "SKU", "OfferTermCode", "RateCode", "TermType", "PriceDescription", "EffectiveDate", "Unit", "PricePerUnit",
    "Currency", "LeaseContractLength", "Product Family", "serviceCode", "Instance Type", "Tenancy",
    "Operating System", "License Model", "usageType", "operation", "CapacityStatus", "MarketOption",
    "Pre Installed S/W", "Region Code", "serviceName",
)  # fmt: skip


def row(name: str = "m5.large", usd: str = "0.0960000000", **fields: str) -> str:
    cells = {
        "SKU": "2223B6PCG6QAUYY6",
        "TermType": "OnDemand",
        "PriceDescription": f"${usd} per On Demand Linux {name} Instance Hour",
        "Unit": "Hrs",
        "PricePerUnit": usd,
        "Currency": "USD",
        "Product Family": "Compute Instance",
        "serviceCode": "AmazonEC2",
        "Instance Type": name,
        "Tenancy": "Shared",
        "operation": "RunInstances",
        "CapacityStatus": "Used",
        "MarketOption": "OnDemand",
        "Region Code": "eu-west-1",
        "serviceName": "Amazon Elastic Compute Cloud",
    } | {key.replace("_", " "): value for key, value in fields.items()}
    return ",".join(f'"{cells.get(title, "")}"' for title in HEADER)


def file(
    *rows: str, header: Iterable[str] = HEADER, day: str = "2026-10-12", code: str = "AmazonEC2"
) -> bytes:
    head = [
        '"FormatVersion","v1.0"',
        '"Disclaimer","This pricing list is for informational purposes only."',
        f'"Publication Date","{day}T19:39:25Z"',
        '"Version","20261012193925"',
        f'"OfferCode","{code}"',
        ",".join(f'"{title}"' for title in header),
    ]
    return "".join(f"{line}\n" for line in (*head, *rows)).encode()


def large(bytes_at_least: int) -> Iterator[bytes]:
    """Line after line of a file of this size: as in AWS's, twelve rows of thirteen are reservations, and of
    the others one of four is of shared hardware."""
    head = file()
    yield from head.splitlines(keepends=True)
    size, number = len(head), 0
    while size < bytes_at_least:
        number += 1
        other = row(f"m{number % 97}.{number}xlarge", f"{number % 7 + 1}.5", TermType="Reserved")
        tenancy = "Dedicated" if number % 52 else "Shared"
        counts = row(f"m5.{number}xlarge", f"{number % 9 + 1}.25", Tenancy=tenancy)
        line = f"{other if number % 13 else counts}\n".encode()
        size += len(line)
        yield line
