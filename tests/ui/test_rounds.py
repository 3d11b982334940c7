"""The keyboard goes round the parts of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from desktop.ui.rounds import Stop, go_round
from tests.ui.hands import at, part, workspace_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow

ROUND = ["contentsTree", "grid", "chart", "findingsList", "asAtDate"]


def reached(window: MainWindow, name: str, times: int) -> list[str]:
    there = []
    for _ in range(times):
        window._actions[name].trigger()
        focused = QApplication.focusWidget()
        assert focused is not None
        there.append(focused.objectName())
    return there


def test_forward_and_back(window: MainWindow) -> None:
    workspace_of(window).go_to(at("Indicators!G3"))
    assert reached(window, "next_part", 5) == [*ROUND[2:], *ROUND[:2]]
    assert reached(window, "previous_part", 5) == [ROUND[0], *ROUND[:0:-1]]


def test_a_part_that_shows_nothing_is_passed_over(window: MainWindow) -> None:
    workspace_of(window).go_to(at("Targets!B3"))
    assert reached(window, "next_part", 2) == ["findingsList", "asAtDate"]


def test_the_cell_bar_and_the_filter_are_left_as_the_parts_they_belong_to(window: MainWindow) -> None:
    workspace_of(window).go_to(at("Indicators!G3"))
    part(window, QPlainTextEdit, "cellBar").setFocus()
    assert reached(window, "next_part", 1) == ["chart"]
    assert reached(window, "filter_findings", 1) == [""]
    assert reached(window, "next_part", 1) == ["asAtDate"]


def test_without_a_stop_nothing_happens(qtbot: QtBot) -> None:
    hidden = QWidget()
    qtbot.addWidget(hidden)
    go_round([Stop(hidden, hidden), Stop(hidden, None)], forward=True)
    assert not hidden.hasFocus()


def test_from_elsewhere_it_goes_to_the_first_or_the_last(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    lines = [QLineEdit(box) for _ in range(3)]
    with qtbot.waitActive(box):
        box.show()
        box.activateWindow()
    for forward, number in ((True, 0), (False, 1)):
        lines[2].setFocus()
        go_round([Stop(line, line) for line in lines[:2]], forward=forward)
        assert lines[number].hasFocus()
