"""Images by the hundred thousand: what differs from one to the next, and what many have in common."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from wizard.model.ec2.image import NEVER, Image
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.frozen import replace
from wizard.model.images.describe_images import image_from
from wizard.model.systems.os_catalog import OsCatalog
from wizard.model.systems.os_guess import guess_os

Record = Mapping[str, object]
_SHARED = (
    "Architecture",
    "BootMode",
    "EnaSupport",
    "ImageAllowed",
    "ImageOwnerAlias",
    "ImageType",
    "ImdsSupport",
    "KernelId",
    "OwnerId",
    "Platform",
    "PlatformDetails",
    "Public",
    "RamdiskId",
    "RootDeviceName",
    "RootDeviceType",
    "SriovNetSupport",
    "State",
    "TpmSupport",
    "UsageOperation",
    "VirtualizationType",
)


@dataclass(slots=True, eq=False)
class ImageRow:
    """One image where it was found. Rows are compared by identity.

    kind: everything that it shares with others: an Image without name, id, description and dates.
    record: what DescribeImages said, where it is kept.
    """

    profile: str
    region: str
    kind: Image
    image_id: str
    name: str
    description: str
    creation_date: str
    deprecation: datetime.date
    record: Record | None

    @property
    def image(self) -> Image:
        """The whole image."""
        return replace(
            self.kind,
            image_id=self.image_id,
            name=self.name,
            description=self.description,
            creation_date=self.creation_date,
            deprecation_time=self.deprecation,
        )

    @property
    def created(self) -> datetime.date | None:
        """The day on which it was made; None if it does not say."""
        return _day(self.creation_date[:10])

    def guess(self, catalog: OsCatalog) -> OperatingSystem:
        """What system it seems to hold."""
        return guess_os(self.image, catalog)


@lru_cache(maxsize=10_000)
def _day(text: str) -> datetime.date | None:
    """Kept: a hundred thousand images are of a few thousand days."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


class RowReader:
    """Makes rows of DescribeImages' records; images of one kind share an Image.

    keep: whether rows keep their records, which take about 3 KiB each.
    """

    def __init__(self, keep: bool = True) -> None:
        self._keep = keep
        self._kinds: dict[tuple[object, ...], Image] = {}
        self._dates: dict[str, datetime.date] = {}

    def read(
        self, record: Record, profile: str, region: str, name: str, silent: frozenset[str] | None = None
    ) -> ImageRow:
        """One row. name, silent: as in image_from, whose ImageError it raises."""
        texts: Mapping[str, str] = record  # type: ignore[assignment]  # the join below refuses all else
        image_id, title = texts.get("ImageId", ""), texts.get("Name", "")
        description, created = texts.get("Description", ""), texts.get("CreationDate", "")
        deprecated = texts.get("DeprecationTime", "")
        own = (image_id, title, description, created, deprecated)
        try:
            if "".join(own).isascii():
                kind = self._kind(record, name, silent)
                deprecation = self._dates.get(deprecated) or self._date(record, deprecated, name)
                kept = record if self._keep else None
                return ImageRow(
                    profile, region, kind, image_id, title, description, created, deprecation, kept
                )
        except TypeError:
            pass  # null, a list or an object where there should be none: the slow way says so, or knows it
        return self._slow(record, profile, region, name, silent)

    def _kind(self, record: Record, name: str, silent: frozenset[str] | None) -> Image:
        key = (silent, *map(record.get, _SHARED), *_volumes(record))
        kind = self._kinds.get(key)
        if kind is None:
            kind = self._kinds[key] = _kind_of(image_from(record, name, silent))
        return kind

    def _date(self, record: Record, text: str, name: str) -> datetime.date:
        found = self._dates[text] = image_from(record, name).deprecation_time
        return found

    def _slow(
        self, record: Record, profile: str, region: str, name: str, silent: frozenset[str] | None
    ) -> ImageRow:
        image = image_from(record, name, silent)
        return ImageRow(
            profile,
            region,
            _kind_of(image),
            image.image_id,
            image.name,
            image.description,
            image.creation_date,
            image.deprecation_time,
            record if self._keep else None,
        )


def _kind_of(image: Image) -> Image:
    return replace(image, image_id="", name="", description="", creation_date="", deprecation_time=NEVER)


def _volumes(record: Record) -> list[object]:
    """What of the lists and objects in a record makes a difference. Raises TypeError for odd ones."""
    types, codes = record.get("InstanceTypeSpecification"), record.get("ProductCodes")
    parts: list[object] = [part if part is None else repr(part) for part in (types, codes)]
    devices = record.get("BlockDeviceMappings")
    if devices is None:
        return parts
    if type(devices) is not list:
        raise TypeError
    for device in devices:
        if type(device) is not dict:
            raise TypeError
        volume = device.get("Ebs")
        if volume is None:
            continue
        if type(volume) is not dict:
            raise TypeError
        get = volume.get
        parts += (device.get("DeviceName"), get("VolumeType"), get("VolumeSize"), get("Encrypted"))
    return parts
