"""A workbook whose rows change: its cells, edits and records follow, and a save writes all of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import assets
from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.domain.errors import EditRefused, SaveFailed
from desktop.domain.row_edits import DeleteRows, InsertRows, MoveRows
from desktop.workbook.archive import Damaged
from desktop.workbook.archive_write import assembled
from desktop.workbook.package import Package
from desktop.workbook.reader import read_sheets
from desktop.workbook.records import read_contents
from desktop.workbook.shift import row_step
from desktop.workbook.shift_verify import check_shifted
from desktop.workbook.workbook import Workbook
from tests.trials import trials
from tests.workbook.facts import assert_cells_hold_the_records
from tests.workbook.raw_package import opened, parts_of, sheet
from tests.workbook.test_shift_property import COUNTS, EDITS, ROWS, WORKBOOKS, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.row_edits import RowEdit
    from desktop.workbook.shift import RowStep
    from tests.workbook.test_shift_property import Described

RECORDS = st.builds(
    InsertRows,
    sheet=st.just("One"),
    at=ROWS,
    count=COUNTS,
    like=ROWS,
    record=st.just(True),
    filled=st.booleans(),
).map(
    lambda edit: InsertRows(
        sheet="One",
        at=edit.at,
        count=edit.count,
        like=edit.at if (edit.like or 0) % 2 else max(1, edit.at - edit.count),
        record=True,
        filled=edit.filled,
    )
)
PLACES = st.tuples(ROWS, st.integers(1, 3))
STEPS = st.lists(st.one_of(EDITS, RECORDS, PLACES), min_size=1, max_size=6)


def at(row: int, column: int, content: str | int | None) -> Edit:
    return Edit(cell=CellRef(sheet="One", row=row, column=column), content=content)


def taken(workbook: Workbook, steps: Sequence[RowEdit | tuple[int, int]]) -> list[Workbook]:
    """The workbook after each of the steps that is not refused."""
    states = [workbook]
    for number, step in enumerate(steps):
        try:
            if isinstance(step, tuple):
                edits = [at(*step, f"typed {number}")]
                states[-1].refuse_unsafe(edits)
                states.append(states[-1].apply(edits))
            else:
                states.append(states[-1].with_rows(step))
        except EditRefused:
            continue
    return states


def cells(workbook: Workbook) -> dict[tuple[str, int, int], object]:
    return {
        (name, row, column): content
        for name, tab in workbook.sheets.items()
        for row in range(1, tab.height + 1)
        for column, content in tab.filled(row)
    }


@settings(max_examples=trials(20), deadline=None)
@given(described=WORKBOOKS, steps=STEPS)
def test_what_is_shown_is_what_is_written_and_undone_is_as_it_was(
    described: Described, steps: list[RowEdit | tuple[int, int]]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "plan.xlsx"
        path.write_bytes(written(described))
        states = taken(Workbook.open(path), steps)
        last = states[-1]
        saved = last.save(path)
        fresh = Workbook.open(path)
        assert cells(last) == cells(saved) == cells(fresh)
        assert [tab.scan.merged for tab in fresh.sheets.values()] == [
            tab.scan.merged for tab in last.sheets.values()
        ]
        for step in last.row_steps:
            tab = step.edit.sheet
            again = {one.name: one for one in read_sheets(step.after)}[tab]
            assert read_contents([again]).tables == ()
        back = states[0].lying_at(saved.package)
        assert back.save(path).package.data == states[0].package.data


def test_edits_follow_their_rows(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>'
    opened(tmp_path, parts_of(sheet(rows)))
    first = Workbook.open(tmp_path / "plan.xlsx").apply([at(2, 2, "two"), at(4, 1, "four")])
    second = first.with_rows(InsertRows(sheet="One", at=2)).apply([at(2, 1, "new")])
    assert second.edits == (at(2, 1, "new"), at(3, 2, "two"), at(5, 1, "four"))
    third = second.with_rows(DeleteRows(sheet="One", first=3))
    assert third.edits == (at(2, 1, "new"), at(4, 1, "four"))
    copied = second.with_rows(InsertRows(sheet="One", at=3, like=2, record=True, filled=True))
    assert copied.edits == (at(2, 1, "new"), at(3, 1, "new"), at(4, 2, "two"), at(6, 1, "four"))
    moved = second.with_rows(MoveRows(sheet="One", first=3, before=1))
    assert moved.edits == (at(1, 2, "two"), at(3, 1, "new"), at(5, 1, "four"))
    saved = third.save(tmp_path / "plan.xlsx")
    assert (saved.row_steps, saved.changed, saved.edits) == ((), None, ())
    assert saved.base is saved.package
    assert [saved.sheets["One"].text(row, 1) for row in (1, 2, 3, 4)] == ["1", "new", "", "four"]


def test_an_edit_that_puts_back_what_the_file_holds_is_none(tmp_path: Path) -> None:
    opened(tmp_path, parts_of(sheet('<row r="2"><c r="A2"><v>2</v></c></row>')))
    book = Workbook.open(tmp_path / "plan.xlsx").with_rows(InsertRows(sheet="One", at=1))
    assert book.apply([at(3, 1, 5)]).apply([at(3, 1, 2)]).edits == ()


MERGED = (
    '<row r="3"><c r="A3" t="str"><v>Project</v></c><c r="B3"><f>A6</f><v>1</v></c></row>'
    '<row r="4"><c r="A4"/><c r="B4"><v>2</v></c></row>'
)
TAIL = '<mergeCells count="1"><mergeCell ref="A3:A5"/></mergeCells>'


def test_what_a_merged_cell_holds_is_handed_on(tmp_path: Path) -> None:
    opened(tmp_path, parts_of(sheet(MERGED, tail=TAIL)))
    book = Workbook.open(tmp_path / "plan.xlsx")
    shorter = book.with_rows(DeleteRows(sheet="One", first=3, count=2))
    assert shorter.sheets["One"].text(3, 1) == "Project"
    typed = book.apply([at(3, 1, "Renamed")])
    above = typed.with_rows(InsertRows(sheet="One", at=3, like=3, record=True))
    assert above.edits == (at(3, 1, "Renamed"),)
    assert [above.sheets["One"].text(row, 1) for row in (3, 4)] == ["Renamed", ""]
    for one in (shorter, above):
        assert cells(one.save(tmp_path / "out.xlsx")) == cells(one)
    copied = typed.with_rows(InsertRows(sheet="One", at=4, like=3, record=True, filled=True))
    assert copied.edits == (at(3, 1, "Renamed"),)
    assert copied.sheets["One"].texts(4) == ["", "1"]


def test_records_are_read_where_they_are_now() -> None:
    book = Workbook.open(assets.template("examples", "leicester-map-2001.xlsx"))
    indicator = book.contents.indicators[3]
    row = indicator.row
    new = book.with_rows(InsertRows(sheet=indicator.cell.sheet, at=row))
    assert new.contents.indicators[3].row == row + 1
    assert new.contents.indicators[3].values[0].value == indicator.values[0].value
    assert_cells_hold_the_records(new)
    fresh = read_contents(read_sheets(new.base))
    assert new.contents == fresh


ROWS_OF_TWO = (
    '<row r="2" ht="9"><c r="A2" s="1"><v>1</v></c><c r="B2"><f>A3</f><v>2</v></c></row>'
    '<row r="3"><c r="A3"><v>2</v></c></row>'
)
INSERTED = InsertRows(sheet="One", at=3)


def step(folder: Path, edit: RowEdit, data: str = ROWS_OF_TWO, tail: str = "") -> RowStep:
    other = sheet('<row r="1"><c r="A1"><f>One!A3</f></c><c r="B1"><v>7</v></c></row>')
    before = opened(folder, parts_of(sheet(data, tail=tail), other, more={"xl/media/logo.png": b"logo"}))
    return row_step(before, edit)


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("worksheets/sheet1", "<v>1</v>", "<v>5</v>"),
        ("worksheets/sheet1", ' ht="9"><c r="A2"', ' ht="8"><c r="A2"'),
        ("worksheets/sheet1", "<f>A4</f>", "<f>A3</f>"),
        ("worksheets/sheet1", "</sheetData>", '<row r="9"/></sheetData>'),
        ("worksheets/sheet1", '<c r="A4"><v>2</v></c>', ""),
        ("worksheets/sheet2", "<f>One!A4</f>", "<f>One!A5</f>"),
        ("worksheets/sheet2", "<v>7</v>", "<v>8</v>"),
        ("worksheets/sheet2", "</sheetData>", '<row r="9"/></sheetData>'),
        ("media/logo", "logo", "other"),
    ],
)
def test_the_check_notices_any_other_change(tmp_path: Path, part: str, old: str, new: str) -> None:
    done = step(tmp_path, INSERTED)
    check_shifted(done)
    name = next(name for name in done.after.part_names if part in name)
    text = done.after.part(name).decode()
    assert text.count(old) == 1
    data = assembled(done.after.data, done.after.archive, {name: text.replace(old, new).encode()})
    with pytest.raises(Damaged):
        check_shifted(replace(done, after=Package.of(done.before.path, data, 0)))


@pytest.mark.parametrize(
    "edit",
    [
        DeleteRows(sheet="One", first=3),
        DeleteRows(sheet="One", first=3, count=2),
        DeleteRows(sheet="One", first=4),
        InsertRows(sheet="One", at=3, like=3, record=True),
        InsertRows(sheet="One", at=5, like=4, record=True),
    ],
)
def test_what_is_handed_on_passes_the_check(tmp_path: Path, edit: RowEdit) -> None:
    data = MERGED.replace('<c r="A4"/>', '<c r="A4"><f>B4</f></c>')
    data = data.replace('<c r="A3" t="str"><v>', '<c r="A3" t="str"><f>B4</f><v>')
    check_shifted(step(tmp_path, edit, data, TAIL))


def test_rows_that_get_their_numbers_pass_the_check(tmp_path: Path) -> None:
    check_shifted(step(tmp_path, INSERTED, "<row><c><v>1</v></c></row>" * 4))


def test_a_change_of_rows_that_fails_its_check_is_never_written(tmp_path: Path) -> None:
    done = step(tmp_path, INSERTED)
    book = Workbook.open(done.before.path).with_rows(INSERTED)
    book = replace(book, row_steps=(replace(book.row_steps[0], parts={}),))
    with pytest.raises(SaveFailed, match="did not pass its check"):
        book.save(done.before.path)
    assert book.package.is_current()
