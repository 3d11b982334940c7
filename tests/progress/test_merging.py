"""What two officers changed in copies of one workbook is brought together, and nothing is lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.progress.conflicts import Matter
from desktop.progress.merging import merge, merged
from desktop.workbook.workbook import Workbook
from tests.made_workbooks import WHOLE, make

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl import Workbook as Book

EXAMPLES = Path(__file__).parents[2] / "templates" / "examples"
PLAN = "Programme Plan"
ROWS = [
    [f"PAF {letter}{number}", f"Measure {letter} {number}", 10 * number]
    for letter in "ABC"
    for number in (1, 2, 3)
]


class Copies:
    """A workbook, and copies of it with changes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.path = make(folder / "base.xlsx", WHOLE)
        self.base = Workbook.open(self.path)
        self._count = 0

    def copy(self, change: Callable[[Book], object] = lambda _: None) -> Workbook:
        book = load_workbook(self.path)
        change(book)
        self._count += 1
        path = self._folder / f"copy{self._count}.xlsx"
        book.save(path)
        return Workbook.open(path)


@pytest.fixture
def copies(tmp_path: Path) -> Copies:
    return Copies(tmp_path)


def put(sheet: str, **cells: object) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        for place, held in cells.items():
            book[sheet][place].value = held

    return change


def texts(workbook: Workbook, sheet: str) -> list[list[str]]:
    found = workbook.sheets[sheet]
    rows = [list(found.texts(row)) for row in range(1, found.height + 1)]
    return [row for row in rows if any(row)]


def test_cells_of_both_are_in_the_merged_workbook(copies: Copies) -> None:
    mine, theirs = copies.copy(put("Indicators", F3=22)), copies.copy(put(PLAN, E4="COMPLETE", C3="Panel"))
    found = merge(copies.base, mine, theirs)
    whole = merged(mine, found)
    assert found.conflicts == ()
    assert texts(whole, "Indicators") == texts(mine, "Indicators")
    assert texts(whole, PLAN) == texts(theirs, PLAN)


def test_the_same_change_in_both_is_no_matter(copies: Copies) -> None:
    same = put("Indicators", F3=22)
    found = merge(copies.base, copies.copy(same), copies.copy(same))
    assert (found.edits, found.conflicts) == ((), ())


def test_a_cell_that_both_changed_keeps_ones_own_and_asks(copies: Copies) -> None:
    mine, theirs = copies.copy(put("Indicators", F3=22)), copies.copy(put("Indicators", F3=21))
    found = merge(copies.base, mine, theirs)
    (conflict,) = found.conflicts
    assert (conflict.matter, str(conflict.cell)) == (Matter.CELL, "Indicators!F3")
    assert (conflict.base, conflict.mine, conflict.theirs) == ("23", "22", "21")
    assert conflict.subject == "Stability, 31/3/01 Planned"
    assert conflict.words == "both changed it"
    assert texts(merged(mine, found), "Indicators") == texts(mine, "Indicators")
    assert conflict.edit is not None
    assert merged(mine, found).apply([conflict.edit]).text(conflict.cell) == "21"


def test_a_conflict_is_named_by_words_rather_than_a_letter(copies: Copies) -> None:
    def strand(text: str) -> Callable[[Book], None]:
        return put(PLAN, A4="B", E4=text)

    (conflict,) = merge(copies.base, copies.copy(strand("DELAYED")), copies.copy(strand("DONE"))).conflicts
    assert conflict.subject == "Panels, Status"


def test_values_in_a_row_of_their_own_are_named_by_the_code_above_them() -> None:
    base = Workbook.open(EXAMPLES / "leicester-map-2001.xlsx")
    cell = CellRef(sheet="Indicators", row=8, column=4)
    mine, theirs = (base.apply([Edit(cell=cell, content=content)]) for content in (22, 21))
    (conflict,) = merge(base, mine, theirs).conflicts
    assert conflict.subject == "PAF A1, 31/3/01 Planned"


def test_rows_that_came_and_went_there(copies: Copies) -> None:
    def change(book: Book) -> None:
        book["Indicators"].delete_rows(4)
        book["Indicators"].append(["Care leavers", "QP 10", "In a suitable home", 1, 2, 3, 4])

    theirs, mine = copies.copy(change), copies.copy(put("Indicators", G3=19))
    found = merge(copies.base, mine, theirs)
    whole = merged(mine, found)
    assert (found.added, found.deleted, found.conflicts) == (1, 1, ())
    assert [row[1] for row in texts(whole, "Indicators")] == ["", "Code", "PAF A1", "QP 9", "QP 10"]
    assert texts(whole, "Indicators")[2][6] == "19"


def test_a_row_deleted_there_and_changed_here_stays_and_asks(copies: Copies) -> None:
    mine = copies.copy(put("Indicators", F4="7"))
    theirs = copies.copy(lambda book: book["Indicators"].delete_rows(4))
    (conflict,) = merge(copies.base, mine, theirs).conflicts
    assert (conflict.matter, str(conflict.cell)) == (Matter.DELETED_THERE, "Indicators!A4")
    assert conflict.mine == "Stability | PAF C23 | Adoptions | 5.3 | 6.5 | 7 | ?"
    assert conflict.theirs == ""


def test_a_row_deleted_here_and_changed_there_is_told_whole(copies: Copies) -> None:
    mine = copies.copy(lambda book: book["Indicators"].delete_rows(4))
    theirs = copies.copy(put("Indicators", F4="7"))
    (conflict,) = merge(copies.base, mine, theirs).conflicts
    assert conflict.matter is Matter.DELETED_HERE
    assert conflict.theirs == "Stability | PAF C23 | Adoptions | 5.3 | 6.5 | 7 | ?"
    assert merge(copies.base, mine, copies.copy()).conflicts == ()


def test_a_row_deleted_in_both_is_no_matter(copies: Copies) -> None:
    gone = copies.copy(lambda book: book["Indicators"].delete_rows(4))
    found = merge(copies.base, gone, gone)
    assert (found.rows, found.edits, found.conflicts) == ((), (), ())


def test_a_row_added_in_both_is_one_row(copies: Copies) -> None:
    def adding(last: int) -> Callable[[Book], None]:
        return lambda book: book["Indicators"].append(
            ["Care leavers", "QP 10", "In a suitable home", 1, last]
        )

    mine, theirs = copies.copy(adding(2)), copies.copy(adding(3))
    found = merge(copies.base, mine, theirs)
    (conflict,) = found.conflicts
    assert found.rows == ()
    assert (conflict.base, conflict.mine, conflict.theirs) == ("", "2", "3")


def test_rows_may_be_sorted_there(copies: Copies) -> None:
    def swap(book: Book) -> None:
        sheet = book["Indicators"]
        for column in "BCDEFG":
            one, other = sheet[f"{column}3"], sheet[f"{column}4"]
            one.value, other.value = other.value, one.value
        sheet["G4"] = 18

    mine = copies.copy()
    whole = merged(mine, merge(copies.base, mine, copies.copy(swap)))
    codes = {row[1]: row[6] for row in texts(whole, "Indicators")[2:]}
    assert codes == {"PAF A1": "18", "PAF C23": "?", "QP 9": "50"}


def test_formulas_that_only_moved_are_no_change(copies: Copies) -> None:
    def formula(book: Book) -> None:
        book["Indicators"]["H3"] = "=SUM(F3:G3)"
        book["Targets"]["F3"] = "=Indicators!G5"

    base = copies.copy(formula)
    copies.path = base.package.path
    theirs_change = base.package.path.with_name("theirs.xlsx")
    from desktop.domain.row_edits import InsertRows

    base.with_rows(InsertRows(sheet="Indicators", at=2)).save(theirs_change)
    found = merge(base, copies.copy(), Workbook.open(theirs_change))
    assert (found.edits, found.conflicts, found.added) == ((), (), 1)


def test_a_formula_typed_there_is_asked_about(copies: Copies) -> None:
    mine, theirs = copies.copy(), copies.copy(put("Indicators", F3="=G3+1"))
    (conflict,) = merge(copies.base, mine, theirs).conflicts
    assert (conflict.matter, conflict.theirs, conflict.edit) == (Matter.FORMULA, "=G3+1", None)


def test_a_value_typed_there_over_a_formula_comes_in(copies: Copies) -> None:
    copies.path = copies.copy(put("Indicators", F3="=G3+1")).package.path
    base, mine, theirs = copies.copy(), copies.copy(), copies.copy(put("Indicators", F3=21))
    (edit,) = merge(base, mine, theirs).edits
    assert (str(edit.cell), edit.content) == ("Indicators!F3", 21)


def test_sheets_that_only_some_have(copies: Copies) -> None:
    mine = copies.copy(lambda book: book.create_sheet("My notes"))

    def change(book: Book) -> None:
        book.create_sheet("Notes")
        book.remove(book["Targets"])

    theirs = copies.copy(change)
    found = merge(copies.base, mine, theirs).conflicts
    assert [(one.subject, one.mine, one.theirs) for one in found] == [
        ("sheet Targets", "is there", "is not there"),
        ("sheet Notes", "is not there", "is there"),
    ]


def test_a_sheet_whose_columns_were_moved_is_left_and_told(copies: Copies) -> None:
    mine = copies.copy()
    theirs = copies.copy(lambda book: book["Indicators"].insert_cols(2))
    found = merge(copies.base, mine, theirs)
    assert [(one.matter, one.mine, one.theirs) for one in found.conflicts] == [
        (Matter.SHEET, "columns as they were", "columns in another order")
    ]
    assert not [edit for edit in found.edits if edit.cell.sheet == "Indicators"]


def test_rows_that_can_not_be_shifted_are_told(copies: Copies, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop.domain.errors import EditRefused

    def refuse(*_: object) -> Workbook:
        raise EditRefused("no")

    def change(book: Book) -> None:
        book["Indicators"].delete_rows(4)
        book["Indicators"].append(["Care leavers", "QP 10", "In a suitable home", 1, 2, 3, 4])

    mine, theirs = copies.copy(), copies.copy(change)
    monkeypatch.setattr(Workbook, "with_rows", refuse)
    found = merge(copies.base, mine, theirs)
    assert (found.rows, found.added, found.deleted) == ((), 0, 0)
    assert [one.matter for one in found.conflicts] == [Matter.NOT_DELETED, Matter.NOT_ADDED]
    assert "QP 10" in found.conflicts[1].theirs


def rows_of(workbook: Workbook) -> list[list[str]]:
    return list(texts(workbook, "Sheet"))


@st.composite
def changed(draw: st.DrawFn, mark: int) -> list[list[object]]:
    """The rows with cells edited, rows deleted and rows added in their order; `mark` tells who did it."""
    rows: list[list[object]] = []
    for number, row in enumerate(ROWS):
        if draw(st.integers(0, 5)):
            rows.append([*row[:2], draw(st.sampled_from([row[2], mark + number]))])
        if not draw(st.integers(0, 5)):
            rows.append([f"NEW {mark + number}", "Something else altogether", mark - number])
    return rows or [list(ROWS[0])]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changed(1000))
def test_where_only_the_other_changed_anything_all_of_it_comes_in(
    tmp_path: Path, rows: list[list[object]]
) -> None:
    header = ["Code", "Definition", "1998/99 Outturn"]
    base = Workbook.open(make(tmp_path / "base.xlsx", {"Sheet": [header, *ROWS]}))
    theirs = Workbook.open(make(tmp_path / "theirs.xlsx", {"Sheet": [header, *rows]}))
    found = merge(base, base, theirs)
    assert found.conflicts == ()
    assert rows_of(merged(base, found)) == rows_of(theirs)
    back = merge(base, theirs, base)
    assert (back.rows, back.edits, back.conflicts) == ((), (), ())


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changed(1000), changed(2000))
def test_nothing_of_either_is_lost(
    tmp_path: Path, one: list[list[object]], other: list[list[object]]
) -> None:
    header = ["Code", "Definition", "1998/99 Outturn"]
    books = {"base": ROWS, "mine": one, "theirs": other}
    base, mine, theirs = (
        Workbook.open(make(tmp_path / f"{name}.xlsx", {"Sheet": [header, *rows]}))
        for name, rows in books.items()
    )
    found = merge(base, mine, theirs)
    kept = {text for row in rows_of(merged(mine, found)) for text in row}
    told = {text for one in found.conflicts for side in (one.mine, one.theirs) for text in side.split(" | ")}
    known = {text for row in rows_of(base) for text in row}
    typed = {text for workbook in (mine, theirs) for row in rows_of(workbook) for text in row}
    assert typed <= known | kept | told
