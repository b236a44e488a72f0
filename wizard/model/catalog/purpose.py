"""What a machine shall do, as one may be asked."""

from __future__ import annotations

from wizard.model.word import Word


class Purpose(Word):
    """What a machine shall do."""

    GENERAL = "general"
    WEB = "web"
    COMPUTE = "compute"
    MEMORY = "memory"
    DATABASE = "database"
    STORAGE = "storage"
    TRAINING = "training"
    INFERENCE = "inference"
    HPC = "hpc"
    TINY = "tiny"
    BUILD = "build"
    VIRTUAL_MACHINES = "virtual-machines"
