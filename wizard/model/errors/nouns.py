"""What to call a value that the error does not name, in a sentence and in a command."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.model.frozen import frozen
from wizard.model.message import Message


@frozen
class Noun:
    """said: in a sentence. typed: in a command, for the person to replace."""

    said: Message
    typed: str


NOUNS: Mapping[str, Noun] = {
    "type.name": Noun(Message("the instance type"), "TYPE"),
    "type.architectures": Noun(Message("another architecture"), "ARCHITECTURE"),
    "image.image_id": Noun(Message("the AMI"), "AMI_ID"),
    "image.architecture": Noun(Message("one architecture"), "ARCHITECTURE"),
    "launch.region": Noun(Message("the Region of the launch"), "REGION"),
    "zone": Noun(Message("the Availability Zone"), "ZONE"),
    "zones": Noun(Message("a zone that has the type"), "ZONE"),
    "instance": Noun(Message("the instance"), "INSTANCE_ID"),
    "snapshot": Noun(Message("the snapshot"), "SNAPSHOT_ID"),
    "volume": Noun(Message("the volume"), "VOLUME_ID"),
    "subnet": Noun(Message("the subnet"), "SUBNET_ID"),
    "device": Noun(Message("the device name"), "DEVICE"),
    "size": Noun(Message("the size asked for"), "SIZE"),
    "least": Noun(Message("the size of the snapshot"), "SIZE"),
    "limit": Noun(Message("its number is not named"), "LIMIT"),
    "count": Noun(Message("too few"), "COUNT"),
    "type.network_interfaces": Noun(Message("a certain number of"), "COUNT"),
    "variable": Noun(Message("a template's variable"), "VARIABLE"),
    "key": Noun(Message("the KMS key"), "KEY_ID"),
    "principal": Noun(Message("the user or role that asks"), "PRINCIPAL"),
    "action": Noun(Message("the operation"), "ACTION"),
    "similar.any": Noun(Message("those of neighbouring generations and sizes"), "TYPE"),
    "similar.older": Noun(Message("those of earlier generations"), "TYPE"),
    "similar.spot": Noun(Message("those of neighbouring generations and sizes"), "TYPE"),
    "other_type": Noun(Message("the new instance type"), "TYPE"),
}
