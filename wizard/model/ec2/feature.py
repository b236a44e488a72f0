"""What a person can ask of a type."""

from __future__ import annotations

from wizard.model.word import Word


class Feature(Word):
    """What a person can ask of a type, or refuse to have."""

    EFA = "efa"
    ENA = "ena"
    SECURE_BOOT = "secure-boot"
    TPM = "tpm"
    ENCLAVES = "enclaves"
    HIBERNATION = "hibernation"
    BARE_METAL = "bare-metal"
    NESTED_VIRTUALIZATION = "nested-virtualization"
    SEV_SNP = "sev-snp"
    SPOT = "spot"
    BURSTABLE = "burstable"
    INSTANCE_STORE_ROOT = "instance-store-root"
