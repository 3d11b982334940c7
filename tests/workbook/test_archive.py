"""The zip container: entries found, checked and copied as they are."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest

from desktop.workbook.archive import Damaged, inflate, opening, read_archive
from desktop.workbook.archive_write import assembled, stored
from desktop.workbook.guard import STEEPEST_RATIO
from tests.workbook.raw_package import contents_of, zipped

PARTS: dict[str, str | bytes] = {"a.xml": "<a/>" * 50, "xl/b.bin": b"\0\1\2", "c.xml": "<c/>"}
END_LENGTH = 22
LOCAL_LENGTH = 30


def flawed(data: bytes, at: int, new: bytes) -> bytes:
    """The bytes with some of them overwritten."""
    return data[:at] + new + data[at + len(new) :]


def streamed() -> bytes:
    """A container as a program writes it that can't go back: sizes follow the data."""

    class OneWay(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    stream = OneWay()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in PARTS.items():
            archive.writestr(name, content)
    return stream.getvalue()


def wide() -> bytes:
    """A container whose directory gives every size and offset in 64 bits."""
    data = zipped(PARTS)
    plain = read_archive(data, 10)
    directory = b""
    for entry in plain.entries:
        record = entry.record
        fields = list(struct.unpack_from("<4s6H3I5H2I", record.central))
        fields[8] = fields[9] = fields[16] = 0xFFFFFFFF
        other = struct.pack("<2H2s", 0x5455, 2, b"\1\1")
        numbers = struct.pack("<3Q", record.size, record.packed, record.offset)
        extra = other + struct.pack("<2H", 1, len(numbers)) + numbers
        fields[11] = len(extra)
        directory += struct.pack("<4s6H3I5H2I", *fields) + record.central[46 : 46 + fields[10]] + extra
    start = max(entry.end for entry in plain.entries)
    count = len(plain.entries)
    end64 = struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, len(directory), start)
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, start + len(directory), 1)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return data[:start] + directory + end64 + locator + end


def padded() -> bytes:
    """A container with room between its entries, and a comment at its end."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = b"made by hand"
        for name, content in PARTS.items():
            archive.writestr(name, content)
            stream.seek(0, io.SEEK_END)
            archive.start_dir = stream.tell() + stream.write(bytes(7))
    return stream.getvalue()


@pytest.mark.parametrize("write", [lambda: zipped(PARTS), streamed, wide, padded])
def test_untouched_entries_are_copied_byte_for_byte(write: object) -> None:
    assert callable(write)
    data = write()
    before = read_archive(data, 10)
    written = assembled(data, before, {"A.xml": b"<new/>"})
    after = read_archive(written, 10)
    assert after.comment == before.comment
    assert [entry.name for entry in after.entries] == [entry.name for entry in before.entries]
    for one, other in zip(before.entries[1:], after.entries[1:], strict=True):
        assert data[one.record.offset : one.end] == written[other.record.offset : other.end]
    assert contents_of(written) == {**contents_of(data), "a.xml": b"<new/>"}


def test_a_replaced_entry_keeps_its_time_and_attributes() -> None:
    data = zipped(PARTS)
    written = assembled(data, read_archive(data, 10), {"a.xml": b"<new/>"})
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(written)) as new:
        before, after = old.getinfo("a.xml"), new.getinfo("a.xml")
    assert (after.date_time, after.external_attr, after.create_system) == (
        before.date_time,
        before.external_attr,
        before.create_system,
    )


def test_what_packs_too_tightly_is_packed_less_tightly() -> None:
    content = b"on track, " * 300_000
    data = zipped(PARTS)
    written = assembled(data, read_archive(data, 10), {"a.xml": content})
    found = read_archive(written, 10).entries[0]
    assert inflate(written, found) == content
    assert found.record.size <= STEEPEST_RATIO * found.record.packed


def test_an_entry_can_be_left_out() -> None:
    data = zipped(PARTS)
    assert "a.xml" not in contents_of(assembled(data, read_archive(data, 10), {"a.xml": None}))


def test_entries_of_one_name_are_replaced_alike() -> None:
    data = zipped([("a.xml", "<one/>"), ("b.xml", "<b/>"), ("a.xml", "<two/>")])
    archive = read_archive(data, 10)
    written = assembled(data, archive, {"a.xml": b"<new/>"})
    found = [inflate(written, entry) for entry in read_archive(written, 10).entries]
    assert found == [b"<new/>", b"<b/>", b"<new/>"]


def test_a_container_can_be_written_uncompressed() -> None:
    parts = {"a.xml": b"<a/>", "xl/ä.xml": b""}
    assert contents_of(stored(parts, {}, b"")) == parts


def test_entries_of_another_container_are_written_as_they_are_packed() -> None:
    data = zipped({"a.xml": "<a/>" * 100, "b.xml": "<b/>"})
    packed = read_archive(data, 10).entries[0]
    written = stored({"c.xml": b"<c/>"}, {"xl/other.xml": packed}, data)
    assert contents_of(written) == {"c.xml": b"<c/>", "xl/other.xml": b"<a/>" * 100}
    assert data[packed.data_start : packed.data_start + packed.record.packed] in written


def test_names_are_read_in_either_code_and_with_either_slash() -> None:
    data = zipped({"xl\\ä.xml": "<a/>"})
    assert read_archive(data, 10).entries[0].name == "xl/ä.xml"
    plain = zipped({"xl\\a.xml": "<a/>"})
    assert read_archive(plain, 10).entries[0].name == "xl/a.xml"


def test_the_opening_of_an_entry_is_read_without_the_rest() -> None:
    data = zipped(PARTS)
    entries = {entry.name: entry for entry in read_archive(data, 10).entries}
    assert opening(data, entries["a.xml"], 5) == b"<a/><"
    flat = stored({"a.xml": b"<a/><b/>"}, {}, b"")
    assert opening(flat, read_archive(flat, 10).entries[0], 4) == b"<a/>"
    assert inflate(flat, read_archive(flat, 10).entries[0]) == b"<a/><b/>"


def test_damaged_data_are_noticed() -> None:
    data = zipped(PARTS)
    entry = read_archive(data, 10).entries[0]
    broken = flawed(data, entry.data_start, b"\xff\xff\xff")
    with pytest.raises(Damaged):
        inflate(broken, entry)
    with pytest.raises(Damaged):
        opening(broken, entry, 10)


@pytest.mark.parametrize("content", [b"<a/>" * 50 + b"longer", b"<a/>", b"<b/>" * 50])
def test_an_entry_that_is_not_what_it_declares_is_noticed(content: bytes) -> None:
    data = zipped(PARTS)
    entry = read_archive(data, 10).entries[0]
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = deflate.compress(content) + deflate.flush()
    other = flawed(data, entry.data_start, packed)
    with pytest.raises(Damaged):
        inflate(other, entry)


def test_too_many_entries_are_noticed_before_they_are_read() -> None:
    with pytest.raises(Damaged, match="3 entries"):
        read_archive(zipped(PARTS), 2)


def directory_at(data: bytes) -> int:
    """Where the directory of a plain container begins."""
    return int.from_bytes(data[-6:-2], "little")


@pytest.mark.parametrize(
    "break_it",
    [
        lambda data: data[:-END_LENGTH],
        lambda data: data[: -END_LENGTH - 4] + data[-END_LENGTH:],
        lambda data: flawed(data, directory_at(data), b"PK\7\7"),
        lambda data: flawed(data, directory_at(data) + 8, b"\1\0"),
        lambda data: flawed(data, directory_at(data) + 10, b"\x63\0"),
        lambda data: flawed(data, directory_at(data) + 20, b"\xff\xff\0\0"),
        lambda data: flawed(data, directory_at(data) + 42, b"\xf0\xff\xff\0"),
        lambda data: flawed(data, directory_at(data) + 42, b"\1\0\0\0"),
        lambda data: flawed(data, LOCAL_LENGTH, b"z"),
        lambda data: flawed(data, directory_at(data) + 46 + 5 + 42, b"\0\0\0\0"),
        lambda data: flawed(wide(), wide().index(b"PK\6\6"), b"PK\0\0"),
    ],
    ids=[
        "no end",
        "cut within the directory",
        "no directory",
        "encrypted entry",
        "unknown method",
        "entry beyond the next",
        "offset beyond the file",
        "no entry there",
        "another name",
        "two entries share bytes",
        "no wide directory",
    ],
)
def test_a_broken_container_is_noticed(break_it: object) -> None:
    assert callable(break_it)
    with pytest.raises(Damaged):
        read_archive(break_it(zipped(PARTS)), 10)
