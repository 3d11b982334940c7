"""A zip container written from another: untouched entries are copied as they are, still compressed."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, TypeAlias

from desktop.workbook.archive import (
    CENTRAL,
    CENTRAL_MAGIC,
    DEFLATED,
    END,
    END_MAGIC,
    LOCAL,
    LOCAL_MAGIC,
    STORED,
    UTF8_NAME,
)
from desktop.workbook.guard import RATIO_FROM, STEEPEST_RATIO

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.workbook.archive import Archive, Entry, Record

_Held: TypeAlias = "tuple[str, bytes | memoryview, int, int, int]"
"""A part: its name, its content as it is packed, how that is, and the content's checksum and size."""

_VERSION = 20
_FIRST_DAY = 0x21  # 1/1/1980, as MS-DOS counts days


def assembled(data: bytes, archive: Archive, changes: Mapping[str, bytes | None]) -> bytes:
    """The container with the named entries replaced, left out where the content is None, or added.

    Entries keep their order in the file and in the directory; one that is replaced keeps its time and
    attributes. Of several entries of one name each is replaced, so that all readers see the same. New
    entries come last.
    """
    wanted = {name.casefold(): content for name, content in changes.items()}
    written = bytearray()
    records: dict[int, bytes] = {}
    for entry in sorted(archive.entries, key=lambda entry: entry.record.offset):
        content = wanted.get(entry.name.casefold())
        if entry.name.casefold() not in wanted:
            records[entry.record.offset] = _moved(entry.record, len(written))
            written += memoryview(data)[entry.record.offset : entry.end]
        elif content is not None:
            local, central = _replaced(entry, content, len(written))
            records[entry.record.offset] = central
            written += local
    added: list[bytes] = []
    known = {entry.name.casefold() for entry in archive.entries}
    for name, content in changes.items():
        if content is not None and name.casefold() not in known:
            local, central = _added(name, content, len(written))
            added.append(central)
            written += local
    directory = len(written)
    kept = [records[entry.record.offset] for entry in archive.entries if entry.record.offset in records]
    kept += added
    written += b"".join(kept)
    size, comment = len(written) - directory, archive.comment
    written += END.pack(END_MAGIC, 0, 0, len(kept), len(kept), size, directory, len(comment)) + comment
    return bytes(written)


def stored(parts: Mapping[str, bytes], kept: Mapping[str, Entry], data: bytes) -> bytes:
    """A container of these parts, uncompressed, and of entries of another, packed as they lie in its `data`.

    What was checked of such an entry's content holds of the copy: the checksum is the one that it was
    checked against.
    """
    pieces: list[bytes | memoryview] = []
    directory: list[bytes] = []
    at = 0
    for part, content, method, crc, size in (*_plain(parts), *_lying(kept, data)):
        name = part.encode("utf-8")
        shape = (_VERSION, UTF8_NAME, method, 0, _FIRST_DAY, crc, len(content), size, len(name))
        directory.append(CENTRAL.pack(CENTRAL_MAGIC, _VERSION, *shape, 0, 0, 0, 0, 0, at) + name)
        pieces += (LOCAL.pack(LOCAL_MAGIC, *shape, 0) + name, content)
        at += LOCAL.size + len(name) + len(content)
    size = sum(map(len, directory))
    end = END.pack(END_MAGIC, 0, 0, len(directory), len(directory), size, at, 0)
    return b"".join([*pieces, *directory, end])


def _plain(parts: Mapping[str, bytes]) -> Iterator[_Held]:
    for name, content in parts.items():
        yield name, content, STORED, zlib.crc32(content), len(content)


def _lying(kept: Mapping[str, Entry], data: bytes) -> Iterator[_Held]:
    for name, entry in kept.items():
        record = entry.record
        content = memoryview(data)[entry.data_start : entry.data_start + record.packed]
        yield name, content, record.method, record.crc, record.size


def _packed(content: bytes, strategy: int) -> bytes:
    deflate = zlib.compressobj(
        zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, strategy
    )
    return deflate.compress(content) + deflate.flush()


def _moved(record: Record, offset: int) -> bytes:
    """The directory's record of an entry that now begins at another offset."""
    end = record.offset_at + record.offset_width
    new = offset.to_bytes(record.offset_width, "little")
    return record.central[: record.offset_at] + new + record.central[end:]


def _added(part: str, content: bytes, offset: int) -> tuple[bytes, bytes]:
    """The bytes of a new entry, and its record in the directory."""
    name, packed = part.encode("utf-8"), _packed(content, zlib.Z_DEFAULT_STRATEGY)
    sizes = (zlib.crc32(content), len(packed), len(content), len(name))
    shape = (_VERSION, UTF8_NAME, DEFLATED, 0, _FIRST_DAY, *sizes)
    local = LOCAL.pack(LOCAL_MAGIC, *shape, 0) + name + packed
    return local, CENTRAL.pack(CENTRAL_MAGIC, _VERSION, *shape, 0, 0, 0, 0, 0, offset) + name


def _replaced(entry: Entry, content: bytes, offset: int) -> tuple[bytes, bytes]:
    """The bytes of an entry with new content, and its record in the directory."""
    fields = CENTRAL.unpack_from(entry.record.central)
    made_by, (time, day), (disk, internal, external) = fields[1], fields[5:7], fields[13:16]
    name = entry.record.central[CENTRAL.size : CENTRAL.size + fields[10]]
    packed = _packed(content, zlib.Z_DEFAULT_STRATEGY)
    if len(content) > max(RATIO_FROM, STEEPEST_RATIO * len(packed)):
        packed = _packed(content, zlib.Z_HUFFMAN_ONLY)  # else the guard would refuse the new file
    flags = entry.record.flags & UTF8_NAME
    shape = (_VERSION, flags, DEFLATED, time, day, zlib.crc32(content), len(packed), len(content), len(name))
    local = LOCAL.pack(LOCAL_MAGIC, *shape, 0) + name + packed
    central = CENTRAL.pack(CENTRAL_MAGIC, made_by, *shape, 0, 0, disk, internal, external, offset) + name
    return local, central
