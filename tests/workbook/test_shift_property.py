"""Whatever rows are inserted, deleted or moved: each cell, formula and area is where a plain model has it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import openpyxl
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation

from desktop.domain.errors import EditRefused
from desktop.domain.row_edits import DeleteRows, InsertRows, MoveRows
from desktop.workbook.package import Package
from desktop.workbook.shift import shifted
from tests.trials import trials

if TYPE_CHECKING:
    from desktop.domain.row_edits import RowEdit

LAST = 14
ROWS = st.integers(1, LAST)
COUNTS = st.integers(1, 3)
PATH = Path("plan.xlsx")


class Ranged(NamedTuple):
    """Rows that something names."""

    first: int
    last: int


RANGES = st.tuples(ROWS, ROWS).map(lambda ends: Ranged(min(ends), max(ends)))
EDITS: st.SearchStrategy[RowEdit] = st.one_of(
    st.builds(InsertRows, sheet=st.just("One"), at=ROWS, count=COUNTS),
    st.builds(DeleteRows, sheet=st.just("One"), first=ROWS, count=COUNTS),
    st.builds(MoveRows, sheet=st.just("One"), first=ROWS, count=COUNTS, before=ROWS),
)


class Described(NamedTuple):
    """A workbook: figures by row, formulas by row of both sheets as ranges they sum, and areas."""

    figures: dict[int, int]
    sums: dict[int, Ranged]
    others: dict[int, Ranged]
    merged: Ranged
    ruled: Ranged
    listed: Ranged


WORKBOOKS = st.builds(
    Described,
    st.dictionaries(ROWS, st.integers(0, 99), max_size=8),
    st.dictionaries(ROWS, RANGES, max_size=6),
    st.dictionaries(ROWS, RANGES, max_size=3),
    RANGES.filter(lambda rows: rows.first < rows.last),
    RANGES,
    RANGES,
)


def written(described: Described) -> bytes:
    book = openpyxl.Workbook()
    one = book.worksheets[0]
    one.title = "One"
    two = book.create_sheet("Two")
    for row, figure in described.figures.items():
        one.cell(row, 1, figure).font = Font(bold=bool(row % 2))
    for row, rows in described.sums.items():
        one.cell(row, 2, f'=SUM(A{rows.first}:$A${rows.last})+LOG10(A{rows.first})&"A1"')
    for row, rows in described.others.items():
        two.cell(row, 2, f"=SUM(One!A{rows.first}:A{rows.last})+A{rows.first}")
    one.merge_cells(f"D{described.merged.first}:E{described.merged.last}")
    rule = FormulaRule(formula=[f"$A{described.ruled.first}>$B$3"], font=Font(bold=True))  # type: ignore[no-untyped-call]
    one.conditional_formatting.add(f"A{described.ruled.first}:B{described.ruled.last}", rule)
    listed = DataValidation(type="list", formula1="$A$1:$A$5")
    listed.add(f"C{described.listed.first}:C{described.listed.last}")
    one.add_data_validation(listed)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def order(edit: RowEdit) -> list[int | None]:
    """The rows after the change, each the row that it was; None for a new one."""
    rows: list[int | None] = [*range(1, 3 * LAST)]
    if isinstance(edit, InsertRows):
        return [*rows[: edit.at - 1], *[None] * edit.count, *rows[edit.at - 1 :]]
    taken = rows[edit.first - 1 : edit.first - 1 + edit.count]
    left = [row for row in rows if row not in taken]
    if isinstance(edit, DeleteRows):
        return left
    place = left.index(edit.before)
    return [*left[:place], *taken, *left[place:]]


def now(rows: Ranged, edit: RowEdit) -> Ranged | None:
    """Where a range is: from its first row left to its last, among rows that it had or that are new."""
    after = order(edit)
    if isinstance(edit, MoveRows):
        taken = set(range(edit.first, edit.first + edit.count))
        inside = set(range(rows.first, rows.last + 1))
        span = {row for row in range(1, 3 * LAST) if after[row - 1] != row}
        if span <= inside:
            return rows
        if not inside <= taken:
            kept = [index for index, row in enumerate(after, 1) if row in inside - taken]
            return Ranged(kept[0], kept[-1])
    kept = [index for index, row in enumerate(after, 1) if row and rows.first <= row <= rows.last]
    return Ranged(kept[0], kept[-1]) if kept else None


def read(data: bytes, sheet: str) -> dict[tuple[int, int], object]:
    tab = openpyxl.load_workbook(io.BytesIO(data))[sheet]
    return {
        (cell.row, cell.column or 0): cell.value
        for row in tab.iter_rows()
        for cell in row
        if cell.value is not None
    }


def shifted_or_none(package: Package, edit: RowEdit) -> Package | None:
    try:
        return shifted(package, edit)
    except EditRefused:
        return None


def named(text: str, rows: Ranged, edit: RowEdit, *, single: bool = True) -> str:
    """The text with the range's rows as they are now."""
    one, whole = now(Ranged(rows.first, rows.first), edit), now(rows, edit)
    spot = "#REF!" if one is None else f"A{one.first}"
    area = "#REF!" if whole is None else f"A{whole.first}:{text}{whole.last}"
    return f"{area}|{spot}"


@settings(max_examples=trials(32), deadline=None)
@given(described=WORKBOOKS, edit=EDITS)
def test_everything_is_where_the_model_has_it(described: Described, edit: RowEdit) -> None:
    package = Package.of(PATH, written(described), 0)
    new = shifted_or_none(package, edit)
    assume(new is not None)
    assert new is not None
    was, found = read(package.data, "One"), read(new.data, "One")
    for row, old in enumerate(order(edit), 1):
        assert found.get((row, 1)) == (None if old is None else was.get((old, 1)))
        if old in described.sums:
            area, spot = named("$A$", described.sums[old], edit).split("|")
            assert found[row, 2] == f'=SUM({area})+LOG10({spot})&"A1"'
    for row, rows in described.others.items():
        area, _ = named("A", rows, edit).split("|")
        area = "One!" + area
        assert read(new.data, "Two")[row, 2] == f"=SUM({area})+A{rows.first}"
    tab = openpyxl.load_workbook(io.BytesIO(new.data))["One"]
    merged = now(described.merged, edit)
    expected = [] if merged is None else [f"D{merged.first}:E{merged.last}"]
    assert [str(area) for area in tab.merged_cells.ranges] == expected
    assert ruled(tab) == looks(described.ruled, edit)
    lists = tab.data_validations.dataValidation
    assert {
        row for area in lists for one in area.sqref.ranges for row in range(one.min_row, one.max_row + 1)
    } == (looks(described.listed, edit))
    assert sum(1 for area in lists) == bool(looks(described.listed, edit))


def looks(rows: Ranged, edit: RowEdit) -> set[int]:
    after = order(edit)
    held = {index for index, row in enumerate(after, 1) if row and rows.first <= row <= rows.last}
    if isinstance(edit, InsertRows) and rows.first < edit.at <= rows.last + 1:
        held |= set(range(edit.at, edit.at + edit.count))
    return held


def ruled(tab: object) -> set[int]:
    return {
        row
        for rule in tab.conditional_formatting  # type: ignore[attr-defined]
        for area in rule.sqref.ranges
        for row in range(area.min_row, area.max_row + 1)
    }


@settings(max_examples=trials(15), deadline=None)
@given(described=WORKBOOKS, at=ROWS, count=COUNTS)
def test_rows_that_are_inserted_and_deleted_again_leave_no_trace(
    described: Described, at: int, count: int
) -> None:
    package = Package.of(PATH, written(described), 0)
    there = shifted(package, InsertRows(sheet="One", at=at, count=count))
    back = shifted_or_none(there, DeleteRows(sheet="One", first=at, count=count))
    assert back is not None
    assert read(back.data, "One") == read(package.data, "One")
    assert read(back.data, "Two") == read(package.data, "Two")
