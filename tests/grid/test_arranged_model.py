from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.document import record_changes
from desktop.domain.cells import CellRef
from desktop.domain.findings import Severity
from desktop.domain.plan import Milestone
from desktop.domain.tables import TableKind
from desktop.grid.arrangement import AS_IN_SHEET
from desktop.grid.filters import Dates, Found, Listed, Numbers, Place, Worded
from desktop.grid.model import TableModel

if TYPE_CHECKING:
    from desktop.document.document import Document

_ACROSS = Qt.Orientation.Horizontal
_SPOKEN, _TIP = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole


@pytest.fixture
def model(leicester: Document) -> TableModel:
    table = next(table for table in leicester.contents.tables if table.kind is TableKind.INDICATORS)
    return TableModel(leicester, table)


@pytest.fixture
def plan(leeds: Document) -> TableModel:
    return TableModel(leeds, leeds.contents.tables[0])


def column(model: TableModel, field: str) -> int:
    return next(number for number, each in enumerate(model.columns) if each.field == field)


def texts(model: TableModel, number: int) -> list[str]:
    return [model.text(row, number) for row in range(model.rowCount())]


def rows(model: TableModel) -> list[int]:
    return [record.row for record in model.records]


def test_only_what_meets_a_filter_is_shown(plan: TableModel) -> None:
    status = column(plan, "status")
    plan.arrange(AS_IN_SHEET.filtered(status, Listed(labels=frozenset({"COMPLETE"}))))
    assert 0 < plan.rowCount() < len(plan.everything)
    assert set(texts(plan, status)) == {"COMPLETE"}
    assert rows(plan) == sorted(rows(plan))
    assert plan.banners[0] == next(
        each.strand
        for each in plan.everything
        if isinstance(each, Milestone) and each.row == plan.records[0].row
    )


def test_numbers_are_sorted_as_numbers_and_the_sheet_stays_as_it_is(model: TableModel) -> None:
    before = model.document.workbook
    model.arrange(AS_IN_SHEET.sorted_by(2, descending=False))
    found = [reading.number for reading in model.values(2, 0, model.rowCount() - 1)]
    numbers = [number for number in found if number is not None]
    assert numbers == sorted(numbers)
    assert found[: len(numbers)] == numbers
    model.arrange(AS_IN_SHEET.sorted_by(2, descending=True))
    found = [reading.number for reading in model.values(2, 0, model.rowCount() - 1)]
    assert found[: len(numbers)] == numbers[::-1]
    assert len(model.records) == len(model.everything)
    assert model.document.workbook is before
    assert model.banners == {}


def test_dates_are_sorted_by_the_latest_that_is_given(plan: TableModel) -> None:
    due = column(plan, "due")
    plan.arrange(AS_IN_SHEET.sorted_by(due, descending=True))
    found = [each.due.latest for each in plan.records if isinstance(each, Milestone)]
    dates = [date for date in found if date is not None]
    assert dates == sorted(dates, reverse=True)
    first, last = dates[-1], dates[0]
    plan.arrange(AS_IN_SHEET.filtered(due, Dates(first=first, last=last)))
    assert plan.rowCount() == len(dates)


def test_a_cell_is_found_wherever_it_is_shown(model: TableModel) -> None:
    model.arrange(AS_IN_SHEET.sorted_by(0, descending=True).filtered(2, Numbers(low=20)))
    for row in range(model.rowCount()):
        for number in range(model.columnCount()):
            cell = model.cell(row, number)
            if cell is not None:
                assert (model.index_of(cell).row(), model.index_of(cell).column()) == (row, number)


def test_what_a_filter_keeps_out_of_view_still_has_its_place(model: TableModel) -> None:
    first, second = (model.cell(row, 0) for row in (0, 1))
    assert first is not None
    assert second is not None
    model.arrange(AS_IN_SHEET.filtered(0, Listed(labels=frozenset({model.text(0, 0)}))))
    assert not model.index_of(second).isValid()
    assert (model.place_of(first), model.place_of(second)) == ((0, 0), (1, 0))
    assert model.place_of(CellRef(sheet=first.sheet, row=1, column=1)) is None
    assert model.place_of(CellRef(sheet="Elsewhere", row=second.row, column=second.column)) is None


def test_an_edit_moves_and_hides_nothing_until_the_table_is_arranged_again(model: TableModel) -> None:
    arrangement = AS_IN_SHEET.filtered(2, Numbers(low=20)).sorted_by(2, descending=False)
    model.arrange(arrangement)
    before = rows(model)
    cell = model.cell(0, 2)
    assert cell is not None
    model.type_texts([(cell, "1")], "Type")
    assert (rows(model), float(model.text(0, 2))) == (before, 1)
    model.arrange(arrangement)
    assert rows(model) == before[1:]


def test_after_rows_have_changed_the_table_is_arranged_again(plan: TableModel) -> None:
    milestone = column(plan, "milestone")
    plan.arrange(AS_IN_SHEET.filtered(milestone, Worded(place=Place.CONTAINS, text="the")))
    before, cell = plan.rowCount(), plan.cell(0, milestone)
    assert cell is not None
    plan.document.change_records(record_changes.duplicated(plan.document.workbook, cell))
    assert plan.rowCount() == before + 1
    plan.document.undo_stack.undo()
    assert plan.rowCount() == before


def test_every_text_of_a_filtered_column_is_offered_as_the_others_let_it(plan: TableModel) -> None:
    status, due = column(plan, "status"), column(plan, "due")
    narrowed = AS_IN_SHEET.filtered(status, Listed(labels=frozenset({"COMPLETE"})))
    plan.arrange(narrowed.filtered(due, Listed(labels=frozenset({""}))))
    labels = plan.facts(status).labels
    assert len({labels[place] for place in plan.offered(status)}) >= 1
    plan.arrange(narrowed)
    assert len(plan.offered(status)) == len(plan.everything)
    assert len(plan.offered(due)) == plan.rowCount()


def test_rows_with_findings_are_found_by_row_and_by_cell(plan: TableModel) -> None:
    errors = frozenset({Severity.ERROR})
    plan.arrange(AS_IN_SHEET.filtered(0, Found(severities=errors)))
    cells = {each.cell for each in plan.document.findings if each.severity is Severity.ERROR}
    assert plan.rowCount() > 0
    assert {each.row for each in cells if each.sheet == plan.sheet} <= set(rows(plan))
    due = column(plan, "due")
    plan.arrange(AS_IN_SHEET.filtered(due, Found(severities=errors, whole_row=False)))
    assert plan.rowCount() > 0
    assert all(plan.mark(row, due) is not None for row in range(plan.rowCount()))


def test_the_header_says_how_its_column_is_arranged(model: TableModel) -> None:
    assert model.headerData(0, _ACROSS, _SPOKEN) == "Code"
    wanted = Worded(place=Place.BEGINS, text="PAF")
    model.arrange(AS_IN_SHEET.filtered(0, wanted).sorted_by(0, descending=False))
    assert model.headerData(0, _ACROSS, _SPOKEN) == (
        "Code, filtered: begins with “PAF”, sorted, smallest or first first"
    )
    assert str(model.headerData(0, _ACROSS, _TIP)).endswith(
        "\nfiltered: begins with “PAF”\nsorted, smallest or first first"
    )
    model.arrange(AS_IN_SHEET.sorted_by(0, descending=True))
    assert str(model.headerData(0, _ACROSS, _SPOKEN)).endswith("sorted, largest or last first")


def test_plain_columns_are_read_by_what_their_cells_hold(plan: TableModel) -> None:
    document = plan.document
    comments = column(plan, "comments")
    cells = [cell for row in range(4) if (cell := plan.cell(row, comments)) is not None]
    document.type_texts(list(zip(cells, ["£1,200", "31/03/2012", "£900", ""], strict=True)), "Type")
    plan.arrange(AS_IN_SHEET)
    values = plan.facts(comments).values
    assert values[0] == 1200
    assert values[2] == 900
    assert values[3] == ""
    assert isinstance(values[1], str) is False
