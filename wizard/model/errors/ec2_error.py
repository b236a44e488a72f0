"""Reads an error, as pasted with whatever a tool put around it, and says what happened, why, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from wizard.model.catalog.catalog import Catalog
from wizard.model.errors.about import about
from wizard.model.errors.error_book import ErrorBook
from wizard.model.errors.fault import GENERAL_CODES, behind, fault_of
from wizard.model.errors.filling import Filling
from wizard.model.errors.known_error import KnownError
from wizard.model.errors.pasted import Pasted, pasted
from wizard.model.errors.recognised import Recognised, Unrecognised
from wizard.model.errors.seen import Seen, codes_in, is_about_ec2, is_near_ec2, is_of_another_cloud, seen_in
from wizard.model.errors.speech import SHORT, Speech, is_meant, may_be, names_of
from wizard.model.errors.unfilled import unfilled
from wizard.model.errors.unrecognised import unrecognised
from wizard.model.errors.wording import Wording, first_sentence
from wizard.model.frozen import frozen
from wizard.model.rules.rulebook import Rulebook

_LONGEST_PART = 100_000
_TEMPLATE_VARIABLE = "template-variable"
_TOKEN = re.compile(r"[A-Z][A-Za-z0-9]{3,80}(?:\.[A-Z][A-Za-z]{2,60}){0,2}")


@frozen
class ErrorReader:
    """Knows the known errors, and the words of the rules. The catalogue speaks of the types they name."""

    book: ErrorBook
    rulebook: Rulebook
    catalog: Catalog

    def read(self, text: str) -> Recognised | None:
        """What the error in the text says; None if no known error is in it.

        A sentence decides, of several the longest, also one that a terminal broke in the middle of
        words; then the beginning or end of one that was cut off; then a code that means one thing;
        then words that tell an error together; then what tools wrap around errors.
        """
        return next(filter(None, map(self._read_part, _parts(text))), None)

    def _read_part(self, text: str) -> Recognised | None:
        words = pasted(text)
        if is_of_another_cloud(words.lowered):
            return None
        seen = seen_in(words, self.book.services)
        found = self._read(words, seen)
        variable, error = unfilled(words.words), self.book.get(_TEMPLATE_VARIABLE)
        if variable and error and (found or is_about_ec2(words, seen)):
            return self._recognised([Speech(error, 0, {"variable": variable})], words, seen)
        return found

    def _read(self, words: Pasted, seen: Seen) -> Recognised | None:
        yielding: list[Speech] = []
        for speeches in self._searches(words, seen):
            fitting = [s for s in speeches if s.error.fits(words.lowered, surely=s.weight >= SHORT)]
            surer = self._without_yielding(fitting, seen)
            if surer:
                waited = yielding and surer[0].error.general
                return self._recognised(yielding if waited else surer, words, seen)
            yielding = yielding or fitting
        return self._recognised(yielding, words, seen) if yielding else None

    def unrecognised(self, text: str) -> Unrecognised:
        """What was seen in a text that has no known error, and what to look at next."""
        words = pasted(text[-_LONGEST_PART:])
        seen = seen_in(words, self.book.services)
        ours = seen.services or is_about_ec2(words, seen) or is_near_ec2(words, seen)
        fault = fault_of(seen.code, seen.sentence) if ours else None
        return unrecognised(seen, fault, whole=len(text) <= 2 * _LONGEST_PART)

    def _without_yielding(self, speeches: list[Speech], seen: Seen) -> list[Speech]:
        """None that calls a type unknown that the catalogue has, nor the same words as the beginning of another."""

        def yields(speech: Speech) -> bool:
            name = speech.values.get("type.name") or seen.values.get("type.name", "")
            return speech.error.yields and self.catalog.get(name) is not None

        others = [speech for speech in speeches if not yields(speech)]
        return others if len(others) == len(speeches) else [speech for speech in others if speech.own]

    def _searches(self, words: Pasted, seen: Seen) -> Iterator[Iterable[Speech]]:
        yield self._spoken(words, seen, general=False)
        if not seen.foreign:
            yield self._by_fragment(words.lowered)
        yield self._by_code(words, seen, general=False)
        yield self._by_sign(words, seen)
        yield self._spoken(words, seen, general=True)
        yield self._by_code(words, seen, general=True)

    def _spoken(self, words: Pasted, seen: Seen, *, general: bool) -> Iterator[Speech]:
        squeezed = words.squeezed if words.broken else None
        for anchor, error, wording, own in self._anchored[general]:
            # Most texts lack most anchors, and there are thousands: looked for here, at once.
            found = wording.find(words) if anchor in words.lowered else None
            if found is None and squeezed:
                found = wording.find_squeezed(squeezed)
            if found and may_be(error, found.weight, seen):
                yield Speech(error, found.weight, found.values, own)

    def _by_fragment(self, lowered: str) -> list[Speech]:
        """For an error that was cut off, perhaps within a word."""
        lowered = lowered.rstrip(" .…")
        before, _, cut = lowered.rpartition(" ")
        return self._by_ends(lowered) or self._by_ends(before, cut)

    def _by_ends(self, lowered: str, cut: str = "") -> list[Speech]:
        """A piece that several errors have tells nothing, nor what a tool says as a whole sentence."""
        if lowered.rstrip(" :").endswith(self._whole):
            return []
        lengths = {error.id: 0 for error in self.book.errors}
        for error, wording, _ in self._wordings:
            if not error.general:
                lengths[error.id] = max(lengths[error.id], wording.fragment(lowered, cut))
        longest = max(lengths.values(), default=0)
        best = [error for error in self.book.errors if longest and lengths[error.id] == longest]
        return [Speech(best[0], longest, {})] if len(best) == 1 else []

    def _by_code(self, words: Pasted, seen: Seen, *, general: bool) -> list[Speech]:
        """The first code that means one thing, those that stand where codes stand before others."""
        if seen.foreign:
            return []
        for code in (*codes_in(words), *_TOKEN.findall(words.words)):
            if code in GENERAL_CODES:
                continue
            errors = next(filter(None, (self._by_codes.get(name, ()) for name in names_of(code))), ())
            found = [error for error in errors if error.general is general and is_meant(error, code, seen)]
            if found:
                return [Speech(error, 0, {}) for error in found]
        return []

    def _by_sign(self, words: Pasted, seen: Seen) -> list[Speech]:
        """For sentences that nobody has seen yet, where the text is about EC2."""
        if not is_about_ec2(words, seen):
            return []
        # A type's name is as good as the words for it.
        name = seen.values.get("type.name", "")
        known = self.catalog.get(name) is not None
        lowered = words.lowered.replace(name, f"instance type {name}") if known else words.lowered
        found = [(error, mark.find(lowered)) for error in self.book.errors for mark in error.marks]
        return [Speech(error, weight, {}) for error, weight in found if weight]

    def _recognised(self, speeches: list[Speech], words: Pasted, seen: Seen) -> Recognised:
        weight = max(speech.weight for speech in speeches)
        best = sorted(
            (speech for speech in speeches if speech.weight == weight),
            key=lambda speech: (not speech.own, seen.code not in speech.error.codes),
        )
        error = best[0].error
        named = [speech for speech in speeches if speech.error is error and speech.values]
        values = dict(seen.values)
        for speech in sorted(named, key=lambda speech: speech.weight):
            values |= speech.values
        filling = Filling(self.catalog, values)
        known_type = self.catalog.get(values.get("type.name", "")) is not None
        others = [speech.error.rule for speech in best[1:]] + [cause.rule for cause in error.causes]
        rule = error.rule or error.id
        causes = map(filling.remedy, error.causes_in(words.lowered, known_type=known_type))
        return Recognised(
            error=error.id,
            rule=rule,
            others=tuple(dict.fromkeys(other for other in others if other and other != rule)),
            reason=error.reason,
            values=values,
            seen=seen,
            happened=filling.sentence(error.happened),
            causes=(*(behind(seen) if error.wraps else ()), *causes),
            about=about(self.catalog, values),
            sources=error.sources,
        )

    @cached_property
    def _anchored(self) -> Mapping[bool, tuple[tuple[str, KnownError, Wording, bool], ...]]:
        """Every sentence behind its anchor, those of general errors by themselves."""
        return {
            general: tuple(
                (wording.anchor, error, wording, own)
                for error, wording, own in self._wordings
                if error.general is general
            )
            for general in (False, True)
        }

    @cached_property
    def _whole(self) -> tuple[str, ...]:
        """What tools put before EC2's words, in small letters."""
        return tuple(
            wording.anchor
            for error, wording, _ in self._wordings
            if error.wraps and wording.anchor == wording.template.lower()
        )

    @cached_property
    def _wordings(self) -> tuple[tuple[KnownError, Wording, bool], ...]:
        """Every sentence, whose it is, and whether it is its own; a rule's words go to the first of its errors."""
        own = [(error, wording, True) for error in self.book.errors for wording in error.wordings]
        begun = [(error, wording, False) for error in self.book.errors for wording in error.beginnings]
        first = {error.rule: error for error in reversed(self.book.errors) if error.rule}
        said = {wording.template for _, wording, _ in (*own, *begun)}
        ruled = [
            (first[rule.id], Wording(first_sentence(words)), False)
            for rule in self.rulebook.rules
            for words in (rule.ec2_error, *rule.older_errors)
            if words and rule.id in first and first_sentence(words) not in said
        ]
        return (*own, *begun, *ruled)

    @cached_property
    def _by_codes(self) -> Mapping[str, tuple[KnownError, ...]]:
        found: dict[str, tuple[KnownError, ...]] = {}
        for error in self.book.errors:
            for code in (*error.codes, *error.shared_codes):
                name = names_of(code)[0]
                found[name] = (*found.get(name, ()), error)
        return found


def _parts(text: str) -> Iterator[str]:
    """What is read of a long text: its end, where a log has the error that ended it, then its beginning."""
    yield text[-_LONGEST_PART:]
    if rest := text[:-_LONGEST_PART]:
        yield rest[:_LONGEST_PART]
