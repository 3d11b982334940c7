"""What is told of the grid's keys: each is taken, and none that is taken goes untold."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop.grid import keys
from desktop.grid.key_words import EDITOR_KEYS, GRID_KEYS
from desktop.grid.navigation import Field, destination
from desktop.ui.actions import ACTIONS

FIELD = Field(rows=9, columns=9, page=3, across=3, filled=lambda _row, _column: True)
TOLD_IN_MENUS = {QKeySequence(text) for action in ACTIONS if (text := action.text.partition("\t")[2])}


def pressed(text: str) -> QKeyEvent:
    stroke = stroke_of(text)
    return QKeyEvent(QEvent.Type.KeyPress, stroke.key(), stroke.keyboardModifiers())


def stroke_of(text: str) -> QKeyCombination:
    stroke = QKeySequence(text)[0]  # type: ignore[index] # Qt's own sequence has this
    assert isinstance(stroke, QKeyCombination)
    return stroke


@pytest.mark.parametrize("text", [text for words in GRID_KEYS for text in words.keys])
def test_a_key_that_is_told_is_taken(text: str) -> None:
    event = pressed(text)
    led = destination(FIELD, (4, 4), event.key(), event.modifiers())
    assert led not in {None, (4, 4)} or keys.command_of(event) or keys.step_of(event)


def test_every_command_key_is_told() -> None:
    told = TOLD_IN_MENUS | {QKeySequence(text) for words in GRID_KEYS for text in words.keys}
    for key, modifiers in keys._COMMANDS:
        assert QKeySequence(int(key) | int(modifiers.value)) in told, (key, modifiers)


def test_every_key_is_written_as_qt_reads_it() -> None:
    for words in (*GRID_KEYS, *EDITOR_KEYS):
        for text in words.keys:
            assert stroke_of(text).key() is not Qt.Key.Key_unknown, text
