"""Every command and template that the program can print for a launch, as its reader would take it."""

from __future__ import annotations

import itertools
import re
import shlex
import subprocess
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import hcl2
import pytest
import yaml

from tests.report.aws_calls import calls, check
from wizard.model.ec2.feature import Feature
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.launch import Launch, Tenancy
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.knowledge import Knowledge
from wizard.model.launching.request import launch_request
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import ImageProfile
from wizard.model.systems.published_image import PublishedImage
from wizard.report.document import Command
from wizard.report.launch.cloudformation import cloudformation
from wizard.report.launch.commands import image_commands
from wizard.report.launch.packer import packer
from wizard.report.launch.place_commands import place_commands
from wizard.report.launch.terraform import terraform
from wizard.report.launch.type_commands import ask_offerings, dry_run, show_type, show_zones
from wizard.report.report_writer import ReportWriter

_TYPES = {
    Architecture.I386: "t2.micro",
    Architecture.X86_64: "m8a.large",
    Architecture.ARM64: "m8g.large",
    Architecture.X86_64_MAC: "mac1.metal",
    Architecture.ARM64_MAC: "mac2.metal",
}
_LAUNCHED_WITH = (
    Feature.SPOT,
    Feature.HIBERNATION,
    Feature.ENCLAVES,
    Feature.SEV_SNP,
    Feature.NESTED_VIRTUALIZATION,
    Feature.EFA,
)
_REGIONS = (None, "eu-central-1", "us-gov-west-1", "cn-north-1")
# System -> how many options at once.
_SHAPES = {"amazon-linux:2023": 5, "rocky:9": 1, "windows:2025": 1, "oracle-linux:9": 1, "custom": 1}


def _systems(knowledge: Knowledge) -> Iterator[OperatingSystem]:
    for family in knowledge.os_catalog.families:
        for version in (None, *family.versions):
            yield knowledge.os_catalog.resolve(family.key, version)


def _kinds() -> Iterator[ImageProfile]:
    for architecture, virtualization, root, tpm in itertools.product(
        Architecture, VirtualizationType, RootDeviceType, (False, True)
    ):
        for boot_mode in (BootMode.UEFI,) if tpm else BootMode:
            yield ImageProfile(
                virtualization, architecture, boot_mode, boot_mode is not BootMode.UNSET, root, tpm
            )


class _Printed:
    """Everything that is printed, each text once."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._writer = ReportWriter(NullTranslations())
        self.commands: dict[str, tuple[str, ...]] = {}
        self.hcl: set[str] = set()
        self.stacks: set[str] = set()

    def every_system(self) -> None:
        seen = set()
        kinds = tuple(_kinds())
        for system in _systems(self._knowledge):
            for kind, region in itertools.product(kinds, _REGIONS):
                published = self._knowledge.publishers.newest(system, kind, region)
                found = published is not None and published.can_be_found
                key = (published, region) if found else (kind, system.kind)
                if key not in seen:
                    seen.add(key)
                    self._of(kind, Needs(os=system, region=region), published)

    def every_option(self) -> None:
        kind = ImageProfile(
            VirtualizationType.HVM, Architecture.X86_64, BootMode.UEFI, True, RootDeviceType.EBS
        )
        for word, most in _SHAPES.items():
            family, _, version = word.partition(":")
            system = self._knowledge.os_catalog.resolve(family, version or None)
            published = self._knowledge.publishers.newest(system, kind, "eu-west-1")
            for features in _subsets(most):
                needs = Needs(os=system, region="eu-west-1", features=features)
                for own, name in (
                    (None, "m8a.large"),
                    ("ami-0123456789abcdef0", "m5.metal"),
                    ("", "m8a.large"),
                ):
                    self._of(kind, needs, published, own, name)

    def every_placement(self) -> None:
        kind = ImageProfile(
            VirtualizationType.HVM, Architecture.X86_64, BootMode.UEFI, True, RootDeviceType.EBS
        )
        system = self._knowledge.os_catalog.resolve("debian", "12")
        for tenancy, zone, tokens, flags, features in itertools.product(
            Tenancy,
            (None, "us-west-2a", "us-west-2-lax-1a", "us-east-1-wl1-bos-wlz-1", "usw2-az1"),
            (None, "optional", "required"),
            (False, True),
            (frozenset(), frozenset({Feature.HIBERNATION, Feature.SEV_SNP})),
        ):
            launch = Launch(
                tenancy=tenancy,
                zone=zone,
                http_tokens=tokens,
                ebs_optimized=flags,
                cpu_options=flags,
                root_encrypted=flags or None,
                other_region="mx-central-1",
            )
            needs = Needs(os=system, request=launch, features=features)
            for own in (None, "ami-0123456789abcdef0"):
                self._of(kind, needs, self._knowledge.publishers.newest(system, kind, None), own)

    def every_type(self) -> None:
        for instance_type in self._knowledge.catalog.types:
            self._keep(show_type(instance_type, Needs(), self._writer))
            self._keep(show_zones(instance_type, Needs(region="eu-west-1"), self._writer))
        for wanted in (Needs(types=("t1.micro", "m1.small"), families=("m5",)), Needs(families=("u-6tb1",))):
            for command in ask_offerings(wanted, self._writer):
                self._keep(command)

    def _of(
        self,
        kind: ImageProfile,
        needs: Needs,
        published: PublishedImage | None,
        own: str | None = None,
        name: str | None = None,
    ) -> None:
        instance_type = self._knowledge.catalog.get(name or _TYPES[kind.architecture])
        assert instance_type
        request = launch_request(instance_type, needs, kind, published, own)
        made = (*image_commands(request, needs, self._writer), *place_commands(request, needs, self._writer))
        for command in (*made, dry_run(request, self._writer)):
            self._keep(command)
        if needs.region != "us-gov-west-1":
            self.hcl |= {terraform(request), packer(request)}
            self.stacks.add(cloudformation(request))

    def _keep(self, command: Command) -> None:
        self.commands["\n".join(command.lines)] = command.lines


def _subsets(most: int) -> Iterator[frozenset[Feature]]:
    for count in (*range(most + 1), len(_LAUNCHED_WITH)):
        yield from map(frozenset, itertools.combinations(_LAUNCHED_WITH, count))


@pytest.fixture(scope="module")
def printed(knowledge: Knowledge) -> _Printed:
    everything = _Printed(knowledge)
    everything.every_system()
    everything.every_option()
    everything.every_type()
    everything.every_placement()
    return everything


def test_aws_takes_every_command(printed: _Printed) -> None:
    """Operation, parameters, values, filters and queries, against botocore's models."""
    assert len(printed.commands) > 2500
    read = calls([line for lines in printed.commands.values() for line in lines])
    assert len(read) == len(printed.commands)
    for call in read:
        check(call)


def test_python_and_the_shell_read_the_same_words(printed: _Printed) -> None:
    read = calls([line for lines in printed.commands.values() for line in lines])
    for text, call in zip(printed.commands, read, strict=True):
        assert shlex.split(text.replace("\\\n", " ")) == ["aws", *call]


def test_bash_finds_no_fault(printed: _Printed, tmp_path: Path) -> None:
    # A file, for what comes by a pipe is read letter by letter.
    script = tmp_path / "commands.sh"
    script.write_bytes("\n".join(printed.commands).encode())
    done = subprocess.run(["bash", "-n", str(script)], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_every_image_is_looked_for_with_an_owner(printed: _Printed) -> None:
    searches = [text for text in printed.commands if "describe-images" in text]
    assert len(searches) > 300
    assert [text for text in searches if "--owners" not in text] == []


# A string of such letters is a string to whoever parses it, and nothing more.
_PLAIN = re.compile(r'"[\w ./:,*@=+-]*"')


def test_terraform_and_packer_are_hcl(printed: _Printed) -> None:
    """Each text is blocks one after the other; one block is parsed of those that differ in plain strings only."""
    assert len(printed.hcl) > 1000
    blocks: dict[str, str] = {}
    for text in printed.hcl:
        assert re.search(r'^(resource|source) "', text, re.MULTILINE), text
        assert text.endswith("\n}\n"), text
        for block in text.removesuffix("\n}\n").split("\n}\n"):
            blocks[_PLAIN.sub('"w"', block)] = block + "\n}\n"
    assert len(blocks) > 100
    for block in blocks.values():
        assert hcl2.loads(block), block


def test_stacks_are_yaml(printed: _Printed) -> None:
    assert len(printed.stacks) > 400
    for text in printed.stacks:
        assert yaml.compose(text, Loader=yaml.CSafeLoader)


def test_cloudformation_lints_without_a_word(printed: _Printed) -> None:
    """The longest stack of each kind of image, which has every option, and a Mac's; cfn-lint takes its time."""
    # They take seconds to import, and each process of a run reads this file.
    from cfnlint.config import ConfigMixIn
    from cfnlint.decode.decode import decode_str
    from cfnlint.runner import Runner

    longest: dict[tuple[bool, ...], str] = {}
    for text in sorted(printed.stacks, key=len):
        kind = tuple(word in text for word in ("SSM", "Description", "Default", "host", "RootDeviceName"))
        longest[kind] = text
    assert len(longest) >= 6
    assert sum("AmdSevSnp" in text and "efa" in text for text in longest.values()) >= 4
    linter = Runner(ConfigMixIn(regions=["us-east-1"]))
    for text in longest.values():
        template, errors = decode_str(text)
        assert not errors, text
        assert [str(match) for match in linter.validate_template(template)] == [], text
