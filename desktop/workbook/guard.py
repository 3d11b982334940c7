"""What a file must not be before anything reads it: the limits that no honest workbook meets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.domain.cells import MAX_COLUMN, MAX_ROW, column_number
from desktop.domain.errors import NotAWorkbook, WorkbookEncrypted, WorkbookTooLarge, WorkbookUnsafe
from desktop.workbook.archive import LOCAL_MAGIC, opening
from desktop.workbook.markup import number, root_offset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.workbook.archive import Archive, Entry
    from desktop.workbook.sheet_scan import SheetScan

LARGEST_FILE = 100 * 2**20
LARGEST_CONTENT = 100 * 2**20
STEEPEST_RATIO = 200
RATIO_FROM = 2**20
MOST_ENTRIES = 10_000
LARGEST_BOX = 7_200_000
"""The fast reader takes 32 bytes for each cell of the box: at this size, 230 MB while it reads."""
_MOST_ODD_TAGS = 5_000_000
_PROLOG_LENGTH = 4096

_CFB_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_XML_SUFFIXES = (".xml", ".rels", ".vml")
_PATH_TRICK = re.compile(r"/|[A-Za-z]:|(?:.*/)?\.\.(?:/|\Z)|.*[\x00-\x1f]", re.DOTALL)
_REFERENCES = re.compile(rb"\s(?:ref|sqref)\s*=\s*[\"']([^\"']*)")
_LONG_PLACE = re.compile(rb"[A-Za-z]{3}|[0-9]{7}")  # anything shorter is on the sheet
_PLACE = re.compile(rb"([A-Za-z]*)([0-9]+)")
_HARMFUL = "Do not open it; ask whoever sent it for a fresh copy."


def check_kind(data: bytes, name: str) -> None:
    """Say what a file is that is no zip at all."""
    if data.startswith(LOCAL_MAGIC):
        return
    if not data:
        raise NotAWorkbook(f"{name} is empty. Fetch it again, or go back to an earlier copy.")
    if not data.startswith(_CFB_MAGIC):
        raise NotAWorkbook(f"{name} is not an Excel workbook. Choose a file of type .xlsx or .xlsm.")
    if _ENCRYPTED_STREAM in data:
        raise WorkbookEncrypted(
            f"{name} is protected by a password. Open it in Excel, take the password off "
            "(File, Info, Protect Workbook, Encrypt with Password), save it, then open it here."
        )
    raise NotAWorkbook(
        f"{name} is in the old Excel format (.xls). Open it in Excel, save it as an "
        "Excel Workbook (.xlsx), then open that file here."
    )


def check_entries(archive: Archive, data: bytes, name: str) -> None:
    """Refuse what a package of honest parts never holds, before any part is inflated whole."""
    spellings: dict[str, str] = {}
    for entry in archive.entries:
        if spellings.setdefault(entry.name.casefold(), entry.name) != entry.name:
            raise WorkbookUnsafe(f"{name} holds two parts that pass for one another. {_HARMFUL}")
        if _PATH_TRICK.match(entry.name):
            raise WorkbookUnsafe(f"{name} holds a part that points outside the workbook. {_HARMFUL}")
        if entry.record.size > RATIO_FROM and entry.record.size > STEEPEST_RATIO * entry.record.packed:
            raise WorkbookUnsafe(
                f"{name} holds a part that is packed far tighter than any real one, as in files "
                f"made to do harm. {_HARMFUL}"
            )
    if sum(entry.record.size for entry in archive.entries) > LARGEST_CONTENT:
        raise too_large(name)
    for entry in archive.entries:
        _check_prolog(entry, data, name)


def too_large(name: str) -> WorkbookTooLarge:
    """The refusal of a workbook whose content exceeds the limit."""
    return WorkbookTooLarge(
        f"{name} is too large: its content comes to more than {LARGEST_CONTENT // 2**20} MB. Take out "
        "sheets or pictures that are not needed, save it, then open it again."
    )


def _check_prolog(entry: Entry, data: bytes, name: str) -> None:
    """A document type can define entities that swell or reach outside; no workbook needs one."""
    if not entry.name.lower().endswith(_XML_SUFFIXES):
        return
    length = _PROLOG_LENGTH
    while True:
        # In UTF-16 every other byte of markup is null: without them it reads as ASCII.
        text = opening(data, entry, length).replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xfe\xff")
        root = text[root_offset(text) :][:9]
        if root.upper().startswith(b"<!DOCTYPE"):
            raise WorkbookUnsafe(
                f"{name} holds a document type declaration, which no real workbook does. {_HARMFUL}"
            )
        if len(root) == len(b"<!DOCTYPE") and not root.startswith((b"<!--", b"<?")):
            return
        if length >= entry.record.size:
            return
        length = entry.record.size


def check_sheet(scan: SheetScan, sheet: str, name: str) -> None:
    """Refuse a sheet whose cells, taken together, would span more than memory can hold."""
    reach = scan.reach(_MOST_ODD_TAGS)
    if reach is None:
        raise too_large(name)
    rows, columns = reach
    named = (place for text in scan.surroundings for place in _named_places(text))
    if not all(row <= MAX_ROW and column <= MAX_COLUMN for row, column in [(rows, columns), *named]):
        raise WorkbookUnsafe(f"{name}: sheet {sheet} names a cell that no sheet can have. {_HARMFUL}")
    if rows * columns > LARGEST_BOX:
        raise WorkbookTooLarge(
            f"{name}: the cells of sheet {sheet} lie too far apart to be read. In Excel, delete the stray "
            "cells far below or to the right of the tables, save it, then open it again."
        )


def can_reach(scan: SheetScan, row: int, column: int) -> bool:
    """Whether a sheet could still be read if it reached to this row and this column too."""
    for exactly in (False, True):
        reach = scan.reach(_MOST_ODD_TAGS, exactly=exactly)
        if reach and max(reach[0], row) * max(reach[1], column) <= LARGEST_BOX:
            return True
    return False


def _named_places(text: bytes) -> Iterator[tuple[int, int]]:
    for reference in filter(_LONG_PLACE.search, _REFERENCES.findall(text)):
        for letters, digits in _PLACE.findall(reference):
            yield number(digits), column_number(letters[:4].decode("ascii"))
