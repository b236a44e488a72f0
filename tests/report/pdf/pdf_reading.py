"""Reads a PDF back."""

from __future__ import annotations

import io
import re
from typing import Any

import pypdf


def read(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf), strict=True)


def text_of(pdf: bytes) -> str:
    """The text read back, without line breaks and the places where a long word may break."""
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in read(pdf).pages)).replace(
        "\u200b", ""
    )


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def structure(element: Any) -> list[str]:
    """The structure types of the tag tree."""
    kids = element.get("/K", [])
    found = [element["/S"]] if "/S" in element else []
    children = (kid.get_object() for kid in (kids if isinstance(kids, list) else [kids]))
    return found + [tag for child in children if isinstance(child, dict) for tag in structure(child)]
