from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt

from desktop.domain.cells import CellRef
from desktop.domain.findings import Severity
from desktop.domain.tables import TableKind
from desktop.grid.model import CellRole, FieldRole, FindingRole, GroupRole, TableModel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.document.document import Document

_ACROSS, _DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
_DISPLAY, _EDIT = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole
_SPOKEN, _TIP = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole


def cell(address: str) -> CellRef:
    found = CellRef(sheet="Indicators", row=int(address[1:]), column=ord(address[0]) - ord("A") + 1)
    assert found.a1 == address
    return found


@pytest.fixture
def model(leicester: Document) -> TableModel:
    table = next(table for table in leicester.contents.tables if table.kind is TableKind.INDICATORS)
    return TableModel(leicester, table)


@pytest.fixture
def plan_model(leeds: Document) -> TableModel:
    return TableModel(leeds, leeds.contents.tables[0])


def test_it_gives_records_by_row_and_columns_by_declared_field(model: TableModel) -> None:
    assert (model.rowCount(), model.columnCount()) == (46, 9)
    fields = [model.headerData(column, _ACROSS, FieldRole) for column in range(9)]
    assert fields == ["code", "name", *["value"] * 6, "sparkline"]
    first = [model.index(0, column).data() for column in range(8)]
    assert first == [
        "PAF A1",
        "The proportion of children looked after who have three or more placements in one year",
        *["30", "24", "23", "20", "16", "15"],
    ]


def test_a_cell_has_no_rows_or_columns_beneath_it(model: TableModel) -> None:
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0


def test_headers_are_titles_with_the_kind_of_value_and_the_rows_of_the_sheet(model: TableModel) -> None:
    assert model.headerData(0, _ACROSS) == "Code"
    assert model.headerData(3, _ACROSS) == "31/3/00\nProvis."
    assert model.headerData(3, _ACROSS, _SPOKEN) == "31/3/00 Provisional"
    assert model.headerData(3, _ACROSS, _TIP) == "Column C: 31/3/00 Provisional"
    assert model.headerData(3, _ACROSS, Qt.ItemDataRole.DecorationRole) is None
    assert [model.headerData(row, _DOWN) for row in range(2)] == ["7", "9"]
    assert model.headerData(0, _DOWN, _TIP) is None
    assert model.headerData(99, _DOWN) is model.headerData(99, _ACROSS) is None


def test_roles_that_nobody_answers_say_nothing(model: TableModel) -> None:
    assert model.index(0, 0).data(Qt.ItemDataRole.FontRole) is None
    assert model.data(QModelIndex(), _DISPLAY) is None


def test_numbers_stand_on_the_right(model: TableModel) -> None:
    left, right = (model.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole) for column in (1, 2))
    assert Qt.AlignmentFlag(left) & Qt.AlignmentFlag.AlignLeft
    assert Qt.AlignmentFlag(right) & Qt.AlignmentFlag.AlignRight


def test_a_cell_of_the_grid_is_a_cell_of_the_sheet_and_back(model: TableModel) -> None:
    for row, column, address in ((0, 0, "A7"), (0, 1, "B7"), (0, 2, "B8"), (1, 7, "G10")):
        index = model.index(row, column)
        assert index.data(CellRole) == cell(address)
        assert model.index_of(cell(address)) == index
    assert model.cell_at(QModelIndex()) is None


@pytest.mark.parametrize("address", ["A1", "C7", "A999"])
def test_a_cell_that_no_record_holds_has_no_index(model: TableModel, address: str) -> None:
    assert not model.index_of(cell(address)).isValid()


def test_a_cell_of_another_sheet_has_no_index(model: TableModel) -> None:
    assert not model.index_of(CellRef(sheet="Cover", row=7, column=1)).isValid()


def test_the_first_record_of_a_group_bears_its_heading(model: TableModel) -> None:
    headings = [model.index(row, 0).data(GroupRole) for row in range(12)]
    assert headings == ["OBJECTIVE 1", *[None] * 10, "OBJECTIVE 2"]


def test_a_finding_marks_its_cell(model: TableModel, leicester: Document) -> None:
    finding = next(finding for finding in leicester.findings if finding.rule == "TRJ-005")
    index = model.index_of(finding.cell)
    assert index.data(FindingRole) == Severity.ERROR
    assert finding.message in index.data(_TIP)
    assert f"Error: {finding.message}" in index.data(_SPOKEN)
    assert model.index(0, 0).data(FindingRole) is None


def test_a_missing_marker_is_read_out_in_words(model: TableModel) -> None:
    row = next(row for row in range(46) if model.text(row, 0) == "PAF C20")
    assert model.index(row, 2).data() == "N/A"
    assert model.index(row, 2).data(_SPOKEN).startswith("1998/99 Outturn: N/A. Not applicable")


def test_typing_changes_the_document_and_only_that_cell(
    model: TableModel, leicester: Document, qtbot: QtBot
) -> None:
    index = model.index(0, 4)
    with qtbot.waitSignal(model.dataChanged, check_params_cb=lambda first, last, _: first == last == index):
        assert model.setData(index, "22")
    assert (index.data(), leicester.text(cell("D8"))) == ("22", "22")
    assert leicester.undo_stack.undoText() == "Type in D8"
    leicester.undo_stack.undo()
    assert index.data() == "23"


def test_typing_what_stands_there_already_is_no_step(model: TableModel, leicester: Document) -> None:
    assert model.setData(model.index(0, 4), model.index(0, 4).data(_EDIT))
    assert leicester.undo_stack.count() == 0


def test_only_the_text_of_a_cell_can_be_set(model: TableModel) -> None:
    assert not model.setData(model.index(0, 4), "x", _DISPLAY)
    assert not model.setData(QModelIndex(), "x")


def test_the_findings_follow_an_edit(model: TableModel, leicester: Document) -> None:
    finding = next(finding for finding in leicester.findings if finding.rule == "TRJ-005")
    index = model.index_of(finding.cell)
    assert index.data(FindingRole) == Severity.ERROR
    model.setData(index, "100")
    assert index.data(FindingRole) != Severity.ERROR
    leicester.undo_stack.undo()
    assert index.data(FindingRole) == Severity.ERROR


def test_the_project_stands_beside_each_of_its_milestones(plan_model: TableModel, qtbot: QtBot) -> None:
    first, second = plan_model.index(0, 1), plan_model.index(1, 1)
    assert first.data() == second.data()
    assert first.data(CellRole) == second.data(CellRole)
    assert not plan_model.repeated(0, 1)
    assert plan_model.repeated(1, 1)
    assert not plan_model.repeated(1, 2)
    with qtbot.waitSignal(plan_model.dataChanged):
        plan_model.setData(second, "Early years places")
    assert first.data() == second.data() == "Early years places"


def test_every_cell_can_be_selected_and_edited(model: TableModel) -> None:
    assert model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
