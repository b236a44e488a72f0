from __future__ import annotations

from collections.abc import Mapping
from gettext import NullTranslations

import pytest

from wizard.model.errors.about import about
from wizard.model.knowledge import Knowledge


def told(knowledge: Knowledge, **values: str) -> list[str]:
    named = {path.replace("_", ".", 1): value for path, value in values.items()}
    return [message.render(NullTranslations()) for message in about(knowledge.catalog, named)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {"type_name": "t2.micro"},
            "t2.micro has 1 vCPU and 1 GiB, is built on Xen, runs i386, x86_64 and boots by legacy-bios.",
        ),
        (
            {"type_name": "c6i.xlarge"},
            "c6i.xlarge has 4 vCPUs and 8 GiB, is built on the Nitro System, runs x86_64 and boots by",
        ),
        ({"type_name": "mac2.metal"}, "runs arm64_mac and starts by a Mac's own firmware."),
        ({"type_name": "m5.metal"}, "is bare metal, runs x86_64"),
        ({"type_name": "m99.large"}, "has no type m99.large; names like it are m9g.large, "),
        ({"type_name": "zzz.q"}, "has no type zzz.q."),
        ({"type_name": "p2.xlarge"}, "EC2's API knows p2.xlarge, but the catalogue of "),
        ({"type_name": "t2.micro", "launch_region": "eu-north-1"}, "It is not offered in eu-north-1."),
        ({"type_name": "t3.micro", "launch_region": "eu-north-1"}, "It is offered in eu-north-1, though "),
    ],
)
def test_what_the_catalogue_knows_is_said(
    knowledge: Knowledge, values: Mapping[str, str], expected: str
) -> None:
    assert expected in " ".join(told(knowledge, **values))


def test_a_region_that_is_not_known_is_not_judged(knowledge: Knowledge) -> None:
    assert len(told(knowledge, type_name="t2.micro", launch_region="xx-nowhere-1")) == 1
    assert told(knowledge, launch_region="eu-north-1") == []
