"""The zip container: where each entry's bytes stand, so that they can be copied untouched.

Follows the ZIP format as PKWARE's APPNOTE 6.3 describes it (sections 4.3 and 4.5.3).
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

END_MAGIC = b"PK\x05\x06"
CENTRAL_MAGIC = b"PK\x01\x02"
LOCAL_MAGIC = b"PK\x03\x04"
_END64_MAGIC = b"PK\x06\x06"
_LOCATOR64_MAGIC = b"PK\x06\x07"

END = struct.Struct("<4s4H2IH")
_LOCATOR64 = struct.Struct("<4sIQI")
_END64 = struct.Struct("<4sQ2H2I4Q")
CENTRAL = struct.Struct("<4s6H3I5H2I")
LOCAL = struct.Struct("<4s5H3I2H")
_EXTRA = struct.Struct("<2H")
_ZIP64_EXTRA = 0x0001
_IN_EXTRA = 0xFFFFFFFF
_LONGEST_COMMENT = 0xFFFF

STORED = 0
DEFLATED = 8
UTF8_NAME = 0x800
_PACKED_AT, _SIZE_AT, _OFFSET_AT = 20, 24, 42
_ENCRYPTED = 0x1


class Damaged(Exception):
    """A container or a part of it that can't be read; its text is for the log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What the directory says of an entry; sizes and offsets in bytes.

    `central` is the directory's record as it stands, and `offset_at` where in it the entry's
    offset is written, `offset_width` bytes wide.
    """

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int
    central: bytes
    offset_at: int
    offset_width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: its record, and where its data begin and its bytes end in the file."""

    record: Record
    data_start: int
    end: int

    @property
    def name(self) -> str:
        """The entry's name, with forward slashes."""
        return self.record.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """The entries in the order of the directory, and the comment at the end of the file."""

    entries: tuple[Entry, ...]
    comment: bytes


def read_archive(data: bytes, most_entries: int) -> Archive:
    """The entries of a zip file; Damaged if it is cut short, overlaps or contradicts itself."""
    try:
        count, directory, comment = _read_end(data)
        if count > most_entries:
            raise Damaged(f"{count} entries")
        return Archive(
            entries=_placed(data, _read_records(data, count, directory), directory), comment=comment
        )
    except struct.error as cause:
        raise Damaged("a zip structure is cut short") from cause


def inflate(data: bytes, entry: Entry) -> bytes:
    """An entry's content; Damaged if it is not of the size and checksum that its record declares."""
    record = entry.record
    packed = memoryview(data)[entry.data_start : entry.data_start + record.packed]
    try:
        # One byte more than declared is enough to notice an entry that lies about its size.
        content = bytes(packed) if record.method == STORED else _unpack(packed, record.size + 1)
    except zlib.error as cause:
        raise Damaged(f"{record.name} can't be inflated") from cause
    if len(content) != record.size or zlib.crc32(content) != record.crc:
        raise Damaged(f"{record.name} is not what its record declares")
    return content


def opening(data: bytes, entry: Entry, length: int) -> bytes:
    """At most the first `length` bytes of an entry's content, unchecked."""
    packed = memoryview(data)[entry.data_start : entry.data_start + entry.record.packed]
    if entry.record.method == STORED:
        return bytes(packed[:length])
    try:
        return _unpack(packed, length)
    except zlib.error as cause:
        raise Damaged(f"{entry.name} can't be inflated") from cause


def _unpack(packed: memoryview, most: int) -> bytes:
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, most)


def _read_end(data: bytes) -> tuple[int, int, bytes]:
    """How many entries there are, where the directory begins, and the file's comment."""
    at = data.rfind(END_MAGIC, max(0, len(data) - END.size - _LONGEST_COMMENT))
    if at < 0:
        raise Damaged("no end of the zip directory")
    _, _, _, _, count, _, directory, comment = END.unpack_from(data, at)
    locator = at - _LOCATOR64.size
    if locator >= 0 and data.startswith(_LOCATOR64_MAGIC, locator):
        at64 = _LOCATOR64.unpack_from(data, locator)[2]
        if not data.startswith(_END64_MAGIC, at64):
            raise Damaged("the zip64 directory is not where it should be")
        fields = _END64.unpack_from(data, at64)
        count, directory = fields[7], fields[9]
    start = at + END.size
    return count, directory, data[start : start + comment]


def _read_records(data: bytes, count: int, at: int) -> list[Record]:
    records = []
    for _ in range(count):
        if not data.startswith(CENTRAL_MAGIC, at):
            raise Damaged(f"no directory record at {at}")
        record = _read_record(data, at)
        records.append(record)
        at += len(record.central)
    return records


def _read_record(data: bytes, at: int) -> Record:
    fields = CENTRAL.unpack_from(data, at)
    flags, method, crc = fields[3], fields[4], fields[7]
    extra_at = at + CENTRAL.size + fields[10]
    following = extra_at + fields[11] + fields[12]
    raw_name = data[at + CENTRAL.size : extra_at]
    if flags & _ENCRYPTED or method not in {STORED, DEFLATED}:
        raise Damaged(f"entry {raw_name!r} has flags {flags} and method {method}")
    values = {_SIZE_AT: fields[9], _PACKED_AT: fields[8], _OFFSET_AT: fields[16]}
    places = _wide_places(data[at:following], values, extra_at - at, extra_at + fields[11] - at)
    size, packed, offset = (
        values[field] if place is None else int.from_bytes(data[at + place : at + place + 8], "little")
        for field, place in places.items()
    )
    wide = places[_OFFSET_AT]
    return Record(
        name=raw_name.decode("utf-8" if flags & UTF8_NAME else "cp437", "replace").replace("\\", "/"),
        flags=flags,
        method=method,
        crc=crc,
        packed=packed,
        size=size,
        offset=offset,
        central=data[at:following],
        offset_at=_OFFSET_AT if wide is None else wide,
        offset_width=4 if wide is None else 8,
    )


def _wide_places(
    central: bytes, values: dict[int, int], extra_at: int, extra_end: int
) -> dict[int, int | None]:
    """Where the zip64 extra field holds a value that its own field is too narrow for."""
    places: dict[int, int | None] = dict.fromkeys(values)
    at = extra_at
    while at + _EXTRA.size <= extra_end:
        tag, length = _EXTRA.unpack_from(central, at)
        at += _EXTRA.size
        if tag == _ZIP64_EXTRA:
            narrow = [field for field, value in values.items() if value == _IN_EXTRA]
            places.update({field: at + 8 * index for index, field in enumerate(narrow)})
        at += length
    return places


def _placed(data: bytes, records: list[Record], directory: int) -> tuple[Entry, ...]:
    """The entries with the span of bytes that each takes: up to the next entry or the directory."""
    starts = sorted(record.offset for record in records)
    ends = dict(zip(starts, [*starts[1:], directory], strict=True))
    if len(ends) < len(records):
        raise Damaged("two entries share their bytes")
    return tuple(_entry(data, record, ends[record.offset]) for record in records)


def _entry(data: bytes, record: Record, end: int) -> Entry:
    fields = LOCAL.unpack_from(data, record.offset)
    name_at = record.offset + LOCAL.size
    data_start = name_at + fields[9] + fields[10]
    name = data[name_at : name_at + fields[9]]
    if fields[0] != LOCAL_MAGIC or not record.central.startswith(name, CENTRAL.size):
        raise Damaged(f"no entry {record.name} at {record.offset}")
    if data_start + record.packed > end:
        raise Damaged(f"entry {record.name} runs into what follows it")
    return Entry(record=record, data_start=data_start, end=end)
