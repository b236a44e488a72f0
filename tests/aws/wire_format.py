"""Writes answers as EC2, STS and Auto Scaling write them: XML named by botocore's own models."""

from __future__ import annotations

import datetime
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

import botocore.session


@cache
def model(service: str) -> Any:
    return botocore.session.Session().get_service_model(service)


def answer(service: str, action: str, result: dict[str, Any]) -> bytes:
    """The body of a reply. result: keys as boto3 gives them."""
    operation = model(service).operation_model(action)
    body = _members(operation.output_shape, result, service == "ec2")
    if service == "ec2":
        text = f"<{action}Response><requestId>11111111-2222-3333-4444-555555555555</requestId>{body}</{action}Response>"
    else:
        text = (
            f"<{action}Response><{action}Result>{body}</{action}Result>"
            f"<ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></{action}Response>"
        )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'.encode()


def error(service: str, code: str, message: str) -> bytes:
    if service == "ec2":
        return (
            f"<Response><Errors><Error><Code>{code}</Code><Message>{escape(message)}</Message></Error></Errors>"
            "<RequestID>1</RequestID></Response>"
        ).encode()
    return (
        f"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>{escape(message)}</Message>"
        "</Error><RequestId>1</RequestId></ErrorResponse>"
    ).encode()


def _members(shape: Any, values: dict[str, Any], ec2: bool) -> str:
    parts = []
    for key, value in values.items():
        member = shape.members[key]
        parts.append(_element(member, member.serialization.get("name", key), value, ec2))
    return "".join(parts)


def _element(shape: Any, name: str, value: Any, ec2: bool) -> str:
    if shape.type_name == "structure":
        inner = _members(shape, value, ec2)
    elif shape.type_name == "list":
        item = shape.member.serialization.get("name", "item" if ec2 else "member")
        inner = "".join(_element(shape.member, item, each, ec2) for each in value)
    elif isinstance(value, bool):
        inner = str(value).lower()
    elif isinstance(value, datetime.datetime):
        inner = value.isoformat()
    else:
        inner = escape(str(value))
    return f"<{name}>{inner}</{name}>"
