"""Write the JSON Schemas of the TOML files in resources, from which editors complete and check.

    .venv-test/bin/python packaging/schemas.py    # resources/schemas/*.schema.json

The words that a file may use (facts, predicates, outcomes, families, topics) are those that the program
knows, so a schema is made and never written by hand. Each TOML file names its schema in its first line; the
test run fails where a schema is not the one that the program's words make, or a file does not hold it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from wizard.model.catalog.purpose import Purpose
from wizard.model.ec2.fact import all_facts
from wizard.model.ec2.finding import Evidence, Outcome, Reason
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.frozen import names_of
from wizard.model.rules.instance_option import ComesAbout
from wizard.model.rules.migration_change import CHANGE_IDS
from wizard.model.rules.predicates import PREDICATES, SPECIAL

RESOURCES = ROOT / "resources"
FOLDER = RESOURCES / "schemas"
OF_FILES: Mapping[str, str] = {
    "rules/sources.toml": "sources",
    "rules/not_judged.toml": "not_judged",
    "rules/*.toml": "rules",
    "migrations/sources.toml": "sources",
    "migrations/options.toml": "options",
    "migrations/runbooks.toml": "runbooks",
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

Schema = dict[str, Any]


def text(description: str = "", **more: Any) -> Schema:
    """A text, with what it is for."""
    return {"type": "string", **({"description": description} if description else {}), **more}


def one_of(words: Sequence[str], description: str = "") -> Schema:
    """One of these words."""
    return text(description, enum=sorted(words))


def texts(description: str = "", least: int = 0) -> Schema:
    """A list of texts."""
    found: Schema = {"type": "array", "items": {"type": "string"}}
    return (
        found | ({"description": description} if description else {}) | ({"minItems": least} if least else {})
    )


def table(properties: Mapping[str, Schema], required: Sequence[str] = (), description: str = "") -> Schema:
    """A table with these keys and no other."""
    found: Schema = {"type": "object", "properties": dict(properties), "additionalProperties": False}
    return (
        ({"description": description} if description else {})
        | found
        | ({"required": sorted(required)} if required else {})
    )


def many(item: Schema, description: str = "") -> Schema:
    """An array of tables, or of anything else."""
    return {"type": "array", "items": item} | ({"description": description} if description else {})


def by_name(value: Schema, names: Sequence[str] | None = None, description: str = "") -> Schema:
    """A table whose keys are names."""
    found: Schema = {"type": "object", "additionalProperties": value}
    return (
        found
        | ({"propertyNames": {"enum": sorted(names)}} if names is not None else {})
        | ({"description": description} if description else {})
    )


SOURCE = table(
    {
        "title": text("As the page calls itself"),
        "url": text(pattern="^https?://"),
        "checked": {"description": "The day somebody last read it there, as 2026-11-29"},
    },
    ("title", "url", "checked"),
)
CITED = texts("Keys of sources.toml", least=1)


def _clause() -> Schema:
    """One condition of a rule: a fact and a predicate, or for `must` one of the special rules."""
    fact = {"fact": one_of(list(all_facts()), "What the rule reads")}
    return {
        "oneOf": [
            table(
                {**fact, **{name: {} for name in PREDICATES}}, ("fact",), "A fact and exactly one predicate"
            ),
            table({"special": one_of(list(SPECIAL))}, ("special",), "What the vocabulary does not say"),
        ]
    }


def _rules() -> Schema:
    example = {
        "type": "object",
        "properties": {"type": text("The instance type"), "image": {}, "os": {}, "launch": {}},
        "required": ["type"],
    }
    rule = {
        "id": text("A letter of the topic and a number"),
        "title": text("What must be so, in a few words"),
        "topic": one_of(list(Reason), "Where it is another one than the file's"),
        "outcome": one_of(list(Outcome), "What becomes of a launch that breaks it"),
        "evidence": one_of(list(Evidence), "How it is known"),
        "when": many(_clause(), "It applies where all of these hold; always if left out"),
        "must": _clause(),
        "text": text("Why, with {facts} to fill in"),
        "of_many": text("The same of several types at once, they"),
        "remedy": text("What to do"),
        "ec2_error": text("What EC2 answers, with {facts} to fill in"),
        "ec2_error_code": text(),
        "older_errors": texts("What EC2 said before, or says elsewhere"),
        "disputed": text("Where sources disagree"),
        "sources": CITED,
        "fits": many(example, "Launches that keep it: they are judged in the tests"),
        "breaks": many(example, "Launches that break it"),
    }
    needed = ("id", "title", "outcome", "evidence", "must", "text", "remedy", "sources", "fits", "breaks")
    return table(
        {"topic": one_of(list(Reason)), "rule": many(table(rule, needed))},
        ("topic", "rule"),
        "Rules of one topic",
    )


def _not_judged() -> Schema:
    entry = {
        "id": text(),
        "title": text(),
        "topic": one_of(list(Reason)),
        "why": text("Why no rule decides it"),
        "errors": texts("What EC2 says"),
        "error_code": text(),
        "remedy": text(),
        "see": texts("Rules that cover it"),
        "sources": texts("Keys of sources.toml"),
    }
    return table({"not_judged": many(table(entry, ("id", "title", "topic", "why")))}, ("not_judged",))


def _migration() -> Schema:
    step = table(
        {
            "text": text("What to do"),
            "command": text("WORDS IN CAPITALS are to be replaced"),
            "tool": text("AWS's own"),
        },
        ("text",),
    )
    keys = {
        "id": one_of(list(CHANGE_IDS)),
        "title": text(),
        "why": text(),
        "preconditions": texts("What must be so before", 1),
        "cautions": texts("What may be lost", 1),
        "way_back": text(),
        "sources": CITED,
        "step": many(step),
    }
    return table(keys, tuple(keys), "One change on the way from an image to another kind of image")


def _options() -> Schema:
    option = {
        "id": text(),
        "comes": one_of(list(ComesAbout)),
        "text": text("What to know or do"),
        "command": text("WORDS IN CAPITALS are to be replaced; none where a launch gives it"),
        "sources": CITED,
    }
    return table(
        {"option": many(table(option, ("id", "comes", "text", "sources")))},
        ("option",),
        "How an instance that is there already comes to an option of a launch",
    )


def _runbooks() -> Schema:
    runbook = {
        "name": text("AWS's name of it"),
        "takes_instance_store": {"type": "boolean"},
        "systems": by_name(texts("The versions that its page names; none for all")),
    }
    return table(
        {"runbook": many(table(runbook, tuple(runbook)))}, ("runbook",), "Which systems a runbook takes"
    )


def _errors() -> Schema:
    cause = table(
        {
            "cause": text("Why it came"),
            "cure": text("What to do then"),
            "command": text("What to type"),
            "rule": text("The rule behind it"),
            "when": texts("Words of the text that make it the likeliest"),
        },
        ("cause", "cure"),
    )
    error = {
        "id": text(),
        "happened": text("What happened, in a sentence"),
        "says": texts("Sentences as people paste them, {placeholders} for values"),
        "signs": texts("Words that stand together in it, in whatever wording"),
        "codes": texts("Codes that mean this alone"),
        "shared_codes": texts("Codes that mean this and other things"),
        "services": texts("Where it can come from, by services.toml"),
        "needs": texts("Words that must stand in the text, too"),
        "not_this": texts("Words that make it another error"),
        "general": {"type": "boolean", "description": "What tools wrap around errors: counts last"},
        "yields": {
            "type": "boolean",
            "description": "Says that a type is unknown: of a known type, other errors speak first",
        },
        "rule": text("The rule that speaks of the same"),
        "topic": one_of(list(Reason)),
        "causes": many(cause, "The likeliest first"),
        "sources": CITED,
        "examples": texts("Pasted texts: the tests read each back", 1),
    }
    return table(
        {
            "topic": one_of(list(Reason)),
            "checked": {},
            "error": many(table(error, ("id", "happened", "causes"))),
        },
        ("error",),
    )


def _services() -> Schema:
    service = {
        "id": text(),
        "title": text(),
        "names": texts(),
        "marks": texts("What gives it away in a text"),
        "operations": texts(),
    }
    return table({"service": many(table(service, ("id", "title")))}, ("service",))


def _sources() -> Schema:
    return table(
        {"version": text("Of the rulebook"), "source": by_name(SOURCE, description="By key")}, ("source",)
    )


def _operating_systems() -> Schema:
    bounds = table({"yes": text("Versions, as >=7.4"), "no": text("Versions, as <7.4")})
    # A number, a date, a word, or unknown, which takes back what is said of the family.
    value = {"not": {"type": ["array", "null"]}, "if": {"type": "object"}, "then": bounds}
    own = (
        "family",
        "version",
        "title",
        "name",
        "titled",
        "flavour",
        "flavour_title",
        "kind",
        "guess",
        "grounds",
        "like",
        "like_parent",
        "rolling",
        "judged_by",
        "newest_known",
    )
    facts = [name for name in names_of(OperatingSystem) if name not in own]
    says = {
        "evidence": one_of(list(Evidence)),
        "sources": CITED,
        **{fact: by_name(value, description="By family, or by family and version") for fact in facts},
    }
    family = {
        "title": text("As its maker writes it"),
        "kind": one_of(list(OsKind)),
        "edition_of": text("The family whose system it is, with images of its own"),
        "called": text("The family that people call it by"),
        "flavours": by_name(text("What it adds to the title"), description="Words for other images of it"),
        "products": by_name(
            text("The version that has it"), description="Years of a product that no version is called by"
        ),
        "titled": text(
            "The title of a version whose number does not stand last, with {version} in its place"
        ),
        "product": text("The [product.NAME] that runs on it, whose versions are the numbers of its flavours"),
        "aliases": texts("Other names that people use"),
        "newest": by_name(text("The newest of its point releases"), description="By version"),
        "numbering": text("What a version looks like, as a regular expression"),
        "versions": texts("Newest first"),
        "codenames": by_name(text("The version")),
        "parent": text("The family that it is built from"),
        "parent_versions": by_name(text(), description="Its version -> the parent's"),
        "successor": text("What to move to"),
    }
    return table(
        {
            "family": by_name(table(family, ("title", "kind"))),
            "product": by_name(
                table({name: family[name] for name in ("title", "kind", "versions")}, ("title",))
            ),
            "says": many(table(says, ("evidence", "sources"))),
            "hint": many(
                table(
                    {"words": texts("As people name it"), "text": text("What to name instead")},
                    ("words", "text"),
                )
            ),
        },
        ("family", "says"),
        "Families and versions, and what each source says of them. What no source says is unknown.",
    )


def _families() -> Schema:
    names = many({"type": "string"})
    purpose = {
        "families": many(names, "Families of equal rank, the best first"),
        "gib_per_vcpu": {"type": "number"},
        "size": {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
        "accelerators": {"type": "boolean"},
        "few_sizes": {"type": "boolean"},
        "cheapest": {"type": "boolean"},
        "on_local_disks": many(names, "The same where much is kept on local disks"),
        "features": names,
    }
    keys = {
        "source": text(),
        "checked": {},
        "hard_disks": names,
        "special": names,
        "trades": many(names),
        "local_zones": names,
        "generation": by_name({"type": "integer"}, description="Of a family whose name does not say it"),
        "purpose": by_name(table(purpose), list(Purpose)),
    }
    return table(keys, ("source", "checked", "generation", "purpose"), "What families are for")


def _public_images() -> Schema:
    said = {"type": "object", "description": "Fields as DescribeImages writes them"}
    image = {
        "name": text("The pattern of its name"),
        "family": text(),
        "version": text(),
        "fields": said,
        "on": by_name(said, description="By architecture"),
        "silent": texts("Fields whose absence says no"),
        "otherwise": text(),
        "sources": CITED,
    }
    return table(
        {"source": by_name(SOURCE), "image": many({**table(image), "additionalProperties": True})}, ("image",)
    )


def _terms() -> Schema:
    term = {
        "name": text("The word, as people know it"),
        "text": text("What it is, in one sentence"),
        "command": text("What shows it of one's own image or type"),
        "source": text("A key of rules/sources.toml"),
    }
    return table({"term": by_name(table(term, tuple(term)))}, ("term",), "Words of the field, explained")


MADE = {
    "rules": _rules,
    "not_judged": _not_judged,
    "migration": _migration,
    "options": _options,
    "runbooks": _runbooks,
    "errors": _errors,
    "services": _services,
    "sources": _sources,
    "operating_systems": _operating_systems,
    "families": _families,
    "public_images": _public_images,
    "terms": _terms,
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
