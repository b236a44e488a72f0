"""Where one starts from: nothing yet, an image one has, or an instance that must move."""

from __future__ import annotations

from wizard.flow.catalog_options import type_label, type_options
from wizard.flow.kind import QuestionKind
from wizard.flow.question import HAS_IMAGE, Condition, Option, Options, Question, in_group, yes_or_no
from wizard.model.message import Message

_UNKNOWN = Option("unknown", Message("Not known"))


_HAS_INSTANCE = Condition(
    lambda _knowledge, before: before.get("start") == "instance",
    Message("belongs to an instance that must move"),
)
# The facts are asked one by one only where no file gave them all at once.
_DESCRIBES_IMAGE = Condition(
    lambda knowledge, before: HAS_IMAGE(knowledge, before) and "image" not in before,
    Message("belongs to an image that one has and that no file describes"),
)


def _fact(id: str, label: Message, why: Message, options: Options, brief: Message) -> Question:
    return Question(
        id,
        QuestionKind.ONE_OF,
        label,
        why,
        (*options, _UNKNOWN),
        asked=_DESCRIBES_IMAGE,
        default="unknown",
        brief=brief,
    )


OPTIONS = (
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
)

START = Question(
    id="start",
    kind=QuestionKind.ONE_OF,
    label=Message("What do you start from?"),
    help=Message(
        "An image that exists already brings its own limits: it was registered for one virtualization type, one "
        "architecture and one way to boot. Tell the wizard about it, and it judges that image too."
    ),
    options=OPTIONS,
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
    example="m4.large",
    asked=_HAS_INSTANCE,
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
    asked=HAS_IMAGE,
)

QUESTIONS = (
    START,
    CURRENT_TYPE,
    IMAGE,
    _fact(
        "image-virtualization",
        Message("Which virtualization type was it registered with?"),
        Message(
            "VirtualizationType in DescribeImages. Only 19 old instance types still take a paravirtual image. "
            "It cannot be changed: another type needs a new image."
        ),
        (
            Option("hvm", Message("HVM (hardware virtual machine)")),
            Option("paravirtual", Message("PV (paravirtual)")),
        ),
        Message("image: {value}"),
    ),
    *in_group(
        Message("What else is known about the image"),
        _fact(
            "image-architecture",
            Message("Which architecture was it built for?"),
            Message(
                "Architecture in DescribeImages. EC2 refuses an image on a type of another architecture."
            ),
            (
                Option("x86_64", Message("64-bit Intel or AMD (x86_64)")),
                Option("arm64", Message("64-bit Arm, such as AWS Graviton (arm64)")),
                Option("i386", Message("32-bit Intel or AMD (i386)")),
                Option("x86_64_mac", Message("Mac with an Intel CPU (x86_64_mac)")),
                Option("arm64_mac", Message("Mac with Apple silicon (arm64_mac)")),
            ),
            Message("image: {value}"),
        ),
        _fact(
            "image-boot-mode",
            Message("Which boot mode was it registered with?"),
            Message(
                "BootMode in DescribeImages. Types support UEFI, legacy BIOS or both, and some features need UEFI. "
                "An image without a boot mode takes the default of the type it is launched on."
            ),
            (
                Option("legacy-bios", Message("legacy-bios")),
                Option("uefi", Message("uefi")),
                Option(
                    "uefi-preferred",
                    Message("uefi-preferred"),
                    Message("UEFI where the type can, legacy BIOS elsewhere."),
                ),
                Option("unset", Message("None set"), Message("DescribeImages shows no BootMode.")),
            ),
            Message("boot: {value}"),
        ),
        yes_or_no(
            "image-ena",
            Message("Is it enabled for ENA?"),
            Message(
                "EnaSupport in DescribeImages; a missing field means no. Nitro types refuse an image that is not enabled for "
                "the Elastic Network Adapter."
            ),
            Message("ENA: {value}"),
            asked=_DESCRIBES_IMAGE,
        ),
        _fact(
            "image-root-device",
            Message("What is its root device?"),
            Message("RootDeviceType in DescribeImages. Most types of today start from an EBS volume only."),
            (
                Option("ebs", Message("An EBS volume")),
                Option("instance-store", Message("An instance store volume")),
            ),
            Message("root: {value}"),
        ),
        yes_or_no(
            "image-tpm",
            Message("Was it registered with NitroTPM?"),
            Message(
                "TpmSupport in DescribeImages; a missing field means no. An image with NitroTPM starts only on types that "
                "have it, and only with UEFI."
            ),
            Message("NitroTPM: {value}"),
            asked=_DESCRIBES_IMAGE,
        ),
        _fact(
            "image-platform",
            Message("Is it a Windows image?"),
            Message(
                "Platform in DescribeImages says windows, or is missing for everything else. A few old types take an HVM image "
                "only if it is Windows."
            ),
            (
                Option("windows", Message("Windows")),
                Option("linux-unix", Message("Linux or UNIX")),
            ),
            Message("platform: {value}"),
        ),
    ),
)
