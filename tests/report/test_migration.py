from __future__ import annotations

import re
from gettext import NullTranslations
from itertools import chain

import pytest

from tests.model.migration.test_context import HVM, PV
from tests.report.aws_calls import calls, check
from wizard.model.ec2.feature import Feature
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.launch import Launch, Tenancy
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.migration.changes import CHANGES
from wizard.model.migration.plan import plan_of
from wizard.model.recommend.advise import advise
from wizard.model.recommend.needs import Needs
from wizard.model.rules.migration_change import MigrationChange
from wizard.report.document import Block, Paragraph, Procedure, ProcedureStep
from wizard.report.migration import fitted, migration
from wizard.report.report_writer import ReportWriter

LINUX = OperatingSystem(family="linux", kind=OsKind.LINUX)
NEW = OperatingSystem(family="amazon-linux", version="2023", name="Amazon Linux", kind=OsKind.LINUX)
OLD_WINDOWS = OperatingSystem(family="windows", version="2012 R2", kind=OsKind.WINDOWS)
NEW_WINDOWS = replace(OLD_WINDOWS, version="2025", name="Windows Server")
TPM = frozenset({Feature.TPM})
HIBERNATION = frozenset({Feature.HIBERNATION})
STORE = replace(HVM, root_device_type=RootDeviceType.INSTANCE_STORE, ena_support=False)
PV_STORE = replace(PV, root_device_type=RootDeviceType.INSTANCE_STORE)

# Every change is on one of these ways, each in the Region with the longest name.
WAYS = [
    Needs(os=LINUX, image=PV, current_type="m1.small"),
    Needs(os=LINUX, image=PV_STORE, virtualization_type=VirtualizationType.PARAVIRTUAL),
    Needs(os=LINUX, image=STORE, features=TPM),
    Needs(os=OperatingSystem(kind=OsKind.WINDOWS), image=HVM, current_type="m4.16xlarge"),
    Needs(os=OLD_WINDOWS, os_after=NEW_WINDOWS, image=HVM, current_type="m4.large", types=("m6i.large",)),
    Needs(os=LINUX, image=replace(HVM, boot_mode=BootMode.UEFI), features=TPM),
    Needs(os=LINUX, image=HVM, architecture=Architecture.ARM64),
    Needs(os=LINUX, image=HVM, types=("m6i.large",), current_type="m5.large"),
    Needs(os=LINUX, os_after=NEW, image=HVM, types=("m6i.large",), current_type="m5.large"),
    Needs(os=LINUX, image=HVM, features=HIBERNATION, types=("m6i.large",), current_type="m5.large"),
    Needs(os=LINUX, image=HVM, types=("m4.large",), current_type="m5.large"),
    Needs(os=OperatingSystem(kind=OsKind.WINDOWS), image=HVM, types=("m4.large",), current_type="m5.large"),
    Needs(
        os=OperatingSystem(family="rhel", kind=OsKind.LINUX),
        image=HVM,
        types=("m5.xlarge",),
        current_type="m5.xlarge",
        request=Launch(tenancy=Tenancy.HOST, cpu_options=True, ebs_optimized=True, http_tokens="required"),
        features=frozenset({Feature.ENCLAVES}),
    ),
]


def shown(knowledge: Knowledge, needs: Needs, writer: ReportWriter) -> list[Block]:
    plan = plan_of(knowledge, advise(knowledge, needs))
    return list(migration(plan, writer))


def procedures_of(blocks: list[Block]) -> list[Procedure]:
    return [block for block in blocks if isinstance(block, Procedure)]


@pytest.fixture(scope="module")
def on_the_way(knowledge: Knowledge) -> dict[str, tuple[MigrationChange, Procedure]]:
    """Each change as the model gives it and as the report shows it, filled with long values."""
    writer = ReportWriter(NullTranslations())
    found: dict[str, tuple[MigrationChange, Procedure]] = {}
    for needs in WAYS:
        far = replace(needs, region="ap-southeast-2")
        plan = plan_of(knowledge, advise(knowledge, far))
        assert plan
        pairs = zip(plan.changes, procedures_of(list(migration(plan, writer))), strict=True)
        found |= {change.id: (change, block) for change, block in pairs}
    assert found.keys() == CHANGES.keys()
    return found


CHANGE = pytest.mark.parametrize("id", list(CHANGES))


@CHANGE
def test_every_call_is_one_that_aws_knows(
    on_the_way: dict[str, tuple[MigrationChange, Procedure]], id: str
) -> None:
    blocks = [
        step.lines for step in on_the_way[id][1].steps if step.lines and step.lines[0].startswith("aws ")
    ]
    made = [call for lines in blocks for call in calls(lines)]
    assert made
    for call in made:
        check(call)


@CHANGE
def test_a_block_is_for_one_place(on_the_way: dict[str, tuple[MigrationChange, Procedure]], id: str) -> None:
    """A command for the AWS CLI never stands among those for the instance."""
    for step in on_the_way[id][1].steps:
        whole = re.sub(r" \\\n\s+", " ", "\n".join(step.lines))
        whole = re.sub(r"'[^']*'", "", whole)
        starts = {line.startswith("aws ") for line in whole.splitlines()}
        assert len(starts) <= 1, whole


@CHANGE
def test_lines_fit_on_the_page_and_break_between_words(
    on_the_way: dict[str, tuple[MigrationChange, Procedure]], id: str
) -> None:
    change, block = on_the_way[id]
    assert max(len(line) for step in block.steps for line in step.lines) <= 88
    assert all(line.isascii() and line == line.rstrip() for step in block.steps for line in step.lines)
    for said, step in zip(change.steps, block.steps, strict=True):
        if said.command and said.command.startswith("aws "):
            assert calls(step.lines) == calls(said.command.splitlines())


@CHANGE
def test_the_procedure_says_what_the_model_says(
    on_the_way: dict[str, tuple[MigrationChange, Procedure]], id: str
) -> None:
    change, block = on_the_way[id]
    assert [step.tool for step in block.steps] == [step.tool or "" for step in change.steps]
    texts = chain(
        [block.why, block.way_back], block.preconditions, block.cautions, (s.text for s in block.steps)
    )
    assert not [text for text in texts if "{" in text]
    assert len(block.sources) == len(change.sources)


def test_one_change_is_not_numbered(knowledge: Knowledge, writer: ReportWriter) -> None:
    summary, reading, change = shown(knowledge, Needs(os=LINUX, image=PV, current_type="m1.small"), writer)
    assert isinstance(summary, Paragraph)
    assert summary.text.startswith("One change leads from m1.small to ")
    assert isinstance(reading, Paragraph)
    assert reading.text.count("CAPITALS") == 1
    assert isinstance(change, Procedure)
    assert change.title == "From paravirtual to HVM"


def test_several_changes_are_numbered_and_explained_once(knowledge: Knowledge, writer: ReportWriter) -> None:
    blocks = shown(knowledge, Needs(os=LINUX, image=STORE, features=TPM), writer)
    assert [change.title for change in procedures_of(blocks)] == [
        "1. From an instance-store root to an EBS root",
        "2. From Xen to Nitro, Linux",
        "3. From legacy BIOS to UEFI",
    ]
    assert sum("CAPITALS" in block.text for block in blocks if isinstance(block, Paragraph)) == 1


def test_no_change_is_one_sentence(knowledge: Knowledge, writer: ReportWriter) -> None:
    assert shown(knowledge, Needs(os=LINUX, image=HVM), writer) == [Paragraph("Your AMI can go on as it is.")]


def test_what_is_not_known_is_said(knowledge: Knowledge, writer: ReportWriter) -> None:
    _, doubt = shown(knowledge, Needs(os=LINUX, image=replace(HVM, root_device_type=None)), writer)
    assert isinstance(doubt, Paragraph)
    assert doubt.text.startswith("Not known of your AMI: root device.")


def test_no_plan_is_no_section(knowledge: Knowledge, writer: ReportWriter) -> None:
    assert shown(knowledge, Needs(os=LINUX), writer) == []


def test_a_step_without_a_command(on_the_way: dict[str, tuple[MigrationChange, Procedure]]) -> None:
    steps = on_the_way["xen-to-nitro-windows"][1].steps
    dhcp = next(step for step in steps if "DHCP" in step.text)
    assert dhcp == ProcedureStep(dhcp.text, (), "")


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("ls", ["ls"]),
        ("x" * 200, ["x" * 200]),
        ("aws --" + "x" * 200, ["aws --" + "x" * 200]),
        (
            f"aws ec2 {'a' * 60} --one ONE --two TWO --three THREE \\",
            [f"aws ec2 {'a' * 60} --one ONE \\", "  --two TWO --three THREE \\"],
        ),
    ],
)
def test_a_long_line_goes_on_with_its_next_option(line: str, parts: list[str]) -> None:
    assert list(fitted(line)) == parts


def test_a_fresh_image_is_looked_for_at_its_publisher_s(knowledge: Knowledge, writer: ReportWriter) -> None:
    noble = knowledge.os_catalog.resolve("ubuntu", "24.04")
    (change,) = procedures_of(
        shown(knowledge, Needs(os=noble, image=HVM, architecture=Architecture.ARM64), writer)
    )
    (search,) = (step.lines for step in change.steps if step.lines and "describe-images" in step.lines[0])
    (call,) = calls(search)
    check(call)
    assert call[call.index("--owners") + 1] == "099720109477"
    assert "Name=name,Values=ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-arm64-server-*" in call
    unknown = OperatingSystem(family="gentoo", kind=OsKind.LINUX)
    (change,) = procedures_of(
        shown(knowledge, Needs(os=unknown, image=HVM, architecture=Architecture.ARM64), writer)
    )
    assert any("--owners OWNER_ID" in line for step in change.steps for line in step.lines)


def test_two_changes_are_numbered(knowledge: Knowledge, writer: ReportWriter) -> None:
    blocks = shown(knowledge, Needs(os=LINUX, image=STORE), writer)
    assert [change.title for change in procedures_of(blocks)] == [
        "1. From an instance-store root to an EBS root",
        "2. From Xen to Nitro, Linux",
    ]
