"""What to do first with an image that is held back. The way in full is `wizard.model.migration`."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from wizard.model.assessment.assessment import Assessment, Limitation
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.ec2.finding import Outcome
from wizard.model.ec2.image import ImageState, Platform
from wizard.model.ec2.instance_type import Architecture, RootDeviceType
from wizard.model.message import Message

_BY_STATE = {
    ImageState.PENDING: Message("wait until it is available"),
    ImageState.TRANSIENT: Message("wait until it is available"),
    ImageState.DISABLED: Message("enable it, or take another AMI"),
    ImageState.DEREGISTERED: Message("take another AMI"),
}
_LOOK = Message("see its verdict")
_AGAIN = Message("create it again")
_BY_LIMITATION = {
    Limitation.STUCK_ON_PV: Message("rebuild as HVM"),
    Limitation.NO_ENA: Message("add the ENA and NVMe drivers"),
    Limitation.NOT_TO_NITRO: _LOOK,
    Limitation.BIOS_ONLY: Message("try UEFI, then register it so"),
}
_FOR_X86_64 = Message("build anew for x86_64, as HVM")
_ON_EBS = Message("rebuild with an EBS root")
_WINDOWS = Message("upgrade Windows and its AWS drivers")
_NEWER = Message("take a newer AMI")
_KNOWN: WeakKeyDictionary[Assessment, Message | None] = WeakKeyDictionary()


def next_step(image: JudgedImage) -> Message | None:
    """The first thing to do, in a few words; None where nothing holds it back."""
    judged = image.judged
    known = _KNOWN.get(judged, _NEWER)
    if known is _NEWER:
        known = _KNOWN[judged] = _of_kind(image)
    if (known is None or known is _LOOK) and image.deprecated and not judged.limitations:
        return _NEWER
    return known


def _of_kind(image: JudgedImage) -> Message | None:
    """What is said of all that are judged alike."""
    kind, judged = image.row.kind, image.judged
    if kind.state is not ImageState.AVAILABLE:
        return _BY_STATE.get(kind.state, _AGAIN)
    if judged.limitations:
        return _for_limitations(image)
    return _LOOK if not judged.usable or judged.outcome is Outcome.UNKNOWN else None


def _for_limitations(image: JudgedImage) -> Message:
    kind, limitations = image.row.kind, image.judged.limitations
    if kind.architecture is Architecture.I386 and Limitation.NOT_TO_NITRO in limitations:
        return _FOR_X86_64
    if kind.root_device_type is RootDeviceType.INSTANCE_STORE and Limitation.STUCK_ON_PV not in limitations:
        return _ON_EBS
    if kind.platform is Platform.WINDOWS and Limitation.NO_ENA in limitations:
        return _WINDOWS
    return next(step for limitation, step in _BY_LIMITATION.items() if limitation in limitations)
