"""The kinds of text that people bring and that hold no images, and what tells each."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from wizard.formats.image_record import ids_in
from wizard.model.message import Message

Table = Mapping[str, object]


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
KINDS: tuple[tuple[Message, Callable[[Table], bool]], ...] = (
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
        Message("this is an Auto Scaling group, whose image stands in the launch template that it names"),
        _has("autoscalinggroupname", "mixedinstancespolicy"),
    ),
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

TEXTS: tuple[tuple[re.Pattern[str], Message], ...] = tuple(
    (re.compile(pattern, re.MULTILINE), what)
    for pattern, what in (
        (
            r"An error occurred \(|\(Client\.|UnauthorizedOperation|Unable to locate credentials|<Errors?>",
            Message("AWS's error, not a reply; see ami-wizard explain"),
        ),
        (r"^[ \t]*(?:\+-{5,}|\|\s*-{3,}|-{20,}\n\|)", Message("a table for people (--output table)")),
        (r"\A\s*<\w+[ >]|^[ \t]*(?:<\?xml|<Describe|<html|<!DOCTYPE)", Message("XML or HTML, not JSON")),
        (
            r"^[ \t]*[\[{]\s*'|^[ \t]*\[?\{'|\A\s*\[?ec2\.\w+\(|<FrozenList|datetime\.datetime\(",
            Message("printed by Python or Node, not JSON; use json.dumps or JSON.stringify"),
        ),
        (
            r"\A\s*(?:\w+(?:Response|Result|Output)?\((?:Images|Reservations)=|\w+Output \{|#<struct |array ?\(\n|&?\{Images:)",
            Message("an object as a program prints it, not JSON"),
        ),
        (
            r"^(?:Terraform|OpenTofu) (?:will perform|used the selected)|^[ \t]*# [\w.\[\]\"-]+ (?:will|must) be ",
            Message(
                "what terraform plan prints for people; see ami-wizard check FILE, to which terraform show -json of a "
                "saved plan says more"
            ),
        ),
        (r"^(?:IMAGES|BLOCKDEVICEMAPPINGS|EBS|TAGS)\t", Message("text columns (--output text)")),
        (
            r"\A\s*\[{1,2}[A-Za-z][\w:.-]*\]{1,2}[ \t]*\r?\n",
            Message("an INI or TOML file, such as an inventory or the configuration of a runner"),
        ),
        (
            r"^[ \t]*(?:resource|data|source|variable|locals|packer|terraform|module|provider)\b[^\n]*\{",
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
        (
            r"\blineItem/UsageType\b|\bline_item_usage_type\b",
            Message("a cost and usage report, which names types and no images"),
        ),
        (
            r"\A[^\n,;\t{}<]{1,60}([,;\t])(?! )(?:[^\n,;\t]{0,60}\1(?! )){1,}[^\n]*\r?\n[^\n]*\1[^\n]*\1",
            Message("a table in which no ID of an image stands beside a type or what the image is"),
        ),
        (r"\A\s*ami-[0-9a-f]{8,17}(?:[\s,;]+ami-[0-9a-f]{8,17})*[\s,;]*\Z", Message("only ids of images")),
        (
            r"\A\s*[\[{]\s*[\u201c\u201d]",
            Message("typographic quotes, as a chat or a word processor writes them"),
        ),
    )
)

# The head of a program in Python, JavaScript, Java, C# or Go.
PROGRAM = re.compile(
    r"^(?:import|from) [\w.]+(?: import [\w., *()]+)?[ \t]*$|^import [^\n]+ from ['\"]"
    r"|^(?:import|using|package|namespace) [\w.]+;?[ \t]*\r?$|^import \((?=\s*['\"])",
    re.MULTILINE,
)

# What has nothing to do with images, so that there is nothing to save in another form.
FOREIGN: tuple[tuple[re.Pattern[str], Message], ...] = tuple(
    (re.compile(pattern, re.MULTILINE), what)
    for pattern, what in (
        (
            r"<(?:\w+:)?Envelope\b[^>]*/ovf/|<ovf:Envelope\b",
            Message(
                "a machine of VMware or VirtualBox (OVF); for its system and size see ami-wizard recommend, "
                "and for its disk aws ec2 import-image"
            ),
        ),
        (
            r"^(?:virtualHW\.version|guestOS)[ \t]*=",
            Message(
                "a machine of VMware (VMX); for its system and size see ami-wizard recommend, "
                "and for its disk aws ec2 import-image"
            ),
        ),
        (
            r"^\[ *\d+\.\d{6}\] |^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} - \S+\[|^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S+ \S+: ",
            Message("a log; see ami-wizard explain"),
        ),
        (
            r"\A(?:Content-Type: multipart/|MIME-Version:|#cloud-config)",
            Message("user data of an instance, which names neither image nor type"),
        ),
        (
            PROGRAM.pattern,
            Message(
                "the source of a program; ami-wizard check reads what it makes, such as what cdk synth prints"
            ),
        ),
    )
)
