"""The list of a column's words, by Alt and the arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.cells import CellRef
from desktop.grid.choice_list import ChoiceList
from desktop.grid.choices import choices
from tests.grid.hands import at, go_plan, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.document.document import Document
    from desktop.grid.view import GridView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)")

_Key, _ALT = Qt.Key, Qt.KeyboardModifier.AltModifier
STATUS, MILESTONE, IMPACT = 3, 2, 5


def opened(view: GridView) -> ChoiceList:
    press(view, _Key.Key_Down, hold=_ALT)
    found = view.findChild(ChoiceList)
    assert found is not None
    return found


def words_of(view: GridView, column: int) -> tuple[str, ...]:
    assert view.table_model is not None
    return choices(view.table_model, column)


def test_a_status_has_the_words_of_the_plan_and_those_still_unused(plan: GridView) -> None:
    words = words_of(plan, STATUS)
    assert {"COMPLETE", "ON TRACK", "CANCELLED", "NOT STARTED"} <= set(words)
    assert list(words) == sorted(words, key=str.casefold)


def test_unused_words_are_written_as_the_others(plan: GridView, leeds: Document) -> None:
    rows = [record.row for record in plan.records]
    cells = [CellRef(sheet="Programme Plan", row=row, column=4) for row in rows]
    leeds.type_texts([(cell, "") for cell in cells], "Clear")
    assert "Complete" in words_of(plan, STATUS)
    leeds.type_texts([(cell, "Done") for cell in cells], "Type")
    assert {"Done", "Delayed"} <= set(words_of(plan, STATUS))
    assert "Complete" not in words_of(plan, STATUS)


def test_numbers_and_long_texts_are_no_words(plan: GridView, indicators: GridView) -> None:
    assert all(len(word) <= 60 for word in words_of(plan, IMPACT))
    assert words_of(indicators, 4) == ()


def test_too_many_words_are_no_list(plan: GridView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.grid.choices._MOST", 1)
    assert words_of(plan, STATUS) == ()


@pytest.mark.parametrize("takes", [_Key.Key_Return, _Key.Key_Enter, _Key.Key_Tab, _Key.Key_F4])
def test_letters_and_a_key_choose_in_one_step(plan: GridView, leeds: Document, takes: Qt.Key) -> None:
    go_plan(plan, "D6")
    words = opened(plan)
    assert words.currentItem().text() == "ON TRACK"
    assert words.accessibleName() == "Status"
    QTest.keyClicks(words, "del")
    press(words, takes)
    assert plan.currentIndex().data() == "DELAYED"
    assert at(plan) == "D6"
    assert leeds.undo_stack.count() == 1
    leeds.undo_stack.undo()
    assert plan.currentIndex().data() == "ON TRACK"


@pytest.mark.parametrize(("key", "hold"), [(_Key.Key_Escape, None), (_Key.Key_Up, _ALT)])
def test_escape_leaves_the_cell_as_it_was(
    plan: GridView, leeds: Document, key: Qt.Key, hold: Qt.KeyboardModifier | None
) -> None:
    go_plan(plan, "D6")
    words = opened(plan)
    press(words, _Key.Key_Down)
    press(words, key, hold=hold or Qt.KeyboardModifier.NoModifier)
    assert not words.isVisible()
    assert not leeds.dirty


def test_a_click_chooses(plan: GridView) -> None:
    go_plan(plan, "D6")
    words = opened(plan)
    place = words.visualItemRect(words.item(0)).center()
    first = words.item(0).text()
    QTest.mouseClick(words.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert plan.currentIndex().data() == first


def test_the_list_stays_on_the_screen(plan: GridView) -> None:
    screen = QApplication.primaryScreen().availableGeometry()
    words = ChoiceList(plan, ["one"] * 30, "two", "Words")
    plan.move(screen.right() - 50, screen.bottom() - 60)
    words.drop(QRect(10, 40, 120, 20))
    assert screen.contains(words.geometry())
    assert words.currentRow() == 0
    words.close()


def test_a_column_without_a_list_says_so(plan: GridView, indicators: GridView, qtbot: QtBot) -> None:
    indicators.choose(indicators.model().index(0, 4))
    with qtbot.waitSignal(indicators.told) as said:
        press(indicators, _Key.Key_Down, hold=_ALT)
    assert said.args == ["This column has no list of words to choose from."]
