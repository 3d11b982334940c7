"""A query is explained, a target set, a measure put right, all by keys; saved, it is all there again."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel

from desktop.cli.entry import main
from desktop.domain.cells import CellRef
from desktop.domain.indicators import Polarity
from desktop.workbook.workbook import Workbook
from tests.features.officer import document_of, grid_of, keyboard, rules_at, workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from tests.features.conftest import Opening
    from tests.ui.recorder import RecordedPrompts

_Key = Qt.Key
_NONE, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_CONTROL_SHIFT = _CONTROL | Qt.KeyboardModifier.ShiftModifier
REASON = "Two large sibling groups were placed in the autumn"
GOES_BACK = CellRef(sheet="Indicators", row=10, column=4)  # adoptions: 6.0 planned after 6.5
STABILITY = CellRef(sheet="Indicators", row=12, column=5)  # PAF D35: 62.0 planned for 31/3/02


def key(pressed: Qt.Key, hold: Qt.KeyboardModifier = _NONE) -> None:
    QTest.keyClick(keyboard(), pressed, hold)


def fields(*texts: str) -> Callable[[QDialog], None]:
    """Types into one field after the other, then presses Enter with Ctrl or without: both say yes."""

    def type_them(dialog: QDialog) -> None:
        assert QTest.qWaitForWindowActive(dialog)
        for place, text in enumerate(texts):
            if place:
                key(_Key.Key_Tab)
            QTest.keyClicks(keyboard(), text)
        key(_Key.Key_Return)

    return type_them


def lower_is_better(dialog: QDialog) -> None:
    assert QTest.qWaitForWindowActive(dialog)
    key(_Key.Key_Tab)
    box = keyboard()
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Higher is better"
    key(_Key.Key_Down)
    dialog.accept()


def ask(window: MainWindow, pressed: Qt.Key, hold: Qt.KeyboardModifier) -> None:
    """Presses a key that opens a dialog, and waits for the window to have the keyboard again."""
    key(pressed, hold)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


def saved(window: MainWindow, qtbot: QtBot) -> Workbook:
    key(_Key.Key_S, _CONTROL)
    qtbot.waitUntil(lambda: not window._tasks.busy)
    return Workbook.open(document_of(window).path)


def test_what_the_officer_says_is_kept_and_counts_everywhere(
    open_example: Opening, prompts: RecordedPrompts, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    window, path = open_example("leicester-map-2001.xlsx")
    document, workspace = document_of(window), workspace_of(window)
    while grid_of(window).current_cell != GOES_BACK:
        key(_Key.Key_F8)
    prompts.hands.append(fields(REASON, "JS"))
    ask(window, _Key.Key_E, _CONTROL_SHIFT)
    words = window.findChild(QLabel, "findingWords")
    assert words is not None
    assert f"Explained: {REASON} (JS, {dt.date.today():%d/%m/%Y})" in words.text()  # noqa: DTZ011

    workspace.go_to(STABILITY)
    prompts.hands.append(fields("65", "31/3/02", "The board", "Plan, page 4"))
    ask(window, _Key.Key_T, _CONTROL)
    assert "TRJ-005" in rules_at(window, STABILITY)
    [missed] = [one for one in document.findings_at(STABILITY) if one.rule == "TRJ-005"]
    assert missed.message.startswith("Plan, page 4 promises 65 by 31/3/02, but the plan reads 62.0 there")

    prompts.hands.append(lower_is_better)
    ask(window, _Key.Key_I, _CONTROL)
    assert "TRJ-005" not in rules_at(window, STABILITY)
    key(_Key.Key_Z, _CONTROL)
    assert "TRJ-005" in rules_at(window, STABILITY)

    again = saved(window, qtbot)
    assert [one.text for one in again.contents.notes.explanations] == [REASON]
    assert [one.value for one in again.contents.notes.targets] == [65]
    assert all(
        one.measure.polarity is not Polarity.LOWER for one in again.contents.indicators if one.row == 11
    )
    main(["check", str(path), "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    assert REASON in json.dumps(told)
