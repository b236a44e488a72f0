"""The types that fit in the order of advice, for naming one of many."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from wizard.model.catalog.catalog import Catalog
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.frozen import frozen


@frozen
class TypeOrder:
    """The types that fit, best first, for choosing the one a person is likeliest to take."""

    catalog: Catalog
    types: Sequence[InstanceType]
    mask: int

    @cached_property
    def _bits(self) -> tuple[tuple[InstanceType, int], ...]:
        return tuple((t, self.catalog.bit(t)) for t in self.types)

    def first(self, mask: int) -> InstanceType:
        """The best ranked type of the mask, or its first where none of them is ranked."""
        if mask & self.mask:
            digits = bin(mask | self.catalog.everything + 1)[:2:-1]
            return next(t for t, bit in self._bits if digits[bit] == "1")
        return self.catalog.first(mask)
