"""Where one starts from: nothing yet, an image one has, or an instance that must move."""

from __future__ import annotations

from wizard.flow.catalog_options import type_label, type_options
from wizard.flow.kind import QuestionKind
from wizard.flow.question import YES_NO_UNKNOWN, Answers, Option, Question
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message

_UNKNOWN = Option("unknown", Message("Not known"))
_FACTS = Message("What is known about the image")


def _has_image(_knowledge: Knowledge, before: Answers) -> bool:
    return before.get("start") in ("image", "instance")


def _has_instance(_knowledge: Knowledge, before: Answers) -> bool:
    return before.get("start") == "instance"


def _describes_image(knowledge: Knowledge, before: Answers) -> bool:
    """The facts are asked one by one only where no file gave them all at once."""
    return _has_image(knowledge, before) and "image" not in before


START = Question(
    id="start",
    kind=QuestionKind.ONE_OF,
    label=Message("What do you start from?"),
    help=Message(
        "An image that exists already brings its own limits: it was registered for one virtualization type, one "
        "architecture and one way to boot. Tell the wizard about it, and it judges that image too."
    ),
    options=(
        Option(
            "new",
            Message("A new workload"),
            Message("Nothing is fixed yet; the wizard says what to look for."),
        ),
        Option(
            "image", Message("An image I have"), Message("Find out where it runs and what stands in its way.")
        ),
        Option(
            "instance",
            Message("An instance I must move"),
            Message("It runs on one instance type today and shall run on another."),
        ),
    ),
    default="new",
)

CURRENT_TYPE = Question(
    id="current-type",
    kind=QuestionKind.ONE_OF,
    label=Message("Which instance type does it run on today?"),
    help=Message(
        "The way from a Xen type to a Nitro type needs other drivers than the way between two Nitro types. "
        "The console and DescribeInstances show the type."
    ),
    options=type_options,
    label_of=type_label,
    asked=_has_instance,
    required=True,
    brief=Message("from {value}"),
)

IMAGE = Question(
    id="image",
    kind=QuestionKind.IMAGE,
    label=Message("What does EC2 say about the image?"),
    help=Message(
        "Open the reply of aws ec2 describe-images, saved as a JSON file: it answers everything that follows on this "
        "page. Without it, answer what you know; whatever is not known is said as not known."
    ),
    asked=_has_image,
)

IMAGE_VIRTUALIZATION = Question(
    id="image-virtualization",
    kind=QuestionKind.ONE_OF,
    label=Message("Which virtualization type was it registered with?"),
    help=Message(
        "VirtualizationType in DescribeImages. Only 19 old instance types still take a paravirtual image. "
        "It cannot be changed: another type needs a new image."
    ),
    options=(
        Option("hvm", Message("HVM (hardware virtual machine)")),
        Option("paravirtual", Message("PV (paravirtual)")),
        _UNKNOWN,
    ),
    default="unknown",
    asked=_describes_image,
    group=_FACTS,
    brief=Message("image: {value}"),
)

IMAGE_ARCHITECTURE = Question(
    id="image-architecture",
    kind=QuestionKind.ONE_OF,
    label=Message("Which architecture was it built for?"),
    help=Message("Architecture in DescribeImages. EC2 refuses an image on a type of another architecture."),
    options=(
        Option("x86_64", Message("64-bit Intel or AMD (x86_64)")),
        Option("arm64", Message("64-bit Arm, such as AWS Graviton (arm64)")),
        Option("i386", Message("32-bit Intel or AMD (i386)")),
        Option("x86_64_mac", Message("Mac with an Intel CPU (x86_64_mac)")),
        Option("arm64_mac", Message("Mac with Apple silicon (arm64_mac)")),
        _UNKNOWN,
    ),
    default="unknown",
    asked=_describes_image,
    group=_FACTS,
    brief=Message("image: {value}"),
)

IMAGE_BOOT_MODE = Question(
    id="image-boot-mode",
    kind=QuestionKind.ONE_OF,
    label=Message("Which boot mode was it registered with?"),
    help=Message(
        "BootMode in DescribeImages. Types support UEFI, legacy BIOS or both, and some features need UEFI. "
        "An image without a boot mode takes the default of the type it is launched on."
    ),
    options=(
        Option("legacy-bios", Message("Legacy BIOS")),
        Option("uefi", Message("UEFI")),
        Option(
            "uefi-preferred",
            Message("UEFI preferred"),
            Message("UEFI where the type can, legacy BIOS elsewhere."),
        ),
        Option("unset", Message("None set"), Message("DescribeImages shows no BootMode.")),
        _UNKNOWN,
    ),
    default="unknown",
    asked=_describes_image,
    group=_FACTS,
    brief=Message("boot: {value}"),
)

IMAGE_ENA = Question(
    id="image-ena",
    kind=QuestionKind.ONE_OF,
    label=Message("Is it enabled for ENA?"),
    help=Message(
        "EnaSupport in DescribeImages; a missing field means no. Nitro types refuse an image that is not enabled for "
        "the Elastic Network Adapter."
    ),
    options=YES_NO_UNKNOWN,
    default="unknown",
    asked=_describes_image,
    group=_FACTS,
    brief=Message("ENA: {value}"),
)

IMAGE_ROOT_DEVICE = Question(
    id="image-root-device",
    kind=QuestionKind.ONE_OF,
    label=Message("What is its root device?"),
    help=Message("RootDeviceType in DescribeImages. Most types of today start from an EBS volume only."),
    options=(
        Option("ebs", Message("An EBS volume")),
        Option("instance-store", Message("An instance store volume")),
        _UNKNOWN,
    ),
    default="unknown",
    asked=_describes_image,
    group=_FACTS,
    brief=Message("root: {value}"),
)

IMAGE_TPM = Question(
    id="image-tpm",
    kind=QuestionKind.ONE_OF,
    label=Message("Was it registered with NitroTPM?"),
    help=Message(
        "TpmSupport in DescribeImages; a missing field means no. An image with NitroTPM starts only on types that "
        "have it, and only with UEFI."
    ),
    options=YES_NO_UNKNOWN,
    default="unknown",
    asked=_describes_image,
    group=_FACTS,
    brief=Message("NitroTPM: {value}"),
)

IMAGE_PLATFORM = Question(
    id="image-platform",
    kind=QuestionKind.ONE_OF,
    label=Message("Is it a Windows image?"),
    help=Message(
        "Platform in DescribeImages says windows, or is missing for everything else. A few old types take an HVM image "
        "only if it is Windows."
    ),
    options=(
        Option("windows", Message("Windows")),
        Option("linux-unix", Message("Linux or UNIX")),
        _UNKNOWN,
    ),
    default="unknown",
    asked=_describes_image,
    group=_FACTS,
    brief=Message("platform: {value}"),
)

QUESTIONS = (
    START,
    CURRENT_TYPE,
    IMAGE,
    IMAGE_VIRTUALIZATION,
    IMAGE_ARCHITECTURE,
    IMAGE_BOOT_MODE,
    IMAGE_ENA,
    IMAGE_ROOT_DEVICE,
    IMAGE_TPM,
    IMAGE_PLATFORM,
)
