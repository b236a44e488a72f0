"""An image of an account with all that is said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wizard.model.account.usage import Use
from wizard.model.assessment.assessment import Assessment
from wizard.model.assessment.assessor import ImageAssessor
from wizard.model.assessment.bill import Bill, bill_of
from wizard.model.ec2.image import NEVER
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.images.image_row import ImageRow
from wizard.model.prices.price import Prices
from wizard.model.systems.os_catalog import OsCatalog


class JudgedImage:
    """A row, what the rules say of its kind, and what was found out beside. Compared by identity.

    deprecated: whether it was so on the day of judging. uses: what uses it, as far as somebody asked; None before that.
    bill: what the instances of those cost.
    """

    __slots__ = ("_catalog", "bill", "deprecated", "judged", "row", "uses")

    def __init__(self, row: ImageRow, judged: Assessment, catalog: OsCatalog) -> None:
        self.row = row
        self.judged = judged
        self.deprecated = row.deprecation is not NEVER and row.deprecation <= judged.today
        self.uses: tuple[Use, ...] | None = None
        self.bill: Bill | None = None
        self._catalog = catalog

    def use(self, uses: tuple[Use, ...] | None, prices: Prices) -> None:
        """Note what uses it, and what that costs."""
        self.uses = uses
        self.bill = None if uses is None else bill_of(uses, self.row.kind.usage_operation, prices)

    @property
    def system(self) -> OperatingSystem:
        """What it seems to hold; nothing is known of it where nothing speaks for any."""
        return self.row.guess(self._catalog)

    @property
    def system_title(self) -> str:
        """The name of that, such as Ubuntu 22.04; empty if there is none."""
        return self.judged.system_title

    @property
    def usable_families(self) -> int:
        """With how many families at least one type can be used."""
        return self.families - len(self.judged.locked_out)

    @property
    def families_in_doubt(self) -> int:
        """With how many of those that depends on what is not known."""
        return len(self.judged.in_doubt)

    @property
    def families(self) -> int:
        """How many families it was judged against."""
        return self.judged.family_count

    @property
    def age(self) -> int | None:
        """Days since it was made, as of the day of judging; None if it does not say."""
        created = self.row.created
        return None if created is None else (self.judged.today - created).days


def judge_rows(rows: Sequence[ImageRow], assessor: ImageAssessor, catalog: OsCatalog) -> list[JudgedImage]:
    """All rows judged; those of one kind share what is said."""
    judge: Callable[[ImageRow], Assessment] = assessor.judge
    return [JudgedImage(row, judge(row), catalog) for row in rows]
