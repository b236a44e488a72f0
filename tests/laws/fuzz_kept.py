"""Files that the program keeps, or finds with a person, damaged: it says so, or does without."""

from __future__ import annotations

import datetime
import gettext
import io
import json
import os
import tempfile
from collections.abc import Callable
from functools import cache
from importlib.util import source_hash
from pathlib import Path
from typing import NamedTuple

from tests.aws.world import LEGACY_SSO, MFA, PROCESS, SSO
from tests.model.prices.price_files import file, row
from wizard.aws.login import login_of
from wizard.aws.profiles import read_profiles
from wizard.flow.answers import AnswersError, read_answers, write_answers
from wizard.model.catalog.catalog import CatalogError, read_catalog
from wizard.model.message import Message
from wizard.model.prices.amount import PriceError
from wizard.model.prices.price_file import PriceFile
from wizard.store.catalog_cache import cached_catalog, catalog_file
from wizard.store.folders import own_folder
from wizard.store.image_cache import images_folder, keep_region, kept
from wizard.store.parsed_texts import read_parsed
from wizard.store.preferences import load_preferences, preferences_file
from wizard.store.price_cache import cached_prices, prices_file
from wizard.store.resources import resources
from wizard.store.unsaved import Unsaved

TODAY = datetime.date(2026, 11, 29)
ENGLISH = gettext.NullTranslations()


class Read(NamedTuple):
    """What is read. seeds: good texts, to be damaged; read: raises whatever a reader must not raise."""

    what: str
    seeds: Callable[[], list[str]]
    read: Callable[[bytes], object]


def told(message: Message) -> None:
    """It has words, on one line."""
    _said(message.render(ENGLISH))


def _said(text: str) -> None:
    assert text
    assert "\n" not in text.strip()


def _catalogs() -> list[str]:
    """The built-in one with a few of its rows, and their checksum."""
    text = (resources() / "catalog" / "instance_types.json").read_text(encoding="utf-8")
    head, start, rows = text.partition('"types": [\n')
    few = "\n".join(rows.splitlines()[:3]).rstrip(",")
    return [f"{head}{start}{few}\n]\n}}\n"]


def _catalog(data: bytes) -> None:
    catalog_file().write_bytes(data)
    cached_catalog(told)
    text = data.decode("utf-8", "replace")
    try:
        read_catalog(text, "f", verify=False)
    except CatalogError as problem:
        _said(str(problem))


def _prices_seeds() -> list[str]:
    lists = {
        "region": "eu-west-1",
        "operation": "RunInstances",
        "as_of": "2026-10-01",
        "source": "s",
        "url": "u",
    }
    spot = {"region": "eu-west-1", "operation": "Linux/UNIX", "at": "2026-10-01T00:00:00+00:00"}
    whole = {
        "schema": 1,
        "currency": "USD",
        "lists": [lists | {"hourly_usd": {"m5.large": "0.107"}}],
        "spot": [spot | {"offers": {"m5.large": ["0.03", "eu-west-1a", 3]}}],
    }
    return [json.dumps(whole), json.dumps(whole, indent=1)]


def _prices(data: bytes) -> None:
    prices_file().write_bytes(data)
    cached_prices(told)


def _price_files() -> list[str]:
    return [
        file(row(), row("m5.large", "0.188", operation="RunInstances:0002"), row("t2.micro", "1")).decode()
    ]


def _price_file(data: bytes) -> None:
    try:
        PriceFile(today=TODAY).read(io.BytesIO(data), "f")
    except PriceError as problem:
        _said(str(problem))


def _image_seeds() -> list[str]:
    records = [
        {"ImageId": "ami-0123456789abcdef0", "Architecture": "x86_64", "CreationDate": "2026-01-01T00:00:00Z"}
    ]
    keep_region("p", "eu-west-1", records, datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))
    return [path.read_text(encoding="utf-8") for path in images_folder().glob("*.json")]


def _images(data: bytes) -> None:
    own_folder(images_folder())
    # Where the profile and Region of the seed are kept; found again by every later call as well.
    (images_folder() / _image_name()).write_bytes(data)
    for region in kept(told):
        assert region.region


@cache
def _image_name() -> str:
    _image_seeds()
    return next(images_folder().glob("*.json")).name


def _preferences(data: bytes) -> None:
    preferences_file().write_bytes(data)
    load_preferences()


def _preference_seeds() -> list[str]:
    return [
        json.dumps({"language": "de", "text_percent": 125, "mask_accounts": True, "recent_files": '["a"]'})
    ]


def _answer_seeds() -> list[str]:
    sample = (resources() / "sample" / "sample.amiwizard").read_text(encoding="utf-8")
    return [
        sample,
        write_answers({"os": "windows", "os-version": "2022", "need": ["tpm"], "region": "eu-west-1"}),
    ]


def _answers(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "1.aaaa.amiwizard").write_bytes(data)
        window = Unsaved(Path(folder))
        window.left()
        window.close()
    try:
        answers = read_answers(data.decode("utf-8", "replace"), "f")
    except AnswersError as problem:
        _said(str(problem))
    else:
        assert read_answers(write_answers(answers), "f") == answers


def _parsed_seeds() -> list[str]:
    return ['{"a": {"\\u0000date": "2026-01-01"}, "b": [1, 2.5, "x"]}', '{"rule": [{"id": "x"}]}']


def _parsed(data: bytes) -> None:
    """What somebody put into the cache in place of a parsed text, with its right sum."""
    folder = Path(os.environ["HOME"], "parsed")
    text = "a = 1\n"
    name = f"{source_hash(text.encode()).hex()}.json"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(source_hash(data).hex().encode() + b"\n" + data)
    read_parsed(text, lambda: folder)


def _config_seeds() -> list[str]:
    keys = "[default]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = secret\n"
    return [SSO + MFA + keys, LEGACY_SSO + PROCESS.format(command="x"), keys]


def _config(data: bytes) -> None:
    path = Path(os.environ["HOME"], "aws-config")
    path.write_bytes(data)
    for names in (("AWS_CONFIG_FILE",), ("AWS_SHARED_CREDENTIALS_FILE",)):
        found = read_profiles({name: str(path) for name in names})
        for problem in found.problems:
            told(problem.message)
        for profile in found.profiles:
            login_of(profile)


KEPT = (
    Read("a kept catalogue", _catalogs, _catalog),
    Read("kept prices", _prices_seeds, _prices),
    Read("a price file", _price_files, _price_file),
    Read("kept images", _image_seeds, _images),
    Read("preferences", _preference_seeds, _preferences),
    Read("unsaved answers", _answer_seeds, _answers),
    Read("a parsed text", _parsed_seeds, _parsed),
    Read("AWS's config", _config_seeds, _config),
)
