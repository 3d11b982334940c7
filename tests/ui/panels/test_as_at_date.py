"""The as-at date: a whole date is typed at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.panels.as_at_date import AsAtDate

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NOVEMBER = QDate(2026, 11, 22)


@pytest.fixture
def field(qtbot: QtBot) -> AsAtDate:
    made = AsAtDate()
    qtbot.addWidget(made)
    made.setDate(NOVEMBER)
    made.show()
    made.setFocus()
    return made


def replace(field: AsAtDate, text: str) -> None:
    """Type over whatever there is, as an officer does."""
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("31/07/2012", QDate(2012, 7, 31)),
        ("31/7/12", QDate(2012, 7, 31)),
        ("31 July 2012", QDate(2012, 7, 31)),
        ("  31.7.2012 ", QDate(2012, 7, 31)),
        ("29/02/2012", QDate(2012, 2, 29)),
        ("July 2012", QDate(2012, 7, 31)),
    ],
)
def test_a_whole_date_is_typed_and_taken_with_enter(
    field: AsAtDate, qtbot: QtBot, typed: str, date: QDate
) -> None:
    replace(field, typed)
    assert field.date() == NOVEMBER
    assert field.lineEdit().text() == typed
    with qtbot.waitSignals([field.dateChanged, field.left]):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.date() == date
    assert field.lineEdit().text() == date.toString("dd/MM/yyyy")


def test_the_day_can_be_mended_where_it_stands(field: AsAtDate) -> None:
    QTest.mouseClick(field.lineEdit(), Qt.MouseButton.LeftButton, pos=QPoint(6, 8))
    QTest.keyClick(field, Qt.Key.Key_Home)
    for _ in range(10):
        QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, "31/07/2012")
    QTest.keyClick(field, Qt.Key.Key_Enter)
    assert field.date() == QDate(2012, 7, 31)


@pytest.mark.parametrize("typed", ["31/02/2012", "soon", "1/1/2012 or 2/1/2012", "by 1/1/2012", "1/1/1812"])
def test_what_is_no_date_is_told_and_the_old_one_stays(field: AsAtDate, qtbot: QtBot, typed: str) -> None:
    replace(field, typed)
    with qtbot.waitSignal(field.refused) as told, qtbot.assertNotEmitted(field.left):
        QTest.keyClick(field, Qt.Key.Key_Return)
    next_step = "Type the day first, such as 31/07/2012 or 31 July 2012. 22/11/2026 was kept."
    assert told.args == [f"“{typed}” is not a date. {next_step}"]
    assert field.date() == NOVEMBER
    assert field.lineEdit().text() == "22/11/2026"


def test_no_text_is_no_date(field: AsAtDate, qtbot: QtBot) -> None:
    field.lineEdit().clear()
    with qtbot.waitSignal(field.refused) as told:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[0].startswith("No date was typed.")


def test_esc_restores(field: AsAtDate, qtbot: QtBot) -> None:
    replace(field, "31/07/2012")
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.date(), field.lineEdit().text()) == (NOVEMBER, "22/11/2026")


@pytest.mark.parametrize(
    ("key", "date"),
    [
        (Qt.Key.Key_Up, QDate(2012, 8, 1)),
        (Qt.Key.Key_Down, QDate(2012, 7, 30)),
        (Qt.Key.Key_PageUp, QDate(2012, 8, 31)),
        (Qt.Key.Key_PageDown, QDate(2012, 6, 30)),
    ],
)
def test_arrows_and_page_keys_go_on_from_what_was_typed(field: AsAtDate, key: Qt.Key, date: QDate) -> None:
    replace(field, "31/07/2012")
    QTest.keyClick(field, key)
    assert field.date() == date
    assert field.lineEdit().text() == date.toString("dd/MM/yyyy")


def test_a_step_from_no_date_goes_nowhere(field: AsAtDate, qtbot: QtBot) -> None:
    replace(field, "soon")
    with qtbot.waitSignal(field.refused):
        field.stepBy(1)
    assert field.date() == NOVEMBER


@pytest.mark.parametrize(
    ("reason", "taken"),
    [(Qt.FocusReason.TabFocusReason, True), (Qt.FocusReason.ActiveWindowFocusReason, False)],
)
def test_leaving_the_field_takes_the_date_but_leaving_the_window_does_not(
    field: AsAtDate, reason: Qt.FocusReason, taken: bool
) -> None:
    replace(field, "31/07/2012")
    QApplication.sendEvent(field, QFocusEvent(QFocusEvent.Type.FocusOut, reason))
    assert (field.date() == QDate(2012, 7, 31)) is taken
    assert field.lineEdit().text() == "31/07/2012"


@pytest.mark.parametrize(
    ("reason", "selected"),
    [(Qt.FocusReason.TabFocusReason, "22/11/2026"), (Qt.FocusReason.MouseFocusReason, "")],
)
def test_coming_by_key_selects_the_date(field: AsAtDate, reason: Qt.FocusReason, selected: str) -> None:
    field.lineEdit().deselect()
    QApplication.sendEvent(field, QFocusEvent(QFocusEvent.Type.FocusIn, reason))
    assert field.lineEdit().selectedText() == selected


def test_the_wheel_leaves_it_alone(field: AsAtDate) -> None:
    none = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, none,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, event)
    assert field.date() == NOVEMBER
