"""Why this boot mode."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.ec2.feature import Feature
from wizard.model.ec2.instance_type import Architecture, BootMode, VirtualizationType
from wizard.model.ec2.launch import ZoneKind
from wizard.model.message import Message, joined
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.reasons.case import Case, sentence
from wizard.model.systems.version import version


def boot_mode(case: Case) -> Message:
    """How the types that fit boot, and what else made it this boot mode."""
    best = case.decision.best
    boot = best.survey.catalog.sets.boot
    bios, uefi = boot[BootMode.LEGACY_BIOS], boot[BootMode.UEFI]
    values = {"uefi": case.among(uefi), "bios_only": case.among(bios & ~uefi)}
    mode = best.profile.boot_mode
    if mode is BootMode.UNSET and best.profile.virtualization_type is VirtualizationType.PARAVIRTUAL:
        said = sentence("No boot mode: a paravirtual AMI starts its kernel through an AKI.", case)
    elif mode is BootMode.UNSET:
        said = sentence("No boot mode: a Mac starts by its own firmware.", case)
    elif case.needs.request.zone_kind is ZoneKind.WAVELENGTH_ZONE:
        said = sentence(
            "All {n} types that fit boot by BIOS there: Wavelength Zones have no UEFI.",
            case,
            one="{type} boots by BIOS there: Wavelength Zones have no UEFI.",
        )
    elif mode is BootMode.UEFI_PREFERRED:
        said = _both(case, **values)
    elif mode is BootMode.UEFI and not values["bios_only"] and not case.among(bios):
        said = sentence("All {n} types that fit boot by UEFI only.", case, one="{type} boots by UEFI only.")
    elif mode is BootMode.UEFI:
        said = sentence("All {n} types that fit boot by UEFI.", case, one="{type} boots by UEFI.")
    elif values["bios_only"] == case.count:
        said = sentence("All {n} types that fit boot by BIOS only.", case, one="{type} boots by BIOS only.")
    elif values["bios_only"]:
        said = sentence(
            "All {n} types that fit boot by BIOS, {bios_only} of them in no other way.",
            case,
            one="{type} boots by BIOS.",
            **values,
        )
    else:
        said = sentence("All {n} types that fit boot by BIOS.", case, one="{type} boots by BIOS.")
    return joined([said, *_because(case)])


def _both(case: Case, *, uefi: int, bios_only: int) -> Message:
    if not bios_only:
        return sentence(
            "All {n} types that fit boot by UEFI; an AMI that boots both ways (uefi-preferred) keeps those open "
            "that know BIOS only.",
            case,
            one="{type} boots by UEFI; an AMI that boots both ways (uefi-preferred) keeps types open that know "
            "BIOS only.",
        )
    return sentence(
        "{uefi} of the {n} types that fit boot by UEFI, {bios_only} by BIOS only: an AMI that boots both ways "
        "(uefi-preferred) runs on all.",
        case,
        one="{type} boots by BIOS only, which an AMI that boots both ways (uefi-preferred) does.",
        uefi=uefi,
        bios_only=bios_only,
    )


def _because(case: Case) -> Iterator[Message]:
    """What made it this boot mode, beside the types."""
    profile, needs = case.decision.best.profile, case.needs
    if profile.boot_mode is BootMode.UNSET:
        return
    if profile.tpm or Feature.SECURE_BOOT in needs.features:
        yield Message("NitroTPM and UEFI Secure Boot need UEFI.")
    elif profile.architecture is not Architecture.X86_64:
        return
    elif needs.upgraded_in_place:
        yield _of_the_disk(needs)
    elif needs.system.vendor_boot_mode is profile.boot_mode:
        yield Message(
            "The AMIs that the publisher of {os} provides have this boot mode.",
            {"os": needs.system.title or ""},
        )


def _of_the_disk(needs: Needs) -> Message:
    """A disk that is upgraded in place starts as it did; of AWS's own up to 2022 only those with NitroTPM by UEFI.

    Source: Requirements for NitroTPM, with the names of Windows images (ug-nitrotpm-requirements).
    """
    if needs.image is not None and needs.image.boot_mode is not None:
        return Message("An upgrade in place keeps the disk that there is, and how it starts.")
    if version(needs.os.version or "") < (2016,):
        return Message(
            "An upgrade in place keeps the disk that there is: AWS's AMIs of {os} start so.",
            {"os": needs.os.title or ""},
        )
    return Message(
        "An upgrade in place keeps the disk that there is: one from an AWS AMI of {os} starts so, unless the AMI's name "
        "begins with TPM-. Which it is: aws ec2 describe-instances --instance-ids INSTANCE_ID --query "
        "Reservations[].Instances[].CurrentInstanceBootMode",
        {"os": needs.os.title or ""},
    )
