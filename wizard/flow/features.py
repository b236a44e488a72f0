"""What the hardware must be able to do, and what it must not have."""

from __future__ import annotations

from wizard.flow.kind import QuestionKind
from wizard.flow.question import Option, Question
from wizard.model.ec2.feature import Feature
from wizard.model.message import Message

OPTIONS = (
    Option(
        Feature.EFA,
        Message("Elastic Fabric Adapter (EFA)"),
        Message("A network for tightly coupled computing and training; needs its own driver."),
    ),
    Option(
        Feature.ENA,
        Message("Elastic Network Adapter (ENA)"),
        Message("Enhanced networking; every Nitro type requires it, some Xen types offer it. HVM only."),
    ),
    Option(
        Feature.SECURE_BOOT,
        Message("UEFI Secure Boot"),
        Message("Only signed software boots; needs UEFI, and an image that carries the keys."),
    ),
    Option(
        Feature.TPM,
        Message("NitroTPM"),
        Message("A virtual TPM 2.0, for BitLocker or measured boot; needs UEFI, and no metal type has it."),
    ),
    Option(
        Feature.ENCLAVES,
        Message("Nitro Enclaves"),
        Message(
            "Isolated compute environments; not on the smallest sizes, and not together with hibernation."
        ),
    ),
    Option(
        Feature.HIBERNATION,
        Message("Hibernation"),
        Message("Memory is kept on an encrypted EBS root volume while the instance is stopped."),
    ),
    Option(
        Feature.BARE_METAL,
        Message("Bare metal"),
        Message(
            "The whole host without a hypervisor, for one's own hypervisor or for licences bound to hardware."
        ),
    ),
    Option(
        Feature.NESTED_VIRTUALIZATION,
        Message("Nested virtualization"),
        Message("Virtual machines inside the instance, without paying for bare metal."),
    ),
    Option(
        Feature.SEV_SNP,
        Message("AMD SEV-SNP"),
        Message("Memory encrypted against the host, on a few AMD types; needs UEFI."),
    ),
    Option(
        Feature.SPOT,
        Message("Spot Instances"),
        Message("Spare capacity at a lower price, which EC2 may take back."),
    ),
    Option(
        Feature.BURSTABLE,
        Message("Burstable performance"),
        Message("Cheaper types that earn CPU credits while idle: T families."),
    ),
    Option(
        Feature.INSTANCE_STORE_ROOT,
        Message("Instance store as root device"),
        Message(
            "The old way to boot, without an EBS volume; only a few old types can, and nothing survives a stop."
        ),
    ),
)

NEED = Question(
    id="need",
    kind=QuestionKind.MANY_OF,
    label=Message("What must the machine be able to do?"),
    help=Message(
        "Each of these leaves only the types that have it, and some of them decide the boot mode or the virtualization "
        "type of the image. Tick only what you cannot do without."
    ),
    options=OPTIONS,
    brief=Message("with {value}"),
)

WITHOUT = Question(
    id="without",
    kind=QuestionKind.MANY_OF,
    label=Message("What must it not have?"),
    help=Message("Types that have one of these are left out, for instance bare metal or burstable types."),
    options=OPTIONS,
    brief=Message("without {value}"),
)

HYPERVISOR = Question(
    id="hypervisor",
    kind=QuestionKind.ONE_OF,
    label=Message("Which hypervisor?"),
    help=Message(
        "Nitro is what AWS builds on now; it wants ENA and NVMe drivers in the image. Xen is the older one, and the only "
        "one that ever ran paravirtual images. Bare metal has none and is left out by either answer."
    ),
    options=(Option("any", Message("Any")), Option("nitro", Message("Nitro")), Option("xen", Message("Xen"))),
    default="any",
)

GENERATION = Question(
    id="generation",
    kind=QuestionKind.ONE_OF,
    label=Message("Only types of the current generation?"),
    help=Message(
        "AWS calls a family current or previous; a previous one still runs, with less performance for its price."
    ),
    options=(Option("any", Message("Any generation")), Option("current", Message("Current generation"))),
    default="any",
)

VIRTUALIZATION = Question(
    id="virtualization",
    kind=QuestionKind.ONE_OF,
    label=Message("Do you insist on a virtualization type?"),
    help=Message(
        "The wizard decides between HVM and paravirtual by itself. Insist only if something outside its view decides, "
        "such as a paravirtual image that must live on."
    ),
    options=(
        Option("any", Message("No, let the wizard decide")),
        Option("hvm", Message("HVM")),
        Option("paravirtual", Message("Paravirtual (PV)")),
    ),
    default="any",
)

QUESTIONS = (NEED, WITHOUT, HYPERVISOR, GENERATION, VIRTUALIZATION)
