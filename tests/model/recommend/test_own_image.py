"""How the image that one has does."""

from __future__ import annotations

from gettext import NullTranslations

from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.image import Image, Platform
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.advise import advise
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import ImageResult
from wizard.model.systems.os_guess import guess_os

TR = NullTranslations()
PV = Image(
    architecture=Architecture.X86_64,
    virtualization_type=VirtualizationType.PARAVIRTUAL,
    boot_mode=BootMode.UNSET,
    ena_support=False,
    sriov_net_support=False,
    tpm_support=False,
    platform=Platform.LINUX_UNIX,
    root_device_type=RootDeviceType.EBS,
)
HVM = replace(PV, virtualization_type=VirtualizationType.HVM, ena_support=True)


def own(knowledge: Knowledge, needs: Needs) -> ImageResult:
    found = advise(knowledge, needs).own_image
    assert found is not None
    return found


def test_a_paravirtual_image_stays_on_old_types(knowledge: Knowledge) -> None:
    system = knowledge.os_catalog.find("amazon-linux", "2018.03")
    found = own(knowledge, Needs(os=system, image=PV))
    assert (len(found.types), found.open, found.current, found.kept) == (19, 0, 0, False)
    assert found.outcome is Outcome.WORKS
    assert found.findings[0].rule == "V1"
    assert found.text.render(TR) == (
        "Your paravirtual AMI runs on 19 of the 1,395 instance types, all of previous generations."
    )


def test_what_the_image_needs_and_nobody_said_is_in_doubt(knowledge: Knowledge) -> None:
    found = own(knowledge, Needs(image=HVM))
    assert found.outcome is Outcome.UNKNOWN
    assert found.open == len(found.types) > 900
    assert found.text.render(TR).endswith("That depends on which operating system the AMI has.")
    assert {unknown.fact for unknown in found.unknowns} == {"os.family"}


def test_a_doubt_about_some_types_is_counted(knowledge: Knowledge) -> None:
    found = own(knowledge, Needs(os=knowledge.os_catalog.find("ubuntu", "14.04"), image=HVM))
    assert 0 < found.open < len(found.types)
    assert f"On {found.open} of them that depends on whether the system has" in found.text.render(TR)


def test_an_image_that_fits_nothing(knowledge: Knowledge) -> None:
    found = own(knowledge, Needs(os=knowledge.os_catalog.find("ubuntu", "12.04"), image=PV, families=("m5",)))
    assert len(found.types) == 19
    assert "None of them meets your answers." in found.text.render(TR)
    gone = replace(PV, architecture=Architecture.ARM64)
    nothing = own(knowledge, Needs(image=gone))
    assert (nothing.types, nothing.outcome) == ((), Outcome.REFUSED)
    assert nothing.text.render(TR) == "Your paravirtual AMI runs on none of the 1,395 instance types."


def test_where_it_runs_today_proves_what_nobody_said(knowledge: Knowledge) -> None:
    """A paravirtual image that runs on m3.medium has a kernel for it, whatever its system."""
    image = replace(PV, sriov_net_support=None)
    system = knowledge.os_catalog.find("ubuntu", "22.04")
    blind = own(knowledge, Needs(os=system, image=image))
    proven = own(knowledge, Needs(os=system, image=image, current_type="m3.medium"))
    assert blind.open == 19
    assert proven.open < blind.open


def test_an_image_that_goes_on_is_kept(knowledge: Knowledge) -> None:
    found = own(knowledge, Needs(os=knowledge.os_catalog.find("ubuntu", "22.04"), image=HVM))
    assert found.kept
    assert found.current > 600
    assert found.text.render(TR) == f"Your AMI runs on {len(found.types)} of the 1,395 instance types."


def test_a_guessed_system_is_said_with_its_ground(knowledge: Knowledge) -> None:
    name = "ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20240101"
    image = replace(HVM, name=name)
    text = own(knowledge, Needs(image=image, os=guess_os(image, knowledge.os_catalog))).text.render(TR)
    assert "It seems to hold Ubuntu 22.04. Guessed from the AMI's name" in text
    assert name in text


def test_nobody_has_an_image(knowledge: Knowledge) -> None:
    assert advise(knowledge, Needs(os=OperatingSystem())).own_image is None


def test_an_image_that_loses_something_everywhere(knowledge: Knowledge) -> None:
    """Without its mark for ENA, and asked for on types that could use it."""
    image = replace(HVM, ena_support=False, supported_types=("r4.large",))
    found = own(knowledge, Needs(os=knowledge.os_catalog.find("ubuntu", "22.04"), image=image))
    assert found.outcome is Outcome.DEGRADED
    assert len(found.types) == 1
