from __future__ import annotations

import codecs
import gzip

import pytest

from wizard.formats.image_text import ImageText
from wizard.formats.text_encoding import NotText, text_of

TEXT = '{"ImageId": "ami-0123456789abcdef0", "Name": "größe €"}\r\n'


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_every_encoding_that_editors_and_shells_write(mark: bytes, encoding: str) -> None:
    assert text_of(mark + TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("others", ["größe", "いろはにほ", "Ā", "　"])
def test_a_quarter_of_other_letters_or_a_few_whose_own_second_byte_is_zero(
    encoding: str, others: str
) -> None:
    text = f"ImageId = ami-1 # {others}\r\n" * 20
    assert text_of(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "cp850", "latin-1"])
def test_a_code_page_keeps_everything_that_decides(encoding: str) -> None:
    found = text_of('{"ImageId": "ami-1", "Name": "größe"}'.encode(encoding))
    assert found.startswith('{"ImageId": "ami-1", "Name": "gr')
    assert "\ufffd" in found


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (gzip.compress(b"{}", mtime=0), "compressed with {form}; unpack it first"),
        (b"PK\x03\x04rest", "compressed with {form}; unpack it first"),
        (b"PAR1....", "{form}; expected text"),
        (b"%PDF-1.7\n", "{form}; expected text"),
        (b"\x00\x01\x02\x03" * 20, "binary data"),
        (bytes(80), "binary data"),
        (TEXT.encode("utf-32-le"), "binary data"),
        (TEXT.encode("utf-32-be"), "binary data"),
    ],
)
def test_what_is_no_text_is_called_what_it_is(data: bytes, says: str) -> None:
    with pytest.raises(NotText) as caught:
        text_of(data)
    assert caught.value.message.template.startswith(says)


@pytest.mark.parametrize("space", ["\u00a0", "\u200b", "\u202f", "\u3000", "\ufeff"])
def test_white_space_of_a_web_page_is_white_space(space: str) -> None:
    text = '{"Images": [\n  {"ImageId": "ami-1a2b3c4d", "Architecture": "x86_64"}]}'.replace(" ", space)
    (record,) = ImageText(text, "f").records()
    assert record.fields["Architecture"] == "x86_64"
