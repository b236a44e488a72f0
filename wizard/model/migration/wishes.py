"""Which options of a launch were asked for that an instance which moves may not have yet."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from wizard.model.ec2.image import Image
from wizard.model.ec2.instance_type import MACS, InstanceType
from wizard.model.ec2.launch import Launch, Tenancy, ZoneKind
from wizard.model.frozen import frozen
from wizard.model.recommend.launches import launch_of, nested
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import ImageProfile
from wizard.model.rules.instance_option import ComesAbout, InstanceOption
from wizard.model.systems.driver import least_driver, other_nvidia

_BEYOND_THE_REGION = (ZoneKind.LOCAL_ZONE, ZoneKind.WAVELENGTH_ZONE)
# Source: Amazon EC2 User Guide, Dedicated Hosts, and rule L7a: u-6tb1.metal and the like. Checked 2026-11-29.
_ON_HOSTS_ONLY = re.compile(r"u-\d+tb1\.metal")
_BILLED_AS_BYOS = ("RunInstances:00g0", "RunInstances")


@frozen
class _Asked:
    """What is asked of the launch, the system that is launched, today's image and type, and the type to move to."""

    launch: Launch
    needs: Needs
    image: Image
    there: InstanceType
    here: InstanceType | None

    @property
    def host(self) -> bool:
        return self.launch.tenancy is Tenancy.HOST

    @property
    def on_its_host(self) -> bool:
        """Whether it stays on a type that is had on hosts alone."""
        mac = any(architecture in MACS for architecture in self.there.architectures)
        return self.here is self.there and (mac or bool(_ON_HOSTS_ONLY.fullmatch(self.there.name)))

    @property
    def off_its_host(self) -> bool:
        """Whether today's type is had on hosts alone, and the next one is asked for elsewhere."""
        return (
            bool(_ON_HOSTS_ONLY.fullmatch(self.needs.current_type or ""))
            and self.launch.tenancy is Tenancy.DEFAULT
        )

    @property
    def other_gpu(self) -> bool:
        return self.here is not None and other_nvidia(self.here, self.there)

    @property
    def red_hat(self) -> bool:
        return (self.needs.system.family or "").startswith("rhel")


OPTIONS: Mapping[str, Callable[[_Asked], bool]] = {
    "hibernation": lambda a: a.launch.hibernation,
    "spot": lambda a: a.launch.spot,
    "sev-snp": lambda a: a.launch.sev_snp,
    "encrypted-root": lambda a: a.launch.root_encrypted is True and not _is_encrypted(a.image),
    "zone-beyond": lambda a: a.launch.zone_kind in _BEYOND_THE_REGION,
    "host-of-t3": lambda a: a.host and a.there.family == "t3",
    "own-licence": lambda a: a.host and a.red_hat and a.image.usage_operation not in _BILLED_AS_BYOS,
    "tenancy-host": lambda a: a.host and a.there.family != "t3" and not a.on_its_host,
    "tenancy-default": lambda a: a.off_its_host,
    "tenancy-dedicated": lambda a: a.launch.tenancy is Tenancy.DEDICATED,
    "enclaves": lambda a: a.launch.enclave,
    "nested-virtualization": lambda a: nested(a.there, a.needs),
    "cpu-options": lambda a: a.launch.cpu_options,
    "ebs-optimized": lambda a: a.launch.ebs_optimized,
    "efa": lambda a: a.launch.efa,
    "cluster": lambda a: a.launch.efa and not a.host and "cluster" in a.there.placement_strategies,
    "imds-v2": lambda a: a.launch.http_tokens == "required",
    "imds-v1": lambda a: a.launch.http_tokens == "optional",
    "secure-boot": lambda a: a.launch.secure_boot,
    "nvidia-driver": lambda a: a.other_gpu and least_driver(a.there) is None,
    "nvidia-driver-since": lambda a: a.other_gpu and least_driver(a.there) is not None,
}
"""By the ids of the options' file, in the order in which to set them."""


@frozen
class Wishes:
    """at_launch: what only a launch gives; stopped, running: what an instance gets while it is so.

    zone: the one that was asked for.
    """

    at_launch: tuple[InstanceOption, ...] = ()
    stopped: tuple[InstanceOption, ...] = ()
    running: tuple[InstanceOption, ...] = ()
    zone: str | None = None


NONE_ASKED = Wishes()


def wishes_of(
    options: Mapping[str, InstanceOption],
    needs: Needs,
    profile: ImageProfile,
    image: Image,
    there: InstanceType,
    here: InstanceType | None,
) -> Wishes:
    """What was asked for or the new type needs, by how an instance that is there already comes to it."""
    asked = _Asked(launch_of(profile, needs), needs, image, there, here)
    found = [options[id] for id, is_asked in OPTIONS.items() if id in options and is_asked(asked)]

    def that_come(about: ComesAbout) -> tuple[InstanceOption, ...]:
        return tuple(option for option in found if option.comes is about)

    at_launch, stopped, running = map(that_come, ComesAbout)
    return Wishes(at_launch, stopped, running, needs.request.zone)


def _is_encrypted(image: Image) -> bool:
    volume = image.root_volume
    return volume is not None and volume.encrypted is True
