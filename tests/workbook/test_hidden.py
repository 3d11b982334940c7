"""Rows and columns that Excel hides: they are read like any others, and that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

from desktop.cli.entry import main
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [("Action", "Lead", "By when", "Status"), *((f"Do {n}", "JS", "1/4/12", "ongoing") for n in range(9))]


def made(path: Path, rows: tuple[int, ...], columns: str) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Plan"
    for row in ROWS:
        sheet.append(row)
    for number in rows:
        sheet.row_dimensions[number].hidden = True
    sheet.column_dimensions["A"].width = 30
    for letter in columns:
        sheet.column_dimensions[letter].hidden = True
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("rows", "columns", "expected"),
    [
        ((), "", ()),
        ((3,), "", ("Row 3 of Plan is hidden in the workbook; Milepost shows it.",)),
        ((1, 12), "", ()),
        (
            (2, 4, 5, 6, 10),
            "BD",
            (
                "Rows 2, 4 to 6 and 10 of Plan are hidden in the workbook; Milepost shows them.",
                "Columns B and D of Plan are hidden in the workbook; Milepost shows them.",
            ),
        ),
    ],
    ids=["nothing", "one row", "no records", "rows and columns"],
)
def test_what_is_hidden_is_read_and_told(
    tmp_path: Path, rows: tuple[int, ...], columns: str, expected: tuple[str, ...]
) -> None:
    book = Workbook.open(made(tmp_path / "Plan.xlsx", rows, columns))
    assert [table.records for table in book.contents.tables] == [9]
    assert book.hidden_lines == expected


def test_show_tells_what_is_hidden(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(made(tmp_path / "Plan.xlsx", (4, 5), ""))]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "Rows 4 to 5 of Plan are hidden in the workbook; Milepost shows them."


def test_check_tells_what_is_hidden_and_makes_no_finding_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = made(tmp_path / "Plan.xlsx", (4,), "")
    assert main(["check", str(path), "--as-at", "2012-03-01"]) == 0
    assert "\n  Row 4 of Plan is hidden in the workbook; Milepost shows it.\n" in capsys.readouterr().out
    main(["check", str(path), "--as-at", "2012-03-01", "--format", "json"])
    assert "hidden" not in capsys.readouterr().out
