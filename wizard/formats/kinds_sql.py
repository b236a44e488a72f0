"""SQL that groups an inventory into kinds of image, and brings the verdicts on the kinds back to it."""

from __future__ import annotations

from collections.abc import Mapping

DIALECTS = ("duckdb", "postgres", "athena", "bigquery", "spark")
# What decides, in the names that kinds.csv gets: DescribeImages' in lower case with lines.
_FIELDS = (
    *("architecture", "virtualization_type", "boot_mode", "ena_support", "sriov_net_support", "tpm_support"),
    *(
        "imds_support",
        "platform",
        "platform_details",
        "usage_operation",
        "root_device_type",
        "image_type",
        "state",
    ),
    *("image_owner_alias", "kernel_id", "ramdisk_id", "image_allowed", "public", "product_codes", "region"),
)
# Columns that an inventory does not have, as formats.md's sources list them.
_LACKS: Mapping[str, frozenset[str]] = {
    "steampipe": frozenset(),
    "cloudquery": frozenset({"image_allowed"}),
    "terraform": frozenset({"image_allowed", "region"}),
    "describe-images": frozenset({"region"}),
}
COLUMNS = tuple(_LACKS)
_TABLES = {
    "steampipe": "aws_ec2_ami",
    "cloudquery": "aws_ec2_images",
    "terraform": "images",
    "describe-images": "images",
}
_TEXT = {"duckdb": "VARCHAR", "postgres": "text", "athena": "VARCHAR"}


def kinds_sql(columns: str, dialect: str, table: str = "") -> str:
    """The SELECT that makes kinds.csv, and after it the JOIN. table: the inventory's, if not the usual one."""
    inventory = table or _TABLES[columns]
    fields = [field for field in _FIELDS if field not in _LACKS[columns]]
    write = _Writer(columns, dialect)
    selected = ",\n  ".join(write.selected(field) for field in fields)
    grouped = ", ".join(str(number) for number in range(1, len(fields) + 1))
    conditions = "\n  AND ".join(write.same(field) for field in fields)
    return (
        f"-- The kinds; save the result as kinds.csv, then: ami-wizard judge-table kinds.csv -o verdicts.csv\n"
        f"SELECT\n  {selected},\n  COUNT(*) AS images\nFROM {inventory}\nGROUP BY {grouped};\n\n"
        f"-- The verdicts (verdicts.csv loaded as the table verdicts) beside each image.\n"
        f"SELECT i.*, v.outcome, v.usable_types, v.usable_families, v.locked_out, v.reasons, v.limitations\n"
        f"FROM {inventory} AS i\nJOIN verdicts AS v\n  ON {conditions};\n"
    )


class _Writer:
    """One dialect's spelling of an inventory's columns."""

    def __init__(self, columns: str, dialect: str) -> None:
        self._columns = columns
        self._dialect = dialect
        self._text = "STRING" if dialect in ("bigquery", "spark") else _TEXT[dialect]

    def selected(self, field: str) -> str:
        """A column of the SELECT, under the name that kinds.csv gives it."""
        value = self._value(field)
        return field if value == field else f"{value} AS {field}"

    def same(self, field: str) -> str:
        """Equal, or both NULL. A CSV has no types, so both sides are compared as text, and empty is NULL."""
        return f"{self._compared(self._value(field, 'i.'))} = {self._compared(f'v.{field}')}"

    def _compared(self, value: str) -> str:
        return f"COALESCE(LOWER(CAST({value} AS {self._text})), '')"

    def _value(self, field: str, prefix: str = "") -> str:
        name = f"{prefix}{self._name(field)}"
        if field != "product_codes":
            return name
        if self._dialect == "bigquery":
            return f"TO_JSON_STRING({name})"
        return f"to_json({name})" if self._dialect == "spark" else f"CAST({name} AS {self._text})"

    def _name(self, field: str) -> str:
        if self._columns != "describe-images":
            return field
        word = "".join(part.capitalize() for part in field.split("_"))
        return f"`{word}`" if self._dialect in ("bigquery", "spark") else f'"{word}"'
