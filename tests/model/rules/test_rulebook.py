from __future__ import annotations

import datetime
import re
import tomllib
from pathlib import Path

import pytest

from wizard.model.catalog.catalog import Catalog
from wizard.model.ec2.fact import all_facts
from wizard.model.ec2.finding import Evidence, Outcome, Reason
from wizard.model.ec2.launch import Launch
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.recommend import spectrum
from wizard.model.rules.predicates import PREDICATES, SPECIAL
from wizard.model.rules.rule import HOLDS
from wizard.model.rules.rulebook import Rulebook, RulebookError, read_rulebook
from wizard.store.resources import resources

FOLDER = resources() / "rules"
TEXTS = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.toml")}
BOOK = read_rulebook(TEXTS)
# Every kind of reason that is known, by the letter of its topic: virtualization, architecture, boot mode,
# Secure Boot, drivers, Windows, features, root device, Region, purchase, Marketplace.
KNOWN = [
    *(f"V{n}" for n in range(1, 17)),
    *(f"A{n}" for n in range(1, 16)),
    *(f"B{n}" for n in range(1, 15)),
    *(f"S{n}" for n in range(1, 10)),
    *(f"D{n}" for n in range(1, 15)),
    *(f"W{n}" for n in range(1, 6)),
    *(f"F{n}" for n in range(1, 13)),
    *("F1a", "F1b", "F4a", "F5a", "F5b"),
    *(f"R{n}" for n in range(1, 14)),
    *(f"G{n}" for n in range(1, 9)),
    *(f"L{n}" for n in range(1, 8)),
    *(f"P{n}" for n in range(1, 5)),
]

SOURCES = """
version = "1"
[source.a]
title = "A page"
url = "https://example.com/"
checked = 2026-01-02
"""
RULE = """topic = "other"
[[rule]]
id = "X1"
title = "It is so"
outcome = "refused"
evidence = "documented"
must = { fact = "type.name", is = ["m5.large"] }
text = "{type.name} is not."
remedy = "Use m5.large."
sources = ["a"]
fits = [{ type = "m5.large" }]
breaks = [{ type = "m4.large" }]
"""


def read(**changes: str) -> Rulebook:
    """The small rulebook, each key's first line changed."""
    text = RULE
    for key, line in changes.items():
        as_it_stands = line.replace("\\", r"\\")
        text = re.sub(rf"^{key} = .*$", as_it_stands, text, count=1, flags=re.MULTILINE)
    return read_rulebook({"x.toml": text, "sources.toml": SOURCES})


@pytest.fixture
def catalog(knowledge: Knowledge) -> Catalog:
    return knowledge.catalog


@pytest.mark.parametrize("kind", ["fits", "breaks"])
def test_every_example_is_what_it_says(catalog: Catalog, kind: str) -> None:
    for rule in BOOK.rules:
        for number, example in enumerate(getattr(rule.examples, kind), 1):
            instance_type = catalog.get(example.instance_type)
            assert instance_type is not None, f"{rule.id}: no type {example.instance_type}"
            held = rule.check(example.launch, instance_type)
            found = "fits" if held == HOLDS else "breaks" if held is None else f"depends on {held}"
            assert found == kind, f"{rule.id}: example {number} of {kind}"


def test_every_text_is_complete() -> None:
    for rule in BOOK.rules:
        for text in (rule.title, rule.text, rule.remedy):
            assert text == text.strip(), rule.id
            assert text, rule.id
        assert rule.text.endswith("."), rule.id
        assert rule.remedy.endswith("."), rule.id
        if rule.evidence in (Evidence.REPORTED, Evidence.INFERRED) and rule.outcome is not Outcome.WORKS:
            hedges = ("users report", "likely", "may ", "by the knowledge of 2014")
            assert any(hedge in rule.text.lower() for hedge in hedges), rule.id


def test_each_large_type_is_told_whether_it_is_certified_for_sap_hana(catalog: Catalog) -> None:
    """By one of two rules with the same list, so that no type is told both or neither."""
    certified, not_certified = (next(r for r in BOOK.rules if r.id == id) for id in ("H1a", "H1"))
    launch = Launch(os=OperatingSystem(family="sles"))
    told = {t.name: (certified.check(launch, t), not_certified.check(launch, t)) for t in catalog.types}
    large = {t.name for t in catalog.types if t.memory_gib >= 244 and t.memory_optimized}
    assert {name for name, both in told.items() if sum(one is None for one in both) == 1} == large
    assert told["u7i-12tb.224xlarge"] == (None, HOLDS)
    assert told["r8a.48xlarge"] == (HOLDS, None)
    # Nobody takes these for it.
    assert told["hpc7a.96xlarge"] == told["m8i.32xlarge"] == told["p5.48xlarge"] == (HOLDS, HOLDS)


def test_ids_are_unique_and_the_worst_come_first() -> None:
    ids = [rule.id for rule in BOOK.rules] + [entry.id for entry in BOOK.not_judged]
    assert len(set(ids)) == len(ids)
    severities = [rule.outcome.severity for rule in BOOK.rules]
    assert severities == sorted(severities, reverse=True)


def test_what_is_known_has_a_home() -> None:
    homes = {rule.id for rule in BOOK.rules} | {entry.id for entry in BOOK.not_judged}
    assert set(KNOWN) - homes == set()


def test_what_is_not_judged_says_why_and_points_to_what_is() -> None:
    homes = {rule.id for rule in BOOK.rules} | {entry.id for entry in BOOK.not_judged}
    for entry in BOOK.not_judged:
        assert entry.why.endswith("."), entry.id
        assert set(entry.see) <= homes, entry.id


def test_every_word_of_the_vocabulary_is_used() -> None:
    clauses = [
        clause
        for text in TEXTS.values()
        for card in tomllib.loads(text).get("rule", [])
        for clause in (*card.get("when", []), card["must"])
    ]
    assert {word for clause in clauses for word in clause} == {"fact", "special", *PREDICATES}
    assert {clause["special"] for clause in clauses if "special" in clause} == set(SPECIAL)


def test_every_source_is_a_secure_address_with_the_day_it_was_read() -> None:
    for source in BOOK.sources.values():
        assert re.fullmatch(r"https://[^\s]+", source.url)
        assert datetime.date(2026, 1, 1) <= source.checked <= BOOK.checked
        assert source.title
    addresses = [source.url for source in BOOK.sources.values()]
    assert len(set(addresses)) == len(addresses)


def test_every_source_is_cited_somewhere() -> None:
    folder = Path(FOLDER).parent
    rest = [*folder.glob("catalog/*.toml"), *folder.glob("migrations/*.toml")]
    citing = "".join(text for name, text in TEXTS.items() if name != "sources.toml")
    citing += "".join(file.read_text(encoding="utf-8") for file in rest)
    citing += "".join(f'"{key}"' for key in spectrum.SOURCES)
    assert [key for key in BOOK.sources if f'"{key}"' not in citing] == []


def test_every_reason_has_a_rule() -> None:
    assert {rule.reason for rule in BOOK.rules} >= set(Reason) - {Reason.BILLING}


def test_a_rule_is_found_by_its_id() -> None:
    rule = BOOK.get("V1")
    assert rule is not None
    assert rule.reason is Reason.VIRTUALIZATION
    assert BOOK.get("Z9") is None
    assert BOOK.version
    assert BOOK.checked == datetime.date(2026, 11, 29)


def test_placeholders_are_facts() -> None:
    for rule in BOOK.rules:
        for text in (rule.title, rule.text, rule.remedy, rule.ec2_error or ""):
            assert Message(text).placeholders <= all_facts().keys()


def test_the_small_rulebook_is_read() -> None:
    (rule,) = read().rules
    assert (rule.id, rule.reason, rule.older_errors) == ("X1", Reason.OTHER, ())
    assert rule.ec2_error is rule.ec2_error_code is rule.disputed is None


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"id": ""}, "x.toml: rule ?: id: expected, but missing"),
        ({"text": "tekst = 1"}, "x.toml: rule X1: text: expected, but missing"),
        ({"text": 'text = "a"\ncolour = "red"'}, "x.toml: rule X1: colour: no such key"),
        ({"text": 'text = "{type.colour}"'}, "x.toml: rule X1: text: type.colour: no such fact"),
        ({"outcome": 'outcome = "fine"'}, "x.toml: rule X1: 'fine' is not a valid Outcome"),
        ({"evidence": 'evidence = "hearsay"'}, "x.toml: rule X1: 'hearsay' is not a valid Evidence"),
        ({"topic": 'topic = "weather"'}, "x.toml: rule X1: 'weather' is not a valid Reason"),
        ({"sources": 'sources = ["b"]'}, "x.toml: rule X1: sources: b: not in sources.toml"),
        ({"sources": "sources = []"}, "x.toml: rule X1: sources: expected at least one"),
        (
            {"must": 'must = { special = "luck" }'},
            "x.toml: rule X1: must: 'luck': expected one of allowed_by_owner",
        ),
        (
            {"must": 'must = { fact = "type.luck", is = [1] }'},
            "x.toml: rule X1: fact: 'type.luck' is not a fact",
        ),
        ({"fits": ""}, "x.toml: expected fits and breaks as the last keys of each rule"),
        ({"must": "must = ["}, "x.toml: not TOML: "),
    ],
)
def test_what_a_rulebook_must_not_contain(changes: dict[str, str], message: str) -> None:
    with pytest.raises(RulebookError, match=f"^{re.escape(message)}"):
        read(**changes)


def test_two_rules_of_one_id() -> None:
    files = {"x.toml": RULE, "y.toml": RULE, "sources.toml": SOURCES}
    with pytest.raises(RulebookError, match=r"^y\.toml: rule X1: id: there is another rule of this id"):
        read_rulebook(files)


@pytest.mark.parametrize("sources", [None, "", 'version = "1"', SOURCES + "colour = 1", "version = "])
def test_sources_that_cannot_be_read(sources: str | None) -> None:
    files = {"x.toml": RULE} | ({} if sources is None else {"sources.toml": sources})
    with pytest.raises(RulebookError, match=r"^sources\.toml: "):
        read_rulebook(files)


def test_a_line_number_in_a_message_is_the_files_own() -> None:
    broken = RULE + RULE.partition("\n")[2].replace('"X1"', '"X2"').replace('title = "It is so"', "title = !")
    line = broken.splitlines().index("title = !") + 1
    with pytest.raises(RulebookError, match=rf"at line {line}, column 9"):
        read_rulebook({"x.toml": broken, "sources.toml": SOURCES})


@pytest.mark.parametrize(
    "text",
    [
        "not TOML",
        '[[not_judged]]\nid = "N"\ntopic = "weather"\nsee = []',
        '[[not_judged]]\nid = "N"\ntopic = "other"',
        '[[not_judged]]\nid = "N"\ntopic = "other"\nsee = []\ntitle = "t"\nwhy = "w"\nsources = ["b"]',
        '[[not_judged]]\nid = "N"\ntopic = "other"\nsee = []\ncolour = "red"',
    ],
)
def test_what_is_not_judged_is_checked_when_it_is_asked_for(text: str) -> None:
    book = read_rulebook({"x.toml": RULE, "sources.toml": SOURCES, "not_judged.toml": text})
    with pytest.raises(RulebookError, match=r"^not_judged\.toml: "):
        _ = book.not_judged


def test_without_a_list_of_what_is_not_judged_it_is_empty() -> None:
    assert read().not_judged == ()


def test_what_keeps_types_out_can_be_said_of_many_at_once() -> None:
    speaking = [rule for rule in BOOK.rules if not rule.outcome.usable and "{type." in rule.text]
    assert {rule.id for rule in speaking if rule.of_many is None} == set()
    assert {rule.id for rule in BOOK.rules if "{type." in (rule.of_many or "")} == set()
