"""Rules, their sources, what is not judged, and the changes of a migration."""

from __future__ import annotations

from made_schemas.parts import CITED, SOURCE, Schema, by_name, many, one_of, table, text, texts
from wizard.model.ec2.fact import all_facts
from wizard.model.ec2.finding import Evidence, Outcome, Reason
from wizard.model.rules.instance_option import ComesAbout
from wizard.model.rules.migration_change import CHANGE_IDS
from wizard.model.rules.predicates import PREDICATES, SPECIAL


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


def rules_schema() -> Schema:
    """Of a topic of the rulebook."""
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


def not_judged_schema() -> Schema:
    """Of not_judged.toml."""
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


def migration_schema() -> Schema:
    """Of a change."""
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


def options_schema() -> Schema:
    """Of options.toml."""
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


def runbooks_schema() -> Schema:
    """Of runbooks.toml."""
    runbook = {
        "name": text("AWS's name of it"),
        "takes_instance_store": {"type": "boolean"},
        "systems": by_name(texts("The versions that its page names; none for all")),
    }
    return table(
        {"runbook": many(table(runbook, tuple(runbook)))}, ("runbook",), "Which systems a runbook takes"
    )


def upgrades_schema() -> Schema:
    """Of upgrades.toml."""
    step = {**texts("From which version to which"), "minItems": 2, "maxItems": 2}
    upgrade = {
        "families": texts("Whose versions they are"),
        "tool": text("What does it"),
        "steps": many(step, "One after the other"),
        "within": {"type": "boolean", "description": "To any newer one with the same first number"},
        "text": text("What else to know"),
        "command": text(),
        "sources": CITED,
    }
    return table(
        {"upgrade": many(table(upgrade, ("families", "tool", "text", "sources")))},
        ("upgrade",),
        "How a Linux becomes a newer one in place",
    )


def sources_schema() -> Schema:
    """Of a sources.toml."""
    return table(
        {"version": text("Of the rulebook"), "source": by_name(SOURCE, description="By key")}, ("source",)
    )
