"""Each answer leaves out the types it should, says so, and can be taken back."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.model.ec2.feature import Feature
from wizard.model.ec2.instance_type import Architecture, Hypervisor
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.criteria.criteria import OFFERS, criteria
from wizard.model.recommend.needs import Needs, Range


@pytest.mark.parametrize(
    ("needs", "answer", "text"),
    [
        (Needs(types=("m5.large",)), "type", "Not one of the types you named"),
        (Needs(families=("m5", "c5")), "family", "Not of the families m5, c5"),
        (Needs(region="eu-central-1"), "region", "Not offered in eu-central-1"),
        (Needs(architecture=Architecture.ARM64), "arch", "Does not run arm64 AMIs"),
        (Needs(vcpus=Range(4)), "vcpus", "Fewer than 4 vCPUs"),
        (Needs(vcpus=Range(4, 8)), "vcpus", "Not 4 to 8 vCPUs"),
        (Needs(memory_gib=Range(None, 2)), "memory-gib", "More than 2 GiB of memory"),
        (Needs(memory_gib=Range(24000, None)), "memory-gib", "Less than 24,000 GiB of memory"),
        (Needs(memory_gib=Range(0.75, None)), "memory-gib", "Less than 0.75 GiB of memory"),
        (Needs(gpus=1), "gpu", "Fewer than 1 whole GPUs"),
        (Needs(local_storage_gb=100), "local-storage-gb", "Less than 100 GB of local storage"),
        (Needs(network_gbps=12.5), "network-gbps", "Less than 12.5 Gbps of sustained network"),
        (Needs(hypervisor=Hypervisor.XEN), "hypervisor", "The hypervisor is not xen"),
        (Needs(current_generation_only=True), "generation", "Not marked as current generation"),
        (Needs(features=frozenset({Feature.EFA})), "need", "Without Elastic Fabric Adapter"),
        (Needs(without=frozenset({Feature.BURSTABLE})), "without", "With burstable performance"),
    ],
)
def test_one_answer(knowledge: Knowledge, needs: Needs, answer: str, text: str) -> None:
    (criterion,) = criteria(needs)
    assert criterion.answer == answer
    assert criterion.text.render(NullTranslations()) == text
    assert criterion.relax(needs) == Needs()
    assert criterion.instead == "any"
    met = knowledge.catalog.mask(criterion.fits)
    assert 0 < met < knowledge.catalog.everything


def test_one_of_two_features_can_be_taken_back() -> None:
    needs = Needs(
        features=frozenset({Feature.EFA, Feature.TPM}), without=frozenset({Feature.SPOT, Feature.ENA})
    )
    given = {(c.answer, c.instead): c.relax(needs) for c in criteria(needs)}
    assert given["need", "tpm"].features == {Feature.TPM}
    assert given["without", "spot"].without == {Feature.SPOT}


@pytest.mark.parametrize("feature", list(Feature))
def test_every_feature_is_on_some_types_and_not_on_all(knowledge: Knowledge, feature: Feature) -> None:
    assert 0 < knowledge.catalog.mask(OFFERS[feature][0]) < knowledge.catalog.everything


def test_secure_boot_needs_uefi_and_a_virtual_machine(knowledge: Knowledge) -> None:
    fits, _ = OFFERS[Feature.SECURE_BOOT]
    names = {t.name for t in knowledge.catalog.types if fits(t)}
    assert "m5.large" in names
    assert not {"m5.metal", "m7g.metal", "t2.micro"} & names


@pytest.mark.parametrize(
    ("feature", "having", "lacking"),
    [
        (Feature.EFA, "m5n.24xlarge hpc7g.4xlarge", "m5.large m5.metal"),
        (Feature.ENA, "m5.large mac2.metal", "t1.micro m4.large"),
        (Feature.SECURE_BOOT, "m5.large c8g.large", "m5.metal t2.micro"),
        (Feature.TPM, "m5.large t4g.micro", "m5.metal m4.large"),
        (Feature.ENCLAVES, "c8g.large g4dn.xlarge", "t3.micro m5.metal"),
        (Feature.HIBERNATION, "m3.large t4g.micro", "m5.metal p5.48xlarge"),
        (Feature.BARE_METAL, "m5.metal mac1.metal", "m5.large t1.micro"),
        (Feature.NESTED_VIRTUALIZATION, "m5.metal m8i.large", "m5.large c8g.large"),
        (Feature.SEV_SNP, "m6a.large", "c6a.metal m5.large"),
        (Feature.SPOT, "t1.micro p5.48xlarge", "mac2.metal hpc7g.4xlarge"),
        (Feature.BURSTABLE, "t2.micro t4g.micro", "t1.micro m5.large"),
        (Feature.INSTANCE_STORE_ROOT, "m1.small c3.large", "m5d.large t2.micro"),
    ],
)
def test_who_asks_for_a_feature_gets_the_types_that_have_it(
    knowledge: Knowledge, feature: Feature, having: str, lacking: str
) -> None:
    with_it = knowledge.catalog.mask(OFFERS[feature][0])
    found = {t.name for t in knowledge.catalog.select(with_it)}
    assert set(having.split()) <= found
    assert found.isdisjoint(lacking.split())


def test_disks_that_one_system_cannot_use_are_another_criterion(knowledge: Knowledge) -> None:
    old, new = (knowledge.os_catalog.resolve("ubuntu", version) for version in ("12.04", "24.04"))
    keys = {
        criterion.key
        for system in (old, new)
        for criterion in criteria(Needs(os=system, local_storage_gb=900))
        if criterion.answer == "local-storage-gb"
    }
    assert len(keys) == 2
