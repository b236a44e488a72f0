"""Workbooks of our own making, as Excel and LibreOffice pack them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

Rows = Sequence[Sequence[str]]
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"


def packed(parts: Mapping[str, str]) -> bytes:
    """A zip file of these parts, each as its file would be dated on the same day."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bag:
        for name, text in parts.items():
            bag.writestr(zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6)), text)
    return file.getvalue()


def of_excel(*sheets: str, texts: Sequence[str] = ()) -> bytes:
    """A workbook of sheets' own XML. texts: the shared ones."""
    shared = "".join(f"<si><r><t>{text[:3]}</t></r><r><t>{text[3:]}</t></r></si>" for text in texts)
    parts = {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}
    for number, sheet in enumerate(sheets, 1):
        data = f"<sheetData>{sheet}</sheetData>"
        parts[f"xl/worksheets/sheet{number}.xml"] = f'<worksheet xmlns="{_MAIN}">{data}</worksheet>'
    if texts:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}">{shared}</sst>'
    return packed(parts)


def of_rows(rows: Rows, first: int = 1) -> str:
    """A sheet of inline texts, from this row on."""
    return "".join(
        f'<row r="{number}">'
        + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row)
        + "</row>"
        for number, row in enumerate(rows, first)
    )


def of_libre_office(table: str) -> bytes:
    """A workbook of one sheet, of its rows' own XML."""
    names = f'xmlns:office="{_OFFICE}" xmlns:table="{_TABLE}" xmlns:text="{_TEXT}"'
    body = f"<office:document-content {names}><table:table>{table}</table:table></office:document-content>"
    return packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": body})
