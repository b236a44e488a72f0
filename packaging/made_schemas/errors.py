"""Known errors, and the services that they come from."""

from __future__ import annotations

from made_schemas.parts import CITED, Schema, many, one_of, table, text, texts
from wizard.model.ec2.finding import Reason


def errors_schema() -> Schema:
    """Of a file of known errors."""
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
        "wraps": {
            "type": "boolean",
            "description": "Behind its words stands another error: what kind it is is said as the likeliest cause",
        },
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


def services_schema() -> Schema:
    """Of services.toml."""
    service = {
        "id": text(),
        "title": text(),
        "names": texts(),
        "marks": texts("What gives it away in a text"),
        "operations": texts(),
    }
    return table({"service": many(table(service, ("id", "title")))}, ("service",))
