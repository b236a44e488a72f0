"""Finds images in JSON values of any shape: pages, Regions, Terraform's resources, tables, playbooks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from wizard.formats.image_record import Record, is_image
from wizard.model.ec2.names import REGION

_REGION_KEYS = ("Region", "region", "RegionName", "region_name", "awsRegion", "aws_region")
_LISTS = ("Images", "images")
_AMI = re.compile(r"ami-(?:[0-9a-f]{17}|[0-9a-f]{8})")
_DEEPEST = 24

Step = tuple[Record, str, str]
"""An image's record, its path such as Images[2], and the Region that the text names for it."""


class ImageWalk:
    """One walk. lists: how many lists of images were met; odd: paths of members that are no images.

    page: whether a reply among them says that more follow.
    """

    def __init__(self) -> None:
        self.lists = 0
        self.odd: list[str] = []
        self.page = False

    def through(self, value: object, path: str = "", region: str = "", top: bool = True) -> Iterator[Step]:
        """The images in a value, in order. top: whether its members have to be images."""
        if path.count(".") > _DEEPEST:
            return
        if isinstance(value, list):
            yield from self._list(value, path, region, top)
        elif isinstance(value, dict):
            yield from self._object(value, path, region)
        elif isinstance(value, str) and value.startswith(('{"', "[{")):
            try:
                inner = json.loads(value)
            except (ValueError, RecursionError):
                return
            yield from self.through(inner, path, region, top=False)

    def _object(self, value: Mapping[str, object], path: str, region: str) -> Iterator[Step]:
        region = region_in(value) or region
        if is_image(value):
            yield value, path, region
            return
        before = f"{path}." if path else ""
        for key, said in value.items():
            inner = {"ImageId": key, **said} if _AMI.fullmatch(key) and isinstance(said, dict) else said
            images = key in _LISTS and isinstance(inner, list)
            if images:
                self.lists += 1
                self.page |= bool(value.get("NextToken"))
            here = key if REGION.fullmatch(key) else region
            yield from self.through(inner, f"{before}{_word(key)}", here, top=images)

    def _list(self, value: list[object], path: str, region: str, top: bool) -> Iterator[Step]:
        odd = []
        any_found = False
        self.lists += top and not value
        for number, inner in enumerate(value):
            lists, found = self.lists, False
            for step in self.through(inner, f"{path}[{number}]", region, top=top and isinstance(inner, list)):
                found = any_found = True
                yield step
            if not found and lists == self.lists:
                odd.append(f"{path}[{number}]")
        if top and (any_found or path.endswith(_LISTS)):
            self.odd += odd


def region_in(value: Mapping[str, object]) -> str:
    """The Region that an object says it is from, or nothing."""
    for key in _REGION_KEYS:
        named = value.get(key)
        if isinstance(named, str) and REGION.fullmatch(named):
            return named
    return ""


def _word(key: str) -> str:
    """A key as part of a path, which stays one line."""
    return re.sub(r"[^\w/:-]", "?", key)[:60]
