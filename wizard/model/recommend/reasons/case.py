"""What was decided for which needs, to be counted and spoken of."""

from __future__ import annotations

from wizard.model.frozen import frozen
from wizard.model.message import Message, counted
from wizard.model.recommend.decide import Candidate, Decision
from wizard.model.recommend.needs import Needs

_FAMILIES = 8


@frozen
class Case:
    """What was decided for which needs. fits: the types, as a mask."""

    decision: Decision
    needs: Needs

    @property
    def fits(self) -> int:
        """The types that fit, as a mask."""
        return self.decision.best.fits

    @property
    def count(self) -> int:
        return self.fits.bit_count()

    def among(self, mask: int) -> int:
        """How many of the types that fit are in the mask."""
        return (self.fits & mask).bit_count()

    def families(self, mask: int) -> str:
        """The families of a mask, as AWS writes them: C1, C3, M1; only so many as a sentence bears."""
        names = dict.fromkeys(t.family for t in self.decision.best.survey.catalog.select(mask))
        shown = [name.upper() if name[-1].isdigit() else name for name in names]
        return ", ".join(shown[:_FAMILIES])

    def rival(self, **differs: object) -> Candidate | None:
        """The best candidate that differs from the chosen one in this."""
        found = (
            c
            for c in self.decision.others
            if all(getattr(c.profile, name) == value for name, value in differs.items())
        )
        return next(found, None)


def sentence(many: str, case: Case, *, one: str = "", **values: object) -> Message:
    """A sentence about all {n} types that fit. one: the same for the only {type} that does."""
    catalog = case.decision.best.survey.catalog
    numbers = {k: counted(v) if isinstance(v, int) else v for k, v in values.items()}
    numbers |= {"n": counted(case.count), "total": counted(len(catalog.types))}
    if one and case.count == 1:
        return Message(one, {**numbers, "type": catalog.first(case.fits).name})
    return Message(many, numbers)
