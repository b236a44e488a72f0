from __future__ import annotations

import io
from pathlib import Path

import pytest

from wizard.store.text_file import LARGEST, NotRead, decode, read_text


def test_text_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes("\ufeffGröße\r\n".encode())
    assert read_text(path) == "Größe\r\n"


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(b"\x1f\x8b\x08")
    with pytest.raises(NotRead, match=r"x.json': compressed with gzip; unpack it first"):
        read_text(path)


@pytest.mark.parametrize(
    ("name", "cause"),
    [("missing", "no such file or folder"), ("", "it is a folder"), ("a\0b", "embedded null byte")],
)
def test_what_cannot_be_read(tmp_path: Path, name: str, cause: str) -> None:
    with pytest.raises(NotRead, match=f"not read: {cause}; expected a file that can be read"):
        read_text(tmp_path / name)


def test_a_file_without_end_is_not_read_to_its_end() -> None:
    with pytest.raises(NotRead, match="'endless': too large; expected at most 1000 bytes"):
        decode(io.BytesIO(b"x" * 1001), "endless", 1000)
    assert decode(io.BytesIO(b"x" * 1000), "enough", 1000) == "x" * 1000


def test_of_a_file_without_end_no_more_is_read_than_is_allowed_and_never_much_at_once() -> None:
    class Endless(io.BytesIO):
        given = most = 0

        def read(self, size: int | None = -1) -> bytes:
            assert size
            self.given, self.most = self.given + size, max(self.most, size)
            return b"x" * size

    file = Endless()
    with pytest.raises(NotRead):
        decode(file, "endless", 10 << 20)
    assert file.given == (10 << 20) + 1
    assert file.most < 8 << 20
    assert LARGEST == 256 << 20
