"""Products of the price list as GetProducts gives them, and records of DescribeSpotPriceHistory."""

from __future__ import annotations

import datetime
from typing import Any


def product(
    name: str = "m5.large",
    usd: str = "0.0960000000",
    *,
    region: str = "us-east-1",
    operation: str = "RunInstances",
    tenancy: str = "Shared",
    status: str = "Used",
    market: str = "OnDemand",
    unit: str = "Hrs",
    currency: str = "USD",
) -> dict[str, Any]:
    sku = f"{name}-{operation}-{tenancy}-{status}-{market}".upper()
    attributes = {
        "instanceType": name,
        "regionCode": region,
        "operation": operation,
        "tenancy": tenancy,
        "capacitystatus": status,
        "marketoption": market,
        "servicecode": "AmazonEC2",
    }
    dimension = {"unit": unit, "pricePerUnit": {currency: usd}, "rateCode": f"{sku}.JRTCKXETXF.6YS6EN2CT7"}
    reserved = {"unit": "Quantity", "pricePerUnit": {currency: "500"}}
    return {
        "product": {"productFamily": "Compute Instance", "attributes": attributes, "sku": sku},
        "serviceCode": "AmazonEC2",
        "terms": {
            "OnDemand": {
                f"{sku}.JRTCKXETXF": {"priceDimensions": {f"{sku}.JRTCKXETXF.6YS6EN2CT7": dimension}}
            },
            "Reserved": {
                f"{sku}.38NPMPTW36": {"priceDimensions": {f"{sku}.38NPMPTW36.2TG2D8R56U": reserved}}
            },
        },
        "version": "20261012193925",
        "publicationDate": "2026-10-12T19:39:25Z",
    }


def spot_record(
    name: str, zone: str, usd: str, *, product: str = "Linux/UNIX", hour: int = 12
) -> dict[str, Any]:
    since = datetime.datetime(2026, 11, 28, hour, tzinfo=datetime.UTC)
    return {
        "InstanceType": name,
        "AvailabilityZone": zone,
        "ProductDescription": product,
        "SpotPrice": usd,
        "Timestamp": since,
    }
