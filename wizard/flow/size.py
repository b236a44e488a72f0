"""How large the machine must be."""

from __future__ import annotations

from wizard.flow.kind import QuestionKind
from wizard.flow.question import Answers, Condition, Option, Options, Question
from wizard.model.catalog.purpose import Purpose
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message

_OF_AN_INSTANCE = Condition(
    lambda _knowledge, before: before.get("start") == "instance" and "current-type" in before,
    Message("belongs to a move; expected {current_type} as well"),
)


def _todays_size(knowledge: Knowledge, before: Answers) -> Options:
    """Yes, with the numbers that it stands for, or no."""
    from wizard.model.ec2.instance_type import size_said  # no window waits for types to open

    today = knowledge.instance_type(str(before.get("current-type")))
    size = size_said(today) if today else Message("")
    return (Option("yes", Message("At least the size of today"), size), Option("no", Message("Any size")))


SAME_SIZE = Question(
    id="same-size",
    kind=QuestionKind.ONE_OF,
    label=Message("Is today's size the least?"),
    help=Message(
        "The vCPUs, the memory, the local disks and the accelerators of today's type are the least that the new one "
        "must have. An answer below counts before it, and may say less."
    ),
    options=_todays_size,
    example="yes, no",
    default="yes",
    asked=_OF_AN_INSTANCE,
    brief=Message("size: {value}"),
)

PURPOSE = Question(
    id="purpose",
    kind=QuestionKind.ONE_OF,
    label=Message("What will it do?"),
    help=Message("It decides which families stand first in the list, and leaves none out."),
    options=(
        Option("any", Message("Not said")),
        Option(Purpose.GENERAL, Message("General purpose"), Message("A bit of everything.")),
        Option(Purpose.WEB, Message("Web server"), Message("Short peaks, much rest.")),
        Option(Purpose.COMPUTE, Message("Computing"), Message("Batch work, video, games.")),
        Option(Purpose.MEMORY, Message("Much memory"), Message("Caches, in-memory data, SAP HANA.")),
        Option(Purpose.DATABASE, Message("Database"), Message("Memory first, volumes on EBS.")),
        Option(Purpose.STORAGE, Message("Local storage"), Message("Data on fast disks of the host.")),
        Option(Purpose.TRAINING, Message("Training of models"), Message("The largest accelerators.")),
        Option(Purpose.INFERENCE, Message("Inference and graphics"), Message("A GPU or an Inferentia.")),
        Option(Purpose.HPC, Message("High-performance computing"), Message("Many nodes, tightly coupled.")),
        Option(Purpose.TINY, Message("A tiny machine"), Message("A test, a hobby, a jump host.")),
        Option(Purpose.BUILD, Message("Build server"), Message("Compiling and testing.")),
        Option(
            Purpose.VIRTUAL_MACHINES,
            Message("Virtual machines"),
            Message("A hypervisor of one's own, nested or on bare metal."),
        ),
    ),
    default="any",
)

ARCH = Question(
    id="arch",
    kind=QuestionKind.ONE_OF,
    label=Message("Which CPU architecture?"),
    help=Message(
        "The image must be built for it. Windows and closed x86 software need x86_64; Arm is open to a system and "
        "software that exist for it. Leave it open to see what both would give."
    ),
    options=(
        Option("any", Message("Any")),
        Option("x86_64", Message("64-bit Intel or AMD (x86_64)")),
        Option("arm64", Message("64-bit Arm, AWS Graviton (arm64)")),
        Option(
            "i386",
            Message("32-bit Intel or AMD (i386)"),
            Message("Only to keep a 32-bit image: nine old types."),
        ),
        Option("x86_64_mac", Message("Mac with an Intel CPU (x86_64_mac)")),
        Option("arm64_mac", Message("Mac with Apple silicon (arm64_mac)")),
    ),
    default="any",
)

VCPUS = Question(
    id="vcpus",
    kind=QuestionKind.RANGE,
    label=Message("How many vCPUs?"),
    help=Message(
        "A vCPU is a thread of a core on most x86 types and a whole core on Arm types. A maximum keeps larger, dearer "
        "types out; leave a field empty to leave that side open."
    ),
    unit=Message("vCPUs"),
    whole=True,
)

MEMORY = Question(
    id="memory-gib",
    kind=QuestionKind.RANGE,
    label=Message("How much memory?"),
    help=Message(
        "Types with less than the minimum or more than the maximum are left out. A GiB is 1,024 MiB."
    ),
    unit=Message("GiB"),
)

GPU = Question(
    id="gpu",
    kind=QuestionKind.NUMBER,
    label=Message("How many GPUs at least?"),
    help=Message(
        "Types with GPUs exist for HVM images only. A type that has a slice of a GPU counts as having none; other "
        "accelerators (Neuron, FPGA, media) do not count."
    ),
    whole=True,
    brief=Message("GPUs: {value}"),
)

LOCAL_STORAGE = Question(
    id="local-storage-gb",
    kind=QuestionKind.NUMBER,
    label=Message("How much local storage at least?"),
    help=Message(
        "Instance store: fast disks of the host, whose content is lost when the instance stops. EBS volumes are not "
        "counted; every type has them."
    ),
    unit=Message("GB"),
    whole=True,
    brief=Message("{value} local storage"),
)

NETWORK = Question(
    id="network-gbps",
    kind=QuestionKind.NUMBER,
    label=Message("How much network bandwidth at least?"),
    help=Message(
        "The bandwidth that a type keeps up, not the burst of the small ones. It needs the ENA driver."
    ),
    unit=Message("Gbit/s"),
    brief=Message("{value} network"),
)

MAX_PRICE = Question(
    id="max-price",
    kind=QuestionKind.NUMBER,
    label=Message("How much may an hour cost at most?"),
    help=Message(
        "On-Demand, shared hardware, with the licence of the system. Types whose price is not known are left out. Not in "
        "it: EBS volumes, public IPv4 addresses, traffic, Dedicated Hosts, and what a Marketplace seller charges."
    ),
    unit=Message("USD an hour"),
    money=True,
    limit=True,
    brief=Message("{value}"),
)

QUESTIONS = (PURPOSE, SAME_SIZE, ARCH, VCPUS, MEMORY, GPU, LOCAL_STORAGE, NETWORK, MAX_PRICE)
