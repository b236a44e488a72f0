from __future__ import annotations

from gettext import NullTranslations

import pytest

from wizard.model.knowledge import Knowledge
from wizard.model.migration.losses import losses


@pytest.mark.parametrize(
    ("here", "there", "built_anew"),
    [
        ("inf1.xlarge", "inf2.xlarge", "inf1.xlarge has AWS Inferentia, and inf2.xlarge has AWS Inferentia2"),
        ("f1.2xlarge", "f2.6xlarge", "has Xilinx Virtex UltraScale (VU9P), and f2.6xlarge has Xilinx"),
        ("g4ad.xlarge", "g6.xlarge", "g4ad.xlarge has AMD Radeon Pro V520, and g6.xlarge has NVIDIA L4"),
        ("dl1.24xlarge", "p4d.24xlarge", "has Habana Gaudi HL-205, and p4d.24xlarge has NVIDIA A100"),
        ("g4dn.xlarge", "inf2.xlarge", "g4dn.xlarge has NVIDIA T4, and inf2.xlarge has AWS Inferentia2"),
        ("inf2.xlarge", "trn1.2xlarge", None),
        ("g4dn.xlarge", "g6.xlarge", None),
        ("inf1.xlarge", "inf1.2xlarge", None),
        ("m5.large", "g6.xlarge", None),
    ],
)
def test_what_was_built_for_other_devices_is_said_to_be_built_anew(
    knowledge: Knowledge, here: str, there: str, built_anew: str | None
) -> None:
    found = [knowledge.instance_type(name) for name in (here, there)]
    assert all(found)
    said = [each.render(NullTranslations()) for each in losses(*filter(None, found))]
    anew = [each for each in said if "has to be built anew for the other" in each]
    assert len(anew) == (built_anew is not None)
    assert all(built_anew in each for each in anew if built_anew)
