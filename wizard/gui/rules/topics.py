"""What the topics of the rules are called."""

from __future__ import annotations

from wizard.model.ec2.finding import Reason
from wizard.model.message import Message

# In the order in which EC2 looks at them, as far as its answers show it.
TOPICS = {
    Reason.STATE: Message("State of the AMI"),
    Reason.SPECIFICATION: Message("InstanceTypeSpecification"),
    Reason.MARKETPLACE: Message("Marketplace"),
    Reason.REGION: Message("Region"),
    Reason.TPM: Message("NitroTPM"),
    Reason.BOOT_MODE: Message("Boot mode"),
    Reason.ARCHITECTURE: Message("Architecture"),
    Reason.VIRTUALIZATION: Message("Virtualization type"),
    Reason.ROOT_DEVICE: Message("Root device and volumes"),
    Reason.ENA: Message("Network: ENA"),
    Reason.NVME: Message("Storage: NVMe"),
    Reason.OS_SUPPORT: Message("Operating system"),
    Reason.CPU: Message("Processor"),
    Reason.MEMORY: Message("Memory"),
    Reason.HIBERNATION: Message("Hibernation"),
    Reason.ENCLAVE: Message("Nitro Enclaves"),
    Reason.USAGE: Message("Purchase and tenancy"),
    Reason.LIMITS: Message("Limits"),
    Reason.BILLING: Message("Billing"),
    Reason.OTHER: Message("Other"),
}
NOT_JUDGED = Message("Known, and not judged by a rule of its own")
