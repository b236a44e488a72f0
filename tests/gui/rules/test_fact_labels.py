from __future__ import annotations

import tomllib

import pytest

from wizard.gui.rules.fact_labels import example_text, fact_name, opened
from wizard.model.ec2.fact import all_facts
from wizard.model.knowledge import Knowledge
from wizard.model.message import Translations


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("type.name", "type"),
        ("os.title", "operating system"),
        ("image.boot_mode", "boot mode of the AMI"),
        ("image.ena_support", "ENA support of the AMI"),
        ("type.memory_gib", "memory GiB of the type"),
        ("os.uefi_boot", "UEFI boot of the system"),
        ("launch.region", "region"),
        ("instance", "instance"),
    ],
)
def test_facts_have_names_that_a_person_reads(path: str, name: str, english: Translations) -> None:
    assert fact_name(path).render(english) == name


def test_every_fact_has_a_name_without_an_underline(english: Translations) -> None:
    names = {path: fact_name(path).render(english) for path in all_facts()}
    assert all(name and "_" not in name and "{" not in name for name in names.values())


def test_blanks_say_what_belongs_there_and_the_rest_stays(english: Translations) -> None:
    text = opened("{type.name} boots by {type.boot_modes} only, 100 % <b>{x").render(english)
    assert text == "[type] boots by [boot modes of the type] only, 100 % <b>{x"


def test_examples_read_as_a_line() -> None:
    table = tomllib.loads(
        """
        [[fits]]
        type = "c4.large"
        image.virtualization_type = "hvm"
        image.ena_support = true
        image.block_devices = [{ device = "/dev/sda1", size_gib = 8 }, { device = "/dev/sdb" }]
        launch.today = 2026-01-02
        os.x86_level = 3
        os.efa = false
        [[fits]]
        type = "m5.large"
        """
    )
    assert [example_text(example) for example in table["fits"]] == [
        (
            "c4.large · AMI: virtualization type hvm, ENA support yes, "
            "block devices device /dev/sda1, size GiB 8; device /dev/sdb"
            " · operating system: x86 level 3, EFA no · launch: today 2026-01-02"
        ),
        "m5.large",
    ]


def test_no_example_of_the_rulebook_loses_a_fact(knowledge: Knowledge) -> None:
    for rule in knowledge.rulebook.rules:
        table = tomllib.loads(rule.example_text)
        for example in (*table["fits"], *table["breaks"]):
            text = example_text(example)
            assert example.keys() <= {"type", "image", "os", "launch"}
            values = [
                value for holder in ("image", "os", "launch") for value in example.get(holder, {}).values()
            ]
            plain = [str(value) for value in values if not isinstance(value, bool | list)]
            assert all(value in text for value in plain)
            assert text.startswith(example["type"])
