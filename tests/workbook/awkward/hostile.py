"""Files that are refused by name: none of them an honest workbook, or none that Milepost can read."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from desktop.domain.errors import NotAWorkbook, WorkbookEncrypted, WorkbookTooLarge, WorkbookUnsafe
from tests.workbook.awkward.plan import PACKAGE, book, inline, linked, refused, rows
from tests.workbook.raw_package import links, zipped

if TYPE_CHECKING:
    from tests.workbook.awkward.plan import Parts

_CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ONE, WORKBOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"


@refused(NotAWorkbook, "is empty")
def an_empty_file() -> bytes:
    """A copy that never began."""
    return b""


@refused(NotAWorkbook, "is not an Excel workbook")
def a_page_of_the_web() -> bytes:
    """The portal's page that says that you must log in, saved as .xlsx."""
    return b"<!DOCTYPE html><html><body>Log in</body></html>"


@refused(WorkbookEncrypted, "protected by a password")
def a_password() -> bytes:
    """Encrypted workbooks are no zip files."""
    return _CFB + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512)


@refused(NotAWorkbook, "old Excel format")
def an_old_workbook() -> bytes:
    """An .xls under a new name."""
    return _CFB + bytes(504) + "Workbook".encode("utf-16-le") + bytes(512)


@refused(NotAWorkbook, "OpenDocument")
def an_open_document() -> Parts:
    """An .ods under a new name."""
    return {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<c/>"}


@refused(NotAWorkbook, "binary Excel workbook")
def a_binary_workbook() -> Parts:
    """An .xlsb under a new name."""
    return {
        "_rels/.rels": links(("rId1", "officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": b"\x83\x01",
    }


@refused(NotAWorkbook, "another Office program")
def a_letter() -> Parts:
    """A .docx under a new name."""
    return {
        "_rels/.rels": links(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": f'<w:document xmlns:w="{PACKAGE}"/>',
    }


@refused(NotAWorkbook, "zip file but not an Excel workbook")
def some_pictures() -> Parts:
    """A zip of anything."""
    return {"IMG_0001.JPG": b"\xff\xd8"}


@refused(NotAWorkbook, "has no worksheet")
def no_sheet_at_all() -> Parts:
    """A workbook part that lists nothing."""
    parts = book()
    text = str(parts[WORKBOOK])
    return parts | {WORKBOOK: text[: text.index("<sheets>")] + "<sheets/></workbook>"}


@refused(NotAWorkbook, "damaged or incomplete")
def a_copy_that_was_cut_short() -> bytes:
    """The drive went away half-way."""
    data = zipped(book())
    return data[: len(data) // 2]


@refused(NotAWorkbook, "damaged or incomplete")
def a_sheet_that_is_not_there() -> Parts:
    """The link leads to nothing."""
    parts = book()
    del parts[ONE]
    return parts


@refused(NotAWorkbook, "damaged or incomplete")
def a_part_that_is_not_what_it_declares() -> bytes:
    """One bit of the data was lost on the way."""
    data = bytearray(
        zipped(
            {name: text for name, text in book().items() if "sheet2" not in name}
            | {"xl/worksheets/sheet2.xml": "<worksheet/>"}
        )
    )
    at = (
        data.rindex(b"<worksheet/>")
        if b"<worksheet/>" in data
        else data.rindex(b"xl/worksheets/sheet2.xml", 0, data.index(b"PK\x01\x02")) + 26
    )
    data[at] ^= 1
    return bytes(data)


@refused(NotAWorkbook, "damaged or incomplete")
def more_entries_than_any_workbook_has() -> bytes:
    """The directory claims sixty thousand parts."""
    data = bytearray(zipped(book()))
    end = data.rindex(b"PK\x05\x06")
    struct.pack_into("<HH", data, end + 8, 60_000, 60_000)
    return bytes(data)


@refused(WorkbookUnsafe, "document type declaration")
def entities_that_swell() -> Parts:
    """A billion laughs."""
    parts = book()
    laughs = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
    doctype = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>'
    return parts | {ONE: str(parts[ONE]).replace("<worksheet", f"{doctype}<worksheet", 1)}


@refused(WorkbookUnsafe, "document type declaration")
def an_entity_from_elsewhere() -> Parts:
    """The styles would read a file of the officer's."""
    parts = book()
    name = "xl/styles.xml"
    doctype = '<!DOCTYPE x SYSTEM "file:///etc/passwd">'
    return parts | {name: str(parts[name]).replace("<styleSheet", f"{doctype}<styleSheet", 1)}


@refused(WorkbookUnsafe, "packed far tighter")
def a_bomb() -> Parts:
    """Two megabytes of nothing in two kilobytes."""
    return book(more={"xl/media/image1.png": bytes(2**21 + 1)})


@refused(WorkbookUnsafe, "pass for one another")
def parts_that_differ_by_case() -> Parts:
    """One program reads the one, another the other."""
    return book(more={"XL/WORKSHEETS/SHEET1.XML": "<worksheet/>"})


@refused(WorkbookUnsafe, "points outside the workbook")
def a_part_that_climbs_out() -> Parts:
    """A name that would be unpacked over another file."""
    return book(more={"../../autorun.inf": b"x"})


@refused(WorkbookUnsafe, "names a cell that no sheet can have")
def a_row_beyond_all_rows() -> Parts:
    """Row four thousand million."""
    return book(rows(below='<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>'))


@refused(WorkbookUnsafe, "names a cell that no sheet can have")
def an_area_beyond_all_columns() -> Parts:
    """A merged area to column ZZZZ."""
    return book(tail='<mergeCells count="1"><mergeCell ref="A1:ZZZZ9"/></mergeCells>')


@refused(WorkbookTooLarge, "lie too far apart")
def ten_cells_in_a_million_rows_and_columns() -> Parts:
    """The first cell and the last one of the sheet."""
    return book(rows(below=f'<row r="1048576">{inline("XFD1048576", "x")}</row>'))


@refused(NotAWorkbook, "damaged or incomplete")
def markup_that_breaks_off() -> Parts:
    """The sheet ends within a row."""
    parts = book()
    text = str(parts[ONE])
    return parts | {ONE: text[: text.index("Foster")]}


@refused(NotAWorkbook, "damaged or incomplete")
def links_that_are_no_markup() -> Parts:
    """The list of links is something else."""
    return book(more=linked()) | {"xl/_rels/workbook.xml.rels": b"\x00\x01\x02"}
