"""A root on an instance store, which what moves gives up for an EBS volume."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.model.ec2.feature import Feature
from wizard.model.ec2.instance_type import RootDeviceType
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.message import Message
from wizard.model.recommend.needs import Needs


def on_ebs(knowledge: Knowledge, needs: Needs) -> Needs:
    """The needs of a move, with an EBS root where an instance store was named: that is what runs today.

    Who has one already has no use for a type that is larger only because it starts from one as well.
    """
    if Feature.INSTANCE_STORE_ROOT not in needs.features or needs.image is None:
        return needs
    here = knowledge.instance_type(needs.current_type or "")
    image, store = needs.image, RootDeviceType.INSTANCE_STORE
    if image.root_device_type is None and here is not None and store in here.root_device_types:
        image = replace(image, root_device_type=store)
    return replace(needs, image=image, features=needs.features - {Feature.INSTANCE_STORE_ROOT})


def root_at_its_end(needs: Needs) -> Iterator[Message]:
    """What to know before anything else of a root that was asked for on an instance store.

    Source: Amazon EC2 User Guide, Convert your Amazon S3-backed AMI to an EBS-backed AMI (ug-s3-to-ebs); the families
    are those of the data.
    """
    if Feature.INSTANCE_STORE_ROOT not in needs.features:
        return
    yield Message(
        "AMIs with an instance-store root are at their end of life: only old families start from one, and such an "
        "instance cannot be stopped or moved to another type."
    )
    if needs.image is not None:
        yield Message("So this is the advice for an EBS root.")
    else:
        yield Message("Leave that need out for an EBS root.")
