from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.model.ec2.fact import all_facts
from wizard.model.ec2.finding import Evidence, Source
from wizard.model.ec2.instance_type import BootMode
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.frozen import names_of
from wizard.model.knowledge import Knowledge
from wizard.model.systems.os_catalog import OsCatalog, OsUnknown
from wizard.model.systems.os_catalog_file import OsCatalogError, read_os_catalog
from wizard.model.systems.os_cell import tokens

PAGE = Source("A page", "https://example.com", datetime.date(2026, 11, 23))
FAMILY = """
[family.tux]
title = "Tux"
kind = "linux"
aliases = ["penguin"]
versions = ["9", "8", "7 R2", "7"]
codenames = { woolly = "8" }
"""


def read(says: str = "says = []\n") -> OsCatalog:
    return read_os_catalog(says + FAMILY, "systems.toml", {"page": PAGE})


def says(fact: str, *rows: str, evidence: str = "documented", source: str = "page") -> str:
    lines = "\n".join(rows)
    return f'[[says]]\nevidence = "{evidence}"\nsources = ["{source}"]\n[says.{fact}]\n{lines}\n'


def test_a_version_counts_before_its_family() -> None:
    catalog = read(says("nvme_driver", "tux = true", '"tux 8" = false', '"tux 7" = "unknown"'))
    found = {version: catalog.find("tux", version).nvme_driver for version in ("9", "8", "7", "7 R2")}
    assert found == {"9": True, "8": False, "7": None, "7 R2": True}
    assert catalog.find("tux").nvme_driver is True


def test_bounds_decide_by_version() -> None:
    catalog = read(says("nvme_driver", 'tux = { yes = ">=8.2", no = "<7.4" }'))
    expected = {
        "9": True,
        "8.2": True,
        "8.10": True,
        "8.1": None,
        "8": None,
        "7": None,
        "7.3": False,
        "6": False,
    }
    assert {version: catalog.resolve("tux", version).nvme_driver for version in expected} == expected
    assert catalog.find("tux").nvme_driver is None
    assert catalog.resolve("tux", "rolling").nvme_driver is None


def test_every_fact_brings_its_ground() -> None:
    catalog = read(
        says("nvme_driver", "tux = true", evidence="vendor") + says("ena_driver", 'tux = { no = "<8" }')
    )
    grounds = catalog.find("tux", "9").grounds
    assert grounds.keys() == {"nvme_driver"}
    assert grounds["nvme_driver"].evidence is Evidence.VENDOR
    assert grounds["nvme_driver"].sources == (PAGE,)


def test_values_of_every_kind() -> None:
    catalog = read(
        says("end_of_life", '"tux 9" = 2030-05-31')
        + says("vendor_boot_mode", 'tux = "uefi"')
        + says("x86_level", "tux = 3")
    )
    system = catalog.find("tux", "9")
    assert system.end_of_life == datetime.date(2030, 5, 31)
    assert system.vendor_boot_mode is BootMode.UEFI
    assert system.x86_level == 3


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[family", "not TOML"),
        ("", "'says': expected"),
        ("says = 3\n", "'int' object is not iterable"),
        (says("nvme_driver", "dux = true"), "'dux': expected"),
        (says("nvme_driver", '"tux 6" = true'), "'tux 6': expected a version of family.tux.versions"),
        (says("nvme_driver", "tux = true", source="book"), "'book': expected"),
        (says("nvme_driver", "tux = true", evidence="rumoured"), "'rumoured' is not a valid Evidence"),
        (says("wings", "tux = true"), "says.wings: no such fact"),
        (says("nvme_driver", "tux = 3"), "os.nvme_driver: 3 is not of type bool"),
        (says("x86_level", 'tux = { yes = "<9" }'), "expected yes and no"),
        (says("nvme_driver", 'tux = { maybe = "<9" }'), "expected yes and no"),
        (
            says("nvme_driver", "tux = true") + says("nvme_driver", "tux = true"),
            "says.nvme_driver: 'tux': there is another value",
        ),
    ],
)
def test_a_damaged_catalogue_is_refused(text: str, problem: str) -> None:
    with pytest.raises(OsCatalogError, match=re.escape(problem)) as error:
        read(text)
    assert str(error.value).startswith("systems.toml: ")


def test_one_source_may_say_where_a_fact_is_true_and_another_where_it_is_false() -> None:
    catalog = read(
        says("nvme_driver", 'tux = { yes = ">=9" }')
        + says("nvme_driver", 'tux = { no = "<8" }', evidence="inferred")
    )
    found = {version: catalog.find("tux", version) for version in ("9", "8", "7")}
    assert [system.nvme_driver for system in found.values()] == [True, None, False]
    assert found["9"].grounds["nvme_driver"].evidence is Evidence.DOCUMENTED
    assert found["7"].grounds["nvme_driver"].evidence is Evidence.INFERRED
    assert found["8"].grounds == {}


@pytest.mark.parametrize(
    ("name", "version", "expected"),
    [
        ("rhel8", None, ("rhel", "8")),
        ("rhel-8", "8.6", ("rhel", "8.6")),
        ("al2", None, ("amazon-linux", "2")),
        ("AL2023", None, ("amazon-linux", "2023")),
        ("Amazon Linux 2", None, ("amazon-linux", "2")),
        ("Amazon Linux AMI", "2018.03", ("amazon-linux", "2018.03")),
        ("Windows Server 2012 R2", None, ("windows", "2012 R2")),
        ("windows-server-2019", "Datacenter", ("windows", "2019")),
        ("windows", "Server 2019", ("windows", "2019")),
        ("ubuntu", "Ubuntu 22.04", ("ubuntu", "22.04")),
        ("ubuntu-jammy", None, ("ubuntu", "22.04")),
        ("debian_10", None, ("debian", "10")),
        ("centos-stream-9", None, ("centos-stream", "9")),
        ("opensuse-tumbleweed", "20211203", ("opensuse", "tumbleweed")),
        ("sles15", None, ("sles", "15")),
        ("coreos-1576.5.0", None, ("coreos", "1576.5.0")),
        ("windows", "11", ("windows-client", "11")),
        ("windows-10", None, ("windows-client", "10")),
        ("windows", "2022", ("windows", "2022")),
        ("windows", "9", ("windows", "9")),
        ("coreos-stable", None, ("coreos", "stable")),
        ("rhel-ai", "9.4", ("rhel-ai", "9.4")),
        ("linux-mint", None, ("linux-mint", None)),
        ("ubuntu-99", None, ("ubuntu-99", None)),
        ("-8", None, ("-8", None)),
    ],
)
def test_a_version_may_stand_in_the_family_s_name(
    knowledge: Knowledge, name: str, version: str | None, expected: tuple[str, str | None]
) -> None:
    system = knowledge.os_catalog.resolve(name, version)
    assert (system.family, system.version) == expected


def test_a_question_may_name_a_system_in_one_word(knowledge: Knowledge) -> None:
    assert knowledge.os_catalog.find("rhel8") == knowledge.os_catalog.find("rhel", "8")
    with pytest.raises(OsUnknown, match="'ubuntu-99' is not known"):
        knowledge.os_catalog.find("ubuntu-99")


@pytest.mark.parametrize("family", ["tux", "TUX", " penguin "])
@pytest.mark.parametrize(
    ("version", "kept"), [("7 R2", "7 R2"), ("7r2", "7 R2"), ("9.1", "9.1"), ("Woolly", "8"), ("", None)]
)
def test_words_are_read_as_people_write_them(family: str, version: str, kept: str | None) -> None:
    system = read().find(family, version)
    assert (system.family, system.version, system.name, system.kind) == ("tux", kept, "Tux", OsKind.LINUX)


@pytest.mark.parametrize(
    ("family", "version", "problem"),
    [
        ("tuxx", None, "os: 'tuxx' is not known (did you mean tux?); expected one of tux"),
        ("zzz", None, "os: 'zzz' is not known; expected one of tux"),
        ("tux", "99", "os: tux: '99' is not known (did you mean 9?); expected one of 9, 8, 7 R2, 7"),
        ("tux", "--", "os: tux: '--' is not known; expected one of 9, 8, 7 R2, 7"),
    ],
)
def test_what_is_not_known_is_named_with_its_nearest(family: str, version: str | None, problem: str) -> None:
    catalog = read()
    with pytest.raises(OsUnknown) as error:
        catalog.find(family, version)
    assert str(error.value) == problem
    assert catalog.resolve(family, version).version == version


def test_a_family_nobody_knows_keeps_its_words() -> None:
    assert read().resolve("clear-linux", "41120") == OperatingSystem("clear-linux", "41120")
    assert read().resolve(None) == OperatingSystem()


def test_a_version_may_be_a_part_of_a_known_one(knowledge: Knowledge) -> None:
    assert knowledge.os_catalog.find("sles", "15").version == "15"
    assert knowledge.os_catalog.find("suse", "15.6").version == "15 SP6"
    assert knowledge.os_catalog.find("linux", "6.12").version == "6.12"


@pytest.fixture(scope="module")
def penguins() -> OsCatalog:
    return read(says("nvme_driver", 'tux = { yes = ">=8.2", no = "<7.4" }'))


@pytest.mark.parametrize(
    "named", ["sles:15", "ubuntu:24", "opensuse:15", "sles-sap:16", "nixos:25", "openbsd:7"]
)
def test_of_a_part_of_a_version_all_is_known_that_its_versions_have_in_common(
    knowledge: Knowledge, named: str
) -> None:
    key, _, part = named.partition(":")
    family = knowledge.os_catalog.family(key)
    assert family
    versions = [knowledge.os_catalog.resolve(key, version) for version in family.longer(part)]
    assert len(versions) > 1
    facts = [path for path, fact in all_facts().items() if path.startswith("os.") and fact.kind is bool]
    whole, said = knowledge.os_catalog.resolve(key, part), 0
    for fact in (path.removeprefix("os.") for path in facts):
        values = {getattr(version, fact) for version in versions}
        assert getattr(whole, fact) == (values.pop() if len(values) == 1 else None), fact
        said += getattr(whole, fact) is not None
    assert said


@given(
    family=st.text() | st.from_regex(r"\d{1,20}(\.\d+)*"), version=st.text() | st.from_regex(r"\d+(\.\d+)*")
)
def test_resolving_takes_any_text(penguins: OsCatalog, family: str, version: str) -> None:
    catalog = penguins
    assert (
        catalog.resolve(family, version).kind is None
        or "tux" in family.casefold()
        or "penguin" in family.casefold()
    )
    assert catalog.resolve("tux", version).family == "tux"


# What ships with the program.

VALUES = [
    ("rhel", "7.3", "nvme_driver", False),
    ("rhel", "7.9", "nvme_driver", True),
    ("rhel", "7", "nvme_driver", None),
    ("centos", "6", "nvme_driver", True),
    ("centos", "6", "ena_driver", False),
    ("centos", "5", "nvme_driver", False),
    ("ubuntu", "22.04", "extended_end", datetime.date(2032, 4, 21)),
    ("ubuntu", "16.04", "extended_end", datetime.date(2026, 4, 23)),
    ("ubuntu", "16.04", "add_on_end", datetime.date(2031, 4, 30)),
    ("ubuntu", "22.04", "end_of_life", datetime.date(2027, 6, 1)),
    ("ubuntu", "26.10", "end_of_life", datetime.date(2027, 7, 15)),
    ("ubuntu", "24.10", "efa", False),
    ("macos", "11", "end_of_life", datetime.date(2023, 9, 26)),
    ("amazon-linux", "2014.09", "end_of_life", datetime.date(2023, 12, 31)),
    ("rocky", "8.9", "arm64_page_kib", 64),
    ("oracle-linux", "9", "x86_level", 2),
    ("sles", "16.1", "x86_level", None),
    ("ubuntu", "13.04", "nvme_driver", False),
    ("ubuntu", "14.04", "nvme_driver", None),
    ("ubuntu", "16.04.7", "nvme_driver", True),
    ("ubuntu", "26.04", "x86_level", 3),
    ("ubuntu", "25.10", "x86_level", 1),
    ("debian", "13", "vendor_boot_mode", BootMode.LEGACY_BIOS),
    ("debian", "13", "uefi_boot", True),
    ("rocky", "10", "vendor_boot_mode", BootMode.UEFI_PREFERRED),
    ("almalinux", "8.10", "vendor_boot_mode", BootMode.UEFI_PREFERRED),
    ("windows-client", "10", "uefi_boot", True),
    ("windows-client", "10", "needs_tpm", False),
    ("windows-client", "11", "needs_tpm", True),
    ("debian", "8", "nvme_driver", None),
    ("debian", "7", "nvme_driver", False),
    ("sles", "12 SP1", "nvme_driver", False),
    ("amazon-linux", "2", "nvme_driver", True),
    ("amazon-linux", "2018.03", "nvme_driver", True),
    ("amazon-linux", "2017.09", "nvme_driver", None),
    ("amazon-linux", "2015.03", "nvme_driver", False),
    ("amazon-linux", "2027", "nvme_driver", None),
    ("freebsd", "14.1", "nvme_driver", True),
    ("netbsd", "10", "nvme_driver", None),
    ("windows", "2008", "ena_driver", False),
    ("windows", "2008 R2", "ena_driver", True),
    ("windows", "2003", "nvme_driver", False),
    ("windows", "2025", "pv_drivers", False),
    ("windows", "2022", "pv_drivers", True),
    ("windows", None, "pv_drivers", None),
    ("windows", None, "xen_pv_kernel", False),
    ("windows", None, "arm64", False),
    ("rhel", "10", "x86_level", 3),
    ("rocky", "10.1", "x86_level", 3),
    ("almalinux", "10", "x86_level", None),
    ("amazon-linux", "2023", "graviton1", False),
    ("amazon-linux", "2022", "graviton1", False),
    ("amazon-linux", "2", "arm64", True),
    ("amazon-linux", "2018.03", "arm64", False),
    ("rhel", "7.6", "graviton1", True),
    ("rhel", "7.6", "graviton2", False),
    ("macos", "15.5", "mac_m4", False),
    ("macos", "15.6", "mac_m4", True),
    ("macos", "15", "mac_m4", None),
    ("macos", "26", "mac_m4", True),
    ("macos", "26", "mac_intel", False),
    ("macos", "15.6", "mac_intel", True),
    ("macos", "12", "mac_m1ultra", None),
    ("macos", "11", "mac_m1ultra", False),
    ("macos", "13", "mac_m1ultra", True),
    ("macos", "14", "mac_studio_2025", False),
    ("macos", "15", "mac_studio_2025", None),
    ("macos", "26", "mac_studio_2025", True),
    ("fedora", "43", "arm64", True),
    ("talos", None, "graviton2", True),
    ("nixos", None, "arm64", True),
    ("macos", "13.1", "mac_m2", False),
    ("rhel", "9.2", "sev_snp", False),
    ("rhel", "9.4", "sev_snp", True),
    ("ubuntu", "24.04", "hibernation", False),
    ("windows", "2025", "hibernation", False),
    ("amazon-linux", "2", "secure_boot", False),
    ("amazon-linux", "2023", "vendor_boot_mode", BootMode.UEFI_PREFERRED),
    ("amazon-linux", "2", "xen_pv_kernel", None),
    ("amazon-linux", "2016.03", "xen_pv_kernel", True),
    ("ubuntu", "16.04", "pv_images", True),
    ("ubuntu", "18.04", "pv_images", False),
    ("fedora-coreos", "35.20211003.1.0", "pv_drivers", None),
    ("fedora-coreos", "38.20230514.3.0", "pv_drivers", True),
    ("fedora-coreos", None, "pv_drivers", None),
    ("sles", "11 SP4", "pv_images", True),
]


@pytest.mark.parametrize(("family", "version", "fact", "value"), VALUES)
def test_what_is_known(
    knowledge: Knowledge, family: str, version: str | None, fact: str, value: object
) -> None:
    assert getattr(knowledge.os_catalog.resolve(family, version), fact) == value


def test_what_only_follows_from_a_minimum_is_said_to_follow(knowledge: Knowledge) -> None:
    older, newer = (knowledge.os_catalog.find("rhel", version) for version in ("6", "8"))
    assert (older.nvme_driver, newer.nvme_driver) == (False, True)
    assert older.grounds["nvme_driver"].evidence is Evidence.INFERRED
    assert newer.grounds["nvme_driver"].evidence is Evidence.DOCUMENTED


def test_every_fact_that_is_known_has_a_source_and_a_day(knowledge: Knowledge) -> None:
    catalog = knowledge.os_catalog
    given = {
        "family",
        "version",
        "name",
        "titled",
        "flavour",
        "flavour_title",
        "kind",
        "host_vt",
        "needs_tpm",
        "x86_64",
        "rolling",
        "like",
        "like_parent",
        "guess",
        "grounds",
    }
    abilities = [name for name in names_of(OperatingSystem) if name not in given]
    for family in catalog.families:
        for version in (None, *family.versions):
            system = catalog.find(family.key, version)
            for name in abilities:
                assert (getattr(system, name) is None) == (name not in system.grounds), (system.title, name)
            for ground in system.grounds.values():
                assert ground.sources
                assert all(source.url.startswith("https://") for source in ground.sources)


def test_every_fact_is_known_of_some_system_and_read_by_a_rule(knowledge: Knowledge) -> None:
    catalog = knowledge.os_catalog
    systems = [catalog.find(family.key, v) for family in catalog.families for v in (None, *family.versions)]
    known = {f"os.{name}" for system in systems for name in system.grounds}
    read = {fact for rule in knowledge.rulebook.rules for fact in rule.facts}
    for_people = {"os.vendor_boot_mode"}
    # Which kernel an Amazon Linux 2 has is for the person to say.
    of_the_person = {"os.graviton5"}
    assert {path for path in all_facts() if path.startswith("os.")} >= known
    assert known - for_people <= read | {"os.end_of_life", "os.extended_end", "os.add_on_end"}
    abilities = {path for path in read if path.startswith("os.")}
    assert abilities - known <= of_the_person | {
        "os.family",
        "os.version",
        "os.kind",
        "os.host_vt",
        "os.like_parent",
        "os.last_support",
    }


def test_versions_are_listed_newest_first(knowledge: Knowledge) -> None:
    for family in knowledge.os_catalog.families:
        numbers = [
            tuple(n for n in tokens(v) if isinstance(n, int)) for v in family.versions if v[0].isdigit()
        ]
        if family.key == "amazon-linux":
            numbers.remove((2,))
        assert numbers == sorted(set(numbers), reverse=True), family.key


def test_amazon_linux_2_is_newer_than_its_number(knowledge: Knowledge) -> None:
    """Bounds compare numbers, and 2 is less than 2018.03."""
    known = knowledge.os_catalog.find("amazon-linux", "2")
    assert known.ena_driver is known.many_vcpus is known.arm64 is known.hibernation is True
    assert known.uefi_boot is known.xen_pv_kernel is None
    assert known.secure_boot is known.pv_images is False


@pytest.mark.parametrize("key", ["linux", "custom"])
def test_of_a_family_that_stands_for_many_nothing_is_known(knowledge: Knowledge, key: str) -> None:
    assert knowledge.os_catalog.find(key).grounds == {}


@pytest.mark.parametrize(
    ("family", "version", "title"),
    [
        ("kali", None, "Kali Linux (judged as Debian 13)"),
        ("kali", "2026.2", "Kali Linux 2026.2 (judged as Debian 13)"),
        ("kali", "2023.1", "Kali Linux 2023.1 (judged as Debian 12)"),
        ("mint", "21.3", "Linux Mint 21.3 (judged as Ubuntu 22.04)"),
        ("linux-mint", None, "Linux Mint (judged as Ubuntu)"),
        ("raspbian", "12", "Raspberry Pi OS 12 (judged as Debian 12)"),
        ("proxmox", "8.2", "Proxmox VE 8.2 (judged as Debian 12)"),
        ("cloudlinux", "8.6", "CloudLinux OS 8.6 (judged as Red Hat Enterprise Linux 8.6)"),
        ("devuan", "daedalus", "Devuan 5 (judged as Debian 12)"),
    ],
)
def test_a_system_that_is_built_from_another_is_judged_by_it(
    knowledge: Knowledge, family: str, version: str | None, title: str
) -> None:
    system = knowledge.os_catalog.find(family, version)
    assert system.title == title
    if version is not None:
        assert (system.nvme_driver, system.ena_driver, system.pv_drivers) == (True, True, system.pv_drivers)
        assert system.grounds["nvme_driver"].evidence is Evidence.INFERRED


def test_a_system_has_its_own_support_and_not_its_parents(knowledge: Knowledge) -> None:
    parent, child = knowledge.os_catalog.find("debian", "12"), knowledge.os_catalog.find("proxmox", "8")
    assert parent.end_of_life is not None
    assert child.end_of_life is None
    assert (child.hibernation, child.efa, child.arm64) == (None, None, None)


def test_an_old_parents_child_is_old_as_well(knowledge: Knowledge) -> None:
    assert knowledge.os_catalog.find("scientific-linux", "6").ena_driver is False
    assert knowledge.os_catalog.find("clearos", "6").ena_driver is False


@pytest.mark.parametrize(
    ("family", "version"),
    [
        ("ubuntu", "27.04"),
        ("fedora", "45"),
        ("sles", "16.2"),
        ("alpine", "3.25"),
        ("openbsd", "8.0"),
        ("debian", "14"),
    ],
)
def test_a_version_that_is_counted_like_the_others_is_known_by_those(
    knowledge: Knowledge, family: str, version: str
) -> None:
    system = knowledge.os_catalog.find(family, version)
    assert system.version == version
    assert (system.end_of_life, system.extended_end) == (None, None)


def test_what_is_said_of_the_version_before_is_only_inferred(knowledge: Knowledge) -> None:
    system = knowledge.os_catalog.find("ubuntu", "27.04")
    assert (system.x86_level, system.grounds["x86_level"].evidence) == (3, Evidence.INFERRED)
    assert system.grounds["hibernation"].evidence is Evidence.INFERRED


@pytest.mark.parametrize(
    ("family", "version"),
    [
        ("ubuntu", "99.04"),
        ("ubuntu", "22.05"),
        ("ubuntu", "2205"),
        ("fedora", "4"),
        ("windows", "2023"),
        ("sles", "99"),
    ],
)
def test_a_version_that_cannot_be_is_not_known(knowledge: Knowledge, family: str, version: str) -> None:
    with pytest.raises(OsUnknown, match="is not known"):
        knowledge.os_catalog.find(family, version)
