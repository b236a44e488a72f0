"""Each fact that rules ask for as a clause: "it depends on whether the system has an ENA driver"."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.model.message import Message

_CLAUSES: Mapping[str, Message] = {
    "image.architecture": Message("which architecture the AMI is built for"),
    "image.boot_mode": Message("which boot mode the AMI has"),
    "image.ena_support": Message("whether the AMI is marked for ENA"),
    "image.imds_v2": Message("whether the AMI asks for IMDSv2"),
    "image.nitro_drivers": Message("whether the AMI has AWS's NVMe and ENA drivers for Windows"),
    "image.platform": Message("whether the AMI's platform is Windows"),
    "image.root_device_type": Message("whether the AMI's root device is an EBS volume or an instance store"),
    "image.secure_boot_keys": Message("whether the AMI brings the keys for Secure Boot"),
    "image.sriov_net_support": Message("whether the AMI is marked for the Intel 82599 VF network interface"),
    "image.tpm_support": Message("whether the AMI asks for NitroTPM"),
    "image.virtualization_type": Message("whether the AMI is HVM or paravirtual"),
    "launch.encrypted_root": Message("whether the root volume will be encrypted"),
    "launch.free_plan": Message("whether the account is on the Free plan"),
    "launch.http_tokens": Message("whether the launch asks for IMDSv2 tokens"),
    "launch.platform": Message("whether the operating system is Windows"),
    "launch.region": Message("whether the type is offered in the Region"),
    "launch.root_encrypted": Message("whether the root volume will be encrypted"),
    "launch.seller_allows": Message("whether the seller of the AMI allows the type"),
    "launch.subscribed": Message("whether the account is subscribed to the product in AWS Marketplace"),
    "launch.today": Message("on which day the launch is"),
    "launch.zone": Message("whether the type is offered in the zone"),
    "launch.zone_offers": Message("whether the type is offered in the zone, and its kinds of volume"),
    "os.arm64": Message("whether the system runs on Arm"),
    "os.arm64_page_kib": Message("which page size the system's Arm kernel has"),
    "os.bios_boot": Message("whether the system's disk can boot by BIOS"),
    "os.efa": Message("whether AWS lists the system for EFA"),
    "os.ena_driver": Message("whether the system has an ENA driver"),
    "os.end_of_life": Message("until when the system is supported"),
    "os.extended_end": Message("until when the system's longer support goes on"),
    "os.add_on_end": Message("until when an add-on to the system's longer support goes on"),
    "os.family": Message("which operating system the AMI has"),
    "os.graviton1": Message("whether the system runs on the first Graviton"),
    "os.graviton2": Message("whether the system is supported on Graviton2 and later"),
    "os.graviton5": Message("whether the system's kernel runs on Graviton5"),
    "os.hibernation": Message("whether the system can hibernate"),
    "os.hibernation_arm64": Message("whether the system can hibernate on Arm"),
    "os.hibernation_from": Message("whether the AMI is new enough to hibernate"),
    "os.hibernation_xen": Message("whether the system can hibernate on Xen types"),
    "os.kind": Message("what kind of operating system the AMI has"),
    "os.mac_intel": Message("whether this macOS runs on an Intel Mac"),
    "os.mac_m1": Message("whether this macOS runs on a Mac with an M1"),
    "os.mac_m1ultra": Message("whether this macOS runs on a Mac with an M1 Ultra"),
    "os.mac_studio_2025": Message("whether this macOS runs on a Mac Studio of 2025"),
    "os.mac_m2": Message("whether this macOS runs on a Mac with an M2"),
    "os.mac_m4": Message("whether this macOS runs on a Mac with an M4"),
    "os.like_parent": Message(
        "whether the system's kernel and drivers are like those of the one it is built from"
    ),
    "os.many_vcpus": Message("whether the system starts with this many vCPUs"),
    "os.minimum_memory_mib": Message("how much memory the system needs at least"),
    "os.needs_tpm": Message("whether the system needs a TPM 2.0"),
    "os.nitro_v4_network": Message("whether the system is new enough for the network of Nitro v4"),
    "os.nvme_driver": Message("whether the system has an NVMe driver at hand when it boots"),
    "os.pv_drivers": Message("whether the system has Xen's disk and network drivers"),
    "os.pv_images": Message("whether paravirtual AMIs of the system were published"),
    "os.secure_boot": Message("whether the system starts under UEFI Secure Boot"),
    "os.sev_snp": Message("whether the system supports AMD SEV-SNP"),
    "os.tpm": Message("whether the system can use NitroTPM"),
    "os.uefi_boot": Message("whether the system's disk can boot by UEFI"),
    "os.version": Message("which version of the operating system the AMI has"),
    "os.x86_level": Message("which level of x86-64 the system is compiled for"),
    "os.xen_pv_kernel": Message("whether the system has a kernel for Xen paravirtualization"),
}
_OF = {
    "os": Message("what the operating system can do"),
    "image": Message("what kind of AMI it is"),
    "launch": Message("how it is launched"),
    "type": Message("what the instance type can do"),
}


def clause(path: str) -> Message:
    """What one would have to know, as the second half of a sentence; never the fact's path itself."""
    return _CLAUSES.get(path) or _OF[path.partition(".")[0]]
