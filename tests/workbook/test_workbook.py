from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.domain.cells import parse_cell
from desktop.domain.edits import Edit
from desktop.domain.errors import EditRefused, InputRefused, WorkbookMissing
from desktop.workbook.workbook import Workbook
from tests.workbook.sheets import Styled, grid, workbook_of

if TYPE_CHECKING:
    from desktop.domain.cells import CellRef

EXAMPLE = Path(__file__).parents[2] / "templates" / "examples" / "leicester-map-2001.xlsx"
BOOK = workbook_of(
    {
        "Plan": grid(("Action", "Owner", "Due"), ("Review", "JS", Styled(dt.date(2012, 3, 31), "mmm yyyy"))),
        "Other": grid(("x", "=A1")),
    }
)


def cell(address: str) -> CellRef:
    found = parse_cell(address)
    assert found is not None
    return found


def edit(address: str, content: str | float | None) -> Edit:
    return Edit(cell=cell(address), content=content)


def test_a_workbook_is_opened_with_its_sheets_and_records() -> None:
    found = Workbook.open(EXAMPLE)
    assert list(found.sheets) == ["Cover", "Indicators", "Targets", "Expenditure"]
    assert len(found.contents.indicators) == 46
    assert found.edits == ()


def test_a_workbook_that_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(WorkbookMissing):
        Workbook.open(tmp_path / "none.xlsx")


def test_a_cell_is_asked_by_its_address() -> None:
    due = cell("Plan!C2")
    assert BOOK.content(due) == dt.date(2012, 3, 31)
    assert BOOK.text(due) == "Mar 2012"
    assert BOOK.edit_text(due) == "31/03/2012"
    assert BOOK.edit_text(cell("Other!B1")) == "=A1"


def test_a_sheet_that_is_not_there_is_named_with_those_that_are() -> None:
    message = r"There is no sheet “Plans” in Book\.xlsx\. Its sheets are: Plan, Other\."
    for ask in (BOOK.content, BOOK.text, BOOK.edit_text):
        with pytest.raises(InputRefused, match=message):
            ask(cell("Plans!A1"))
    with pytest.raises(InputRefused, match=message):
        BOOK.apply([edit("Plans!A1", 1)])
    with pytest.raises(InputRefused, match=message):
        BOOK.typed(cell("Plans!A1"), "1")


def test_edits_make_another_workbook_and_leave_the_first() -> None:
    edited = BOOK.apply([edit("Other!A1", 5), edit("Plan!B2", "AB"), edit("Plan!A2", "Train")])
    assert edited.edits == (edit("Plan!A2", "Train"), edit("Plan!B2", "AB"), edit("Other!A1", 5))
    assert edited.contents.milestones[0].owner == "AB"
    assert BOOK.contents.milestones[0].owner == "JS"
    assert edited.package is BOOK.package


def test_edits_taken_back_are_none() -> None:
    edited = BOOK.apply([edit("Plan!B2", "AB")]).apply([edit("Plan!B2", "JS")])
    assert edited.edits == ()
    assert edited.contents == BOOK.contents


def test_what_is_typed_becomes_an_edit() -> None:
    assert BOOK.typed(cell("Plan!C2"), "30/4/2012") == Edit(
        cell=cell("Plan!C2"), content=dt.date(2012, 4, 30)
    )
    with pytest.raises(EditRefused):
        BOOK.typed(cell("Plan!C2"), "=TODAY()")
