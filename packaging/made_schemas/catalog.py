"""Operating systems, families, public images and terms."""

from __future__ import annotations

from made_schemas.parts import CITED, SOURCE, Schema, by_name, many, one_of, table, text, texts
from wizard.model.catalog.purpose import Purpose
from wizard.model.ec2.finding import Evidence
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.frozen import names_of


def operating_systems_schema() -> Schema:
    """Of operating_systems.toml."""
    bounds = table({"yes": text("Versions, as >=7.4"), "no": text("Versions, as <7.4")})
    # A number, a date, a word, or unknown, which takes back what is said of the family.
    value = {"not": {"type": ["array", "null"]}, "if": {"type": "object"}, "then": bounds}
    own = (
        "family",
        "version",
        "title",
        "name",
        "titled",
        "kubernetes",
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
        "kubernetes": {
            "type": "boolean",
            "description": "Its images for EKS are of one version of Kubernetes each",
        },
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


def families_schema() -> Schema:
    """Of families.toml."""
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


def public_images_schema() -> Schema:
    """Of public_images.toml."""
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


def terms_schema() -> Schema:
    """Of terms.toml."""
    term = {
        "name": text("The word, as people know it"),
        "text": text("What it is, in one sentence"),
        "command": text("What shows it of one's own image or type"),
        "source": text("A key of rules/sources.toml"),
    }
    return table({"term": by_name(table(term, tuple(term)))}, ("term",), "Words of the field, explained")
