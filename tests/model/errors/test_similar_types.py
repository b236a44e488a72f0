from __future__ import annotations

import pytest

from wizard.model.errors.similar_types import SIMILAR, similar_types
from wizard.model.knowledge import Knowledge


def test_they_are_near_in_size_each_of_another_family_and_not_the_type_itself(knowledge: Knowledge) -> None:
    names = similar_types(knowledge.catalog, "t2.micro", "any", None)
    assert names == ("t3.micro", "t3a.micro", "t8i.micro") or {"t3.micro"} <= set(names)
    assert "t2.micro" not in names
    assert len({name.partition(".")[0] for name in names}) == len(names) == 3


@pytest.mark.parametrize("wish", SIMILAR)
def test_they_fulfil_the_wish(knowledge: Knowledge, wish: str) -> None:
    names = similar_types(knowledge.catalog, None, wish, None)
    types = [knowledge.catalog.get(name) for name in names]
    assert types
    assert all(t is not None and SIMILAR[wish](t) for t in types)


def test_they_are_offered_in_the_region(knowledge: Knowledge) -> None:
    for name in similar_types(knowledge.catalog, "t2.micro", "any", "eu-north-1"):
        found = knowledge.catalog.get(name)
        assert found is not None
        assert "eu-north-1" in found.regions


def test_a_region_that_is_not_known_excludes_nothing(knowledge: Knowledge) -> None:
    named = similar_types(knowledge.catalog, "m5.large", "arm64", "xx-nowhere-1")
    assert named == similar_types(knowledge.catalog, "m5.large", "arm64", None)
    assert similar_types(knowledge.catalog, "m99.large", "any", None) == similar_types(
        knowledge.catalog, None, "any", None
    )


def test_fewer_where_there_are_fewer(knowledge: Knowledge) -> None:
    names = similar_types(knowledge.catalog, None, "paravirtual", "eu-north-1")
    assert len(names) < 3


@pytest.mark.parametrize(
    ("name", "wish", "region", "names"),
    [
        ("p4d.24xlarge", "any", "us-east-1", ("p4de.24xlarge", "p5.48xlarge", "p5en.48xlarge")),
        ("inf2.48xlarge", "any", "us-east-2", ("trn1.32xlarge", "trn1n.32xlarge", "trn2.48xlarge")),
        ("g6.xlarge", "any", "eu-west-1", ("g5.xlarge", "g4dn.xlarge")),
        # T1, M1, M2 and C1 run HVM images of Windows only.
        ("t3a.micro", "older", None, ("t2.micro",)),
        ("t2.micro", "older", None, ()),
        # Linux hibernates with less than 150 GiB of memory.
        ("m5.24xlarge", "hibernation", None, ("c5.18xlarge", "c5d.18xlarge", "m5.8xlarge")),
        ("c8g.large", "older", None, ("c7g.large", "c6g.large", "c7gd.large")),
        ("t1.micro", "older", None, ()),
        ("m4.large", "nitro", None, ("m5.large", "m8a.large", "m8i.large")),
        ("c3.xlarge", "tpm", "eu-central-1", ("c5.xlarge", "c8a.xlarge", "c8i.xlarge")),
        ("t2.micro", "any", None, ("t3.micro", "t8i.micro", "t3a.micro")),
        ("m5.metal", "virtualized", None, ("m5.24xlarge", "m8a.24xlarge", "m8i.24xlarge")),
        ("i2.xlarge", "local_storage", None, ("i3.xlarge", "i7i.xlarge", "i4i.xlarge")),
        ("m7g.large", "x86_64", None, ("m5.large", "m8a.large", "m8i.large")),
        ("c6a.48xlarge", "without_ena", None, ("i3.16xlarge", "h1.16xlarge", "x1.16xlarge")),
        ("a1.metal", "arm64", None, ("c9g.4xlarge", "c8g.4xlarge", "c7g.4xlarge")),
        ("t4g.nano", "xen", None, ("t2.nano", "c4.large", "c3.large")),
        ("m5.large", "sev_snp", "us-east-2", ("m6a.large", "c6a.large", "r6a.large")),
        ("d2.xlarge", "uefi", None, ("d3.xlarge", "r5.xlarge", "d3en.xlarge")),
        (None, "i386", None, ("t2.medium", "c3.large", "m1.medium")),
    ],
)
def test_of_the_same_size_and_letters_before_others(
    knowledge: Knowledge, name: str | None, wish: str, region: str | None, names: tuple[str, ...]
) -> None:
    assert similar_types(knowledge.catalog, name, wish, region) == names


def test_no_mac_in_place_of_another_machine_and_no_other_in_place_of_a_mac(knowledge: Knowledge) -> None:
    assert not [t for t in similar_types(knowledge.catalog, "r4.large", "bare_metal", None) if "mac" in t]
    macs = similar_types(knowledge.catalog, "mac1.metal", "any", None)
    assert len(macs) == 3
    assert all(name.startswith("mac") for name in macs)
