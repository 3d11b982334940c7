"""The one-minute story on the programme plan."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import openpyxl
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QTableView, QTreeView

from desktop.charts.timeline import Timeline
from desktop.domain.cells import CellRef
from tests.features.officer import (
    document_of,
    grid_of,
    keyboard,
    parts,
    press,
    rules_at,
    type_into,
    workspace_of,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from tests.features.conftest import Opening
    from tests.ui.recorder import RecordedPrompts

LEEDS = "leeds-programme-plan-2012.xlsx"
STATUS_3C = CellRef(sheet="Programme Plan", row=32, column=4)
DUE_3C = CellRef(sheet="Programme Plan", row=32, column=5)
DUE_4B = CellRef(sheet="Programme Plan", row=45, column=5)


def judge_as_at(window: MainWindow, date: dt.date) -> None:
    field = window.findChild(QDateEdit, "asAtDate")
    assert field is not None
    field.setDate(QDate(date.year, date.month, date.day))


def test_the_plan_opens_with_its_strands_and_a_milestone_shows_the_timeline(open_example: Opening) -> None:
    window, _ = open_example(LEEDS)
    tree = window.findChild(QTreeView, "contentsTree")
    assert tree is not None
    workspace_of(window).go_to(DUE_3C)

    timeline = window.findChild(Timeline, "timeline")
    assert timeline is not None
    assert timeline.isVisible()
    assert timeline.picture is not None
    assert grid_of(window).model().rowCount() == 46
    assert tree.model().rowCount(tree.model().index(0, 0)) == 7


def test_overdue_is_judged_as_at_the_date_in_the_tool_bar(open_example: Opening) -> None:
    window, _ = open_example(LEEDS)

    judge_as_at(window, dt.date(2012, 3, 1))
    assert "PLN-005" not in rules_at(window, DUE_3C)

    judge_as_at(window, dt.date(2012, 7, 31))
    assert "PLN-005" in rules_at(window, DUE_3C)


def test_the_as_at_date_is_typed_whole(open_example: Opening, prompts: RecordedPrompts) -> None:
    window, _ = open_example(LEEDS)
    judge_as_at(window, dt.date(2026, 11, 22))
    field = window.findChild(QDateEdit, "asAtDate")
    assert field is not None
    field.setFocus()

    press(Qt.Key.Key_A, control=True)
    QTest.keyClicks(keyboard(), "31/02/2012")
    press(Qt.Key.Key_Return)
    assert document_of(window).as_at == dt.date(2026, 11, 22)
    assert prompts.said[0].startswith("tell: The date was not changed: “31/02/2012” is not a date.")

    press(Qt.Key.Key_Home)
    for _ in "22/11/2026":
        press(Qt.Key.Key_Delete)
    QTest.keyClicks(keyboard(), "31/07/2012")
    press(Qt.Key.Key_Return)
    assert document_of(window).as_at == dt.date(2012, 7, 31)
    assert grid_of(window).hasFocus()


def test_a_status_typed_in_the_grid_settles_the_finding_and_is_saved_alone(
    open_example: Opening, qtbot: QtBot, prompts: RecordedPrompts
) -> None:
    window, path = open_example(LEEDS)
    before = parts(path)
    judge_as_at(window, dt.date(2012, 7, 31))

    type_into(window, STATUS_3C, "COMPLETE")
    assert "PLN-005" not in rules_at(window, DUE_3C)
    with qtbot.waitSignal(document_of(window).saved):
        press(Qt.Key.Key_S, control=True)

    after = parts(path)
    changed = {name for name in before if before[name] != after[name]}
    assert prompts.said == []
    assert changed == {"xl/worksheets/sheet1.xml"}
    assert openpyxl.load_workbook(path)["Programme Plan"]["D32"].value == "COMPLETE"


def test_a_date_found_in_the_text_is_set_by_one_key_and_taken_back_by_one(open_example: Opening) -> None:
    window, _ = open_example(LEEDS)
    judge_as_at(window, dt.date(2012, 3, 1))
    findings = window.findChild(QTableView, "findingsList")
    assert findings is not None
    rows = range(findings.model().rowCount())
    row = next(row for row in rows if findings.model().index(row, 1).data() == "PLN-003")
    findings.setCurrentIndex(findings.model().index(row, 0))
    findings.setFocus()

    press(Qt.Key.Key_Return)

    assert document_of(window).text(DUE_4B) == "30/04/2012"
    assert "PLN-003" not in rules_at(window, DUE_4B)
    press(Qt.Key.Key_Z, control=True)
    assert document_of(window).text(DUE_4B) == ""
    assert "PLN-003" in rules_at(window, DUE_4B)
