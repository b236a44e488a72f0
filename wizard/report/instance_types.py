"""The instance types: the best ones, those left out with the reason, and the errors they would give."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.instance_type import InstanceType, Support, gib
from wizard.model.frozen import replace
from wizard.model.message import Figure, Message, counted, figure, joined
from wizard.model.prices.amount import aligned
from wizard.model.recommend.ranked import Ranked
from wizard.model.recommend.recommendation import Recommendation
from wizard.model.recommend.sentences.wishes import has_size
from wizard.report.document import Block, Column, Paragraph, Statements, Table
from wizard.report.report_writer import ReportWriter
from wizard.report.visible import visible

SayFigure = Callable[[Figure], str]
"""Writes a number with the separators of the reader's language."""
_Filled = tuple[Column, tuple[str, ...]]

_MOST_TYPES = 12
_MOST_FOR_A_MOVE = 6
_MOST_EXAMPLES = 6
# "Intel 3.9 GHz", and a little more.
_LONGEST_PROCESSOR = 18


def closest_types(recommendation: Recommendation, moves: bool, writer: ReportWriter) -> Iterator[Block]:
    """The first of them in a table, with what the figures mean. moves: whether one moves what one has."""
    ranked = recommendation.ranked
    if not ranked:
        return
    shown = ranked[: _MOST_FOR_A_MOVE if moves else _MOST_TYPES]
    differs = len({entry.outcome for entry in ranked}) > 1 or ranked[0].outcome is not Outcome.WORKS
    columns = tuple(_columns(shown, differs, writer))
    yield Table(
        writer.say(_caption(recommendation, len(shown))),
        tuple(column for column, _ in columns),
        tuple(zip(*(cells for _, cells in columns), strict=True)),
    )
    yield Paragraph(
        writer.say(
            Message(
                "Network is the sustained bandwidth and, after the dash, the burst. The order: what works before "
                "what is in doubt, then the nearest size that is enough, then the newest."
            )
        )
    )
    if recommendation.conditions:
        yield Paragraph(
            writer.say(Message("All of them, if the image has what is open on whatever type, as said above."))
        )
    reached = [
        Message("{architecture} {count}", {"architecture": architecture, "count": counted(count)})
        for architecture, count in recommendation.by_architecture
        if count
    ]
    if len(reached) > 1:
        row = {"row": joined(reached, ", ")}
        yield Paragraph(writer.say(Message("Types that meet every answer, by architecture: {row}.", row)))


def _caption(recommendation: Recommendation, shown: int) -> Message:
    """How many there are, and which of them are shown."""
    count = len(recommendation.ranked)
    values = {"shown": shown, "count": counted(count)}
    if count == 1:
        return Message("The one type that meets every answer")
    if count == shown:
        return Message("All {count} types that meet every answer", values)
    if has_size(recommendation.needs):
        return Message("The {shown} closest of {count} types that meet every answer", values)
    return Message("The first {shown} of {count} types that meet every answer", values)


def _columns(shown: Sequence[Ranked], differs: bool, writer: ReportWriter) -> Iterator[_Filled]:
    """Each with its cells. What no row has, a price or disks of the host, has no column."""

    def column(title: Message, cell: Callable[[Ranked], str], numeric: bool = False) -> _Filled:
        return Column(writer.say(title), numeric=numeric), tuple(map(cell, shown))

    yield column(Message("Type"), lambda each: visible(each.instance_type.name))
    yield column(Message("vCPUs"), lambda each: writer.figure(counted(each.instance_type.vcpus)), True)
    yield column(
        Message("Memory, GiB"), lambda each: writer.figure(number(each.instance_type.memory_gib)), True
    )
    if any(each.price for each in shown):
        yield column(Message("USD an hour"), lambda each: _price(each, writer), True)
    yield column(Message("Network, Gbit/s"), lambda each: network(each.instance_type, writer.figure), True)
    if any(each.instance_type.local_disks for each in shown):
        yield column(Message("Local storage"), lambda each: storage(each.instance_type, writer))
    title, cells = column(Message("Processor"), lambda each: processor(each.instance_type, writer.figure))
    # Names of accelerators would leave nothing to the column behind them.
    yield replace(title, width=2 if any(map(_is_long, cells)) else 0), cells
    if differs:
        yield column(Message("Outcome"), lambda each: writer.outcome(each.outcome))
    title, cells = column(Message("Why it stands here"), lambda each: writer.say(each.why))
    yield replace(title, width=3), cells


def _price(each: Ranked, writer: ReportWriter) -> str:
    return writer.figure(aligned(each.price.hourly_usd)) if each.price else "–"


def _is_long(cell: str) -> bool:
    return len(cell) > _LONGEST_PROCESSOR


def number(value: float) -> Figure:
    """At most two decimals, and none that say nothing: 16, 3.75, 0.61, 12,288."""
    return gib(value) if value < 1000 else Figure(f"{value:,.0f}")


def network(it: InstanceType, say: SayFigure) -> str:
    """Sustained to burst, in gigabit a second."""
    sustained = say(number(it.network_gbps))
    if it.network_peak_gbps > it.network_gbps:
        return f"{sustained}–{say(number(it.network_peak_gbps))}"
    return sustained


def storage(it: InstanceType, writer: ReportWriter) -> str:
    """The disks of the host that come with the type."""
    if not it.local_disks:
        return writer.say(Message("EBS only"))
    each = f"{it.local_disks} × {writer.figure(number(it.local_storage_gb / it.local_disks))} GB"
    return f"{each} NVMe" if it.local_nvme is Support.REQUIRED else each


def processor(it: InstanceType, say: SayFigure) -> str:
    """Its maker, its sustained clock where AWS tells it, and accelerators."""
    parts = [it.processor_manufacturer]
    if it.clock_ghz is not None:
        parts.append(f"{say(figure(it.clock_ghz))} GHz")
    maker = visible(" ".join(parts))
    devices = [f"{a.count} × {a.name}" if a.count else a.name for a in it.devices]
    return ", ".join((maker, *map(visible, devices)))


def excluded(recommendation: Recommendation, writer: ReportWriter) -> Iterator[Block]:
    """Every group of types left out; each type stands in the group of its first reason."""
    if not recommendation.excluded:
        return
    total = sum(len(group.types) for group in recommendation.excluded)
    yield Table(
        writer.say(
            Message(
                "{count} type left out, by the first reason that speaks against it",
                {"count": counted(total)},
                "{count} types left out, by the first reason that speaks against each",
                total,
            )
        ),
        (
            Column(writer.say(Message("Reason")), 6),
            Column(writer.say(Message("Types")), 1, numeric=True),
            Column(writer.say(Message("For example")), 5),
        ),
        tuple(
            (
                writer.say(group.text),
                writer.figure(counted(len(group.types))),
                _examples(group.types, writer),
            )
            for group in recommendation.excluded
        ),
    )


def _examples(types: tuple[InstanceType, ...], writer: ReportWriter) -> str:
    """A few names from all over the group, not the first of one family."""
    step = max(1, len(types) // _MOST_EXAMPLES)
    names = ", ".join(visible(t.name) for t in types[::step][:_MOST_EXAMPLES])
    more = len(types) - _MOST_EXAMPLES
    if more <= 0:
        return names
    values: dict[str, object] = {"names": names, "more": counted(more)}
    return writer.say(Message("{names} and {more} more", values, "{names} and {more} more", more))


def near_misses(recommendation: Recommendation, writer: ReportWriter) -> Iterator[Block]:
    """Types one might have tried, with the error that EC2 would have given."""
    missed = recommendation.near_misses
    if not missed:
        return
    yield Paragraph(
        writer.say(
            Message(
                "What a launch would have met with another image or type, in EC2's own words where known."
            )
        )
    )
    yield Statements(tuple(writer.statement(finding, visible(it.name)) for it, finding in missed))
