"""Unsure tables are asked of once; what was said is remembered, and forgotten on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog, QWidget

from desktop.document.mappings_store import MappingsStore
from desktop.domain.tables import TableKind
from desktop.ui.dialogs.mapping import MappingDialog
from desktop.ui.prompts import Prompts
from desktop.workbook.candidates import unsure
from desktop.workbook.mappings import NO_MAPPINGS, NOT_A_TABLE, ColumnMapping
from tests.made_workbooks import WHOLE, make
from tests.ui.hands import at, document_of, workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.document.settings import Settings
    from desktop.ui.main_window import MainWindow
    from tests.ui.recorder import RecordedPrompts

STRANGE = {
    "Work": (
        ("Strand", "Deliverables", "Status", "By when"),
        ("1. Edge of care", "Team in place", "COMPLETE", "30/09/11"),
    )
}
ASKED = "columns of Work, row 1"
MAPPING = ColumnMapping(
    kind=TableKind.PLAN, fields=((0, "strand"), (1, "milestone"), (2, "status"), (3, "due"))
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "whole.xlsx", {**WHOLE, **STRANGE})


@pytest.fixture
def asked_window(
    open_window: Callable[[Path | None], MainWindow], path: Path, prompts: RecordedPrompts, qtbot: QtBot
) -> Callable[[ColumnMapping | None], MainWindow]:
    def build(answer: ColumnMapping | None) -> MainWindow:
        prompts.answers.append(answer)
        window = open_window(path)
        qtbot.waitUntil(lambda: ASKED in prompts.said)
        return window

    return build


def tables(window: MainWindow) -> list[str]:
    return [table.id for table in document_of(window).contents.tables]


def test_an_answer_is_taken_and_remembered(
    asked_window: Callable[[ColumnMapping | None], MainWindow], settings: Settings, path: Path, qtbot: QtBot
) -> None:
    window = asked_window(MAPPING)
    assert "Work!1" in tables(window)
    assert not document_of(window).dirty
    assert settings.mappings.read().known[0][1] == MAPPING
    window.files.open_now(path)
    qtbot.wait(1)
    assert "Work!1" in tables(window)


def test_what_is_put_off_is_not_asked_again(
    asked_window: Callable[[ColumnMapping | None], MainWindow],
    settings: Settings,
    prompts: RecordedPrompts,
    path: Path,
) -> None:
    window = asked_window(None)
    window.files.open_now(path)
    window.columns.ask()
    assert prompts.said.count(ASKED) == 1
    assert settings.mappings.read().known == ()
    assert "Work!1" not in tables(window)


def test_the_columns_of_the_shown_table_can_be_said_and_forgotten(
    asked_window: Callable[[ColumnMapping | None], MainWindow], prompts: RecordedPrompts, settings: Settings
) -> None:
    window = asked_window(MAPPING)
    workspace_of(window).go_to(at("Work!B2"))
    prompts.answers.append(NOT_A_TABLE)
    window._actions["columns"].trigger()
    assert "Work!1" not in tables(window)
    workspace_of(window).show_sheet("Work")
    window._actions["forget_columns"].trigger()
    assert settings.mappings.read().known == ()
    assert "Work, row 1" in document_of(window).contents.problems[0].message
    window._actions["forget_columns"].trigger()
    assert prompts.said[-1] == (
        "inform: Columns of a table: Nothing was said of this table's columns: their headers tell."
    )


def test_an_empty_row_heads_nothing(
    asked_window: Callable[[ColumnMapping | None], MainWindow], prompts: RecordedPrompts
) -> None:
    window = asked_window(None)
    document_of(window).type_texts([(at("Work!A6"), "A note")], "Type")
    workspace_of(window).show_sheet("Work")
    workspace_of(window).grid.go_to(at("Work!A4"))
    window._actions["columns"].trigger()
    assert prompts.said[-1].startswith("tell: Columns of a table: Go to the row that names the columns")


def test_what_could_not_be_remembered_is_told(
    asked_window: Callable[[ColumnMapping | None], MainWindow],
    prompts: RecordedPrompts,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(MappingsStore, "write", lambda *_: False)
    window = asked_window(MAPPING)
    assert "Work!1" in tables(window)
    assert prompts.said[-1].startswith("tell: Columns of a table: The columns are read as you said, but")


def test_a_question_waits_for_the_one_on_the_screen(
    open_window: Callable[[Path | None], MainWindow], path: Path, prompts: RecordedPrompts, qtbot: QtBot
) -> None:
    window = open_window(None)
    other = QDialog(window)
    other.setModal(True)
    other.show()
    window.files.open_now(path)
    window.columns.ask()
    assert ASKED not in prompts.said
    prompts.answers.append(None)
    other.close()
    other.deleteLater()
    qtbot.waitUntil(lambda: ASKED in prompts.said)


def test_undoing_a_change_of_rows_keeps_what_was_said(
    asked_window: Callable[[ColumnMapping | None], MainWindow],
) -> None:
    window = asked_window(MAPPING)
    document = document_of(window)
    document._put_back(document.workbook.with_mappings(NO_MAPPINGS))
    assert "Work!1" in tables(window)


def test_the_question_that_is_really_asked(qtbot: QtBot, path: Path) -> None:
    from desktop.workbook.workbook import Workbook

    parent = QWidget()
    qtbot.addWidget(parent)
    heard: list[ColumnMapping | None] = []
    sheet = Workbook.open(path).sheets["Work"]
    Prompts(parent).map_columns(sheet, unsure(sheet)[0], heard.append)
    [dialog] = parent.findChildren(MappingDialog)
    assert dialog.isVisible()
    dialog.reject()
    assert heard == [None]
