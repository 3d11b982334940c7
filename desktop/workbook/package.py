"""A workbook file as a package of parts: read once, kept whole, never trusted unchecked."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.domain.errors import NotAWorkbook, WorkbookMissing
from desktop.workbook import guard
from desktop.workbook.archive import Damaged, inflate, read_archive
from desktop.workbook.book import SheetPart, read_book
from desktop.workbook.markup import as_utf8
from desktop.workbook.relations import read_relations, relations_part
from desktop.workbook.sheet_scan import SheetScan
from desktop.workbook.styles import Styles

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.workbook.archive import Archive, Entry
    from desktop.workbook.book import Book
    from desktop.workbook.dependents import Dependents
    from desktop.workbook.markup import Encoding
    from desktop.workbook.relations import Relation
    from desktop.workbook.table_headings import Headings

__all__ = ["Fingerprint", "Package", "SheetPart"]

_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What the file on disk was like when it was read: bytes, nanoseconds, SHA-256 in hexadecimal."""

    size: int
    mtime_ns: int
    digest: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Package:
    """An opened workbook. `data` is the whole file as it was read; `mtime_ns` is its time on disk."""

    path: Path
    data: bytes
    mtime_ns: int
    archive: Archive
    book_part: str
    book: Book
    _scans: dict[str, SheetScan] = field(default_factory=dict, repr=False)

    @classmethod
    def open(cls, path: Path) -> Package:
        """Read and check a workbook.

        Raises WorkbookMissing, NotAWorkbook, WorkbookEncrypted, WorkbookTooLarge or WorkbookUnsafe.
        """
        data, mtime_ns = _read_file(path)
        return cls.of(path, data, mtime_ns)

    @classmethod
    def of(cls, path: Path, data: bytes, mtime_ns: int) -> Package:
        """Check a workbook's bytes; raises as `open` does."""
        guard.check_kind(data, path.name)
        try:
            archive = read_archive(data, guard.MOST_ENTRIES)
            guard.check_entries(archive, data, path.name)
            parts = _Parts(archive, data)
            book_part = _book_part(parts, path.name)
            book = read_book(parts[book_part], parts.relations(book_part))
            parts.require(*(sheet.part for sheet in book.sheets))
        except Damaged as cause:
            raise _damaged(path.name) from cause
        _check_book(book, path.name)
        package = cls(
            path=path, data=data, mtime_ns=mtime_ns, archive=archive, book_part=book_part, book=book
        )
        for sheet in book.sheets:
            guard.check_sheet(package.scan(sheet.name), sheet.name, path.name)
        return package

    @property
    def sheets(self) -> tuple[SheetPart, ...]:
        """The worksheets in the order of their tabs."""
        return self.book.sheets

    @property
    def date_1904(self) -> bool:
        """Whether day 0 is 1/1/1904 rather than 31/12/1899."""
        return self.book.date_1904

    @cached_property
    def fingerprint(self) -> Fingerprint:
        """What the file was like when it was read, to notice that another program has written it."""
        import hashlib

        digest = hashlib.sha256(self.data).hexdigest()
        return Fingerprint(size=len(self.data), mtime_ns=self.mtime_ns, digest=digest)

    def is_current(self) -> bool:
        """Whether the file on disk is still the one that was read; OSError where that can't be told."""
        try:
            if self.path.stat().st_size != len(self.data):
                return False
            return self.path.read_bytes() == self.data
        except FileNotFoundError:
            return False

    def as_written(self, path: Path, mtime_ns: int) -> Package:
        """The same workbook, now on disk at this path."""
        return replace(self, path=path, mtime_ns=mtime_ns)

    @property
    def part_names(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the file's directory."""
        return tuple(entry.name for entry in self.archive.entries)

    def has_part(self, name: str) -> bool:
        """Whether there is a part of this name, in whatever case."""
        return name.casefold() in self._parts.entries

    def part(self, name: str) -> bytes:
        """A part's content as it stands; KeyError if there is none, NotAWorkbook if it is damaged."""
        try:
            return self._parts[name]
        except Damaged as cause:
            raise self.damaged() from cause

    def entry(self, name: str) -> Entry:
        """Where a part lies in the file; KeyError if there is none of this name, in whatever case."""
        return self._parts.entries[name.casefold()]

    def damaged(self) -> NotAWorkbook:
        """What is said where a part can't be read as what it should be."""
        return _damaged(self.path.name)

    def relations(self, part: str) -> tuple[Relation, ...]:
        """The links that lead from a part to others; none where it has no list of links."""
        try:
            return self._parts.relations(part)
        except Damaged as cause:
            raise self.damaged() from cause

    def text(self, name: str) -> tuple[bytes, Encoding]:
        """A part's markup as UTF-8, and how to write it back."""
        try:
            return as_utf8(self.part(name))
        except Damaged as cause:
            raise self.damaged() from cause

    def sheet(self, name: str) -> SheetPart:
        """The worksheet of this name; KeyError if there is none."""
        for sheet in self.sheets:
            if sheet.name == name:
                return sheet
        raise KeyError(name)

    def scan(self, sheet: str) -> SheetScan:
        """What stands where in a sheet; KeyError if there is no such sheet."""
        part = self.sheet(sheet).part
        if part not in self._scans:
            text, encoding = self.text(part)
            self._scans[part] = SheetScan(text, encoding)
        return self._scans[part]

    @cached_property
    def dependents(self) -> Dependents:
        """The formulas of the workbook, by the cells that they read."""
        from desktop.workbook.dependents import Dependents  # asked for by the first edit

        return Dependents(self)

    @cached_property
    def headings(self) -> Headings:
        """The headings of the Excel tables, by their sheets and cells."""
        from desktop.workbook.table_headings import read_headings  # asked for by the first edit

        return read_headings(self)

    @cached_property
    def styles(self) -> Styles:
        """The number formats of the workbook's styles."""
        part = self.related(self.book_part, "styles")
        if part is None:
            return Styles()
        try:
            return Styles.of(self.part(part))
        except Damaged as cause:
            raise self.damaged() from cause

    def related(self, part: str, kind: str) -> str | None:
        """The first part of a kind that a part links to, where the package holds it."""
        targets = (link.target for link in self.relations(part) if link.kind == kind)
        return next((target for target in targets if self.has_part(target)), None)

    @cached_property
    def _parts(self) -> _Parts:
        return _Parts(self.archive, self.data)


class _Parts:
    """The parts by name, whatever its case; of two entries of one name the last counts."""

    def __init__(self, archive: Archive, data: bytes) -> None:
        self.entries: dict[str, Entry] = {entry.name.casefold(): entry for entry in archive.entries}
        self._data = data

    def __getitem__(self, name: str) -> bytes:
        return inflate(self._data, self.entries[name.casefold()])

    def require(self, *names: str) -> None:
        for name in names:
            if name.casefold() not in self.entries:
                raise Damaged(f"no part {name}")

    def relations(self, part: str) -> tuple[Relation, ...]:
        links = relations_part(part)
        return read_relations(self[links], part) if links.casefold() in self.entries else ()


def _read_file(path: Path) -> tuple[bytes, int]:
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            if status.st_size > guard.LARGEST_FILE:
                raise guard.too_large(path.name)
            return file.read(), status.st_mtime_ns
    except FileNotFoundError as cause:
        raise WorkbookMissing(
            f"{path.name} is not there. It may have been moved or renamed: look for it in "
            f"{path.absolute().parent}."
        ) from cause
    except IsADirectoryError as cause:
        raise NotAWorkbook(f"{path.name} is a folder. Choose a workbook within it.") from cause
    except OSError as cause:
        raise WorkbookMissing(
            f"{path.name} can't be read. Check that you may open it, that no other program holds it "
            "and that its drive is connected, then try again."
        ) from cause


def _book_part(parts: _Parts, name: str) -> str:
    if "mimetype" in parts.entries and parts["mimetype"].startswith(_OPEN_DOCUMENT):
        raise NotAWorkbook(
            f"{name} is an OpenDocument file (.ods). Open it in Excel or LibreOffice, save it as an "
            "Excel Workbook (.xlsx), then open that file here."
        )
    links = parts.relations("")
    targets = [link.target for link in links if link.kind == "officeDocument"]
    found = next((target for target in targets if target.casefold() in parts.entries), None)
    if found is None:
        raise NotAWorkbook(f"{name} is a zip file but not an Excel workbook. Choose a file of type .xlsx.")
    if found.lower().endswith(".bin"):
        raise NotAWorkbook(
            f"{name} is a binary Excel workbook (.xlsb). Open it in Excel, save it as an "
            "Excel Workbook (.xlsx), then open that file here."
        )
    return found


def _check_book(book: Book, name: str) -> None:
    if book.root != "workbook":
        raise NotAWorkbook(
            f"{name} is a document of another Office program. Choose a workbook of type .xlsx or .xlsm."
        )
    if not book.sheets:
        raise NotAWorkbook(f"{name} has no worksheet. Add one in Excel, save it, then open it again.")


def _damaged(name: str) -> NotAWorkbook:
    return NotAWorkbook(
        f"{name} is damaged or incomplete. If it was sent or copied, fetch it again; otherwise open it in "
        "Excel, which may be able to repair it, and save it."
    )
