"""A table that is brought in becomes a workbook of its own, which is then open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.ui.dialogs.import_text import ImportText
from desktop.ui.prompts import Prompts
from tests.ui.hands import document_of, settle

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from desktop.workbook.text_tables import Rows
    from tests.ui.recorder import RecordedPrompts

ROWS = (("Key milestone", "Status", "By when"), ("Panel meets", "ONGOING", "31/03/12"))


def test_it_is_written_under_the_chosen_name_and_opened(
    window: MainWindow, prompts: RecordedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    prompts.brought = ROWS
    prompts.answers.append(tmp_path / "brought")
    window._actions["bring_table"].trigger()
    settle(qtbot, window)
    assert document_of(window).path == tmp_path / "brought.xlsx"
    [milestone] = document_of(window).contents.milestones
    assert milestone.text == "Panel meets"
    assert milestone.due.raw == "31/03/12"


def test_changing_ones_mind_makes_nothing(
    window: MainWindow, prompts: RecordedPrompts, tmp_path: Path
) -> None:
    before = set(tmp_path.iterdir())
    window._actions["bring_table"].trigger()
    prompts.brought = ROWS
    prompts.answers.append(None)
    window._actions["bring_table"].trigger()
    assert set(tmp_path.iterdir()) == before


def test_a_folder_that_is_gone_is_told(window: MainWindow, prompts: RecordedPrompts, tmp_path: Path) -> None:
    prompts.brought = ROWS
    prompts.answers.append(tmp_path / "nowhere" / "brought.xlsx")
    window._actions["bring_table"].trigger()
    assert prompts.said[-1].startswith("tell: The table was not brought in: brought.xlsx")


def test_the_question_that_is_really_asked(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    heard: list[Rows | None] = []
    QGuiApplication.clipboard().setText("Code\tValue\nPAF A1\t23")
    prompts = Prompts(parent)
    for leave in (ImportText.accept, ImportText.reject):
        prompts.bring_table(tmp_path, heard.append)
        leave(parent.findChildren(ImportText)[-1])
    QGuiApplication.clipboard().clear()
    assert heard == [(("Code", "Value"), ("PAF A1", "23")), None]
    for chosen, path in ((str(tmp_path), tmp_path), ("", None)):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, chosen=chosen: (chosen, ""))
        assert prompts.text_path(tmp_path) == path
