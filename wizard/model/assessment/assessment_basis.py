"""What all images of an account are judged against."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cached_property

from wizard.model.frozen import frozen


@frozen
class AssessmentBasis:
    """families: the types that count of each family, as masks of the catalogue's. today: the day of judging."""

    families: Mapping[str, int]
    today: datetime.date

    @cached_property
    def everything(self) -> int:
        """All types that count, as a mask."""
        return sum(self.families.values())
