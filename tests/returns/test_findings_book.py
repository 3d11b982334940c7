"""The findings of a check as a workbook of their own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from desktop.domain.errors import SaveFailed, WorkbookInUse
from desktop.domain.findings import Severity
from desktop.returns.checked_file import CheckedFile
from desktop.returns.findings_book import write_findings
from tests.returns.leicester import AS_AT, FINDINGS, finding

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

TITLES = {"TRJ-005": "The plan misses a promised target", "IND-002": "A value is unknown"}
FILES = (
    CheckedFile(file=Path("north/map.xlsx"), as_at=AS_AT, findings=FINDINGS),
    CheckedFile(file=Path("south/map.xlsx"), as_at=AS_AT, findings=FINDINGS[3:]),
    CheckedFile(file=Path("map.docx"), as_at=AS_AT, refused="map.docx is not an Excel workbook."),
)


def written(tmp_path: Path, *files: CheckedFile) -> tuple[Worksheet, Worksheet]:
    out = tmp_path / "findings.xlsx"
    write_findings(files, TITLES, out)
    assert list(tmp_path.iterdir()) == [out]
    workbook = load_workbook(out)
    many = ["By rule"] if len(files) > 1 else []
    unread = ["Not read"] if any(file.refused for file in files) else []
    assert workbook.sheetnames == ["Summary", *many, "Findings", *unread]
    return workbook["Summary"], workbook["Findings"]


def rows(sheet: Worksheet) -> list[tuple[object, ...]]:
    return list(sheet.iter_rows(values_only=True))


def test_the_summary_counts_by_workbook_and_by_rule(tmp_path: Path) -> None:
    summary, _ = written(tmp_path, *FILES)
    counts = ("Errors", "Queries open", "Queries explained", "Advice")
    says = f"Judged as at {AS_AT:%d/%m/%Y}. Workbooks: 3; with errors to mend: 1; not checked: 1."
    empty = (None,) * 6
    assert rows(summary) == [
        ("Findings", *empty[1:]),
        (says, *empty[1:]),
        empty,
        ("Workbook", *counts, "Not checked, because"),
        ("north/map.xlsx", 1, 1, 1, 1, None),
        ("south/map.xlsx", 0, 0, 0, 1, None),
        ("map.docx", None, None, None, None, "map.docx is not an Excel workbook."),
        ("All", 1, 1, 1, 2, None),
        empty,
        ("Rule", *counts, "What it speaks of"),
        ("IND-002", 0, 0, 1, 0, "A value is unknown"),
        ("IND-003", 0, 0, 0, 2, None),
        ("TRJ-002", 0, 1, 0, 0, None),
        ("TRJ-005", 1, 0, 0, 0, "The plan misses a promised target"),
    ]


def test_every_finding_stands_with_its_workbook(tmp_path: Path) -> None:
    _, findings = written(tmp_path, *FILES)
    header, first, *others = rows(findings)
    assert header[:4] == ("Workbook", "Severity", "Rule", "Cell of the workbook")
    assert first[:5] == ("north/map.xlsx", "Error", "TRJ-005", "Indicators!E35", "PAF C20")
    assert [row[0] for row in others] == ["north/map.xlsx"] * 3 + ["south/map.xlsx"]
    assert (findings.auto_filter.ref, findings.freeze_panes) == ("A1:H6", "A2")
    assert findings["B2"].fill.fgColor.rgb != findings["C2"].fill.fgColor.rgb
    assert findings.print_title_rows == "$1:$1"


def test_a_link_leads_to_the_cell_of_each_finding(tmp_path: Path) -> None:
    _, findings = written(tmp_path, CheckedFile(file=tmp_path / "map.xlsx", as_at=AS_AT, findings=FINDINGS))
    link = findings["D2"].hyperlink
    assert link is not None
    assert (findings["D2"].value, link.target, link.location) == (
        "Indicators!E35",
        "map.xlsx",
        "'Indicators'!E35",
    )
    assert findings["C2"].hyperlink is None


def test_no_more_links_than_excel_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.returns.findings_book.MOST_LINKS", 3)
    _, findings = written(tmp_path, FILES[0])
    assert [findings.cell(row, 4).hyperlink is not None for row in range(2, 6)] == [True, True, False, False]


def test_a_sheet_tells_how_often_each_rule_speaks_of_each_workbook(tmp_path: Path) -> None:
    written(tmp_path, *FILES)
    by_rule = load_workbook(tmp_path / "findings.xlsx")["By rule"]
    assert rows(by_rule) == [
        ("Workbook", "IND-003", "TRJ-002", "TRJ-005", "All"),
        ("north/map.xlsx", 1, 1, 1, 3),  # and one that stands explained
        ("south/map.xlsx", 1, None, None, 1),
        ("All", 2, 1, 1, 4),
        ("Workbooks that it speaks of", 2, 1, 1, 2),
    ]


def test_what_was_not_read_stands_with_the_reason(tmp_path: Path) -> None:
    written(tmp_path, *FILES)
    unread = load_workbook(tmp_path / "findings.xlsx")["Not read"]
    assert rows(unread) == [
        ("Workbook", "Not checked, because"),
        ("map.docx", "map.docx is not an Excel workbook."),
    ]


def test_workbooks_none_of_which_was_read(tmp_path: Path) -> None:
    written(tmp_path, FILES[2], FILES[2])
    by_rule = load_workbook(tmp_path / "findings.xlsx")["By rule"]
    assert rows(by_rule) == [("Workbook", "All"), ("All", 0), ("Workbooks that it speaks of", 0)]


def test_nothing_found(tmp_path: Path) -> None:
    summary, findings = written(tmp_path, CheckedFile(file=Path("map.xlsx"), as_at=AS_AT))
    assert [row[0] for row in rows(summary)][4:] == ["map.xlsx", "All", None, "Rule"]
    assert rows(findings)[1][0] == "The checks have nothing to say."
    assert findings.auto_filter.ref is None


def test_text_stays_text_and_rows_are_high_enough(tmp_path: Path) -> None:
    long = finding("TRJ-005", Severity.ERROR, 35, fix="Set every planned value to what was promised " * 4)
    _, findings = written(tmp_path, CheckedFile(file=Path("=1+1.xlsx"), as_at=AS_AT, findings=(long,)))
    assert (findings["A2"].value, findings["A2"].data_type) == ("=1+1.xlsx", "s")
    assert findings.row_dimensions[2].height > findings.row_dimensions[1].height


def test_a_place_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SaveFailed, match="there is no folder"):
        write_findings(FILES, TITLES, tmp_path / "none" / "findings.xlsx")

    def held(*args: object) -> None:
        raise PermissionError

    monkeypatch.setattr("desktop.workbook.replace_file.PAUSES", ())
    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(WorkbookInUse, match="another program holds it"):
        write_findings(FILES, TITLES, tmp_path / "findings.xlsx")
    assert not list(tmp_path.iterdir())
