"""Any file in which image and type stand together: its places, whatever language it is in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from wizard.formats.json_texts import JsonText, NotJsonText, json_texts
from wizard.formats.templates import cloudformation, packer, requests, terraform
from wizard.formats.templates.place import NotATemplate, Place
from wizard.formats.templates.terraform_json import is_terraform
from wizard.formats.templates.yaml_tree import read_yaml

_HCL = re.compile(
    r"^[ \t]*(?:source|build|packer|variable|locals|data|resource|module|provider|terraform)\b[^\n:=]*\{",
    re.MULTILINE,
)
_TERRAFORM = re.compile(r"^[ \t]*(?:resource|provider|module|terraform)\b[^\n:=]*\{", re.MULTILINE)
_PACKER = re.compile(r"^[ \t]*(?:source|build|packer)\b[^\n:=]*\{", re.MULTILINE)


def places_in(text: str) -> list[Place]:
    """Every place of a file. Raises NotATemplate for one of no known kind, or a damaged one."""
    if not text.strip():
        raise NotATemplate("empty; expected a template, a plan or a request")
    if text.lstrip().startswith(("{", "[")):
        return [place for value in _json(text) for place in _of_json(value.value, text, value.line)]
    if _HCL.search(text) and "\nResources:" not in text:
        return _of_hcl(text)
    documents = read_yaml(text)
    if any(isinstance(document, dict | list) for document in documents):
        return [place for document in documents for place in _of_yaml(document, text)]
    return [place for value in _json(text) for place in _of_json(value.value, text, value.line)]


def _of_yaml(document: Any, text: str) -> Iterator[Place]:
    if cloudformation.is_cloudformation(document):
        return cloudformation.places_in(document, text)
    return requests.places_in(document)


def _json(text: str) -> list[JsonText]:
    try:
        return json_texts(text)
    except NotJsonText as problem:
        import gettext

        said = problem.message.render(gettext.NullTranslations())
        raise NotATemplate(f"{said}; expected a template, a plan or a request") from None


def _of_json(value: Any, text: str, line: int) -> Iterator[Place]:
    if is_terraform(value):
        found = terraform.places_in(value)
    elif cloudformation.is_cloudformation(value):
        yield from cloudformation.places_in(value, text)
        return
    elif packer.is_packer(value):
        yield from packer.json_places(value, text)
        return
    else:
        found = requests.places_in(value)
    for place in found:
        yield place.at(line)


def _of_hcl(text: str) -> list[Place]:
    if _TERRAFORM.search(text) and not _PACKER.search(text):
        raise NotATemplate(
            "Terraform's source; its plan has the values: terraform plan -out plan && terraform show -json plan"
        )
    return list(packer.hcl_places(text))
