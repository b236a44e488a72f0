"""One error that is known: how it is worded, what happened, and its causes with their cures."""

from __future__ import annotations

from functools import cached_property

from wizard.model.ec2.finding import Reason, Source
from wizard.model.errors.pasted import bare
from wizard.model.errors.sign import Sign
from wizard.model.errors.wording import Wording, first_sentence
from wizard.model.frozen import frozen

_SHORTEST_BEGINNING = 40
KNOWN_TYPE = "{type.name}"


@frozen
class Cause:
    """Why the error may have come, and what to do then.

    cause, cure: sentences, as templates. command: what to type then, as a template. rule: the id of
    the rule that speaks of it. when: words; where one of them stands in the text, it is the likeliest,
    and of several such the one with the longest words, as they tell most; where none stands there, it
    comes after those that need no words. KNOWN_TYPE among them stands for a type that the catalogue
    has, and is outdone by any words.
    """

    cause: str
    cure: str
    command: str | None = None
    rule: str | None = None
    when: tuple[str, ...] = ()


@frozen
class KnownError:
    """An entry of resources/errors.

    rule: the id of the rule, or of what is known and not judged, that speaks of the same.
    codes: codes that mean this and nothing else. shared_codes: such codes that other services give
    too; they count only where the text names EC2 or one of the services.
    says: the sentences, as templates whose placeholders are values and whose "…" is anything.
    signs: words that together mean it where no sentence is known, in the writing of Sign.
    needs: words of which one must stand in the text where only a code or a few words were found.
    not_this: words of which none may.
    yields: its sentences say that a type is unknown: of one that the catalogue has, what else speaks
    comes first. general: what tools wrap around an error; it counts only where nothing else is found.
    wraps: behind its words stands another error, which tells the cause.
    happened: a sentence, as a template. causes: the likeliest first, unless the text names another.
    """

    id: str
    reason: Reason
    rule: str | None
    codes: tuple[str, ...]
    shared_codes: tuple[str, ...]
    services: tuple[str, ...]
    says: tuple[str, ...]
    signs: tuple[str, ...]
    needs: tuple[str, ...]
    not_this: tuple[str, ...]
    general: bool
    yields: bool
    wraps: bool
    happened: str
    causes: tuple[Cause, ...]
    sources: tuple[Source, ...]
    examples: tuple[str, ...]

    @cached_property
    def wordings(self) -> tuple[Wording, ...]:
        """Its sentences."""
        return tuple(map(Wording, self.says))

    @cached_property
    def marks(self) -> tuple[Sign, ...]:
        """Its signs."""
        return tuple(map(Sign, self.signs))

    @cached_property
    def beginnings(self) -> tuple[Wording, ...]:
        """The first of several sentences, if it is long enough: tools and people cut the rest."""
        firsts = {first_sentence(words) for words in self.says}.difference(self.says)
        return tuple(Wording(words) for words in sorted(firsts) if len(words) >= _SHORTEST_BEGINNING)

    def causes_in(self, lowered: str, *, known_type: bool) -> tuple[Cause, ...]:
        """Its causes, the likeliest first.

        lowered: the text, in small letters. known_type: whether the catalogue has the type it names.
        """

        def told(cause: Cause) -> int:
            if not cause.when:
                return 0
            words = (bare(word).lower() for word in cause.when)
            longest = max((len(word) for word in words if word in lowered), default=0)
            return longest or (1 if known_type and KNOWN_TYPE in cause.when else -1)

        return tuple(sorted(self.causes, key=told, reverse=True))

    def fits(self, lowered: str, *, surely: bool) -> bool:
        """Whether the words around it let it be this error.

        lowered: the text, in small letters. surely: the sentence that was found is long.
        """
        if any(word.lower() in lowered for word in self.not_this):
            return False
        return surely or not self.needs or any(word.lower() in lowered for word in self.needs)
