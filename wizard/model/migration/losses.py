"""What an instance would lose by a change of its type: said before any command that makes it."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.ec2.instance_type import InstanceType, gib
from wizard.model.message import Message, counted, figure
from wizard.model.systems.driver import other_nvidia

_SAME = 0.98
"""AWS's round figures of memory differ a little between families; that is no loss."""
_NEURON_V2 = {"Inferentia2": "NeuronCore v2", "Trainium": "NeuronCore v2"}


def losses(here: InstanceType, there: InstanceType) -> Iterator[Message]:
    """Each measure in which `there` is smaller than `here`, and what happens to its disks."""
    values: dict[str, object] = {
        "here": here.name,
        "there": there.name,
        "vcpus": counted(there.vcpus),
        "had_vcpus": counted(here.vcpus),
        "memory": gib(there.memory_gib),
        "had_memory": gib(here.memory_gib),
        "disks": counted(there.local_storage_gb),
        "had_disks": counted(here.local_storage_gb),
        "gpus": there.gpus,
        "had_gpus": here.gpus,
    }
    if there.vcpus < here.vcpus:
        yield Message("Of the {had_vcpus} vCPUs of {here}, {there} has {vcpus}.", values)
    if there.memory_gib < here.memory_gib * _SAME:
        yield Message("{there} has {memory} GiB of memory, and {here} has {had_memory}.", values)
    if there.gpus < here.gpus:
        yield Message("{there} has {gpus} whole GPUs, and {here} has {had_gpus}.", values)
    yield from _built_for_another(here, there)
    if "z" in here.family and "z" not in there.family and (here.clock_ghz or 0) > (there.clock_ghz or 0):
        clocks = {"had_clock": figure(here.clock_ghz or 0), "clock": figure(there.clock_ghz or 0)}
        yield Message(
            "{here} has the high clock of its family, {had_clock} GHz; {there} runs at {clock} GHz.",
            values | clocks,
        )
    if here.local_storage_gb and not there.local_storage_gb:
        yield Message(
            "{there} has no local disks; what is on the {had_disks} GB of {here} is lost: copy it to EBS or S3 "
            "before you stop the instance.",
            values,
        )
    elif there.local_storage_gb < here.local_storage_gb:
        yield Message(
            "{there} has {disks} GB of local disks, and {here} has {had_disks}. What is on them is lost when the "
            "instance stops: copy it to EBS or S3 before.",
            values,
        )
    elif here.local_storage_gb:
        yield Message(
            "What is on the {had_disks} GB of local disks of {here} is lost when the instance stops: copy it to "
            "EBS or S3 before.",
            values,
        )


def _built_for_another(here: InstanceType, there: InstanceType) -> Iterator[Message]:
    """That what was built for the devices of `here` is of no use on those of `there`; between NVIDIA's GPUs the driver is.

    Sources: AWS Neuron, "Inf1 installation (legacy)": NeuronCore v1 and v2 share neither framework nor compiled models
    (https://awsdocs-neuron.readthedocs-hosted.com/en/latest/setup/legacy-inf1/pytorch.html); the makers of all others
    differ, and so do their drivers. Checked 2026-11-29.
    """
    if other_nvidia(here, there) and all(a.manufacturer == "NVIDIA" for a in here.accelerators):
        yield Message(
            "{there} has {has} in place of {had}: without an NVIDIA driver that knows it the instance starts, and the GPU is "
            "of no use.",
            {"there": there.name, "had": named(here), "has": named(there)},
        )
        return
    had, has = (_devices(each) for each in (here, there))
    if not had or not has or had == has:
        return
    values = {"here": here.name, "there": there.name, "had": named(here), "has": named(there)}
    yield Message(
        "{here} has {had}, and {there} has {has}, with drivers or frameworks of its own: what was built or compiled for "
        "the one (models, designs of an FPGA) has to be built anew for the other.",
        values,
    )


def _devices(of: InstanceType) -> frozenset[tuple[str, str]]:
    """Makers and names; those of one NeuronCore count as one."""
    return frozenset((each.manufacturer, _NEURON_V2.get(each.name, each.name)) for each in of.accelerators)


def named(of: InstanceType) -> str:
    """Its accelerators, by their makers and names."""
    return ", ".join(sorted({f"{each.manufacturer} {each.name}" for each in of.accelerators}))
