from __future__ import annotations

from wizard.model.ec2.instance_type import Architecture
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.elsewhere import Elsewhere, elsewhere
from wizard.model.recommend.needs import Needs, Range


def found(knowledge: Knowledge, text: str, needs: Needs) -> Elsewhere | None:
    return elsewhere(knowledge.catalog, advise(knowledge, needs), text.split())


def test_what_another_architecture_would_bring_is_said(knowledge: Knowledge) -> None:
    there = found(knowledge, "ARM64 nitro", Needs())
    assert there is not None
    assert len(there.types) > 300
    assert there.architecture is Architecture.ARM64
    # Who chose one has said so.
    chosen = found(knowledge, "arm64", Needs(architecture=Architecture.X86_64))
    assert chosen is not None
    assert chosen.architecture is None


def test_a_type_that_an_answer_leaves_out_is_found_with_the_answer(knowledge: Knowledge) -> None:
    there = found(knowledge, "m5.large", Needs(vcpus=Range(minimum=16)))
    assert there is not None
    assert [t.name for t in there.types] == ["m5.large"]
    assert (there.group.answer, there.architecture) == ("vcpus", None)
    nothing_left = found(knowledge, "m5.large", Needs(vcpus=Range(minimum=10_000)))
    assert nothing_left is not None
    assert nothing_left.architecture is None


def test_what_is_nowhere_is_nowhere(knowledge: Knowledge) -> None:
    assert found(knowledge, "windows 3.11", Needs()) is None
    # Nor is it elsewhere what fits.
    assert found(knowledge, "m7i.large", Needs()) is None
