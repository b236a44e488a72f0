"""What fits and what was left out, as bars."""

from __future__ import annotations

from wizard.model.message import Message, counted
from wizard.model.recommend.recommendation import Recommendation
from wizard.report.pictures.picture import Bar, Bars
from wizard.report.report_writer import ReportWriter

_MOST = 6


def left_out(recommendation: Recommendation, writer: ReportWriter) -> Bars | None:
    """A bar for what fits, one for each of the largest groups left out, one for the rest. None if nothing was."""
    groups = sorted(recommendation.excluded, key=lambda group: len(group.types), reverse=True)
    if not groups:
        return None
    kept, rest = groups[:_MOST], groups[_MOST:]
    fit = len(recommendation.ranked)
    counts = [(Message("Meet every answer"), fit)]
    counts += [(group.text, len(group.types)) for group in kept]
    if rest:
        counts.append((Message("Other reasons"), sum(len(group.types) for group in rest)))
    total = sum(count for _, count in counts)
    bars = tuple(
        Bar(writer.say(label).rstrip("."), writer.figure(counted(count)), count / total, kept=place == 0)
        for place, (label, count) in enumerate(counts)
    )
    values = {"fit": counted(fit), "all": counted(total)}
    caption = writer.say(
        Message("{fit} of {all} types meet every answer; the others by their first reason", values)
    )
    return Bars(caption, f"{caption}. {said(bars)}", bars)


def said(bars: tuple[Bar, ...]) -> str:
    """The bars in words."""
    return " ".join(f"{bar.label}: {bar.figure}." for bar in bars)
