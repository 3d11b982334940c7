"""The zip container in forms that other packers write, and how parts are named and linked."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from tests.workbook.awkward.plan import awkward, book
from tests.workbook.raw_package import RELATIONS, zipped

if TYPE_CHECKING:
    from tests.workbook.awkward.plan import Parts


def _zip(
    parts: Parts, *, method: int = zipfile.ZIP_DEFLATED, extra: bytes = b"", comment: bytes = b""
) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.comment = comment
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (2012, 9, 30, 12, 0, 0))
            info.extra = extra
            archive.writestr(info, content, method)
    return stream.getvalue()


class _Pipe(io.RawIOBase):
    """A stream that can't go back, so that sizes are written after the data."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self.data += data
        return len(data)


@awkward()
def two_entries_of_one_name() -> list[tuple[str, str | bytes]]:
    """A program appended a part rather than replacing it: the last one counts."""
    parts = book()
    old = ("xl/worksheets/sheet2.xml", str(parts["xl/worksheets/sheet2.xml"]).replace("Third", "Old"))
    return [old, *parts.items()]


@awkward()
def nothing_is_compressed() -> bytes:
    """Entries that are stored as they are, with a remark at the end of the file."""
    return _zip(book(), method=zipfile.ZIP_STORED, comment=b"sent by the portal")


@awkward()
def sizes_after_the_data() -> bytes:
    """Written to a stream: the sizes stand in data descriptors."""
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in book().items():
            archive.writestr(name, content)
    return bytes(pipe.data)


@awkward()
def fields_that_nobody_needs() -> bytes:
    """Times of another system in extra fields of every entry."""
    return _zip(book(), extra=b"\x55\x54\x05\x00\x01\x00\x00\x00\x00")


@awkward()
def a_large_directory() -> bytes:
    """Sizes in 64 bits, as some packers always write them."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in book().items():
            with archive.open(zipfile.ZipInfo(name, (2012, 9, 30, 12, 0, 0)), "w", force_zip64=True) as entry:
                entry.write(content if isinstance(content, bytes) else content.encode())
    return stream.getvalue()


@awkward()
def parts_in_another_order() -> Parts:
    """The list of content types last, and entries for the folders."""
    return {"xl/": b"", "xl/worksheets/": b"", **dict(reversed(book().items()))}


@awkward()
def names_in_another_case() -> Parts:
    """Part names differ in case from the links that lead to them."""
    parts = book()
    parts["XL/Worksheets/Sheet1.xml"] = parts.pop("xl/worksheets/sheet1.xml")
    return parts


@awkward()
def links_from_the_root() -> Parts:
    """Targets that begin with a slash."""
    parts = book()
    name = "xl/_rels/workbook.xml.rels"
    return parts | {name: str(parts[name]).replace('Target="', 'Target="/xl/')}


@awkward()
def a_workbook_by_another_name() -> Parts:
    """The workbook part need not be called workbook.xml nor lie in xl."""
    parts = book()
    moved = {
        name.replace("xl/workbook.xml", "book/main.xml").replace(
            "xl/_rels/workbook.xml", "book/_rels/main.xml"
        ): text
        for name, text in parts.items()
    }
    links = "book/_rels/main.xml.rels"
    moved[links] = str(moved[links]).replace('Target="', 'Target="../xl/')
    for name in ("[Content_Types].xml", "_rels/.rels"):
        moved[name] = str(moved[name]).replace("xl/workbook.xml", "book/main.xml")
    return moved


@awkward()
def links_to_parts_that_are_not_there() -> Parts:
    """A picture was taken out and its link forgotten."""
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    gone = (
        f'<Relationships xmlns="{space}"><Relationship Id="rId1" '
        f'Type="{RELATIONS}/drawing" Target="../drawings/drawing1.xml"/>'
        "</Relationships>"
    )
    return book(tail='<drawing r:id="rId1"/>', more={"xl/worksheets/_rels/sheet1.xml.rels": gone})


@awkward()
def bytes_before_the_end() -> bytes:
    """Padding between the last entry and the directory, as a tool that updates in place leaves it."""
    data = zipped(book())
    at = data.index(b"PK\x01\x02")
    end = data.rindex(b"PK\x05\x06")
    moved = (int.from_bytes(data[end + 16 : end + 20], "little") + 64).to_bytes(4, "little")
    return data[:at] + bytes(64) + data[at : end + 16] + moved + data[end + 20 :]
