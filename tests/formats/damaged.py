"""Inputs that are damaged, spliced or invented, from texts that are good."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

KEYS = [
    *("ImageId", "imageId", "image_id", "id", "ami", "Images", "images", "Architecture", "architecture"),
    *("VirtualizationType", "State", "EnaSupport", "BlockDeviceMappings", "Ebs", "VolumeSize"),
    *("NextToken", "Region", "region", "InstanceId", "InstanceType", "instance_type", "Resources"),
    *("Type", "Properties", "Ref", "Fn::FindInMap", "Fn::If", "Fn::Sub", "Fn::Join", "Fn::Select"),
    *("Conditions", "Parameters", "Default", "AllowedValues", "Mappings", "values", "root_module"),
    *("child_modules", "resources", "attributes", "planned_values", "prior_state", "configuration"),
    *("format_version", "version", "terraform_version", "builders", "source_ami", "source_ami_filter"),
    *("filters", "amiType", "instanceTypes", "nodeRole", "Value", "answers", "schema"),
    *("LaunchTemplateData", "Reservations", "Instances", "Placement", "AvailabilityZone", "CpuOptions"),
    *("MixedInstancesPolicy", "Overrides", "references", "expressions"),
]
WORDS = [
    *("ami-0123456789abcdef0", "x86_64", "arm64", "hvm", "paravirtual", "ebs", "instance-store"),
    *("available", "true", "false", "8", "AWS::EC2::Instance", "AWS::EC2::LaunchTemplate", "eu-west-1"),
    *("t2.micro", "m5.large", "aws_instance", "aws_launch_template", "data", "managed", "amazon-ebs"),
    *("AL2_x86_64", "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"),
    *("{{resolve:ssm:/x}}", "windows", "uefi", "2026-01-02T03:04:05.000Z"),
    *("0001-01-01T00:00:00+14:00", "9999-12-31"),
]
PIECES = [*"{}[]\"',:\n\0\\", "null", "9" * 40, "\ufeff", "\r\n", "- ", "\t", "&a *a", "!Ref x"]
PIECES += ["${", "}}", "\ufffd" * 3, "1e999", "NaN", "-0", "\u2028", "<<EOF\n", "#", "//"]


def inputs(random: Random, texts: list[str]) -> Iterator[bytes]:
    """Inputs without end."""
    while True:
        text = random.choice(_WAYS)(random, texts)
        yield _encoded(random, text)


def _cut(random: Random, texts: list[str]) -> str:
    """A good text with something cut out of it, put into it, or said twice."""
    text = random.choice(texts)
    for _ in range(random.randint(1, 4)):
        start = random.randint(0, len(text))
        end = min(len(text), start + random.choice((0, 1, 5, 30, 300)))
        put = random.choice([*PIECES, "", "", random.choice(KEYS), random.choice(WORDS), text[start:end] * 2])
        text = text[:start] + put + text[end:]
    return text


def _spliced(random: Random, texts: list[str]) -> str:
    """Two texts, one after another, or one within another."""
    one, two = random.choice(texts), random.choice(texts)
    at = random.choice((len(one), random.randint(0, len(one))))
    return (
        one[:at]
        + random.choice(("", "\n", ",", "\n---\n"))
        + two[random.choice((0, 0, len(two) // 2)) :]
        + random.choice(("", one[at:]))
    )


def _value(random: Random, texts: list[str]) -> str:
    """A JSON value with some of it replaced, renamed, left out or put deeper."""
    for _ in range(20):
        try:
            value = json.loads(random.choice(texts))
            break
        except ValueError:
            continue
    else:
        return _cut(random, texts)
    for _ in range(random.randint(1, 5)):
        value = _changed(random, value)
    return json.dumps(value, indent=random.choice((None, None, 1)), ensure_ascii=random.random() < 0.5)


def _invented(random: Random, _: list[str]) -> str:
    return json.dumps(_any(random, random.randint(1, 6)))


def _noise(random: Random, _: list[str]) -> str:
    return "".join(
        random.choice(
            (
                random.choice(PIECES),
                random.choice(KEYS),
                random.choice(WORDS),
                " ",
                chr(random.randint(1, 0x2FF)),
            )
        )
        for _ in range(random.randint(0, 60))
    )


_WAYS: tuple[Callable[[Random, list[str]], str], ...] = (
    *[_cut] * 3,
    *[_value] * 4,
    *(_spliced, _invented, _noise),
)


def _changed(random: Random, value: Any) -> Any:
    """The same with one change somewhere in it."""
    deeper = isinstance(value, dict | list) and value and random.random() < 0.85
    if not deeper:
        return random.choice(
            (
                lambda: _any(random, 2),
                lambda: [value],
                lambda: {random.choice(KEYS): value},
                lambda: [value, value],
                lambda: str(value),
                lambda: json.dumps(value),
            )
        )()
    if isinstance(value, list):
        at = random.randrange(len(value))
        return [
            *value[:at],
            *([] if random.random() < 0.1 else [_changed(random, value[at])]),
            *value[at + 1 :],
        ]
    key = random.choice(list(value))
    chance = random.random()
    if chance < 0.12:
        return {k: v for k, v in value.items() if k != key}
    if chance < 0.3:
        return {
            (random.choice((random.choice(KEYS), k.upper(), k[:-1], f"{k}_")) if k == key else k): v
            for k, v in value.items()
        }
    return {k: _changed(random, v) if k == key else v for k, v in value.items()}


def _any(random: Random, deep: int) -> Any:
    kind = random.random()
    if deep <= 0 or kind < 0.35:
        return random.choice(
            (
                None,
                True,
                False,
                0,
                -1,
                2**70,
                1.5,
                float("inf"),
                float("nan"),
                "",
                random.choice(WORDS),
                random.choice(WORDS),
                "\ud800",
                "ami-" + "0" * random.randint(0, 20),
            )
        )
    if kind < 0.55:
        return [_any(random, deep - 1) for _ in range(random.randint(0, 4))]
    return {random.choice(KEYS): _any(random, deep - 1) for _ in range(random.randint(0, 7))}


def _encoded(random: Random, text: str) -> bytes:
    encoding = random.choice(("utf-8",) * 12 + ("utf-16", "utf-16-le", "cp1252", "utf-8-sig", "utf-32"))
    data = text.encode(
        encoding, "surrogatepass" if encoding.startswith("utf-") and random.random() < 0.5 else "replace"
    )
    if random.random() < 0.1 and data:
        at = random.randrange(len(data))
        data = data[:at] + random.randbytes(random.randint(0, 3)) + data[at + random.randint(0, 2) :]
    return data
