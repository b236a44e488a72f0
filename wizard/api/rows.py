"""Tables of images, of any length: each row judged against whole families of types.

What decides is shared by many images, so a row costs a look-up; and nothing of a row is kept.
"""

from __future__ import annotations

import datetime
from collections.abc import Container, Iterable, Iterator, Mapping

from wizard.api.launch import knowledge
from wizard.formats.image_record import field_of, has_facts, normal
from wizard.model.assessment.assessment import Assessment
from wizard.model.assessment.assessor import ImageAssessor
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.frozen import frozen, names_of, replace
from wizard.model.images.describe_images import SILENT, ImageError, is_whole
from wizard.model.images.image_row import ImageRow, RowReader

# After so many kinds, verdicts on them, or sets of columns, everything is forgotten that was kept for speed.
_KEPT = 5_000
# What differs from image to image; of these only name and description may say something of the system.
_OWN = frozenset(
    {"ImageId", "Name", "Description", "CreationDate", "DeprecationTime", "ImageLocation", "SnapshotId"}
)


@frozen
class RowVerdict:
    """What is said of one row; the fields are the columns that a table gets.

    outcome: that of the type on which the image fares best. usable_types, usable_families: on how many
    it can be launched. locked_out: the families on which it cannot, apart by spaces; reasons: why,
    likewise; limitations: what keeps it on old types. problem: why there is no verdict, else empty.
    """

    outcome: str = ""
    usable_types: int = 0
    usable_families: int = 0
    locked_out: str = ""
    reasons: str = ""
    limitations: str = ""
    problem: str = ""


COLUMNS = names_of(RowVerdict)


class TableJudge:
    """Judges rows one by one. Memory does not grow with their number."""

    def __init__(
        self,
        *,
        types: Iterable[str] | None = None,
        families: Iterable[str] | None = None,
        names: bool = True,
        today: datetime.date | None = None,
    ) -> None:
        """All types count unless types or families are given.

        names: whether name, description and owner may tell the image's system; without them rows of equal
        facts get equal verdicts. Raises ValueError for a type or a family that is not known.
        """
        self._types = _chosen(types, families)
        self._names = names
        self._today = today or datetime.datetime.now(datetime.UTC).date()
        self._forget()

    def judge(self, row: Mapping[str, object]) -> RowVerdict:
        """The verdict on one row: a mapping of column to value, in DescribeImages' or any tool's names.

        A column that is there and empty says "no", as DescribeImages' silence does; one that is not there
        says nothing. A column region says where the image is.
        """
        if max(len(self._kinds), len(self._verdicts), len(self._columns)) > _KEPT:
            self._forget()
        names = tuple(row)
        columns = self._columns.get(names)
        if columns is None:
            columns = self._columns[names] = _Columns(names, knowledge().os_catalog.words.accounts)
        values = tuple(row.values())
        shared = columns.shared(values)
        kind = self._kinds.get(shared)
        if kind is None:
            kind = self._kinds[shared] = self._kind(row)
        if isinstance(kind, RowVerdict):
            return kind
        if self._names:
            name, description = columns.own(values)
            kind = replace(kind, name=name, description=description)
        judged = self._assessor.judge(kind)
        known = self._verdicts.get(id(judged))
        if known is None:
            # The assessment is kept as well, so that no other can come to be at its address.
            known = self._verdicts[id(judged)] = (judged, _verdict(judged))
        return known[1]

    def _kind(self, row: Mapping[str, object]) -> ImageRow | RowVerdict:
        """What rows of these values have in common, or why they have no verdict."""
        fields = dict(normal(row).fields)
        if not has_facts(fields):
            return RowVerdict(
                problem="no facts of an image: Architecture, VirtualizationType, RootDeviceType"
            )
        silent = frozenset(name for name in SILENT if name in fields) if is_whole(fields) else frozenset()
        for name in _OWN if self._names else (*_OWN, "OwnerId"):
            fields.pop(name, None)
        region = row.get("region") or row.get("Region") or ""
        try:
            return self._reader.read(fields, "", str(region), "row", silent)
        except ImageError as problem:
            return RowVerdict(problem=str(problem))

    def _forget(self) -> None:
        self._reader = RowReader(keep=False)
        self._assessor = ImageAssessor(knowledge(), self._today, self._types)
        self._columns: dict[tuple[str, ...], _Columns] = {}
        self._kinds: dict[tuple[object, ...], ImageRow | RowVerdict] = {}
        self._verdicts: dict[int, tuple[Assessment, RowVerdict]] = {}


class _Columns:
    """Which of a table's columns are an image's own, and which it shares with others of its kind."""

    def __init__(self, names: tuple[str, ...], accounts: Container[str]) -> None:
        """accounts: those that say something of a system."""
        self._accounts = accounts
        fields = [field_of(name) for name in names]
        self._names = names
        self._name = fields.index("Name") if "Name" in fields else None
        self._description = fields.index("Description") if "Description" in fields else None
        self._owner = fields.index("OwnerId") if "OwnerId" in fields else None
        self._shared = [
            place
            for place, name in enumerate(names)
            if fields[place] not in _OWN and (fields[place] or name.casefold() == "region")
        ]

    def shared(self, values: tuple[object, ...]) -> tuple[object, ...]:
        """What decides, as a key."""
        key: list[object] = [self._names]
        for place in self._shared:
            value = values[place]
            if place == self._owner:
                # Of an account only that of a publisher says anything, and a table has thousands.
                value = value if isinstance(value, str) and value in self._accounts else None
            key.append(repr(value) if isinstance(value, list | dict) else value)
        return tuple(key)

    def own(self, values: tuple[object, ...]) -> tuple[str, str]:
        """Name and description."""
        found = (None if place is None else values[place] for place in (self._name, self._description))
        name, description = (value if isinstance(value, str) else "" for value in found)
        return name, description


def judge_rows(rows: Iterable[Mapping[str, object]], **options: object) -> Iterator[RowVerdict]:
    """The verdict on each row, in order, as they come. options: as for TableJudge."""
    judge = TableJudge(**options)  # type: ignore[arg-type]  # checked there
    return map(judge.judge, rows)


def _verdict(judged: Assessment) -> RowVerdict:
    return RowVerdict(
        outcome=judged.outcome.value,
        usable_types=judged.usable,
        usable_families=judged.family_count - len(judged.locked_out),
        locked_out=" ".join(judged.locked_out),
        reasons=" ".join(reason.value for reason in judged.reasons),
        limitations=" ".join(limitation.value for limitation in judged.limitations),
    )


def _chosen(types: Iterable[str] | None, families: Iterable[str] | None) -> list[InstanceType] | None:
    if types is None and families is None:
        return None
    catalog = knowledge().catalog
    names, groups = frozenset(types or ()), frozenset(families or ())
    unknown = sorted({*names} - {t.name for t in catalog.types}) + sorted({*groups} - {*catalog.families})
    if unknown:
        raise ValueError(f"{unknown[0]!r}: no instance type or family that is known")
    return [t for t in catalog.types if t.name in names or t.family in groups]
