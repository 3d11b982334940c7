"""A table that was brought in: numbers are numbers, everything else is the text it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

from desktop.domain.errors import SaveFailed
from desktop.returns.text_book import write_table
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    from pathlib import Path

ROWS = (
    ("Code", "Definition", "1999/00 Outturn", "2000/01 Planned"),
    ("PAF A1", "=Moves", "24.50", "1,355,598"),
    ("007", "31/03/12", "", "-7"),
    ("PAF C23", "Long words " * 9, "12%", "85"),
)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    path = tmp_path / "table.xlsx"
    write_table(ROWS, path)
    return path


def test_every_cell_shows_what_stood_there(out: Path) -> None:
    sheet = Workbook.open(out).sheets["Table"]
    assert [tuple(sheet.texts(row)) for row in range(1, 5)] == list(ROWS)


def test_only_plain_numbers_are_numbers(out: Path) -> None:
    sheet = openpyxl.load_workbook(out)["Table"]
    held = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert held[0] == ["PAF A1", "=Moves", 24.5, 1355598]
    assert held[1] == ["007", "31/03/12", None, -7]
    assert held[2][2:] == ["12%", 85]
    assert sheet["B2"].data_type == "s"


def test_the_sheet_is_set_and_its_table_recognised(out: Path) -> None:
    sheet = openpyxl.load_workbook(out)["Table"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:D4"
    assert (sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width) == (9.0, 48.0)
    assert [indicator.code for indicator in Workbook.open(out).contents.indicators] == [
        "PAF A1",
        "007",
        "PAF C23",
    ]


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(SaveFailed):
        write_table(ROWS, tmp_path / "nowhere" / "table.xlsx")
