"""Any file in which image and type stand together: its places, whatever language it is in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from wizard.formats.json_texts import JsonText, NotJsonText, json_texts
from wizard.formats.loose.assignments import assigned_in, is_settings
from wizard.formats.loose.commands import commands_in
from wizard.formats.loose.variables import fill
from wizard.formats.loose.xml_tree import NotXml, xml_value
from wizard.formats.near_miss import foreign, form_of, is_program
from wizard.formats.other_forms import printed_value, rows_in
from wizard.formats.templates import (
    cloudformation,
    karpenter,
    packer,
    pulumi,
    requests,
    terraform,
    terraform_source,
)
from wizard.formats.templates.launch_data import get
from wizard.formats.templates.place import NotATemplate, Place
from wizard.formats.templates.terraform_json import is_terraform
from wizard.formats.templates.terraform_shown import is_shown, shown_places
from wizard.formats.templates.yaml_tree import read_yaml
from wizard.model.message import Message

_HCL = re.compile(
    r"^[ \t]*(?:source|build|packer|variable|locals|data|resource|module|provider|terraform)\b[^\n:=]*\{",
    re.MULTILINE,
)
_TERRAFORM = re.compile(
    r"^[ \t]*(?:(?:resource|provider|module|terraform)\b|data[ \t]+\"aws_)[^\n:=]*\{", re.MULTILINE
)
_FENCED = re.compile(
    r"^(?P<fence>[ \t]*(?:`{3}|~{3}))[^\n`~]*\n(?P<inner>(?:(?!(?P=fence))[^\n]*\n)*)(?P=fence)", re.MULTILINE
)
_MOST_BLOCKS = 100
_VARS = re.compile(r"(?:^|\.)(?:vars|set_fact)$")
_VALUES = re.compile(r"^[A-Za-z_][\w-]*[ \t]*=[ \t]*[\[{\"]", re.MULTILINE)
_PACKER = re.compile(r"^[ \t]*(?:source|build|packer)\b[^\n:=]*\{", re.MULTILINE)


def places_in(text: str, beside: Sequence[str] = ()) -> list[Place]:
    """Every place of a file. beside: others of its folder, of which Terraform takes variables and look-ups.

    Raises NotATemplate for one of no known kind, or a damaged one.
    """
    if not text.strip():
        raise NotATemplate(Message("empty; expected a template, a plan or a request"))
    if (printed := printed_value(text)) is not None:
        return list(_of_json(printed, text, 1))
    if text.lstrip().startswith(("{", "[")) and not is_settings(text):
        return [place for value in _json(text) for place in _of_json(value.value, text, value.line)]
    if found := _of_parts(text, beside):
        return found
    if is_shown(text):
        return list(shown_places(text))
    if _HCL.search(text) and "\nResources:" not in text:
        return _of_hcl(text, beside)
    return _of_lines(text, beside)


def _of_parts(text: str, beside: Sequence[str]) -> list[Place]:
    """What stands between tags or fences."""
    if text.lstrip().startswith("<"):
        return _of_xml(text)
    return _fenced(text, beside)


def _of_lines(text: str, beside: Sequence[str]) -> list[Place]:
    """What is neither JSON nor HCL: commands, a table, YAML, settings."""
    if commands := list(commands_in(text)):
        return commands
    if rows := rows_in(text):
        return [place.at(line) for line, row in rows for place in requests.places_in(row)]
    try:
        found = _of_text(text)
    except NotATemplate:
        if (found := _of_values(text, beside) or _assigned(text)) or _FENCED.search(text):
            return found
        raise
    return found or _assigned(text)


def _of_values(text: str, beside: Sequence[str]) -> list[Place]:
    """What a .tfvars says, which is HCL without a block."""
    if not _VALUES.search(text):
        return []
    try:
        return list(terraform_source.places_in(text, beside))
    except NotATemplate:
        return []


def _assigned(text: str) -> list[Place]:
    """What scripts and settings say by keys and values; nothing of a log, which may tell of anything."""
    return [] if foreign(text) is not None and not is_program(text) else list(assigned_in(text))


def _of_xml(text: str) -> list[Place]:
    try:
        return list(requests.places_in(xml_value(text)))
    except NotXml:
        return []


def _fenced(text: str, beside: Sequence[str]) -> list[Place]:
    """The places of what documentation or a chat has between fences, each as a file of its own."""
    found: list[Place] = []
    for block in islice(_FENCED.finditer(text), _MOST_BLOCKS):
        before = text.count("\n", 0, block.start("inner"))
        try:
            found += [place.at(place.line + before) for place in places_in(block["inner"], beside)]
        except NotATemplate:
            continue
    return found


def _of_text(text: str) -> list[Place]:
    """What may be YAML, or JSON with something around it."""
    form = form_of(text)
    try:
        documents = read_yaml(text)
    except NotATemplate as problem:
        if form is None or "YAML" in form.template or "CloudFormation" in form.template:
            return _around(text, problem)
        documents = []
    if any(isinstance(document, dict | list) for document in documents):
        if karpenter.is_karpenter(documents):
            return list(karpenter.places_in(documents))
        fill(documents)
        return _used([place for document in documents for place in _of_yaml(document, text)])
    return [place for value in _json(text) for place in _of_json(value.value, text, value.line)]


def _used(found: list[Place]) -> list[Place]:
    """The places without those that a playbook only names for another of them."""
    launched = {
        (place.image.written, place.instance_type) for place in found if not _VARS.search(place.address)
    }
    return [
        place
        for place in found
        if not _VARS.search(place.address) or (place.image.written, place.instance_type) not in launched
    ]


def _around(text: str, problem: NotATemplate) -> list[Place]:
    """What documentation, a chat or a terminal has around JSON. Raises `problem` where there is none."""
    try:
        return [place for value in json_texts(text) for place in _of_json(value.value, text, value.line)]
    except NotJsonText:
        raise problem from None


def _of_yaml(document: Any, text: str) -> Iterator[Place]:
    if cloudformation.is_cloudformation(document):
        return cloudformation.places_in(document, text)
    if pulumi.is_pulumi(document):
        return pulumi.places_in(document)
    return requests.places_in(document)


def _body(value: Any) -> str | None:
    """The template within a reply of GetTemplate, as text."""
    body = get(value, "templatebody")
    if isinstance(body, Mapping):
        return json.dumps(body)
    return body if isinstance(body, str) else None


def _json(text: str) -> list[JsonText]:
    try:
        return json_texts(text)
    except NotJsonText as problem:
        begun = problem.damaged or (text.lstrip().startswith(("{", "[")) and form_of(text) is None)
        begun = begun and foreign(text) is None
        said = problem.message if begun else form_of(text) or Message("no template that is known")
        raise NotATemplate(
            Message("{problem}; expected a template, a plan or a request", {"problem": said})
        ) from None


def _of_json(value: Any, text: str, line: int) -> Iterator[Place]:
    if (body := _body(value)) is not None:
        found = iter(places_in(body))
    elif is_terraform(value):
        found = terraform.places_in(value)
    elif cloudformation.is_cloudformation(value):
        yield from cloudformation.places_in(value, text)
        return
    elif packer.is_packer(value):
        yield from packer.json_places(value, text)
        return
    elif pulumi.is_pulumi(value):
        found = pulumi.places_in(value)
    elif karpenter.is_karpenter([value]):
        found = karpenter.places_in([value])
    elif packer.is_hcl_json(value):
        found = packer.hcl_places(text, value)
    else:
        found = requests.places_in(value)
    for place in found:
        yield place.at(line)


def _of_hcl(text: str, beside: Sequence[str]) -> list[Place]:
    if not _PACKER.search(text) and _TERRAFORM.search(text):
        try:
            return list(terraform_source.places_in(text, beside))
        except NotATemplate as problem:
            said = "{problem}; Terraform's plan has the values: terraform plan -out plan && terraform show -json plan"
            raise NotATemplate(Message(said, {"problem": problem.message})) from None
    return list(packer.hcl_places(text))
