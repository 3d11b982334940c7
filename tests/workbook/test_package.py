"""Opening a workbook: what is found in it, and what is said of a file that is none."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

import pytest

from desktop.domain.errors import (
    NotAWorkbook,
    WorkbookEncrypted,
    WorkbookMissing,
    WorkbookTooLarge,
    WorkbookUnsafe,
)
from desktop.workbook import guard
from desktop.workbook.package import Package
from tests.workbook.raw_package import (
    MAIN,
    RELATIONS,
    STRICT_MAIN,
    STRICT_RELATIONS,
    links,
    opened,
    parts_of,
    sheet,
    zipped,
)

if TYPE_CHECKING:
    from pathlib import Path

CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ONE_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'


def test_names_the_worksheets_in_the_order_of_their_tabs(tmp_path: Path) -> None:
    parts = parts_of(sheet(ONE_CELL), sheet(""))
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace(
        'name="Two"', 'name="Two" state="veryHidden"'
    )
    found = opened(tmp_path, parts).sheets
    assert [(part.name, part.part, part.hidden) for part in found] == [
        ("One", "xl/worksheets/sheet1.xml", False),
        ("Two", "xl/worksheets/sheet2.xml", True),
    ]


def test_leaves_out_sheets_that_hold_no_cells(tmp_path: Path) -> None:
    parts = parts_of(sheet(ONE_CELL), "<chartsheet/>")
    relations = str(parts["xl/_rels/workbook.xml.rels"])
    parts["xl/_rels/workbook.xml.rels"] = relations.replace(
        'worksheet" Target="worksheets/sheet2', 'chartsheet" Target="worksheets/sheet2'
    )
    assert [part.name for part in opened(tmp_path, parts).sheets] == ["One"]


@pytest.mark.parametrize(("written", "counts"), [("1", True), ("true", True), ("0", False)])
def test_knows_from_which_day_dates_count(tmp_path: Path, written: str, *, counts: bool) -> None:
    parts = parts_of(sheet(ONE_CELL), book=f'<workbookPr date1904="{written}"/>')
    assert opened(tmp_path, parts).date_1904 is counts


def test_reads_the_strict_form(tmp_path: Path) -> None:
    parts = {
        name: str(content).replace(MAIN, STRICT_MAIN).replace(RELATIONS, STRICT_RELATIONS)
        for name, content in parts_of(sheet(ONE_CELL)).items()
    }
    assert opened(tmp_path, dict(parts)).scan("One").box == (1, 1, 1, 1)


def test_finds_parts_whatever_the_case_of_their_names(tmp_path: Path) -> None:
    parts = parts_of(sheet(ONE_CELL))
    parts["xl/Worksheets/Sheet1.xml"] = parts.pop("xl/worksheets/sheet1.xml")
    package = opened(tmp_path, parts)
    assert package.scan("One").box == (1, 1, 1, 1)
    assert package.has_part("XL/STYLES.xml")
    assert "xl/Worksheets/Sheet1.xml" in package.part_names


def test_a_part_linked_from_the_root_of_the_package_is_found(tmp_path: Path) -> None:
    parts = parts_of(sheet(ONE_CELL))
    parts["xl/_rels/workbook.xml.rels"] = links(("rId1", "worksheet", "/xl/worksheets/sheet1.xml"))
    package = opened(tmp_path, parts)
    assert package.scan("One").box == (1, 1, 1, 1)
    assert package.related("xl/workbook.xml", "styles") is None
    assert package.styles.number_format(1) == "General"


def test_the_last_of_two_entries_of_one_name_counts(tmp_path: Path) -> None:
    parts = list(parts_of(sheet("")).items())
    package = opened(tmp_path, zipped([*parts, ("xl/worksheets/sheet1.xml", sheet(ONE_CELL))]))
    assert package.scan("One").box == (1, 1, 1, 1)


def test_knows_what_it_read_and_whether_it_is_still_there(tmp_path: Path) -> None:
    package = opened(tmp_path, parts_of(sheet(ONE_CELL)))
    assert package.fingerprint.size == package.path.stat().st_size
    assert package.fingerprint.mtime_ns == package.path.stat().st_mtime_ns
    assert package.fingerprint.digest == hashlib.sha256(package.path.read_bytes()).hexdigest()
    assert package.is_current()
    package.path.write_bytes(package.data[:-1] + b"x")
    assert not package.is_current()
    package.path.write_bytes(b"shorter")
    assert not package.is_current()
    package.path.unlink()
    assert not package.is_current()


def test_there_is_no_sheet_of_another_name(tmp_path: Path) -> None:
    package = opened(tmp_path, parts_of(sheet(ONE_CELL)))
    with pytest.raises(KeyError):
        package.scan("Elsewhere")
    with pytest.raises(KeyError):
        package.part("xl/elsewhere.xml")


def test_a_damaged_part_is_told_when_it_is_read(tmp_path: Path) -> None:
    more: dict[str, str | bytes] = {"xl/media/logo.png": b"the logo of the council"}
    parts = parts_of(sheet(ONE_CELL), more=more)
    parts["xl/theme.xml"] = b"\xff\xfe<\0\0"
    parts["xl/_rels/styles.xml.rels"] = "<Relationships"
    package = opened(tmp_path, parts)
    entry = next(entry for entry in package.archive.entries if entry.name == "xl/media/logo.png")
    data = bytearray(package.data)
    data[entry.data_start + 3] ^= 0xFF
    damaged = Package.of(package.path, bytes(data), 0)
    for read in (
        lambda: damaged.part("xl/media/logo.png"),
        lambda: damaged.text("xl/theme.xml"),
        lambda: damaged.relations("xl/styles.xml"),
    ):
        with pytest.raises(NotAWorkbook, match=r"plan\.xlsx is damaged"):
            read()


def bad(kind: str) -> bytes:
    """The bytes of a file that is no workbook for this reason."""
    parts = parts_of(sheet(ONE_CELL))
    whole = zipped(parts)
    book = str(parts["xl/workbook.xml"])
    files: dict[str, bytes] = {
        "empty": b"",
        "text": b"PAF C20,75,80\r\n",
        "old": CFB + bytes(504) + "Workbook".encode("utf-16-le"),
        "truncated": whole[: len(whole) // 2],
        "other zip": zipped({"notes.txt": "notes"}),
        "ods": zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
        "xlsb": zipped(
            {"_rels/.rels": links(("r", "officeDocument", "xl/workbook.bin")), "xl/workbook.bin": ""}
        ),
        "document": zipped(
            {
                "_rels/.rels": links(("r", "officeDocument", "word/document.xml")),
                "word/document.xml": "<document/>",
            }
        ),
        "no sheet": zipped([*parts.items(), ("xl/workbook.xml", "<workbook/>")]),
        "no such sheet": zipped([(name, part) for name, part in parts.items() if "sheet1" not in name]),
        "broken xml": zipped([*parts.items(), ("xl/workbook.xml", book[:-3])]),
        "unknown encoding": zipped(parts_of('<?xml version="1.0" encoding="klingon"?><worksheet/>')),
    }
    return files[kind]


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("empty", "is empty"),
        ("text", "is not an Excel workbook"),
        ("old", r"old Excel format \(\.xls\)"),
        ("truncated", "is damaged or incomplete"),
        ("other zip", "zip file but not an Excel workbook"),
        ("ods", r"OpenDocument file \(\.ods\)"),
        ("xlsb", r"binary Excel workbook \(\.xlsb\)"),
        ("document", "document of another Office program"),
        ("no sheet", "has no worksheet"),
        ("no such sheet", "is damaged"),
        ("broken xml", "is damaged"),
        ("unknown encoding", "is damaged"),
    ],
)
def test_says_what_a_file_is_that_is_no_workbook(tmp_path: Path, kind: str, message: str) -> None:
    with pytest.raises(NotAWorkbook, match=message) as told:
        opened(tmp_path, bad(kind))
    assert str(told.value).startswith("plan.xlsx")


def test_says_that_a_password_is_needed(tmp_path: Path) -> None:
    with pytest.raises(WorkbookEncrypted, match="password"):
        opened(tmp_path, CFB + bytes(504) + "EncryptedPackage".encode("utf-16-le"))


def test_says_that_a_file_is_missing_or_a_folder(tmp_path: Path) -> None:
    with pytest.raises(WorkbookMissing, match=r"plan\.xlsx is not there"):
        Package.open(tmp_path / "plan.xlsx")
    with pytest.raises(NotAWorkbook, match="is a folder"):
        Package.open(tmp_path)


def test_says_that_a_file_can_not_be_read(tmp_path: Path) -> None:
    loop = tmp_path / "plan.xlsx"
    loop.symlink_to(loop)
    with pytest.raises(WorkbookMissing, match="can't be read"):
        Package.open(loop)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    with path.open("wb") as file:
        os.truncate(file.fileno(), guard.LARGEST_FILE + 1)
    with pytest.raises(WorkbookTooLarge, match="too large"):
        Package.open(path)


def test_a_document_type_is_refused_wherever_it_hides(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bb">]><worksheet/>'
    far = f"<!--{'x' * 5000}-->{bomb}"
    for hidden in (bomb, far, '\ufeff<?xml version="1.0"?>' + bomb, bomb.encode("utf-16")):
        with pytest.raises(WorkbookUnsafe, match="document type"):
            opened(tmp_path, parts_of(hidden))
    with pytest.raises(WorkbookUnsafe, match="document type"):
        opened(tmp_path, parts_of(sheet(""), more={"xl/drawings/drawing1.xml": bomb}))
