"""One image out of DescribeImages' JSON."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from wizard.model.ec2.image import NEVER, BlockDevice, Image, ImageState, ImageType, Platform
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.frozen import frozen
from wizard.model.message import Message, MessageError, clipped, located

_Word = TypeVar("_Word", bound=StrEnum)
_Meaning = TypeVar("_Meaning")
_IMAGE_BOOT_MODES = (BootMode.LEGACY_BIOS, BootMode.UEFI, BootMode.UEFI_PREFERRED)
_LINUX_UNIX = frozenset({"", "linux", "linux/unix"})

_PRODUCT_CODE = re.compile(r"[a-z0-9-]{1,80}", re.ASCII)

SILENT = frozenset({"BootMode", "EnaSupport", "ImdsSupport", "Platform", "SriovNetSupport", "TpmSupport"})
"""The fields that DescribeImages leaves out to say no."""
_ESSENTIAL = ("Architecture", "VirtualizationType", "RootDeviceType")
_ALWAYS = (*_ESSENTIAL, "State")
_WRITTEN_DOWN = SILENT - {"SriovNetSupport"}


class ImageError(MessageError):
    """The text holds no usable image; one line that names file, key and what was expected."""


def no_image(name: str) -> Message:
    """What is wrong with a reply in which there is none. name: the file's."""
    return located(f"{name}: Images", Message("the list is empty; expected at least one image"))


def image_from(record: Mapping[str, object], name: str, silent: frozenset[str] | None = None) -> Image:
    """One image of a DescribeImages reply, already parsed. name: where it is from, for messages.

    silent: those of SILENT that the record leaves out, or has as null, to say "no": no EnaSupport is
    False, no BootMode is UNSET, no Platform is LINUX_UNIX. What else is missing is not known. If not
    given: all of them in a record with the fields that every image has, and none in a fragment;
    SriovNetSupport only where there is a State too, since few who write an AMI down by hand think of it.

    Raises ImageError for a field of the wrong type, or a word that decides about a launch and is not
    one that DescribeImages is known to use.
    """
    return _Record(record, name, "", _silence(record) if silent is None else silent).image()


def is_whole(record: Mapping[str, object]) -> bool:
    """Whether it is all that DescribeImages says of an image, which always names these four fields."""
    return all(record.get(name) for name in _ALWAYS)


def _silence(record: Mapping[str, object]) -> frozenset[str]:
    if is_whole(record):
        return SILENT
    if not all(record.get(name) for name in _ESSENTIAL):
        return frozenset()
    # SR-IOV networking needs HVM, so nobody marks a paravirtual AMI for it and leaves that out.
    return SILENT if record["VirtualizationType"] == VirtualizationType.PARAVIRTUAL else _WRITTEN_DOWN


@frozen
class _Record:
    """A JSON object whose fields are checked as they are read. name: where the image is from; path: where in it this is."""

    fields: Mapping[str, object]
    name: str
    path: str
    silent: frozenset[str] = frozenset()

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
            boot_mode=self.word("BootMode", *_IMAGE_BOOT_MODES) or self.absent("BootMode", BootMode.UNSET),
            ena_support=self.maybe("EnaSupport"),
            # These three name a version; whichever it is, the image has the thing.
            sriov_net_support=bool(self.text("SriovNetSupport")) or self.absent("SriovNetSupport", False),
            tpm_support=bool(self.text("TpmSupport")) or self.absent("TpmSupport", False),
            imds_v2=bool(self.text("ImdsSupport")) or self.absent("ImdsSupport", False),
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
            product_code=self.product_code(),
            supported_types=types.type_names("SupportedInstanceTypes"),
            unsupported_types=types.type_names("UnsupportedInstanceTypes"),
        )

    def product_code(self) -> str:
        """The first of AWS Marketplace that can stand in an address; a file may say anything."""
        codes = (code.text("ProductCodeId") for code in self.objects("ProductCodes"))
        return next((code for code in codes if _PRODUCT_CODE.fullmatch(code)), "")

    def platform(self) -> Platform | None:
        word, details = self.text("Platform").casefold(), self.text("PlatformDetails").casefold()
        if word == "windows" or details.startswith("windows"):
            return Platform.WINDOWS
        if word not in _LINUX_UNIX:
            raise self.error(
                "Platform", self.text("Platform"), Message("windows, or left out for everything else")
            )
        return Platform.LINUX_UNIX if word or details else self.absent("Platform", Platform.LINUX_UNIX)

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
            raise self.error(key, value, Message("a text"))
        # JSON can spell half a character, which no file or terminal can hold.
        return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")

    def absent(self, key: str, meaning: _Meaning) -> _Meaning | None:
        """What it says that this field is left out: its meaning, or nothing."""
        return meaning if key in self.silent else None

    def maybe(self, key: str) -> bool | None:
        """A flag that is not known if it is left out, unless that says no."""
        return self.absent(key, False) if self.fields.get(key) is None else self.flag(key, False)

    def flag(self, key: str, absent: bool) -> bool:
        value = self.fields.get(key)
        if value is None:
            return absent
        if not isinstance(value, bool):
            raise self.error(key, value, Message("true or false"))
        return value

    def number(self, key: str) -> int | None:
        value = self.fields.get(key)
        if value is not None and type(value) is not int:
            raise self.error(key, value, Message("a whole number"))
        return value if isinstance(value, int) else None

    def word(self, key: str, *words: _Word) -> _Word | None:
        value = self.text(key)
        for word in words:
            if value == word:
                return word
        if value:
            raise self.error(key, value, Message("one of {words}", {"words": ", ".join(words)}))
        return None

    def date(self, key: str) -> datetime.date:
        value = self.text(key)
        try:
            return datetime.date.fromisoformat(value[:10]) if value else NEVER
        except ValueError:
            raise self.error(key, value, Message("a time such as 2026-11-23T00:00:00.000Z")) from None

    def many(self, key: str) -> list[object]:
        value = self.fields.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.error(key, value, Message("a list"))
        return value

    def type_names(self, key: str) -> tuple[str, ...]:
        """DescribeImages wraps each in an object, ReplaceImageInstanceTypeSpecification takes texts."""
        members = _Record(
            {f"{key}[{n}]": value for n, value in enumerate(self.many(key))}, self.name, self.path
        )
        return tuple(
            members.inner(place).text("InstanceType") if isinstance(value, dict) else members.text(place)
            for place, value in members.fields.items()
        )

    def objects(self, key: str) -> tuple[_Record, ...]:
        members = _Record(
            {f"{key}[{n}]": value for n, value in enumerate(self.many(key))}, self.name, self.path
        )
        return tuple(map(members.inner, members.fields))

    def inner(self, key: str) -> _Record:
        value = self.fields.get(key)
        if value is not None and not isinstance(value, dict):
            raise self.error(key, value, Message("an object"))
        return _Record(value or {}, self.name, f"{self.path}{key}.")

    def error(self, key: str, value: object, expected: Message) -> ImageError:
        # Lists and objects are not printed: they may be nested deeper than Python can follow.
        flat = not isinstance(value, list | dict)
        shown = clipped(repr(value), 60) if flat else Message("a list or an object")
        problem = Message("{given} is not {expected}", {"given": shown, "expected": expected})
        return ImageError(located(f"{self.name}: {self.path}{key}", problem))
