"""Write the JSON Schemas of the TOML files in resources, from which editors complete and check.

    .venv-test/bin/python packaging/schemas.py    # resources/schemas/*.schema.json

The words that a file may use (facts, predicates, outcomes, families, topics) are those that the program
knows, so schemas are made; only those of publishers.toml and os_guess.toml, which have few such words, are
written by hand. Each TOML file names its schema in its first line; the
test run fails where a schema is not the one that the program's words make, or a file does not hold it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from made_schemas.catalog import (
    families_schema,
    operating_systems_schema,
    public_images_schema,
    terms_schema,
)
from made_schemas.errors import errors_schema, services_schema
from made_schemas.rules import (
    migration_schema,
    not_judged_schema,
    options_schema,
    rules_schema,
    runbooks_schema,
    sources_schema,
    upgrades_schema,
)

RESOURCES = ROOT / "resources"
FOLDER = RESOURCES / "schemas"
OF_FILES: Mapping[str, str] = {
    "rules/sources.toml": "sources",
    "rules/not_judged.toml": "not_judged",
    "rules/*.toml": "rules",
    "migrations/sources.toml": "sources",
    "migrations/options.toml": "options",
    "migrations/runbooks.toml": "runbooks",
    "migrations/upgrades.toml": "upgrades",
    "migrations/*.toml": "migration",
    "errors/sources.toml": "sources",
    "errors/services.toml": "services",
    "errors/**/*.toml": "errors",
    "catalog/operating_systems.toml": "operating_systems",
    "catalog/families.toml": "families",
    "catalog/publishers.toml": "publishers",
    "catalog/os_guess.toml": "os_guess",
    "formats/public_images.toml": "public_images",
    "terms/terms.toml": "terms",
}
"""Which schema a file holds: the first pattern that fits counts."""

MADE = {
    "rules": rules_schema,
    "not_judged": not_judged_schema,
    "migration": migration_schema,
    "options": options_schema,
    "runbooks": runbooks_schema,
    "upgrades": upgrades_schema,
    "errors": errors_schema,
    "services": services_schema,
    "sources": sources_schema,
    "operating_systems": operating_systems_schema,
    "families": families_schema,
    "public_images": public_images_schema,
    "terms": terms_schema,
}


def schema_of(file: Path) -> str:
    """The name of the schema that a file of resources holds. Raises KeyError if nobody said which."""
    for pattern, name in OF_FILES.items():
        if file in set(RESOURCES.glob(pattern)):
            return name
    raise KeyError(f"{file.relative_to(ROOT)}: no schema in packaging/schemas.py")


def written(name: str) -> str:
    """The text of a schema."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(head | MADE[name](), indent=1, ensure_ascii=False) + "\n"


def main() -> None:
    """Write them all, and into each file the line that names its schema."""
    FOLDER.mkdir(exist_ok=True)
    for name in MADE:
        (FOLDER / f"{name}.schema.json").write_text(written(name), encoding="utf-8")
    for file in sorted(RESOURCES.rglob("*.toml")):
        up = "../" * (len(file.relative_to(RESOURCES).parts) - 1)
        first = f"#:schema {up}schemas/{schema_of(file)}.schema.json\n"
        said = file.read_text(encoding="utf-8")
        if not said.startswith(first):
            rest = said.partition("\n")[2] if said.startswith("#:schema ") else said
            file.write_text(first + rest, encoding="utf-8")


if __name__ == "__main__":
    main()
