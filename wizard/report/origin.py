"""Where data and rules come from, how old they are, and what the grades of evidence mean."""

from __future__ import annotations

from collections.abc import Iterator

from wizard import __version__
from wizard.model.ec2.finding import Evidence
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message, counted
from wizard.report.document import Block, Facts, NamedValue, Paragraph
from wizard.report.report_writer import ReportWriter
from wizard.report.visible import visible
from wizard.report.words import EVIDENCE, EVIDENCE_EXPLAINED


def origin(knowledge: Knowledge, writer: ReportWriter) -> Iterator[Block]:
    """To be asked last: it explains those grades only that the report has used."""
    catalog, rulebook = knowledge.catalog, knowledge.rulebook
    provenance = catalog.provenance
    yield Facts(
        (
            NamedValue(
                writer.say(Message("Instance types")),
                writer.say(
                    Message(
                        "{types} types in {regions} Regions, as of {date}. {source} ({version}; {licence}).",
                        {
                            "types": counted(len(catalog.types)),
                            "regions": len(catalog.regions),
                            "date": provenance.date,
                            "source": Message(provenance.source),
                            "version": provenance.version,
                            "licence": provenance.licence_name,
                        },
                    )
                ),
            ),
            NamedValue(
                writer.say(Message("Rules")),
                writer.say(
                    Message(
                        "{count} rules, version {version}, last checked against their sources on {date}.",
                        {
                            "count": len(rulebook.rules),
                            "version": rulebook.version,
                            "date": rulebook.checked,
                        },
                    )
                ),
            ),
            NamedValue(writer.say(Message("Program")), visible(f"AMI Wizard {__version__}")),
        )
    )
    grades = [grade for grade in Evidence if grade in writer.evidence]
    if grades:
        yield Paragraph(writer.say(Message("Every statement says how it is known:")))
        yield Facts(
            tuple(NamedValue(writer.say(EVIDENCE[g]), writer.say(EVIDENCE_EXPLAINED[g])) for g in grades)
        )
