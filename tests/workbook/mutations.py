"""Damage to a workbook file, drawn from a seed: to its bytes, to a part's markup, to what links the parts."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from tests.workbook.raw_package import zipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_NOISE = (
    *(
        b"</rox>",
        b"&nope;",
        b"\xff",
        b"<",
        b">",
        b'"',
        b"'",
        b"\0",
        b"/>",
        b"<c/>",
        b"<!--",
        b"]]>",
        b"<![CDATA[",
    ),
    *(
        b"<row>",
        b"</sheetData>",
        b"<sheetData>",
        b"<v>abc</v>",
        b"&#x110000;",
        b"&#0;",
        b"<f>A1</f>",
        b"<?x?>",
    ),
    *(b"NaN", b"-1", b"1e999", b"9" * 20, b"9" * 5000, b"XFD1048576", b"A0", b"<a>" * 2000, b' r="A1"'),
)
_NUMBER = re.compile(rb"\d+")
_VALUE = re.compile(rb'="([^"]*)"')
_LINKS = (".rels", "[Content_Types].xml")

Parts = list[tuple[str, bytes]]


def mutated(data: bytes, rng: Random) -> bytes:
    """The file with one piece of damage, sometimes two."""
    for _ in range(rng.choice((1, 1, 2))):
        data = rng.choice(_KINDS)(data, rng)
    return data


def _in_bytes(data: bytes, rng: Random) -> bytes:
    """Bytes of the file flipped, lost, doubled or cut off."""
    at, length = rng.randrange(len(data)), rng.randrange(1, 64)
    piece = data[at : at + length]
    flipped = bytes(byte ^ (1 << rng.randrange(8)) for byte in piece)
    return (
        data[:at]
        + rng.choice((flipped, b"", piece * 2, bytes(len(piece))))
        + rng.choice((data[at + length :], b""))
    )


def _in_directory(data: bytes, rng: Random) -> bytes:
    """A number in the zip's own records is another."""
    places = [found.start() for found in re.finditer(rb"PK(?:\x01\x02|\x03\x04|\x05\x06)", data)]
    at = rng.choice(places) + rng.randrange(4, 46)
    return data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]


def _in_markup(data: bytes, rng: Random) -> bytes:
    """Noise in a part, in place of a piece of it, or in place of a number; or the part cut off."""
    parts = _parts(data)
    index = rng.randrange(len(parts))
    name, text = parts[index]
    start = rng.randrange(len(text) + 1)
    end = min(len(text), start + rng.randrange(200))
    noise = rng.choice(_NOISE)
    number = rng.choice([*_NUMBER.finditer(text)] or [re.match(b"", text)])
    assert number is not None
    new = rng.choice(
        (
            text[:start],
            text[:start] + text[end:],
            text[:start] + noise + text[start:],
            text[:start] + noise + text[end:],
            text[: number.start()] + noise + text[number.end() :],
            text[:end] + text[start:],
        )
    )
    return zipped([*parts[:index], (name, new), *parts[index + 1 :]])


def _in_links(data: bytes, rng: Random) -> bytes:
    """What links the parts: a value in place of another, or two of them the wrong way round."""
    parts = _parts(data)
    index = rng.choice([at for at, (name, _) in enumerate(parts) if name.endswith(_LINKS)] or [0])
    name, text = parts[index]
    values = [*_VALUE.finditer(text)]
    if values:
        one, other = rng.choice(values), rng.choice(values)
        text = text[: one.start(1)] + other[1] + text[one.end(1) :]
    return zipped([*parts[:index], (name, text), *parts[index + 1 :]])


def _among_parts(data: bytes, rng: Random) -> bytes:
    """A part lost, doubled, empty, under another name, or with another's content."""
    parts = _parts(data)
    index, other = rng.randrange(len(parts)), rng.randrange(len(parts))
    name, text = parts[index]
    new = rng.choice(
        (
            [],
            [(name, text), (name, parts[other][1])],
            [(name, b"")],
            [(name.upper(), text)],
            [(parts[other][0], text)],
            [(name, parts[other][1])],
        )
    )
    return zipped([*parts[:index], *new, *parts[index + 1 :]])


def _parts(data: bytes) -> Parts:
    """The parts; where the zip is damaged already, one part that is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(info.filename, archive.read(info)) for info in archive.infolist()] or [("x", b"")]
    except Exception:  # noqa: BLE001 - whatever it stumbles over
        return [("x", data)]


_KINDS: tuple[Callable[[bytes, Random], bytes], ...] = (
    *(_in_bytes, _in_directory, _in_links, _among_parts),
    *(_in_markup, _in_markup, _in_markup, _in_markup),
)
