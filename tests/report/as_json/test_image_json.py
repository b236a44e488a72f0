from __future__ import annotations

import datetime
import json
import re
from gettext import NullTranslations
from typing import Any

from tests.report.images import FULL, judged
from wizard.model.account.listing_progress import RegionState
from wizard.model.account.problem import Kind, Problem
from wizard.model.account.usage import Use, User
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.report.account_mask import AccountMask
from wizard.report.as_json.image_json import json_document, json_rows

ENGLISH = NullTranslations()


def read(*images: JudgedImage) -> list[Any]:
    return [json.loads(row) for row in json_rows(images, ENGLISH)]


def test_a_row_says_everything(knowledge: Knowledge) -> None:
    (row,) = read(judged(knowledge, **FULL))
    families = row.pop("families")
    assert row.pop("usable_types") > 5
    assert (row.pop("usable_families"), row.pop("own_families"), row.pop("elsewhere")) == (1, 2, ["m6g"])
    assert set(families) == {"m5", "m6g", "t1"}
    assert row.pop("locked_out")[0]["rules"]
    assert row == {
        "profile": "me",
        "region": "us-east-1",
        "image_id": "ami-1",
        "name": "ubuntu-jammy-22.04",
        "description": "for\ttests",
        "owner_id": "123456789012",
        "creation_date": "2025-03-01T10:00:00.000Z",
        "architecture": "x86_64",
        "virtualization_type": "hvm",
        "boot_mode": "uefi",
        "ena_support": True,
        "tpm_support": True,
        "imds_v2": True,
        "root_device_type": "ebs",
        "platform": "linux-unix",
        "platform_details": "Linux/UNIX",
        "state": "available",
        "deprecation_time": "2030-01-02",
        "public": True,
        "marketplace": False,
        "os": {
            "family": "ubuntu",
            "version": "22.04",
            "title": "Ubuntu 22.04",
            "guess": "Guessed from the AMI's name, ubuntu-jammy-22.04.",
        },
        "billing": None,
        "in_use": None,
        "used_by": None,
        "outcome": "works",
        "limitations": [],
    }


def test_what_is_not_known_is_null(knowledge: Knowledge) -> None:
    (row,) = read(judged(knowledge))
    unknown = {"image_id", "architecture", "boot_mode", "root_device_type", "deprecation_time", "os"}
    assert {key for key, value in row.items() if value is None} >= unknown


def test_what_uses_it(knowledge: Knowledge) -> None:
    image = judged(knowledge, **FULL)
    image.uses = ()
    assert read(image)[0]["used_by"] == []
    image.uses = (Use("ami-1", User.INSTANCE, "us-east-1", "i-1", "web", "running"),)
    expected = {"kind": "instance", "id": "i-1", "name": "web", "region": "us-east-1", "detail": "running"}
    assert read(image)[0]["used_by"] == [expected]


def test_images_of_one_kind_say_the_same(knowledge: Knowledge) -> None:
    one, other = judged(knowledge, **FULL), judged(knowledge, **FULL | {"Name": "debian-12"})
    other.judged = one.judged
    first, second = read(one, other)
    assert second["os"]["family"] == "debian"
    assert first["locked_out"] == second["locked_out"]


def test_a_document_has_rows_and_regions(knowledge: Knowledge) -> None:
    problem = Problem(Kind.NETWORK, Message("Gone."), Message("Cut."), Message("Mend it."))
    kept = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC)
    regions = [
        RegionState("me", "eu-west-1", asked=True, answered=True),
        RegionState("me", "", problem=problem),
        RegionState("me", "eu-west-2", kept=kept),
    ]
    images = [judged(knowledge, **FULL), judged(knowledge)]
    document = json.loads("".join(json_document(images, regions, ENGLISH)))
    assert document["schema"] == 1
    assert len(document["images"]) == 2
    answered, failed, old = document["regions"]
    assert (answered["asked"], answered["answered"], answered["problem"]) == (True, True, None)
    assert failed["problem"] == "Gone. Cut. Mend it."
    assert (failed["kept"], old["kept"]) == (None, "2026-11-23T12:00:00+00:00")
    assert json.loads("".join(json_document([], [], ENGLISH)))["images"] == []


def test_accounts_are_masked_everywhere(knowledge: Knowledge) -> None:
    trouble = Message("No {arn}.", {"arn": "arn:aws:iam::123456789012:role/x"})
    problem = Problem(Kind.RIGHTS, trouble, Message("Why."), Message("What now."))
    image = judged(knowledge, **FULL | {"Name": "debian-12 of 210987654321"})
    parameter = "arn:aws:ssm:us-east-1:123456789012:parameter/image"
    image.uses = (Use("ami-1", User.REFERENCE, "us-east-1", parameter),)
    state = RegionState("123456789012_Admin", "eu-west-1", problem=problem)
    text = "".join(json_document([image], [state], ENGLISH, AccountMask(())))
    assert not re.search("[0-9]{12}", text)
    document = json.loads(text)
    (row,) = document["images"]
    assert (row["name"], row["owner_id"]) == ("debian-12 of account-1", "account-2")
    assert "account-1" in row["os"]["guess"]
    assert document["regions"][0]["profile"] == "account-2_Admin"
    assert row["used_by"][0]["id"] == "arn:aws:ssm:us-east-1:account-2:parameter/image"
    assert row["public"] is True


def test_names_are_written_in_letters(knowledge: Knowledge) -> None:
    """A person who looks for them finds them."""
    problem = Problem(Kind.NETWORK, Message("Größe"), Message("Cut."), Message("Mend it."))
    region = RegionState("é", "eu-west-1", problem=problem)
    unread = [("ä.json", Message("ü"))]
    image = judged(knowledge, **FULL | {"Name": "größer-22.04"})
    document = "".join(json_document([image], [region], ENGLISH, unread=unread))
    assert [word for word in ("größer-22.04", "Größe", "é", "ä.json", "ü") if word not in document] == []
