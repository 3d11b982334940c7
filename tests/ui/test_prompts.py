"""The questions that are really asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from desktop.ui.dialogs.row_list import RowList
from desktop.ui.prompts import WORKBOOKS, Answer, Prompts

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

_Button = QMessageBox.StandardButton


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def replaced(
    monkeypatch: pytest.MonkeyPatch, owner: type, name: str, answer: object
) -> list[tuple[object, ...]]:
    asked: list[tuple[object, ...]] = []

    def ask(*arguments: object) -> object:
        asked.append(arguments)
        return answer

    monkeypatch.setattr(owner, name, ask)
    return asked


@pytest.mark.parametrize(
    ("name", "speak"),
    [
        ("warning", lambda prompts: prompts.tell("Not saved", "The disk is full.")),
        ("information", lambda prompts: prompts.inform("Not saved", "The disk is full.")),
    ],
)
def test_it_speaks_over_its_window(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, name: str, speak: Callable[[Prompts], None]
) -> None:
    said = replaced(monkeypatch, QMessageBox, name, _Button.Ok)
    speak(Prompts(parent))
    assert said == [(parent, "Not saved", "The disk is full.")]


@pytest.mark.parametrize(
    ("button", "answer"),
    [
        (_Button.Save, Answer.SAVE),
        (_Button.Discard, Answer.DISCARD),
        (_Button.Cancel, Answer.CANCEL),
        (_Button.NoButton, Answer.CANCEL),
    ],
)
def test_unsaved_changes(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, button: QMessageBox.StandardButton, answer: Answer
) -> None:
    asked = replaced(monkeypatch, QMessageBox, "question", button)
    assert Prompts(parent).save_changes("plan.xlsx") is answer
    [(_, _, words, buttons, preset)] = asked
    assert words == "plan.xlsx has changes that are not saved. Save them before closing?"
    assert buttons == _Button.Save | _Button.Discard | _Button.Cancel
    assert preset == _Button.Save


def test_which_workbook_to_open(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = replaced(monkeypatch, QFileDialog, "getOpenFileName", ("/plans/plan.xlsx", WORKBOOKS))
    assert Prompts(parent).open_path(Path("/plans")) == Path("/plans/plan.xlsx")
    assert asked == [(parent, "Open a workbook", str(Path("/plans")), WORKBOOKS)]
    replaced(monkeypatch, QFileDialog, "getOpenFileName", ("", ""))
    assert Prompts(parent).open_path(Path("/plans")) is None


def test_where_to_write(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = replaced(monkeypatch, QFileDialog, "getSaveFileName", ("/plans/a.pdf", "PDF (*.pdf)"))
    kinds = ("PDF (*.pdf)", "SVG (*.svg)")
    assert Prompts(parent).save_path("Export", Path("/plans/a.pdf"), kinds) == Path("/plans/a.pdf")
    assert asked == [(parent, "Export", str(Path("/plans/a.pdf")), "PDF (*.pdf);;SVG (*.svg)")]
    replaced(monkeypatch, QFileDialog, "getSaveFileName", ("", ""))
    assert Prompts(parent).save_path("Export", Path("/plans/a.pdf"), kinds) is None


@pytest.mark.parametrize(
    ("press", "chosen"),
    [
        (lambda box: box.buttons()[1].click(), 1),
        (lambda box: QTest.keyClick(box, Qt.Key.Key_Return), 0),
        (lambda box: QTest.keyClick(box, Qt.Key.Key_Escape), 2),
    ],
)
def test_one_of_several_ways(parent: QWidget, press: Callable[[QMessageBox], None], chosen: int) -> None:
    shown: list[tuple[str, ...]] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        shown.append((box.text(), *(button.text() for button in box.buttons())))
        press(box)

    QTimer.singleShot(0, answer)
    choices = ("&Bring them back", "&Throw them away", "&Not now")
    assert Prompts(parent).choose("Unsaved work", "3 changed cells.", choices) == chosen
    assert shown == [("3 changed cells.", *choices)]


def test_a_list_is_shown_until_it_is_closed(parent: QWidget) -> None:
    shown: list[str] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RowList)
        shown.append(dialog.windowTitle())
        dialog.reject()

    QTimer.singleShot(0, close)
    Prompts(parent).show_rows("Compare", "What differs:", ("Cell",), [("G3",)])
    assert shown == ["Compare"]
