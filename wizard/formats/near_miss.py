"""What a text is that holds no images: one line that names it and the command that gives the images."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from wizard.formats.image_record import ids_in
from wizard.formats.image_walk import region_in
from wizard.formats.json_texts import JsonText
from wizard.model.message import Message

_MOST_IDS = 20
_MOST_KEYS = 6
_LOOKED_AT = 20_000
_PLACED = re.compile(r"\b([a-z]{2}(?:-[a-z]+){1,3}-\d):(ami-[0-9a-f]{8,17})\b")

_TEMPLATE = re.compile(r"\blt-[0-9a-f]{17}\b")
_INSTANCE = re.compile(r"\bi-(?:[0-9a-f]{17}|[0-9a-f]{8})\b")
_ODD = re.compile(r"[^\w .:/@-]")

Table = Mapping[str, object]


def other_value(texts: Sequence[JsonText]) -> Message:
    """What JSON without images is, and the next step."""
    values = [text.value for text in texts]
    tables = [table for value in values for table in _tables(value)]
    what = next((name for name, fits in _KINDS if any(fits(table) for table in tables)), None)
    whole = values[0] if len(values) == 1 else values
    next_step = _command(whole)
    if what is None and not tables:
        what = Message("an empty list" if values[0] == [] else "JSON without an object")
    if what is None:
        what = _keys(next((table for table in tables if "Images" not in table), tables[0]))
    return Message(
        "{what}; its images: {command}" if ids_in(whole) else "{what}; {command}",
        {"what": what, "command": next_step},
    )


def other_text(text: str) -> Message | None:
    """What a text without JSON is, and the next step; None for one that looks like nothing known."""
    if not text.strip():
        return Message("empty; {command}", {"command": _command(None)})
    form = form_of(text)
    if form is None:
        return None
    command = _as_json(text[:_LOOKED_AT])
    return Message("{what}; {command}", {"what": form, "command": command})


def form_of(text: str) -> Message | None:
    """What wrote such a text, or what language it is; None for one that looks like nothing known."""
    head = text[:_LOOKED_AT]
    return next((what for pattern, what in _TEXTS if pattern.search(head)), None)


def describe_images(ids: Sequence[str], region: str = "") -> str:
    """The command that saves what DescribeImages says of these images."""
    where = f" --region {region}" if region else ""
    what = f"--image-ids {' '.join(ids)}" if ids else "--owners self"
    return f"aws ec2 describe-images{where} {what} --output json"


def _command(value: object) -> Message:
    placed = _PLACED.findall(value if isinstance(value, str) else _text(value))
    if placed:
        region = placed[0][0]
        ids = tuple(dict.fromkeys(image for where, image in placed if where == region))
        return Message("{command}", {"command": Message(describe_images(ids[:_MOST_IDS], region))})
    ids = ids_in(value) if value is not None else ()
    said = Message(describe_images(ids[:_MOST_IDS], _region(value) if ids else ""))
    if not ids and value is not None and (found := _further(value)):
        return found
    if len(ids) > _MOST_IDS:
        values = {"command": said, "count": _MOST_IDS}
        return Message("{command} (the first {count} of its ids)", values)
    return said if ids else Message("expected images in DescribeImages' JSON: {command}", {"command": said})


def _further(value: object) -> Message | None:
    """The command that names the images where only what launches them is named."""
    text = _text(value)
    if templates := _TEMPLATE.findall(text):
        said = f"aws ec2 describe-launch-template-versions --launch-template-id {templates[0]} --output json"
        return Message("its images stand in the launch template: {command}", {"command": Message(said)})
    if instances := tuple(dict.fromkeys(_INSTANCE.findall(text)))[:_MOST_IDS]:
        said = f"aws ec2 describe-instances --instance-ids {' '.join(instances)} --output json"
        return Message("its images are told by {command}", {"command": Message(said)})
    return None


def _region(value: object) -> str:
    """The one Region that the objects with IDs name, if it is one."""
    regions = {region_in(table) for table in _tables(value) if ids_in(dict(table), 1)} - {""}
    return regions.pop() if len(regions) == 1 else ""


def _as_json(text: str) -> Message:
    """How to save again what was saved in another form."""
    ids = ids_in(text)
    return Message("save it as JSON: {command}", {"command": Message(describe_images(ids[:_MOST_IDS]))})


def _text(value: object) -> str:
    return repr(value)


def _keys(table: Table) -> Message:
    if not table:
        return Message("an object without any key")
    shown = ", ".join(sorted(_ODD.sub("?", str(key)[:40]) for key in table)[:_MOST_KEYS])
    return Message("no image; what is there has {keys}", {"keys": shown})


def _tables(value: object, level: int = 0) -> Iterator[Table]:
    """The outer objects of a value, and those in its lists."""
    if isinstance(value, dict):
        yield value
        if level < 3:
            for inner in value.values():
                yield from _tables(inner, level + 1)
    elif isinstance(value, list) and level < 4:
        for inner in value[:5]:
            yield from _tables(inner, level + 1)


def _has(*keys: str) -> Callable[[Table], bool]:
    """Whether an object has all of these keys, however capitalised."""
    wanted = {key.casefold() for key in keys}
    return lambda table: wanted <= {str(key).replace("_", "").casefold() for key in table}


def _either(*tests: Callable[[Table], bool]) -> Callable[[Table], bool]:
    return lambda table: any(test(table) for test in tests)


def _starts(key: str, *beginnings: str) -> Callable[[Table], bool]:
    return lambda table: str(table.get(key, "")).startswith(beginnings)


def _of_types(table: Table) -> bool:
    types = table.get("InstanceTypes")
    return isinstance(types, list) and any(isinstance(each, dict) for each in types)


def _aws_resources(table: Table) -> bool:
    return any(
        isinstance(each, dict) and str(each.get("Type", "")).startswith("AWS::") for each in table.values()
    )


# The first that fits counts, so what is told by more comes before what is told by less.
_KINDS: tuple[tuple[Message, Callable[[Table], bool]], ...] = (
    (
        Message("this is AWS's error, not a reply; see ami-wizard explain"),
        _either(_has("error", "responsemetadata"), _has("__type")),
    ),
    (
        Message("this is what PowerShell prints of objects within objects; use ConvertTo-Json -Depth 6"),
        lambda table: any("Amazon.EC2.Model." in str(value)[:2000] for value in table.values()),
    ),
    (Message("these are Auto Scaling groups"), _has("autoscalinggroups")),
    (
        Message("this is describe-instances"),
        _either(_has("reservations"), _has("instanceid", "imageid"), _has("instances", "reservationid")),
    ),
    (
        Message("these are resources of a stack of CloudFormation"),
        _either(_has("stackresources"), _has("stackresourcesummaries"), _has("stackresourcedetail")),
    ),
    (Message("this is describe-instances"), _has("instanceid")),
    (
        Message("this is the log of terraform plan -json; ami-wizard check reads terraform show -json"),
        _has("@level", "@message"),
    ),
    (Message("this is a node group of EKS; see ami-wizard check FILE"), _has("amitype")),
    (Message("this is describe-instance-types"), _of_types),
    (Message("this is a Packer manifest"), _either(_has("builds", "lastrunuuid"), _has("artifactid"))),
    (Message("this is a Packer template; see ami-wizard check FILE"), _has("builders")),
    (
        Message("this is a Terraform plan without data of an aws_ami; see ami-wizard check FILE"),
        _either(_has("plannedvalues"), _has("resourcechanges")),
    ),
    (
        Message("this is a Terraform state without an aws_ami"),
        _either(_has("terraformversion"), _has("lineage")),
    ),
    (
        Message("this is a CloudFormation template; see ami-wizard check FILE"),
        _either(_has("awstemplateformatversion"), _aws_resources),
    ),
    (
        Message("this is a launch template; see ami-wizard check FILE"),
        _either(_has("launchtemplatedata"), _has("launchtemplateversions"), _has("launchtemplateid")),
    ),
    (
        Message("this is a launch configuration; see ami-wizard check FILE"),
        _either(_has("launchconfigurations"), _has("launchconfigurationname")),
    ),
    (Message("this is the request of a launch; see ami-wizard check FILE"), _has("imageid", "instancetype")),
    (
        Message("this is describe-image-attribute"),
        _either(_has("imageid", "launchpermissions"), _has("imageid", "productcodes")),
    ),
    (Message("this is the list of the recycle bin"), _has("recyclebinentertime")),
    (
        Message("these are parameters of Systems Manager"),
        _either(
            _has("parameter", "resultmetadata"),
            _has("parameters", "invalidparameters"),
            _has("name", "type", "value", "version"),
        ),
    ),
    (
        Message("these are images of Google Cloud, not of EC2"),
        _either(_starts("kind", "compute#"), _has("selflink"), _has("disksizegb")),
    ),
    (
        Message("these are images of Azure, not of EC2"),
        _either(_starts("id", "/subscriptions/"), _has("publisher", "offer", "sku")),
    ),
    (
        Message("these are container images, not AMIs"),
        _either(_has("repotags"), _has("imagedigest"), _has("repository", "tag")),
    ),
    (Message("this is a Kubernetes object"), _has("apiversion", "kind")),
    (
        Message("only the id of an image is there; this is no DescribeImages record"),
        lambda table: set(table) <= {"ImageId", "imageId", "image_id"} and bool(table),
    ),
    (
        Message("an image without what decides about a launch"),
        _either(_has("imageid"), lambda table: bool(ids_in(dict(table), 1))),
    ),
    (Message("no image of EC2, which has an ImageId"), _has("name", "architecture")),
)

_TEXTS: tuple[tuple[re.Pattern[str], Message], ...] = tuple(
    (re.compile(pattern, re.MULTILINE), what)
    for pattern, what in (
        (
            r"An error occurred \(|\(Client\.|UnauthorizedOperation|Unable to locate credentials|<Errors?>",
            Message("AWS's error, not a reply; see ami-wizard explain"),
        ),
        (r"^\s*(?:\+-{5,}|\|\s*-{3,}|-{20,}\n\|)", Message("a table for people (--output table)")),
        (r"^\s*(?:<\?xml|<Describe|<html|<!DOCTYPE|<\w+[ >])", Message("XML or HTML, not JSON")),
        (
            r"^\s*[\[{]\s*'|^\s*\[?\{'|\A\s*\[?ec2\.\w+\(|<FrozenList|datetime\.datetime\(",
            Message("printed by Python or Node, not JSON; use json.dumps or JSON.stringify"),
        ),
        (
            r"\A\s*(?:\w+(?:Response|Result|Output)?\((?:Images|Reservations)=|\w+Output \{|#<struct |array ?\(\n|&?\{Images:)",
            Message("an object as a program prints it, not JSON"),
        ),
        (
            r"^(?:Terraform|OpenTofu) (?:will perform|used the selected)|^\s*# [\w.\[\]\"-]+ (?:will|must) be ",
            Message(
                "what terraform plan prints for people; ami-wizard check reads terraform show -json of a saved plan"
            ),
        ),
        (r"^(?:IMAGES|BLOCKDEVICEMAPPINGS|EBS|TAGS)\t", Message("text columns (--output text)")),
        (
            r"^[ \t]*(?:resource|data|source|variable|locals|packer|terraform)\b[^\n]*\{",
            Message("a Terraform or Packer source; see ami-wizard check FILE"),
        ),
        (
            r"^(?:AWSTemplateFormatVersion|Resources):",
            Message("a CloudFormation template; see ami-wizard check FILE"),
        ),
        (
            r"\A\s*(?:(?:#.*|---|(?:- +)*[\w.\"'/:-]+:(?:[ \t].*)?|[ \t]*- .*)\r?\n){2}",
            Message("YAML, not JSON (--output yaml)"),
        ),
        (r"^[A-Za-z]\w*[ \t]+: ", Message("a list as PowerShell prints it; use ConvertTo-Json -Depth 5")),
        (r"^[\"\w]+(?:,[\" \w]+){2,}\s*$", Message("a table with commas, not JSON")),
        (r"\A(?:\s*ami-[0-9a-f]{8,17}[\s,;]*)+\Z", Message("only ids of images")),
        (
            r"\A\s*[\[{]\s*[\u201c\u201d]",
            Message("typographic quotes, as a chat or a word processor writes them"),
        ),
    )
)
