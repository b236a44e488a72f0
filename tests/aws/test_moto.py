"""Against moto's server, whose EC2 was written by others and knows nothing of this program."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import moto
import pytest

from tests.aws.told import listed, told
from wizard.aws.account import Account
from wizard.aws.catalog_refresh import ask_catalog
from wizard.aws.identity import ask_identity
from wizard.aws.published_image import ask_published
from wizard.aws.usage import ask_usage
from wizard.model.account.listing_events import Answered, Regions, Rows, Trouble
from wizard.model.account.usage import Looked
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.recommendation import ImageProfile

OWN = "123456789012"


def seed(number: int, **fields: str) -> dict[str, object]:
    return {
        "ami_id": f"ami-{number:017x}",
        "name": f"image-{number}",
        "description": "seeded",
        "owner_id": OWN,
        "public": False,
        "virtualization_type": "hvm",
        "architecture": "x86_64",
        "state": "available",
        "platform": None,
        "image_type": "machine",
        "hypervisor": "xen",
        "root_device_name": "/dev/sda1",
        "root_device_type": "ebs",
        "sriov": "simple",
        "creation_date": "2025-01-01T00:00:00.000Z",
        "boot_mode": "uefi",
        **fields,
    }


IMAGES = [
    seed(1),
    seed(2, virtualization_type="paravirtual", boot_mode="legacy-bios"),
    seed(3, architecture="arm64"),
    seed(4, owner_id="099720109477"),
]
REAL = json.loads(
    gzip.decompress(
        (Path(str(moto.__file__)).parent / "ec2/resources/latest_amis/eu-central-1.json.gz").read_bytes()
    )
)
"""Amazon's images of October 2026, as AWS described them."""


# Says its address once it answers, and ends when nobody holds its input any more.
_SERVER = """import sys
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
server.start()
print("http://{}:{}".format(*server.get_host_and_port()), flush=True)
sys.stdin.read()
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The server's address. Images come by its data file, because its RegisterImage drops fields."""
    folder = tmp_path_factory.mktemp("moto")
    (folder / "amis.json").write_text(json.dumps([*IMAGES, *REAL]))
    environment = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    with subprocess.Popen(
        [sys.executable, "-c", _SERVER],
        env=environment | {"MOTO_AMIS_PATH": str(folder / "amis.json")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()


@pytest.fixture
def account(server: str, monkeypatch: pytest.MonkeyPatch, account: Account) -> Account:
    monkeypatch.setenv("AWS_ENDPOINT_URL", server)
    return account


def test_own_images_of_all_regions(account: Account) -> None:
    events = listed(account)
    assert not [event for event in events if isinstance(event, Trouble)]
    (regions,) = [event for event in events if isinstance(event, Regions)]
    assert len(regions.regions) >= 15
    rows = [row for event in events if isinstance(event, Rows) for row in event.images]
    assert {row.image_id for row in rows} == {f"ami-{number:017x}" for number in (1, 2, 3)}
    assert len(rows) == 3 * len(regions.regions) == sum(e.count for e in events if isinstance(e, Answered))
    paravirtual = next(row.image for row in rows if row.image_id.endswith("2"))
    assert paravirtual.virtualization_type is VirtualizationType.PARAVIRTUAL
    assert paravirtual.boot_mode is BootMode.LEGACY_BIOS


def test_others_images_on_request(account: Account) -> None:
    events = listed(account, regions=["eu-west-1"], owners=["099720109477"])
    assert [row.image_id for event in events if isinstance(event, Rows) for row in event.images] == [
        f"ami-{4:017x}"
    ]


def test_whom_it_is(account: Account) -> None:
    assert ask_identity(account).account_id == OWN


def test_usage_where_references_are_unknown(account: Account) -> None:
    events = told(ask_usage, [(account, {"eu-west-1": [f"ami-{1:017x}"]})])
    assert {event.part for event in events if isinstance(event, Looked)} >= {"instances", "templates"}
    assert all(event.region == "eu-west-1" for event in events if isinstance(event, Trouble))


def test_the_offerings_are_those_of_the_built_in_catalogue(account: Account, knowledge: Knowledge) -> None:
    # The Region with the fewest: several pages all the same, and moto takes its time for each type.
    answers = ask_catalog(account, ["me-south-1"], lambda _: None)
    assert answers.offerings["me-south-1"] == {
        t.name for t in knowledge.catalog.types if "me-south-1" in t.regions
    }
    assert answers.types.keys() == answers.offerings["me-south-1"]


def test_amazon_linux_by_the_parameters_that_aws_has(account: Account, knowledge: Knowledge) -> None:
    """moto holds AWS's own parameters and images of October 2026, in every Region."""
    for architecture in (Architecture.X86_64, Architecture.ARM64):
        for version in ("2023", "2"):
            kind = ImageProfile(VirtualizationType.HVM, architecture, BootMode.UEFI, True, RootDeviceType.EBS)
            wanted = knowledge.publishers.newest(
                OperatingSystem("amazon-linux", version), kind, "eu-central-1"
            )
            assert wanted
            assert wanted.name_pattern
            found = ask_published(account, "eu-central-1", wanted)
            assert fnmatchcase(str(found["Name"]), wanted.name_pattern)
            assert found["Architecture"] == architecture.value
            assert found["OwnerId"] == wanted.owner
