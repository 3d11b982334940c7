"""The question on columns: what is chosen is shown as it would be read, and answered by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QTableWidget

from desktop.domain.tables import TableKind
from desktop.ui.dialogs.mapping import MappingDialog
from desktop.workbook.candidates import unsure
from desktop.workbook.mappings import NOT_A_TABLE
from tests.workbook.sheets import sheet

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROWS = (
    ("Strand", "Deliverables", "Status", "By when", "31/3/01"),
    ("1. Edge of care", "Team in place", "COMPLETE", "30/09/11", "7"),
    ("1. Edge of care", "Panel meets", "ONGOING", "31/03/12", "8"),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> MappingDialog:
    asked = sheet(*ROWS)
    [candidate] = unsure(asked)
    made = MappingDialog(asked, candidate)
    qtbot.addWidget(made)
    made.open()
    return made


def named(dialog: MappingDialog, name: str) -> QTableWidget:
    [found] = [table for table in dialog.findChildren(QTableWidget) if table.accessibleName() == name]
    return found


def shown(dialog: MappingDialog) -> list[list[str]]:
    table = named(dialog, "First records as they would be read")
    return [
        [item.text() if (item := table.item(row, column)) else "" for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def choice(dialog: MappingDialog, name: str) -> QComboBox:
    [found] = [box for box in dialog.findChildren(QComboBox) if box.accessibleName() == name]
    return found


def button(dialog: MappingDialog, text: str) -> QPushButton:
    [found] = [one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == text]
    return found


def said(dialog: MappingDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_it_shows_the_columns_and_what_is_wanted(dialog: MappingDialog) -> None:
    columns = named(dialog, "Columns of the table")
    texts = [columns.item(1, place).text() for place in range(3)]  # type: ignore[union-attr]
    assert texts == ["B", "Deliverables", "Team in place · Panel meets"]
    assert shown(dialog) == []
    assert not button(dialog, "Use these columns").isEnabled()
    assert "A plan needs a column of milestones, and one of status, due date, comments or owner." in said(
        dialog
    )


def test_a_choice_shows_the_records_at_once_and_is_the_answer(dialog: MappingDialog) -> None:
    box = choice(dialog, "Column B Deliverables holds")
    box.setFocus()
    box.setCurrentText("Milestone")
    assert shown(dialog) == [
        ["1. Edge of care", "Team in place", "COMPLETE", "30/09/11"],
        ["1. Edge of care", "Panel meets", "ONGOING", "31/03/12"],
    ]
    headers = named(dialog, "First records as they would be read")
    assert headers.horizontalHeaderItem(1).text() == "Milestone"  # type: ignore[union-attr]
    QTest.keyClick(button(dialog, "Use these columns"), Qt.Key.Key_Space)
    assert dialog.result() == MappingDialog.DialogCode.Accepted
    assert dialog.answer is not None
    assert dialog.answer.kind is TableKind.PLAN
    assert dialog.answer.fields == ((0, "strand"), (1, "milestone"), (2, "status"), (3, "due"))


def test_the_same_field_twice_is_told_of(dialog: MappingDialog) -> None:
    choice(dialog, "Column B Deliverables holds").setCurrentText("Status")
    assert "Two columns can’t hold the same: Status. Choose “Not used” for one of them." in said(dialog)
    assert not button(dialog, "Use these columns").isEnabled()


def test_another_kind_offers_other_fields(dialog: MappingDialog) -> None:
    choice(dialog, "Kind of table").setCurrentText("Indicators")
    box = choice(dialog, "Column B Deliverables holds")
    offered = [box.itemText(place) for place in range(box.count())]
    assert offered[:4] == ["Not used", "Code", "Definition", "Objective or group"]
    assert "Status" not in offered
    assert choice(dialog, "Column E 31/3/01 holds").currentText() == "Values of the period"
    box.setCurrentText("Definition")
    assert shown(dialog) == [
        ["1. Edge of care", "Team in place", "7"],
        ["1. Edge of care", "Panel meets", "8"],
    ]
    records = named(dialog, "First records as they would be read")
    heads = [records.horizontalHeaderItem(column) for column in range(records.columnCount())]
    assert [head.text() for head in heads if head is not None] == [
        "Objective or group",
        "Definition",
        "31/3/01",
    ]


def test_columns_beneath_which_nothing_is_found_are_told_of(dialog: MappingDialog) -> None:
    choice(dialog, "Kind of table").setCurrentText("Targets")
    for column, field in (("A Strand", "Target value"), ("C Status", "Set by"), ("E 31/3/01", "Indicator")):
        choice(dialog, f"Column {column} holds").setCurrentText(field)
    assert button(dialog, "Use these columns").isEnabled()
    assert len(shown(dialog)) == 2


def test_not_a_table_is_an_answer_and_escape_is_none(dialog: MappingDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.answer is None
    assert not dialog.isVisible()
    dialog.open()
    button(dialog, "Not a table").click()
    assert dialog.answer == NOT_A_TABLE
