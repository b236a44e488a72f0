"""The neutral report: sections made of a few kinds of block, free of any output format.

All texts are already in the reader's language. A text is plain: no writer reads markup in it.
Numbers in `sources` point into `Report.references`, from 1.
"""

from __future__ import annotations

import datetime

from wizard.model.ec2.finding import Outcome
from wizard.model.frozen import frozen
from wizard.report.pictures.picture import Bars, Dots, Scale


@frozen
class NamedValue:
    """A name and its value. note: a sentence more, in a lower voice."""

    label: str
    value: str
    note: str = ""
    sources: tuple[int, ...] = ()


@frozen
class Facts:
    """A short list of facts."""

    items: tuple[NamedValue, ...]


@frozen
class Paragraph:
    """A text and where it comes from."""

    text: str
    sources: tuple[int, ...] = ()


@frozen
class Statement:
    """One finding in words.

    evidence: how it is known. remedy, error, error_code: empty where not known, or told elsewhere in
    the report. title: what it is about, where that is not plain from its place.
    """

    outcome: Outcome
    outcome_words: str
    text: str
    evidence: str
    remedy: str
    error: str
    error_code: str
    sources: tuple[int, ...]
    title: str = ""


@frozen
class Statements:
    """Findings, the gravest first."""

    items: tuple[Statement, ...]


@frozen
class Entry:
    """A case with a name of its own: an alternative, an image.

    note: a few words beside the title, such as how many types it reaches.
    """

    title: str
    outcome: Outcome
    outcome_words: str
    note: str
    text: str
    statements: tuple[Statement, ...]


@frozen
class Column:
    """width: share of what those leave that have none, and are as wide as their texts. numeric: figures, set flush right."""

    title: str
    width: float = 0
    numeric: bool = False


@frozen
class Table:
    """caption says what the rows are; every row has one text for each column."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen
class Side:
    """One of the things that a Comparison sets beside each other."""

    title: str
    value: str
    text: str
    sources: tuple[int, ...]


@frozen
class Comparison:
    """Things set beside each other."""

    sides: tuple[Side, ...]


@frozen
class Command:
    """Something to copy. lines: joined by newlines they are what a POSIX shell runs, or a template.

    language: sh, hcl or yaml.
    """

    purpose: str
    lines: tuple[str, ...]
    note: str = ""
    sources: tuple[int, ...] = ()
    language: str = "sh"


@frozen
class ProcedureStep:
    """One thing to do. lines: as in a Command; tool: AWS's own that does it; each empty where there is none."""

    text: str
    lines: tuple[str, ...] = ()
    tool: str = ""


@frozen
class Procedure:
    """One change, done in steps, between what must be so before it and the way back."""

    title: str
    why: str
    preconditions: tuple[str, ...]
    cautions: tuple[str, ...]
    steps: tuple[ProcedureStep, ...]
    way_back: str
    sources: tuple[int, ...]


Block = (
    Facts | Paragraph | Statements | Entry | Table | Comparison | Scale | Bars | Dots | Command | Procedure
)


@frozen
class Section:
    """key: the same in every language, for links and tests. annex: for looking up, not for reading first."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    annex: bool = False


@frozen
class Reference:
    """A source, once. checked: a sentence with the day somebody last read it there."""

    number: int
    title: str
    url: str
    checked: str


@frozen
class Labels:
    """The few words that a writer puts around the content. day: of the report, as its language writes it.

    data: of which day the data is that it rests on.
    """

    kind: str
    day: str
    data: str
    decision: str
    page: str
    error: str
    remedy: str
    sources: str
    preconditions: str
    cautions: str
    tool: str
    way_back: str
    annex: str


@frozen
class Report:
    """What is said at the end.

    picture: what fits, and what was left out. parties: for whom and by whom it is, where somebody said so.
    title: the decision in one sentence. notices: what has to be known before it. lead: the sentences that
    go with it. band: what every page says in its margin; empty for none. language: BCP 47. transfer: from
    what one has to what is recommended. taken: what to take, for who begins anew. decision: what the box under the title shows; empty if there is
    no decision. sections: only those with content, those of the annex last.
    """

    title: str
    language: str
    created: datetime.date
    labels: Labels
    decision: tuple[NamedValue, ...]
    sections: tuple[Section, ...]
    references: tuple[Reference, ...]
    notices: tuple[Paragraph, ...] = ()
    lead: tuple[str, ...] = ()
    band: str = ""
    transfer: tuple[Side, ...] = ()
    picture: Bars | None = None
    parties: tuple[NamedValue, ...] = ()
    taken: tuple[NamedValue, ...] = ()
