"""ICU's data without what Qt never opens: the same library for Linux, half as large.

Qt has its own rules for lines and words, names of countries and currencies, and forms of dates. Of ICU it calls
what compares texts, changes their letters' case, converts old encodings and names time zones; the data of these stay
whole, in all languages.
"""

from __future__ import annotations

import re
import struct
import subprocess
import sys
from pathlib import Path

# Data of its break iterators, currencies, names of languages and of countries, spelt-out numbers, transliterators and
# units; of its characters' names, look-alikes and StringPrep.
_LEFT_OUT = ("brkitr/", "curr/", "lang/", "rbnf/", "region/", "translit/", "unit/")
_LEFT_OUT_KINDS = (".cfu", ".spp", "/unames.icu")
# The groups of functions that open none of these.
_CALLED = re.compile(rb"(?:ucal|ucnv|ucol)_\w+|u_strTo(?:Lower|Upper)|UCNV_\w+")
_ALIGNED = 16


def lessened(source: Path, work: Path) -> Path:
    """libicudata.so.VERSION in the folder `work`, from that of a wheel. Exits where it is not what it is known as."""
    version = source.name.rpartition(".")[2]
    if strange := strange_calls(source.with_name("libQt6Core.so.6").read_bytes(), version):
        sys.exit(f"Qt calls {', '.join(strange)} of ICU. See which data that opens ({Path(__file__).name}).")
    target = work / "icu" / source.name
    target.parent.mkdir(parents=True, exist_ok=True)
    symbol = f"icudt{version}_dat"
    data, text, part = (target.with_name(f"{symbol}.{kind}") for kind in ("bin", "s", "o"))
    subprocess.run(["objcopy", "-O", "binary", "-j", ".rodata", str(source), str(data)], check=True)
    data.write_bytes(pared(data.read_bytes()))
    text.write_text(
        f".section .rodata\n.balign {_ALIGNED}\n.globl {symbol}\n.type {symbol}, %object\n"
        f'{symbol}: .incbin "{data.name}"\n.size {symbol}, . - {symbol}\n'
        '.section .note.GNU-stack, "", %progbits\n',
        encoding="ascii",
    )
    subprocess.run(["as", "-o", part.name, text.name], cwd=target.parent, check=True)
    linked = ["-shared", "--hash-style=gnu", "--build-id=none", "-soname", source.name]
    subprocess.run(["ld", *linked, "-o", target.name, part.name], cwd=target.parent, check=True)
    return target


def strange_calls(core: bytes, version: str) -> list[str]:
    """Names of ICU that Qt's core asks for and that are not known to do without what is left out."""
    asked = re.findall(rb"\0([Uu]\w+)_%b(?=\0)" % version.encode(), core)
    return sorted({name.decode() for name in asked if not _CALLED.fullmatch(name)})


def pared(data: bytes) -> bytes:
    """A package of ICU's data (its user guide: ICU Data, "ICU Data File Formats") with fewer items."""
    if data[2:4] != b"\xda\x27" or data[12:16] != b"CmnD":
        sys.exit("ICU's data is not of the form that is known.")
    (head,) = struct.unpack_from("<H", data)
    kept = {name: item for name, item in items(data).items() if not _left_out(name)}
    names = b"".join(name.encode() + b"\0" for name in kept)
    name_place = 4 + 8 * len(kept)
    item_place = _up(name_place + len(names))
    parts = [data[:head], struct.pack("<I", len(kept))]
    for name, item in kept.items():
        parts.append(struct.pack("<II", name_place, item_place))
        name_place += len(name) + 1
        item_place += _up(len(item))
    parts.append(names.ljust(_up(name_place) - name_place + len(names), b"\0"))
    return b"".join([*parts, *(item.ljust(_up(len(item)), b"\0") for item in kept.values())])


def items(data: bytes) -> dict[str, bytes]:
    """Name -> content of each item, in the order of the package, which ICU searches by halves."""
    (head,) = struct.unpack_from("<H", data)
    whole = memoryview(data)[head:]
    (count,) = struct.unpack_from("<I", whole)
    places = [struct.unpack_from("<II", whole, 4 + 8 * number) for number in range(count)]
    ends = [*(place for _, place in places[1:]), len(whole)]
    return {
        data[head + name : data.index(b"\0", head + name)].decode(): bytes(whole[begin:end])
        for (name, begin), end in zip(places, ends, strict=True)
    }


def _left_out(name: str) -> bool:
    return name.partition("/")[2].startswith(_LEFT_OUT) or name.endswith(_LEFT_OUT_KINDS)


def _up(length: int) -> int:
    return -(-length // _ALIGNED) * _ALIGNED
