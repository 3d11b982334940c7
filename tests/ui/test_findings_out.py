"""Findings copied as a table, and written as a workbook with links to their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.document import notes
from desktop.grid.clipboard import from_clipboard
from tests.ui.conftest import AS_AT
from tests.ui.hands import document_of, settle, workspace_of

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from tests.ui.recorder import RecordedPrompts

HEADERS = ("Severity", "Rule", "Cell", "Subject", "What and what next", "Explained")


def do(window: MainWindow, action: str) -> None:
    window._actions[action].trigger()


def copied() -> tuple[tuple[str, ...], ...]:
    return from_clipboard(QGuiApplication.clipboard().text())


def test_all_that_are_shown_are_copied_as_a_table(window: MainWindow) -> None:
    document = document_of(window)
    [unknown] = [one for one in document.findings if one.rule == "IND-002"]
    notes.explain(document, [unknown], text="It comes in May", by="JS", on=AS_AT)
    do(window, "copy_findings")
    headers, *rows = copied()
    assert headers == HEADERS
    assert [row[:4] for row in rows] == [
        ("error", "TRJ-005", "Indicators!G3", "PAF A1"),
        ("error", "PLN-005", "Programme Plan!F4", "1B"),
        ("query", "IND-002", "Indicators!G4", "PAF C23"),
    ]
    assert rows[2][5] == "It comes in May (JS, 01/03/2012)"
    assert "<td" in QGuiApplication.clipboard().mimeData().html()


def test_those_selected_are_copied_alone(window: MainWindow) -> None:
    workspace_of(window).findings.step(forward=True)
    do(window, "copy_findings")
    assert [row[1] for row in copied()] == ["Rule", "TRJ-005"]


def test_the_key_for_copying_copies_in_the_list(window: MainWindow, qtbot: QtBot) -> None:
    panel = workspace_of(window).findings
    panel.step(forward=True)
    panel.focus_list()
    qtbot.keyClick(panel.keyboard, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert [row[1] for row in copied()] == ["Rule", "TRJ-005"]


def test_they_are_written_with_links(
    window: MainWindow, prompts: RecordedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    out = tmp_path / "whole-findings.xlsx"
    prompts.answers.append(out)
    do(window, "export_findings")
    settle(qtbot, window)
    assert prompts.said == [
        f"Export the findings, {out}, Excel workbooks (*.xlsx *.xlsm)",
        f"inform: Findings written: The findings were written to {out}.",
    ]
    sheet = load_workbook(out)["Findings"]
    assert [row[3].value for row in sheet.iter_rows(min_row=2)] == [
        "Indicators!G3",
        "Programme Plan!F4",
        "Indicators!G4",
    ]
    leads = sheet["D2"].hyperlink
    assert leads is not None
    assert (leads.target, leads.location) == ("whole.xlsx", "'Indicators'!G3")


def test_nothing_is_written_where_no_name_is_given_or_it_is_none(
    window: MainWindow, prompts: RecordedPrompts, tmp_path: Path
) -> None:
    prompts.answers += [None, tmp_path / "findings.xlsm"]
    do(window, "export_findings")
    do(window, "export_findings")
    assert prompts.said[-1].startswith("tell: Nothing was written: ")
    assert not list(tmp_path.glob("*findings*"))


def test_a_folder_that_is_not_there_is_told(
    window: MainWindow, prompts: RecordedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    prompts.answers.append(tmp_path / "missing" / "findings.xlsx")
    do(window, "export_findings")
    settle(qtbot, window)
    assert prompts.said[-1].startswith("tell: Nothing was written: ")
