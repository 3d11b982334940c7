"""A sheet is added behind the others, in whatever shape the workbook is written, and all else stays."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import openpyxl
import pytest

from desktop.domain.errors import EditRefused, SaveFailed, WorkbookSigned
from desktop.workbook import new_sheet as module
from desktop.workbook import save as saving
from desktop.workbook.archive import Damaged
from desktop.workbook.new_sheet import NewSheet, check_added, sheet_names, with_sheet
from desktop.workbook.notes_markup import notes_markup
from desktop.workbook.save import save
from tests.workbook.raw_package import (
    MAIN,
    RELATIONS,
    STRICT_MAIN,
    STRICT_RELATIONS,
    STYLES,
    contents_of,
    edit,
    opened,
    parts_of,
    sheet,
    zipped,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from desktop.workbook.package import Package

NOTES = NewSheet(name="Milepost", markup=notes_markup)
ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>'
LISTS = ("[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml")
EDITS = (edit("Milepost!A1", "Kept"), edit("Milepost!F3", "A text"))

Parts = dict[str, str | bytes]


def strict(parts: Parts) -> Parts:
    changed = {name: str(text).replace(MAIN, STRICT_MAIN) for name, text in parts.items()}
    return {
        name: text if name.startswith("[") else text.replace(RELATIONS, STRICT_RELATIONS)
        for name, text in changed.items()
    }


def prefixed(parts: Parts) -> Parts:
    book = str(parts["xl/workbook.xml"])
    for old in ("workbook", "sheets", "sheet "):
        book = book.replace(f"<{old}", f"<x:{old}").replace(f"</{old}", f"</x:{old}")
    return {**parts, "xl/workbook.xml": book.replace("xmlns=", "xmlns:x=")}


def declared_on_each_tab(parts: Parts) -> Parts:
    book = str(parts["xl/workbook.xml"]).replace(f' xmlns:r="{RELATIONS}"', "")
    return {**parts, "xl/workbook.xml": book.replace("r:id", f'xmlns:q="{RELATIONS}" q:id')}


def in_utf_16(parts: Parts) -> Parts:
    book = str(parts["xl/workbook.xml"]).replace("UTF-8", "UTF-16")
    return {**parts, "xl/workbook.xml": book.encode("utf-16")}


def with_font(new: str, old: str = "<font/>") -> Callable[[Parts], Parts]:
    return lambda parts: {**parts, "xl/styles.xml": str(parts["xl/styles.xml"]).replace(old, new)}


def with_window(parts: Parts) -> Parts:
    views = "<bookViews><workbookView/></bookViews><sheets>"
    return {**parts, "xl/workbook.xml": str(parts["xl/workbook.xml"]).replace("<sheets>", views)}


SHAPED: Mapping[str, Callable[[Parts], Parts]] = {
    "plain": dict,
    "strict": strict,
    "prefixed": prefixed,
    "declared on each tab": declared_on_each_tab,
    "in UTF-16": in_utf_16,
    "bold already": with_font("<font><b/><sz val='11'/></font>"),
    "with a plain font": with_font("<font><sz val='11'/></font>"),
    "without fonts": with_font("", '<fonts count="1"><font/></fonts>'),
    "with a window": with_window,
}
SHAPES = tuple(SHAPED)


def shaped(change: str) -> Parts:
    """The parts of a workbook that is written in one of the shapes that are met."""
    return SHAPED[change](parts_of(sheet(ROWS), sheet(ROWS)))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_sheet_is_added_in_every_shape(shape: str, tmp_path: Path) -> None:
    package = opened(tmp_path, shaped(shape))
    saved = save(package, EDITS, tmp_path / "out.xlsx", new_sheet=NOTES)
    assert [part.name for part in saved.sheets] == ["One", "Two", "Milepost"]
    before, after = contents_of(package.data), contents_of(saved.data)
    assert set(after) - set(before) == {"xl/worksheets/sheet3.xml"}
    assert all(after[name] == before[name] for name in before if name not in LISTS)
    assert (b"<sheetViews>" in after["xl/worksheets/sheet3.xml"]) is (shape == "with a window")
    assert saved.styles.begins_with(package.styles)
    assert not package.styles.begins_with(saved.styles)


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape not in {"strict", "without fonts"}])
def test_another_reader_finds_the_sheet_with_its_text(shape: str, tmp_path: Path) -> None:
    package = opened(tmp_path, shaped(shape))
    save(package, EDITS, tmp_path / "out.xlsx", new_sheet=NOTES)
    read = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert read.sheetnames == ["One", "Two", "Milepost"]
    added = read["Milepost"]
    assert (added["A1"].value, added["F3"].value) == ("Kept", "A text")
    assert added["A1"].font.b
    assert added["F3"].alignment.wrap_text
    assert added.column_dimensions["F"].width == 60
    assert added.freeze_panes == ("A3" if shape == "with a window" else None)


def test_only_new_lines_are_spliced_into_the_lists(tmp_path: Path) -> None:
    package = opened(tmp_path, shaped("plain"))
    before = contents_of(package.data)
    after = contents_of(with_sheet(package, NOTES).after.data)
    lines = {
        "[Content_Types].xml": (
            b'<Override PartName="/xl/worksheets/sheet3.xml" ContentType="application/vnd.openxmlformats-'
            b'officedocument.spreadsheetml.worksheet+xml"/>'
        ),
        "xl/workbook.xml": b'<sheet name="Milepost" sheetId="3" r:id="rId3"/>',
        "xl/_rels/workbook.xml.rels": (
            f'<Relationship Id="rId3" Type="{RELATIONS}/worksheet" Target="worksheets/sheet3.xml"/>'.encode()
        ),
    }
    for name, line in lines.items():
        assert after[name].replace(line, b"") == before[name]


def test_names_of_sheets_and_parts_that_are_taken_are_stepped_over(tmp_path: Path) -> None:
    chart = '<sheet name="Chart" sheetId="9" r:id="rId98"/>'
    parts = parts_of(sheet(ROWS), more={"xl/worksheets/sheet2.xml": sheet(ROWS)})
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace("</sheets>", f"{chart}</sheets>")
    package = opened(tmp_path, parts)
    assert sheet_names(package) == ("One", "Chart")
    after = with_sheet(package, NOTES).after
    assert after.sheets[-1].part == "xl/worksheets/sheet3.xml"
    assert b'name="Milepost" sheetId="10"' in after.part("xl/workbook.xml")


def test_a_workbook_of_protected_structure_takes_no_sheet(tmp_path: Path) -> None:
    package = opened(tmp_path, parts_of(sheet(ROWS), book='<workbookProtection lockStructure="1"/>'))
    with pytest.raises(EditRefused, match=r"plan\.xlsx is protected against new sheets"):
        with_sheet(package, NOTES)


def test_a_signed_workbook_takes_no_sheet(tmp_path: Path) -> None:
    package = opened(tmp_path, parts_of(sheet(ROWS), more={"_xmlsignatures/sig1.xml": "<s/>"}))
    with pytest.raises(WorkbookSigned):
        with_sheet(package, NOTES)


@pytest.mark.parametrize("styles", [STYLES.replace("cellXfs", "otherXfs"), None])
def test_a_workbook_without_styles_takes_no_sheet(styles: str | None, tmp_path: Path) -> None:
    parts = parts_of(sheet(ROWS))
    if styles is None:
        parts["xl/_rels/workbook.xml.rels"] = str(parts["xl/_rels/workbook.xml.rels"]).replace(
            "styles.xml", "none.xml"
        )
    else:
        parts["xl/styles.xml"] = styles
    with pytest.raises(EditRefused, match="has no cell styles"):
        with_sheet(opened(tmp_path, parts), NOTES)


def test_a_damaged_list_is_told(tmp_path: Path) -> None:
    parts = parts_of(sheet(ROWS))
    parts["[Content_Types].xml"] = str(parts["[Content_Types].xml"]).replace("Types", "Kinds")
    with pytest.raises(EditRefused, match="damaged where its sheets are listed"):
        with_sheet(opened(tmp_path, parts), NOTES)


def other(package: Package, folder: Path, part: str, old: str, new: str) -> Package:
    parts = {
        name: content.replace(old.encode(), new.encode()) if name == part else content
        for name, content in contents_of(package.data).items()
    }
    return opened(folder, zipped(parts), "other.xlsx")


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/workbook.xml", 'name="Two"', 'name="Six"'),
        ("xl/workbook.xml", 'name="Milepost"', 'name="Milestone"'),
        ("xl/worksheets/sheet3.xml", "landscape", "portrait"),
        ("xl/styles.xml", 'numFmtId="14"', 'numFmtId="15"'),
    ],
)
def test_a_sheet_that_was_not_added_as_it_should_be_is_noticed(
    part: str, old: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = with_sheet(opened(tmp_path, shaped("plain")), NOTES)
    check_added(step)
    monkeypatch.setattr(module, "check_parts", lambda *_: None)
    broken = other(step.after, tmp_path, part, old, new)
    with pytest.raises(Damaged, match="was not added"):
        check_added(module.SheetStep(before=step.before, sheet=step.sheet, after=broken))


def test_a_save_that_does_not_pass_its_check_leaves_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: object) -> None:
        raise Damaged("as a test has it")

    package = opened(tmp_path, shaped("plain"))
    monkeypatch.setattr(saving, "check_added", fails)
    with pytest.raises(SaveFailed):
        save(package, EDITS, package.path, new_sheet=NOTES)
    assert package.path.read_bytes() == package.data


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_the_sheet(tmp_path: Path) -> None:
    save(opened(tmp_path, shaped("with a window")), EDITS, tmp_path / "out.xlsx", new_sheet=NOTES)
    subprocess.run(
        [
            str(shutil.which("soffice")),
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "html",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "out.xlsx"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    shown = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "Milepost" in shown
    assert "A text" in shown
