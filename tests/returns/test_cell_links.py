"""Links to the cells that findings speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from openpyxl import Workbook, load_workbook

from desktop.domain.cells import CellRef
from desktop.returns.cell_links import link

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.cell.cell import Cell


@pytest.mark.parametrize(
    ("sheet", "place"), [("Indicators", "'Indicators'!E35"), ("Anne's plan", "'Anne''s plan'!E35")]
)
def test_a_cell_leads_to_a_cell_of_the_workbook_beside_it(tmp_path: Path, sheet: str, place: str) -> None:
    assert linked(tmp_path, tmp_path / "our map.xlsx", sheet) == ("our%20map.xlsx", place)


def test_elsewhere_the_whole_way_is_told(tmp_path: Path) -> None:
    workbook = tmp_path / "north" / "map.xlsx"
    assert linked(tmp_path, workbook, "Indicators") == (workbook.as_uri(), "'Indicators'!E35")


def linked(folder: Path, workbook: Path, sheet: str) -> tuple[str | None, str | None]:
    """The target and the place of a link, as they are read back."""
    made, out = Workbook(), folder / "findings.xlsx"
    cell = cast("Cell", made.worksheets[0]["D2"])
    cell.value = f"{sheet}!E35"
    link(cell, CellRef(sheet=sheet, row=35, column=5), workbook, out)
    made.save(out)
    read = load_workbook(out).worksheets[0]["D2"]
    assert read.value == f"{sheet}!E35"
    assert read.font.underline == "single"
    return read.hyperlink.target, read.hyperlink.location
