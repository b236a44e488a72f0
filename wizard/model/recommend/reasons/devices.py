"""Why with ENA or without, from which root device, and why NitroTPM."""

from __future__ import annotations

from wizard.model.ec2.feature import Feature
from wizard.model.ec2.instance_type import RootDeviceType
from wizard.model.ec2.operating_system import OperatingSystem, OsKind
from wizard.model.ec2.partition import Partition, partition_of
from wizard.model.message import Message, joined
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.reasons.case import Case, sentence


def ena(case: Case) -> Message:
    """How many of the types that fit ask for ENA."""
    best = case.decision.best
    required = case.among(best.survey.catalog.sets.ena_required)
    offered = case.among(best.survey.catalog.sets.ena)
    if best.profile.ena and required == case.count:
        return sentence(
            "All {n} types that fit require ENA: EC2 refuses an AMI that is not marked for it.",
            case,
            one="{type} requires ENA: EC2 refuses an AMI that is not marked for it.",
        )
    if best.profile.ena and required:
        return sentence(
            "{required} of the {n} types that fit require ENA: EC2 refuses an AMI that is not marked for it there. "
            "The others run with the mark as well.",
            case,
            required=required,
        )
    if best.profile.ena and offered:
        return sentence(
            "None of the {n} types that fit requires ENA; {offered} can use it.",
            case,
            one="{type} does not require ENA.",
            offered=offered,
        )
    if offered:
        return sentence(
            "None of the {n} types that fit requires ENA, so an AMI without it runs on all; {offered} could use it.",
            case,
            one="{type} does not require ENA, so an AMI without it runs there.",
            offered=offered,
        )
    return sentence("None of the {n} types that fit has ENA.", case, one="{type} has no ENA.")


def root_device(case: Case) -> Message:
    """What the types that fit start from."""
    best = case.decision.best
    root = best.survey.catalog.sets.root
    if best.profile.root_device_type is RootDeviceType.EBS:
        store = case.among(root[RootDeviceType.INSTANCE_STORE])
        if not store:
            return sentence(
                "All {n} types that fit start from EBS; an instance-store root would leave none.",
                case,
                one="{type} starts from EBS only.",
            )
        return sentence(
            "All {n} types that fit start from EBS; {store} of them would start from an instance store, too.",
            case,
            one="{type} starts from EBS; it would start from an instance store, too.",
            store=store,
        )
    return sentence(
        "You asked for an instance-store root, which the {n} types that fit take, all of old families ({families}).",
        case,
        one="You asked for an instance-store root, which {type} takes.",
        families=case.families(case.fits),
    )


def tpm(case: Case) -> Message | None:
    """How many types have NitroTPM; nothing where neither person nor system asks for it."""
    best = case.decision.best
    if not best.profile.tpm:
        return None
    able = best.survey.catalog.sets.tpm.bit_count()
    features = case.needs.features
    if Feature.SECURE_BOOT in features and Feature.TPM not in features:
        asked = sentence(
            "You asked for Secure Boot: AWS's Windows AMIs that bring its keys have a NitroTPM as well; {able} of {total} types "
            "take it, and {n} of them fit.",
            case,
            one="You asked for Secure Boot: AWS's Windows AMIs that bring its keys have a NitroTPM as well; {able} of {total} "
            "types take it, and {type} fits.",
            able=able,
        )
    elif Feature.TPM not in features:
        asked = sentence(
            "{os} needs a TPM 2.0: {able} of {total} types have NitroTPM, and {n} of them fit.",
            case,
            one="{os} needs a TPM 2.0: {able} of {total} types have NitroTPM, and {type} fits.",
            able=able,
            os=_taken(case.needs.system),
        )
    else:
        asked = sentence(
            "You asked for NitroTPM: {able} of {total} types have it, and {n} of them fit.",
            case,
            one="You asked for NitroTPM: {able} of {total} types have it, and {type} fits.",
            able=able,
        )
    return joined([asked, _registered(case.needs)])


def _registered(needs: Needs) -> Message:
    """Which AMI has it, by the names that AWS's page on the requirements for NitroTPM gives for Windows.

    Source: ug-nitrotpm-requirements, and cn-secure-boot for the Regions in China, in publishers.toml.
    """
    system = needs.system
    published = system.kind is OsKind.WINDOWS and system.tpm is True and system.family != "windows-client"
    if published and partition_of(needs.region) is not Partition.CHINA:
        named = "-".join(filter(None, ("TPM-Windows_Server", system.version)))
        return Message(
            "AWS's AMIs whose names begin with {named}- are registered with it and with the keys for Secure Boot. It cannot "
            "be added to another AMI, only be given when one is registered (register-image with TpmSupport v2.0 and boot "
            "mode uefi).",
            {"named": named},
        )
    return Message(
        "The AMI must be registered with it (register-image with TpmSupport v2.0 and boot mode uefi)."
    )


def _taken(system: OperatingSystem) -> Message:
    """The system that one takes: the current one where nobody named a version."""
    values: dict[str, object] = {"os": system.title or ""}
    return Message("{os}", values) if system.version else Message("The current {os}", values)
