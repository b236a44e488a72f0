"""Images out of DescribeImages' JSON: one image, a list of them, or the whole reply."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from wizard.model.ec2.image import NEVER, BlockDevice, Image, ImageState, ImageType, Platform
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.images.reply_text import ImageError, records_in
from wizard.model.message import clipped

__all__ = ["ImageError", "image_from", "read_images", "records_of"]

_Word = TypeVar("_Word", bound=StrEnum)
_IMAGE_BOOT_MODES = (BootMode.LEGACY_BIOS, BootMode.UEFI, BootMode.UEFI_PREFERRED)
_LINUX_UNIX = frozenset({"", "linux", "linux/unix"})


def read_images(text: str, name: str) -> tuple[Image, ...]:
    """The images of a JSON text. name: the file's name, for messages. May be empty.

    Raises ImageError for a damaged text, a field of the wrong type, or a word that decides about a
    launch and is not one that DescribeImages is known to use.
    """
    return tuple(
        _Record(record, f"{name}: " if where == name else f"{where}.").image()
        for record, where, _ in records_in(text, name)
    )


def records_of(text: str, name: str) -> Iterator[tuple[Mapping[str, object], str]]:
    """The images' records of a JSON text unread, each with the name to call it by in `image_from`.

    Raises ImageError for a damaged text, or one that holds something else, when it comes to that.
    """
    return ((record, where) for record, where, _ in records_in(text, name))


def image_from(record: Mapping[str, object], name: str) -> Image:
    """One image of a DescribeImages reply, already parsed. name: where it is from, for messages.

    A field left out, or null, says what DescribeImages says by leaving it out: no EnaSupport is
    False, no BootMode is UNSET, no Platform is LINUX_UNIX. Only no SriovNetSupport stays unknown in
    a record without State, which is not DescribeImages' own. Raises ImageError as read_images does.
    """
    return _Record(record, f"{name}: ").image()


@dataclass(frozen=True, slots=True)
class _Record:
    """A JSON object whose fields are checked as they are read. where: the beginning of a message."""

    fields: Mapping[str, object]
    where: str

    def image(self) -> Image:
        types = self.inner("InstanceTypeSpecification")
        return Image(
            image_id=self.text("ImageId"),
            name=self.text("Name"),
            description=self.text("Description"),
            owner_id=self.text("OwnerId"),
            creation_date=self.text("CreationDate"),
            architecture=self.word("Architecture", *Architecture),
            virtualization_type=self.word("VirtualizationType", *VirtualizationType),
            boot_mode=self.word("BootMode", *_IMAGE_BOOT_MODES) or BootMode.UNSET,
            ena_support=self.flag("EnaSupport", False),
            # These three name a version; whichever it is, the image has the thing.
            sriov_net_support=bool(self.text("SriovNetSupport")) or self.silence(),
            tpm_support=bool(self.text("TpmSupport")),
            imds_v2=bool(self.text("ImdsSupport")),
            platform=self.platform(),
            platform_details=self.text("PlatformDetails"),
            usage_operation=self.text("UsageOperation"),
            root_device_type=self.word("RootDeviceType", *RootDeviceType),
            root_device_name=self.text("RootDeviceName"),
            block_devices=tuple(self.block_devices()),
            kernel_id=self.text("KernelId"),
            ramdisk_id=self.text("RamdiskId"),
            image_type=self.word("ImageType", *ImageType) or ImageType.MACHINE,
            state=self.word("State", *ImageState) or ImageState.AVAILABLE,
            deprecation_time=self.date("DeprecationTime"),
            image_allowed=self.flag("ImageAllowed", True),
            public=self.flag("Public", False),
            marketplace=bool(self.objects("ProductCodes"))
            or self.text("ImageOwnerAlias") == "aws-marketplace",
            supported_types=types.type_names("SupportedInstanceTypes"),
            unsupported_types=types.type_names("UnsupportedInstanceTypes"),
        )

    def platform(self) -> Platform:
        word = self.text("Platform")
        if word.casefold() == "windows" or self.text("PlatformDetails").casefold().startswith("windows"):
            return Platform.WINDOWS
        if word.casefold() not in _LINUX_UNIX:
            raise self.error("Platform", word, "windows, or left out for everything else")
        return Platform.LINUX_UNIX

    def block_devices(self) -> Iterator[BlockDevice]:
        for device in self.objects("BlockDeviceMappings"):
            if device.fields.get("Ebs") is not None:
                volume = device.inner("Ebs")
                yield BlockDevice(
                    device_name=device.text("DeviceName"),
                    volume_type=volume.text("VolumeType") or None,
                    size_gib=volume.number("VolumeSize"),
                    encrypted=volume.flag("Encrypted", False),
                )

    def text(self, key: str) -> str:
        value = self.fields.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self.error(key, value, "a text")
        # JSON can spell half a character, which no file or terminal can hold.
        return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")

    def silence(self) -> bool | None:
        """What it means to leave SriovNetSupport out: no, but nothing in a record cut down to essentials.

        Few who write an AMI down by hand think of it; DescribeImages itself always names a State.
        """
        return False if "State" in self.fields else None

    def flag(self, key: str, absent: bool) -> bool:
        value = self.fields.get(key)
        if value is None:
            return absent
        if not isinstance(value, bool):
            raise self.error(key, value, "true or false")
        return value

    def number(self, key: str) -> int | None:
        value = self.fields.get(key)
        if value is not None and type(value) is not int:
            raise self.error(key, value, "a whole number")
        return value if isinstance(value, int) else None

    def word(self, key: str, *words: _Word) -> _Word | None:
        value = self.text(key)
        for word in words:
            if value == word:
                return word
        if value:
            raise self.error(key, value, f"one of {', '.join(words)}")
        return None

    def date(self, key: str) -> datetime.date:
        value = self.text(key)
        try:
            return datetime.date.fromisoformat(value[:10]) if value else NEVER
        except ValueError:
            raise self.error(key, value, "a time such as 2026-11-23T00:00:00.000Z") from None

    def many(self, key: str) -> list[object]:
        value = self.fields.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.error(key, value, "a list")
        return value

    def type_names(self, key: str) -> tuple[str, ...]:
        """DescribeImages wraps each in an object, ReplaceImageInstanceTypeSpecification takes texts."""
        members = _Record({f"{key}[{n}]": value for n, value in enumerate(self.many(key))}, self.where)
        return tuple(
            members.inner(place).text("InstanceType") if isinstance(value, dict) else members.text(place)
            for place, value in members.fields.items()
        )

    def objects(self, key: str) -> tuple[_Record, ...]:
        members = _Record({f"{key}[{n}]": value for n, value in enumerate(self.many(key))}, self.where)
        return tuple(map(members.inner, members.fields))

    def inner(self, key: str) -> _Record:
        value = self.fields.get(key)
        if value is not None and not isinstance(value, dict):
            raise self.error(key, value, "an object")
        return _Record(value or {}, f"{self.where}{key}.")

    def error(self, key: str, value: object, expected: str) -> ImageError:
        # Lists and objects are not printed: they may be nested deeper than Python can follow.
        flat = not isinstance(value, list | dict)
        shown = clipped(repr(value), 60) if flat else "a list or an object"
        return ImageError(f"{self.where}{key}: {shown} is not {expected}")
