"""One EC2 instance type, in DescribeInstanceTypes' terms, and the closed sets it is described with."""

from __future__ import annotations

from wizard.model.frozen import frozen, required_of
from wizard.model.message import Figure, Message, counted
from wizard.model.word import Word


class Architecture(Word):
    """What an image is built for, and what a type's processors run."""

    I386 = "i386"
    X86_64 = "x86_64"
    ARM64 = "arm64"
    X86_64_MAC = "x86_64_mac"
    ARM64_MAC = "arm64_mac"


MACS = (Architecture.ARM64_MAC, Architecture.X86_64_MAC)
"""What Macs run, and no other type."""


class VirtualizationType(Word):
    """How the guest meets the hypervisor."""

    HVM = "hvm"
    PARAVIRTUAL = "paravirtual"


class BootMode(Word):
    """An image's boot mode; a type supports only the first two. UNSET: the image names none."""

    LEGACY_BIOS = "legacy-bios"
    UEFI = "uefi"
    UEFI_PREFERRED = "uefi-preferred"
    UNSET = "unset"


class Hypervisor(Word):
    """NONE is bare metal, for which DescribeInstanceTypes leaves the field out."""

    NITRO = "nitro"
    XEN = "xen"
    NONE = "none"


class Support(Word):
    """DescribeInstanceTypes' word on ENA and NVMe."""

    REQUIRED = "required"
    SUPPORTED = "supported"
    UNSUPPORTED = "unsupported"


class RootDeviceType(Word):
    """What an image's root volume lies on."""

    EBS = "ebs"
    INSTANCE_STORE = "instance-store"


class UsageClass(Word):
    """How a type can be bought."""

    ON_DEMAND = "on-demand"
    SPOT = "spot"
    CAPACITY_BLOCK = "capacity-block"


class AcceleratorKind(Word):
    """The five lists of devices in DescribeInstanceTypes."""

    GPU = "gpu"
    NEURON = "neuron"
    INFERENCE = "inference"
    MEDIA = "media"
    FPGA = "fpga"


@frozen
class Accelerator:
    """count: whole devices, 0 where the type has only a slice of one; memory_mib: all of them together."""

    kind: AcceleratorKind
    manufacturer: str
    name: str
    count: int
    memory_mib: int


@frozen
class InstanceType:
    """One type. Units are in the names; `gbps` is gigabit a second, `gb` decimal gigabytes.

    network_gbps is the sustained (baseline) bandwidth over all network cards, network_peak_gbps
    the burst; local_nvme and ebs_optimized are the Support words of the same fields in
    DescribeInstanceTypes. regions: where DescribeInstanceTypeOfferings lists the type.

    What AWS's answers do not hold: listed_regions are those of `regions` that are not from such an
    answer but from somebody else's list, unlisted_regions those whose list does not have the type.
    still_offered: None if the newest answers lack the type and an older one describes it.
    """

    name: str
    current_generation: bool
    bare_metal: bool
    hypervisor: Hypervisor
    architectures: tuple[Architecture, ...]
    processor_manufacturer: str
    processor_features: tuple[str, ...]
    virtualization_types: tuple[VirtualizationType, ...]
    boot_modes: tuple[BootMode, ...]
    root_device_types: tuple[RootDeviceType, ...]
    usage_classes: tuple[UsageClass, ...]
    vcpus: int
    cores: int
    threads_per_core: int
    clock_ghz: float | None
    memory_mib: int
    accelerators: tuple[Accelerator, ...]
    local_storage_gb: int
    local_disks: int
    local_nvme: Support
    network_performance: str
    network_gbps: float
    network_peak_gbps: float
    network_interfaces: int
    network_cards: int
    ena: Support
    ena_express: bool
    efa: bool
    ebs_nvme: Support
    ebs_optimized: str
    ebs_encryption: Support
    ebs_attachments: int
    ebs_attachment_limit: str
    ebs_baseline_mbps: int | None
    ebs_maximum_mbps: int | None
    ebs_maximum_iops: int | None
    tpm: bool
    enclaves: bool
    hibernation: bool
    burstable: bool
    dedicated_hosts: bool
    placement_strategies: tuple[str, ...]
    regions: frozenset[str]
    listed_regions: frozenset[str] = frozenset()
    unlisted_regions: frozenset[str] = frozenset()
    still_offered: bool | None = True

    def __hash__(self) -> int:
        return hash(self.name)

    @property
    def family(self) -> str:
        """The part before the dot: m5d of m5d.xlarge."""
        return self.name.partition(".")[0]

    @property
    def size(self) -> str:
        """The part behind the dot: xlarge of m5d.xlarge."""
        return self.name.partition(".")[2]

    @property
    def memory_gib(self) -> float:
        """Memory in GiB: 1,024 MiB each."""
        return self.memory_mib / 1024

    @property
    def memory_optimized(self) -> bool:
        """Whether its family is one for much memory: R, X, Z and U.

        Source: Amazon EC2 Instance Types Guide, Amazon EC2 instance type naming conventions.
        """
        return self.family[0] in "rxzu"

    @property
    def devices(self) -> tuple[Accelerator, ...]:
        """Its accelerators, each once: of Inferentia AWS tells as a Neuron device and as an inference accelerator.

        Source: Amazon EC2 API Reference, InstanceTypeInfo: NeuronInfo and InferenceAcceleratorInfo.
        """
        named = {(device.manufacturer, device.name): device for device in reversed(self.accelerators)}
        return tuple(device for device in self.accelerators if device in named.values())

    @property
    def efa_interfaces(self) -> int:
        """How many Elastic Fabric Adapters it takes: one on each network card, with few exceptions.

        Source: DescribeInstanceTypes, NetworkInfo.EfaInfo.MaximumEfaInterfaces, as of the catalogue's date.
        """
        return _EFA_INTERFACES.get(self.name, self.network_cards) if self.efa else 0

    @property
    def gpus(self) -> int:
        """Whole GPUs; 0 where the type has none or a slice of one."""
        return sum(a.count for a in self.accelerators if a.kind is AcceleratorKind.GPU)

    @property
    def gpu_manufacturers(self) -> tuple[str, ...]:
        """Of whole GPUs and of slices; each once."""
        return tuple(
            dict.fromkeys(a.manufacturer for a in self.accelerators if a.kind is AcceleratorKind.GPU)
        )

    @property
    def neuron(self) -> bool:
        """Whether it has Inferentia or Trainium."""
        return any(a.manufacturer == "AWS" for a in self.accelerators)

    @property
    def nested_virtualization(self) -> bool:
        """Whether virtual machines can run inside, by a feature of the processor."""
        return "nested-virtualization" in self.processor_features

    @property
    def sev_snp(self) -> bool:
        """Whether memory can be encrypted against the host by AMD SEV-SNP."""
        return "amd-sev-snp" in self.processor_features


_EFA_INTERFACES = {
    "i7ie.48xlarge": 1,
    "i7ie.metal-48xl": 1,
    "i8ge.48xlarge": 1,
    "i8ge.metal-48xl": 1,
    "p6-b300.48xlarge": 16,
}
"""Where they are fewer than the network cards."""

COLUMNS = required_of(InstanceType)
"""What a catalogue's file has of each type, in its order."""


def gib(amount: float) -> Figure:
    """An amount of GiB with at most two decimals, as AWS writes it: 0.61, 17.1, 488, 12,288."""
    return Figure(f"{amount:,.2f}".rstrip("0").rstrip("."))


def size_said(instance_type: InstanceType) -> Message:
    """2 vCPUs, 8 GiB."""
    return Message(
        "{vcpus} vCPU, {memory} GiB",
        {"vcpus": counted(instance_type.vcpus), "memory": gib(instance_type.memory_gib)},
        "{vcpus} vCPUs, {memory} GiB",
        instance_type.vcpus,
    )
