"""AWS's partitions: sets of Regions with accounts of their own."""

from __future__ import annotations

from wizard.model.word import Word


class Partition(Word):
    """As ARNs name them. An account, and so an image's owner, belongs to one of them."""

    COMMERCIAL = "aws"
    CHINA = "aws-cn"
    GOVCLOUD = "aws-us-gov"
    SOVEREIGN = "aws-eusc"
    ISOLATED = "aws-iso"

    @property
    def official_name(self) -> str:
        """What AWS calls it."""
        return _NAMES[self]


_NAMES = {
    Partition.COMMERCIAL: "AWS's commercial Regions",
    Partition.CHINA: "Amazon Web Services in China",
    Partition.GOVCLOUD: "AWS GovCloud (US)",
    Partition.SOVEREIGN: "the AWS European Sovereign Cloud",
    Partition.ISOLATED: "AWS's isolated Regions",
}
_PREFIXES = {
    "cn-": Partition.CHINA,
    "us-gov-": Partition.GOVCLOUD,
    "eusc-": Partition.SOVEREIGN,
    "us-iso": Partition.ISOLATED,
    "eu-iso": Partition.ISOLATED,
}


def partition_of(region: str | None) -> Partition:
    """The partition of a Region by its name; without a Region the commercial one."""
    found = (partition for prefix, partition in _PREFIXES.items() if (region or "").startswith(prefix))
    return next(found, Partition.COMMERCIAL)
