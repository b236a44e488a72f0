"""What an error names, whatever it says: the service, the code, the type, the image, the place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from wizard.model.errors.pasted import Pasted
from wizard.model.errors.sentence import parameter_in, sentence_in
from wizard.model.errors.service import Service
from wizard.model.frozen import frozen

_SIZES = r"(?:nano|micro|small|medium|large|\d{0,3}xlarge|metal(?:-\d{1,3}xl)?)"
_COMPASS = r"(?:north|south|east|west|central|northeast|northwest|southeast|southwest)"
REGION = rf"(?:us|us-gov|us-iso[a-z]?|eu|eu-isoe|eusc-de|af|ap|ca|cn|il|me|mx|sa)-{_COMPASS}-\d"
_ID = "[0-9a-f]{8,17}"
_PATTERNS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "type.name": rf"(?<![\w.-])(?:ml\.)?([a-z][a-z0-9]{{0,12}}(?:-[a-z0-9]{{1,8}}){{0,2}}\.{_SIZES})(?![\w-])",
        "image.image_id": r"(?<![\w-])(ami-(?=[a-zA-Z]{0,20}\d)[0-9a-zA-Z]{2,32})(?![\w-])",
        "zone": rf"(?<![\w-])({REGION}(?:-[a-z]{{3}}-\d)?[a-z])(?![\w-])",
        "launch.region": rf"(?<![\w-])({REGION})(?=[a-z]?(?![\w])|-[a-z]{{3}}-\d)",
        "instance": rf"(?<![\w-])(i-{_ID})(?![\w-])",
        "snapshot": rf"(?<![\w-])(snap-{_ID})(?![\w-])",
        "volume": rf"(?<![\w-])(vol-{_ID})(?![\w-])",
        "subnet": rf"(?<![\w-])(subnet-{_ID})(?![\w-])",
        "host": rf"(?<![\w-])(h-{_ID})(?![\w-])",
        "principal": r"(arn:aws[\w-]{0,12}:(?:iam|sts)::[\w*]{0,14}:[^\s,;)\]]{1,200})",
        "action": r"(?<![\w:-])((?:ec2|iam|kms|ssm|autoscaling|eks|batch|ecs|ebs|license-manager|elasticmapreduce|sagemaker|imagebuilder):[A-Z]\w{2,60})",
    }.items()
}
# What would have been allowed is not what was asked for.
_ALLOWED = re.compile(
    r"(?:(?:one of|enum value set|(?:valid|allowed|supported|possible) (?:values|types|instance types)[\w ]{0,40})[: ]{0,3})"
    r"\[[^\]]*",
    re.IGNORECASE,
)
# A zone to go to is not the one that was asked for.
_ELSEWHERE = re.compile(r"choosing [a-z\d, -]{0,200}")
_CODE = r"((?:Client\.|Server\.)?[A-Z][A-Za-z0-9]{2,60}(?:\.[A-Z][A-Za-z]{2,40})?)"
# Without a word before it that says so, a code is told by its form.
_COMPOUND = (
    r"((?:Client\.|Server\.)?[A-Z][a-z0-9]{1,30}[A-Z.][A-Za-z.]{2,60}|Unsupported|Blocked|Unavailable)"
)
_CODED = [
    re.compile(pattern)
    for pattern in (
        rf"fleet error\(s\), {_CODE}: ",
        rf"error \({_CODE}\) (?:occurred )?when calling",
        rf"error occurred \({_CODE}\)",
        rf"api error {_CODE}",
        r"::Errors::([A-Z][A-Za-z0-9]{2,60}(?:(?:::|\.)[A-Z][A-Za-z]{2,40})?)",
        rf"{_CODE} => ",
        rf"On-Demand Instances\. {_CODE} - ",
        rf"\b{_CODE} \((?:client|server)\):",
        rf"[Ee]rror ?[Cc]ode:? ?{_CODE}",
        rf"[Cc]ode(?:: ?|=| ){_CODE}",
        rf"(?:^|[\s:=>]){_COMPOUND}:(?=\s)",
        rf"^{_COMPOUND}(?=\s)",
        rf" \({_COMPOUND}\)(?=\s|$)",
    )
]
_OPERATION = [
    re.compile(r"when calling the (\w{3,60}) operation"),
    re.compile(r"operation error [\w ]{2,30}: (\w{3,60})"),
    re.compile(r"aws-operation-name=(\w{3,60})"),
    re.compile(r"eventName[:=] ?([A-Z]\w{3,60})"),
    re.compile(r"Error executing (\w{3,60}) on https"),
    re.compile(r"API: \w{2,20}:([A-Z]\w{3,60}) "),
    re.compile(r"Exception from (\w{3,60}) API of"),
]
_OF_EC2 = re.compile(
    r"(?<![a-z0-9])(?:ec2|amis?|aws_(?:instance|ami|launch_template)|instance ?types?|machine types?|runinstances"
    r"|auto ?scaling|node ?groups?|spot (?:instances?|vcpus?|requests?)|on-demand instances?|launch templates?|amazon[- ]ebs|awsmachine)(?![a-z0-9])"
)
_ANSWER = re.compile(r"api error \w|request ?id: |error code: \w|an error occurred \(\w")
_NEAR_EC2 = re.compile(
    r"(?<![a-z0-9])(?:enclaves?|hibernat\w+|(?:nitro)?tpm|uefi|boot mode|license configuration|dedicated hosts?|snapshots?"
    r"|volumes?|placement groups?|capacity reservations?|network interfaces?|key pairs?|the requested product|marketplace)(?![a-z0-9])"
)
# Other clouds, and services of AWS whose instances are not EC2's to choose.
_OF_OTHERS = re.compile(
    r"(?<![a-z0-9])(?:azure\w*|microsoft\.compute|vm size|gcloud|gce|gke|googleapi|google_compute\w*|compute engine"
    r"|alibaba\w*|aliyun\w*|oci|oci_core\w*|openstack|digitalocean|hcloud|hetzner|linode|vsphere|esxi|alicloud\w*|tencent\w*"
    r"|rds|dbinstance\w*|db instances?|aws_db_\w+|aurora|elasticache|redshift|opensearch|memorydb|docdb|neptune|dynamodb"
    r"|lambda|fargate|lightsail|workspaces|appstream|glue|msk|kafka|amazon mq)(?![a-z0-9])"
)
# Another cloud's error, unless it names AWS as well, as a migration does.
_CLOUDS = re.compile(
    r"(?<![a-z0-9])(?:azure\w*|microsoft\.compute|gcloud|gce|gke|gcp|google cloud|googleapi|google_compute\w*|compute engine"
    r"|alibaba\w*|aliyun\w*|alicloud\w*|oci_core\w*|digitalocean|hcloud|hetzner|linode|tencent\w*"
    r"|(?:us|europe|asia|australia|me|africa|northamerica|southamerica)-(?:north|south|east|west|central){1,2}\d"
    r"|standard_[a-z]\w*_v\d)(?![a-z0-9])"
)
_OF_AWS = re.compile(
    r"(?<![a-z0-9])(?:aws\w*|amazon\w*|ec2|amis?|eks\w*|arn:|runinstances|cloudformation|karpenter"
    r"|(?:ami|i|vpc|subnet|snap|vol|sg)-[0-9a-f]{6,})"
)
_SPOKEN = [
    re.compile(r"operation error ([\w ]{2,30}?): \w"),
    re.compile(r"\(Service: ([\w ]{2,40}?)[,;]"),
    re.compile(r"A(?:ws|WS)::(\w{2,30})::Errors"),
    re.compile(r"Fog::(Compute)::AWS"),
    re.compile(r"API: (\w{2,20}):[A-Z]"),
    re.compile(r"API of (\w{2,20}) Service"),
    re.compile(r"aws-service-name=([\w ]{2,30}?)[,)]"),
    re.compile(r"eventSource[:=] ?([\w-]{2,30})\.amazonaws"),
    re.compile(r"Error executing \w{3,60} on https://([\w-]{2,30})\."),
    re.compile(r"software\.amazon\.awssdk\.services\.(\w{2,30})"),
    re.compile(r"com\.amazonaws\.services\.(\w{2,30})"),
]
# Names that SDKs and shells give to every error, where others write its code.
_NO_CODES = frozenset({"Ec2Exception", "AmazonEC2Exception", "InvalidOperation", "StateChangeReason"})
# EC2 has no errors that botocore makes classes of.
_MODELLED = "botocore.errorfactory"


@frozen
class Seen:
    """What stands in a text. values: by fact, such as "type.name", or by name, such as "zone".

    services: the one that spoke, if it is one that images and types matter to, or those whose words
    stand in the text. foreign: another service spoke. operation, code: as written. sentence: what
    stands behind the code, or where a tool puts what it was told.
    """

    services: tuple[Service, ...]
    foreign: bool
    operation: str | None
    code: str | None
    values: Mapping[str, str]
    sentence: str | None = None

    @property
    def service(self) -> Service | None:
        """The likeliest one."""
        return self.services[0] if self.services else None


def seen_in(text: Pasted, services: Sequence[Service]) -> Seen:
    """What the text names, wherever it stands."""
    words = _ALLOWED.sub("", text.words)
    asked = _ELSEWHERE.sub("", words)
    values = {
        name: match[1]
        for name, pattern in _PATTERNS.items()
        if (match := pattern.search(asked if name == "zone" else words))
    }
    operation = _first(_OPERATION, text.words)
    spoke, foreign = _spoke(text, operation, services)
    operations = {name for service in services for name in service.operations}
    code = next((code for code in codes_in(text) if code not in operations), None)
    sentence = sentence_in(text.words, code)
    if parameter := parameter_in(sentence):
        values["parameter"] = parameter
    return Seen(spoke, foreign, operation, code, values, sentence)


def is_about_ec2(text: Pasted, seen: Seen) -> bool:
    """Whether the text speaks of EC2's images, instances and types, and of no other service's."""
    if seen.foreign or _OF_OTHERS.search(text.lowered):
        return False
    return bool(
        {"type.name", "image.image_id", "instance"} & seen.values.keys() or _OF_EC2.search(text.lowered)
    )


def is_near_ec2(text: Pasted, seen: Seen) -> bool:
    """Whether AWS answered about something that EC2 has: enough to tell the kind of fault, and no more."""
    others = seen.foreign or _OF_OTHERS.search(text.lowered) or is_of_another_cloud(text.lowered)
    return bool(not others and _ANSWER.search(text.lowered) and _NEAR_EC2.search(text.lowered))


def is_of_another_cloud(lowered: str) -> bool:
    """Whether a text, in small letters, speaks of another cloud and not of AWS."""
    return bool(_CLOUDS.search(lowered)) and not _OF_AWS.search(lowered)


def codes_in(text: Pasted) -> Iterator[str]:
    """What stands where a code stands, in the order of how clear that is."""
    for pattern in _CODED:
        for match in pattern.finditer(text.words):
            if match[1] not in _NO_CODES:
                yield match[1].replace("::", ".")


def _first(patterns: Sequence[re.Pattern[str]], words: str) -> str | None:
    return next((match[1] for pattern in patterns if (match := pattern.search(words))), None)


def _spoke(
    text: Pasted, operation: str | None, services: Sequence[Service]
) -> tuple[tuple[Service, ...], bool]:
    if name := _first(_SPOKEN, text.words):
        squeezed = re.sub(r"^(?:amazon|aws)", "", name.replace(" ", "").lower())
        named = tuple(service for service in services if squeezed in service.names)
    elif operation:
        modelled = _MODELLED in text.lowered
        named = tuple(
            service
            for service in services
            if operation in service.operations and not (modelled and service.id == "ec2")
        )
    else:
        return tuple(s for s in services if any(mark in text.lowered for mark in s.marks)), False
    return named, not named
