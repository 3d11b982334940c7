"""The rows of a sheet are put into the order of its table: one step, nothing else changed, or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import assets
from desktop.document import reordering
from desktop.document.document import Document
from desktop.document.record_changes import units_of
from desktop.document.reordering import reordered
from desktop.domain.cells import parse_cell
from desktop.domain.errors import EditRefused
from desktop.workbook.workbook import Workbook
from tests.document.conftest import AS_AT
from tests.made_workbooks import make

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.document.record_changes import RecordChange
    from desktop.domain.cells import CellRef

HEADS = ("Strand", "Project", "Milestone", "Status", "By When")
ROWS = (
    ("One", "P", "c", "Done", "31/3/12"),
    ("One", "P", "a", "Done", "31/3/12"),
    ("One", "Q", "d", "Done", "31/3/12"),
    ("One", "R", "b", "Done", "31/3/12"),
)


def at(address: str) -> CellRef:
    cell = parse_cell(address)
    assert cell is not None
    return cell


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Callable[..., Document]:
    del qtbot

    def open_rows(*rows: Sequence[str]) -> Document:
        path = make(tmp_path / "plan.xlsx", {"Plan": [HEADS, *rows]})
        return Document(Workbook.open(path), AS_AT)

    return open_rows


def wanted(document: Document, key: Callable[[Sequence[str]], str]) -> RecordChange:
    table = document.contents.tables[0]
    sheet = document.workbook.sheets[table.sheet]
    rows = [unit.record.row for unit in units_of(document.contents, table)]
    rows.sort(key=lambda row: key(sheet.texts(row)))
    return reordered(document.workbook, at(f"{table.sheet}!C{table.header_row + 1}"), table=table, rows=rows)


def texts(document: Document) -> list[str]:
    return [one.text for one in document.contents.milestones]


def test_the_sheet_is_sorted_in_one_step_and_is_as_it_was_when_that_is_undone(
    opened: Callable[..., Document], tmp_path: Path
) -> None:
    document = opened(*ROWS)
    before = document.path.read_bytes()
    change = wanted(document, lambda row: row[2])
    document.change_records(change)
    assert texts(document) == ["a", "b", "c", "d"]
    assert change.cell == at("Plan!C4")  # the cell was that of "c"
    assert document.undo_stack.count() == 1
    assert document.undo_stack.undoText() == "Sort the sheet"
    sorted_copy = document.workbook.save(tmp_path / "sorted.xlsx")
    assert [one.text for one in Workbook.open(sorted_copy.package.path).contents.milestones] == [*"abcd"]
    document.undo_stack.undo()
    assert texts(document) == ["c", "a", "d", "b"]
    assert document.workbook.save(tmp_path / "undone.xlsx").package.path.read_bytes() == before


def test_indicators_stay_under_their_headings(qtbot: QtBot) -> None:
    del qtbot
    document = Document(Workbook.open(assets.template("examples", "leicester-map-2001.xlsx")), AS_AT)
    indicators = document.contents.indicators
    table = next(table for table in document.contents.tables if table.id == indicators[0].table)
    rows = [unit.record.row for unit in units_of(document.contents, table)][::-1]
    document.change_records(reordered(document.workbook, at("Indicators!A8"), table=table, rows=rows))
    now = document.contents.indicators
    groups = list(dict.fromkeys(one.group for one in indicators))
    assert list(dict.fromkeys(one.group for one in now)) == groups
    for group in groups:
        codes = [one.code for one in indicators if one.group == group]
        assert [one.code for one in now if one.group == group] == codes[::-1]


def test_rows_that_lean_on_those_above_them_stay(opened: Callable[..., Document]) -> None:
    document = opened(ROWS[0], ("", "", "a", "Done", "31/3/12"), ROWS[2], ROWS[3])
    with pytest.raises(EditRefused, match="Write the name into every row"):
        document.change_records(wanted(document, lambda row: row[2]))
    assert not document.dirty


def test_what_is_sorted_already_is_told(opened: Callable[..., Document]) -> None:
    document = opened(*sorted(ROWS, key=lambda row: row[2]))
    with pytest.raises(EditRefused, match="in this order already"):
        wanted(document, lambda row: row[2])


def test_very_many_rows_are_left_to_excel(
    opened: Callable[..., Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    document = opened(*ROWS)
    monkeypatch.setattr(reordering, "_MOST_MOVES", 1)
    with pytest.raises(EditRefused, match="2 rows would have to move, and Milepost moves 1 at most"):
        wanted(document, lambda row: row[2])


@given(numbers=st.permutations(range(7)))
def test_the_fewest_rows_move(numbers: list[int]) -> None:
    rise = reordering._longest_rise(numbers)
    places = [numbers.index(number) for number in sorted(rise)]
    assert places == sorted(places)
    assert len(rise) == max(map(len, _rising(numbers)))


def _rising(numbers: list[int]) -> list[tuple[int, ...]]:
    found: list[tuple[int, ...]] = [()]
    for number in numbers:
        found += [(*one, number) for one in found if not one or one[-1] < number]
    return found
