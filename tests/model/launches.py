"""Launches at random, for laws that must hold for every one of them."""

from __future__ import annotations

import datetime
import random
from typing import Any

from hypothesis import strategies as st

from wizard.model.ec2.fact import all_facts
from wizard.model.ec2.image import NEVER, BlockDevice, Image, ImageState, Platform
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.launch import Edition, Launch, Tenancy
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.frozen import replace
from wizard.model.message import Message

TODAY = datetime.date(2026, 11, 23)
OPTIONS = (
    "spot",
    "hibernation",
    "enclave",
    "ebs_optimized",
    "cpu_options",
    "sev_snp",
    "nested_virtualization",
    "secure_boot",
    "efa",
)
_REGIONS = ("us-east-1", "us-east-2", "eu-west-1", "eu-central-1", "af-south-1", "ca-west-1")
_SYSTEMS = (
    ("amazon-linux", "2"),
    ("amazon-linux", "2023"),
    ("ubuntu", "16.04"),
    ("rhel", "10"),
    ("netbsd", "9"),
    ("windows", "2008 R2"),
    ("windows", "2022"),
    ("macos", "15"),
    ("custom", None),
    ("linux", None),
    (None, None),
)
_ABILITIES = tuple(
    path.removeprefix("os.")
    for path, fact in all_facts().items()
    if path.startswith("os.") and fact.kind is bool and path != "os.host_vt"
)


def random_launch(rng: random.Random) -> Launch:
    """Any image, known well or hardly at all, with any options."""
    known = rng.choice((1.0, 0.9, 0.5))

    def maybe(*values: Any) -> Any:
        return rng.choice(values) if rng.random() < known else None

    windows = rng.random() < 0.3
    return Launch(
        image=_image(rng, windows, maybe),
        os=_system(rng, windows, maybe),
        region=maybe(*_REGIONS),
        edition=rng.choice((Edition.CURRENT, Edition.CURRENT, Edition.YEAR_2014)),
        today=maybe(TODAY),
        tenancy=rng.choice((Tenancy.DEFAULT, Tenancy.DEFAULT, Tenancy.DEDICATED, Tenancy.HOST)),
        root_encrypted=maybe(True, False),
        http_tokens=maybe("optional", "required"),
        subscribed=maybe(True, False),
        seller_allows=maybe(True, False),
        **dict[str, Any]((option, rng.random() < 0.1) for option in OPTIONS),
    )


def _image(rng: random.Random, windows: bool, maybe: Any) -> Image:
    sizes = rng.choices((8, 30, 4096, None), (6, 3, 1, 1), k=rng.choice((0, 1, 1, 2, 28, 41)))
    return Image(
        image_id=rng.choice(("", "ami-1", "ami-2")),
        creation_date=rng.choice(("", "2014-01-01T00:00:00.000Z", "2026-06-01T00:00:00.000Z")),
        architecture=maybe(*Architecture, Architecture.X86_64, Architecture.X86_64, Architecture.ARM64),
        virtualization_type=maybe(*VirtualizationType, VirtualizationType.HVM),
        boot_mode=maybe(*BootMode),
        ena_support=maybe(True, True, False),
        sriov_net_support=maybe(True, False),
        tpm_support=maybe(False, False, False, True),
        imds_v2=maybe(True, False),
        platform=maybe(Platform.WINDOWS if windows else Platform.LINUX_UNIX),
        usage_operation=rng.choice(("", "RunInstances", "RunInstances:0006", "RunInstances:0102")),
        root_device_type=maybe(RootDeviceType.EBS, RootDeviceType.EBS, RootDeviceType.INSTANCE_STORE),
        block_devices=tuple(
            BlockDevice(
                "" if n == 0 else f"/dev/sd{n}", rng.choice((None, "gp3", "st1")), size, maybe(True, False)
            )
            for n, size in enumerate(sizes)
        ),
        kernel_id=rng.choice(("", "", "aki-1")),
        state=rng.choice((ImageState.AVAILABLE,) * 9 + tuple(ImageState)),
        deprecation_time=rng.choice((NEVER, datetime.date(2025, 1, 1), datetime.date(2028, 1, 1))),
        image_allowed=rng.random() < 0.95,
        marketplace=rng.random() < 0.1,
        supported_types=rng.choice(((), (), ("m5.*", "t2.*", "*.metal"))),
        unsupported_types=rng.choice(((), (), ("t*.micro", "m5.large"))),
    )


def _system(rng: random.Random, windows: bool, maybe: Any) -> OperatingSystem:
    family, version = rng.choice(_SYSTEMS)
    kinds = (
        (OsKind.WINDOWS,) if windows else (OsKind.LINUX, OsKind.LINUX, OsKind.BSD, OsKind.MACOS, OsKind.OTHER)
    )
    return OperatingSystem(
        family=family,
        version=version,
        kind=maybe(*kinds),
        host_vt=rng.random() < 0.9,
        x86_level=maybe(1, 2, 3),
        arm64_page_kib=maybe(4, 64),
        minimum_memory_mib=maybe(256, 512, 1024),
        end_of_life=maybe(datetime.date(2020, 1, 1), datetime.date(2030, 1, 1)),
        extended_end=maybe(datetime.date(2024, 1, 1), datetime.date(2032, 1, 1)),
        add_on_end=maybe(datetime.date(2029, 1, 1)),
        guess=Message("Its name says so.") if rng.random() < 0.1 else None,
        **{ability: maybe(True, True, False) for ability in _ABILITIES},
    )


launches: st.SearchStrategy[Launch] = st.randoms(use_true_random=False).map(random_launch)


def without(launch: Launch, path: str) -> Launch:
    """The same launch, one fact of it not known."""
    root, _, name = path.partition(".")
    if root == "launch":
        return replace(launch, **dict[str, Any]({name: None}))
    part = replace(getattr(launch, root), **{name: None})
    return replace(launch, **dict[str, Any]({root: part}))


def removable() -> tuple[str, ...]:
    """The facts that may be unknown."""
    records = {"image": Image, "os": OperatingSystem, "launch": Launch}
    return tuple(
        f"{root}.{name}"
        for root, record in records.items()
        for name, hint in record.__annotations__.items()
        if "None" in str(hint) and f"{root}.{name}" in all_facts() and name != "guess"
    )
