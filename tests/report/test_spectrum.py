"""Where an image stands between emulation and hardware."""

from __future__ import annotations

import gettext

import pytest

from tests.report.conftest import Recommend
from tests.report.sample import make_report
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.spectrum import NITRO, PV, PVHVM, SOURCES, SPECTRUM, Mode, Way, mode_of
from wizard.report.document import Paragraph, Section
from wizard.report.markdown import render_markdown
from wizard.report.pictures.picture import Scale
from wizard.report.report_writer import ReportWriter
from wizard.report.spectrum import spectrum


@pytest.mark.parametrize(
    ("answers", "mode"),
    [
        ({"os": "ubuntu", "os-version": "24.04"}, NITRO),
        ({"os": "linux", "type": ["t2.micro"]}, PVHVM),
        ({"os": "linux", "virtualization": "paravirtual"}, PV),
        ({"os": "ubuntu", "os-version": "24.04", "type": ["m5.metal"]}, None),
        ({"os": "windows", "type": ["t4g.micro"]}, None),
    ],
)
def test_the_advice_stands_at_its_place(
    recommend: Recommend, answers: dict[str, object], mode: Mode | None
) -> None:
    assert mode_of(recommend(answers)) is mode


def test_only_pv_leaves_the_processor_to_the_guest_s_kernel() -> None:
    assert [mode.id for mode in SPECTRUM if mode.ways[0] is not Way.HARDWARE] == ["pv"]
    assert [mode.id for mode in SPECTRUM if mode.ways[1] is Way.HARDWARE] == ["nitro"]


def test_a_row_is_heard_as_a_sentence() -> None:
    said = NITRO.text.render(gettext.NullTranslations())
    assert said == (
        "Nitro: Processor and memory by hardware, Disk and network by hardware, Interrupts and timers by hardware, "
        "Board and firmware emulated. HVM on every current type: cards of the host serve ENA and NVMe."
    )


def test_its_sources_are_known(knowledge: Knowledge) -> None:
    assert set(SOURCES) <= knowledge.rulebook.sources.keys()


def test_the_report_marks_the_reader_s_own_row(
    recommend: Recommend, knowledge: Knowledge, writer: ReportWriter
) -> None:
    scale, explained = spectrum(recommend({"os": "ubuntu", "os-version": "24.04"}), knowledge, writer)
    assert isinstance(scale, Scale)
    assert [row.title for row in scale.rows if row.mark] == ["Nitro"]
    assert scale.rows[0].cells == ("paravirtual",) * 4
    assert scale.rows[0].levels == (1, 1, 1, 1)
    assert scale.rows[-1].levels == (2, 2, 2, 0)
    assert isinstance(explained, Paragraph)
    assert len(explained.sources) == 2


def test_markdown_has_the_same_picture_as_a_table(
    recommend: Recommend, knowledge: Knowledge, writer: ReportWriter
) -> None:
    scale, _ = spectrum(recommend({"os": "linux", "virtualization": "paravirtual"}), knowledge, writer)
    said = render_markdown(replace(make_report(), sections=(Section("s", "S", (scale,)),)))
    assert "| PV (your AMI) | paravirtual | paravirtual | paravirtual | paravirtual |" in said
    assert "| Nitro | by hardware | by hardware | by hardware | emulated |" in said
