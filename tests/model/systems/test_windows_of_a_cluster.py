"""The images of Windows that join a cluster, and what people call them."""

from __future__ import annotations

import pytest

from wizard.flow.interpret import needs_of
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.report.launch.image_to_take import image_to_take


@pytest.mark.parametrize(
    ("os", "parameter"),
    [
        ("windows-eks", "Windows_Server-2025-English-Core-EKS_Optimized-1.35/image_id"),
        ("windows-eks:2022", "Windows_Server-2022-English-Core-EKS_Optimized-1.35/image_id"),
        ("windows-ecs", "Windows_Server-2025-English-Full-ECS_Optimized/image_id"),
        ("windows-ecs:2016", "Windows_Server-2016-English-Full-ECS_Optimized/image_id"),
        ("windows-core:2019", "Windows_Server-2019-English-Core-Base"),
    ],
)
def test_the_windows_of_a_cluster_is_found_whichever_way_it_is_named(
    knowledge: Knowledge, os: str, parameter: str
) -> None:
    """Amazon has EKS and ECS images of Windows Server 2025; the version may stand behind what else is said."""
    family, _, version = os.partition(":")
    needs = needs_of({"os": family, **({"os-version": version} if version else {})}, knowledge)
    recommendation = advise(knowledge, needs)
    image = image_to_take(recommendation, knowledge)
    assert image is not None
    assert image.ssm_parameter == f"/aws/service/ami-windows-latest/{parameter}"


@pytest.mark.parametrize(
    ("os", "version"), [("rhel-byos", "9"), ("amazon-linux-ecs", "2023"), ("windows-eks", "2022")]
)
def test_a_version_is_asked_for_also_where_more_than_the_family_is_named(
    knowledge: Knowledge, os: str, version: str
) -> None:
    needs = needs_of({"os": os, "os-version": version}, knowledge)
    assert (needs.os.version, needs.os.flavour) == (version, os.rpartition("-")[2])
