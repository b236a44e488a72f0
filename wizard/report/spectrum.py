"""The spectrum of virtualization as a picture of the report, the reader's own place marked."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.recommend.recommendation import Recommendation
from wizard.model.recommend.spectrum import PARTS, SOURCES, SPECTRUM, WAYS, Way, mode_of
from wizard.report.document import Block, Paragraph
from wizard.report.pictures.picture import Scale, ScaleRow
from wizard.report.report_writer import ReportWriter

TITLE = Message("The spectrum of virtualization")
MARKED = Message("your AMI")
EXPLAINED = Message(
    "Emulated: software plays a device, which any system can use, and slowly. Paravirtual: the guest knows its "
    "hypervisor and asks it. By hardware: the processor or a card of the host does it at nearly full speed."
)
_LEVELS = {way: level for level, way in enumerate(Way)}


def spectrum(recommendation: Recommendation, knowledge: Knowledge, writer: ReportWriter) -> Iterator[Block]:
    """Five modes, and what does each part of the machine in each."""
    mine = mode_of(recommendation)
    yield Scale(
        caption=writer.say(TITLE),
        columns=tuple(writer.say(part) for part in PARTS),
        rows=tuple(
            ScaleRow(
                title=writer.say(mode.title),
                cells=tuple(writer.say(WAYS[way]) for way in mode.ways),
                levels=tuple(_LEVELS[way] for way in mode.ways),
                note=writer.say(mode.note),
                mark=writer.say(MARKED) if mode is mine else "",
            )
            for mode in SPECTRUM
        ),
    )
    sources = knowledge.rulebook.sources
    yield Paragraph(writer.say(EXPLAINED), writer.cite([sources[key] for key in SOURCES]))
