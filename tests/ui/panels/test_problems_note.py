"""What could not be used of a workbook is said in the window."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtWidgets import QLabel, QTableView, QVBoxLayout, QWidget

from desktop.document.record_changes import RecordChange
from desktop.domain.cells import CellRef
from desktop.domain.contents import Problem
from desktop.domain.row_edits import DeleteRows
from desktop.ui.panels.problems_note import ProblemsNote
from desktop.workbook.workbook import Workbook
from tests.made_workbooks import UNKNOWN, make
from tests.ui.hands import document_of, part, workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.document.document import Document
    from desktop.ui.main_window import MainWindow

AS_AT = dt.date(2012, 3, 1)


def test_a_workbook_without_tables_says_so_in_place_of_the_grid(
    open_window: Callable[[Path | None], MainWindow], tmp_path: Path
) -> None:
    window = open_window(make(tmp_path / "notes.xlsx", UNKNOWN))
    note = part(window, QLabel, "problems")
    assert note.isVisible()
    [problem] = document_of(window).contents.problems
    assert note.text() == problem.message
    assert not workspace_of(window).grid.isVisible()


def test_where_all_could_be_used_nothing_is_said(window: MainWindow) -> None:
    assert not part(window, QLabel, "problems").isVisible()
    assert workspace_of(window).grid.isVisible()


@pytest.mark.parametrize(
    ("problems", "text"),
    [
        ((("Plan", "A column is missing."),), "Plan: A column is missing."),
        ((("Plan", "Plan has no header."),), "Plan has no header."),
        ((("", "One."), ("", "Two."), ("", "Three.")), "One. (and 2 more)"),
    ],
)
def test_beside_tables_it_is_a_line(
    document: Document,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    problems: tuple[tuple[str, str], ...],
    text: str,
) -> None:
    told = tuple(Problem(sheet=sheet, message=message) for sheet, message in problems)
    contents = replace(document.contents, problems=told)
    monkeypatch.setattr(Workbook, "contents", contents)
    note = ProblemsNote(document)
    qtbot.addWidget(note)
    assert note.text() == text
    assert note.toolTip().count("\n") == len(problems) - 1


def test_it_is_as_high_as_its_words(
    document: Document, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "The headers look like a plan, but no column of milestones or actions was found. " * 2
    told = replace(document.contents, problems=(Problem(sheet="", message=words),))
    monkeypatch.setattr(Workbook, "contents", told)
    page = QWidget()
    qtbot.addWidget(page)
    note = ProblemsNote(document)
    column = QVBoxLayout(page)
    column.addWidget(note)
    column.addWidget(QTableView(), stretch=1)
    page.resize(900, 400)
    page.show()
    assert 2 * note.fontMetrics().height() < note.height() < 4 * note.fontMetrics().height()


def test_hidden_rows_are_told_until_they_are_gone(
    open_window: Callable[[Path | None], MainWindow], tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Plan"
    for row in (("Action", "Lead", "By when"), ("Write to all", "JS", "1/4/12"), ("Meet", "AB", "1/5/12")):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    book.save(tmp_path / "plan.xlsx")
    window = open_window(tmp_path / "plan.xlsx")
    note = part(window, QLabel, "problems")
    assert note.text() == "Row 3 of Plan is hidden in the workbook; Milepost shows it."
    document = document_of(window)
    document.type_texts([(CellRef(sheet="Plan", row=2, column=2), "KL")], "Type")
    assert note.isVisible()
    gone = DeleteRows(sheet="Plan", first=3)
    document.change_records(
        RecordChange(rows=(gone,), edits=(), cell=CellRef(sheet="Plan", row=2, column=1), label="Delete")
    )
    assert not note.isVisible()
