from __future__ import annotations

from wizard.model.catalog.family_groups import FamilyGroup, grouped
from wizard.model.knowledge import Knowledge

EXPECTED = {
    FamilyGroup.PV_ERA: ("c1", "c3", "m1", "m2", "m3", "t1"),
    FamilyGroup.XEN_HVM: ("c4", "i3", "r4", "t2"),
    FamilyGroup.NITRO_INTEL: ("c5", "m7i-flex", "r8i", "t3", "z1d", "d3en"),
    FamilyGroup.NITRO_AMD: ("m5a", "c8a", "t3a", "hpc7a"),
    FamilyGroup.GRAVITON: ("a1", "t4g", "m9g", "i8g"),
    FamilyGroup.ACCELERATED: ("g4dn", "p5", "inf2", "trn2", "trn2u", "vt1", "f2", "g5g"),
    FamilyGroup.HIGH_MEMORY: ("u-6tb1", "u7i-12tb", "x1e", "x2gd", "x8g"),
    FamilyGroup.MAC: ("mac1", "mac2-m2pro"),
}


def test_each_family_is_in_one_group_and_where_people_look_for_it(knowledge: Knowledge) -> None:
    groups = grouped(knowledge.catalog.types)
    assert list(groups) == list(FamilyGroup)
    families = [family for members in groups.values() for family in members]
    assert sorted(families) == sorted(knowledge.catalog.families)
    for group, some in EXPECTED.items():
        assert set(some) <= set(groups[group])
    assert len(groups[FamilyGroup.PV_ERA]) == 6
    assert grouped(()) == dict.fromkeys(FamilyGroup, ())
