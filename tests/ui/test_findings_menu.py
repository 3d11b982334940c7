"""The menu of a finding says by name what each entry would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from desktop.document import notes
from desktop.ui.findings_menu import FindingsMenu
from tests.ui.conftest import AS_AT
from tests.ui.hands import at, document_of, part, type_in, workspace_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow

ALWAYS = ["", "Copy", "Export the findings…"]


@pytest.fixture
def undated(window: MainWindow) -> MainWindow:
    """A window on a plan with two milestones that have no due date but a date in their texts."""
    for cell, text in {"D3": "Team by 31/10/11", "D4": "Panel by 31/05/12", "F3": "", "F4": ""}.items():
        type_in(window, f"Programme Plan!{cell}", text)
    type_in(window, "Programme Plan!E3", "ONGOING")
    return window


def opened(window: MainWindow) -> list[str]:
    """The entries of the menu, opened by its key over the list."""
    keyboard = workspace_of(window).findings.keyboard
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(keyboard.viewport(), event)  # type: ignore[attr-defined]
    menu = part(window, FindingsMenu)
    entries = [action.text().replace("&", "") for action in menu.actions()]
    menu.close()
    return entries


def select(window: MainWindow, *rules: str) -> None:
    panel = workspace_of(window).findings
    while not panel.selected or panel.selected[0].rule not in rules:
        panel.step(forward=True)


def test_without_a_selection_the_list_can_be_copied(window: MainWindow) -> None:
    assert opened(window) == ALWAYS


def test_an_error_can_only_be_mended(window: MainWindow) -> None:
    select(window, "TRJ-005")
    assert opened(window) == ALWAYS


def test_a_query_that_can_be_mended(undated: MainWindow) -> None:
    select(undated, "PLN-003")
    [fix, *others] = opened(undated)
    finding = workspace_of(undated).findings.selected[0]
    assert finding.fix is not None
    assert fix == f"Mend: {finding.fix.label}"
    assert others == ["Mend all 2 of PLN-003", "Explain…", *ALWAYS]


def test_several_are_mended_together(undated: MainWindow, qtbot: QtBot) -> None:
    panel = workspace_of(undated).findings
    select(undated, "PLN-003")
    panel.focus_list()
    qtbot.keyClick(panel.keyboard, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert opened(undated)[0].startswith("Mend: these ")


def test_what_is_explained_can_be_withdrawn(window: MainWindow) -> None:
    document = document_of(window)
    [unknown] = [one for one in document.findings if one.rule == "IND-002"]
    notes.explain(document, [unknown], text="It comes in May", by="JS", on=AS_AT)
    select(window, "IND-002")
    assert opened(window) == ["Explain…", "Withdraw the explanation", *ALWAYS]


def test_advice_can_be_hidden(window: MainWindow) -> None:
    type_in(window, "Indicators!F5", "50")
    advice = next(one for one in document_of(window).findings if one.severity.value == "advice")
    select(window, advice.rule)
    assert "Hide this advice" in opened(window)


def test_an_entry_does_what_it_says_and_shows_its_key(undated: MainWindow) -> None:
    select(undated, "PLN-003")
    opened(undated)
    menu = part(undated, FindingsMenu)
    entries = {action.text().replace("&", ""): action for action in menu.actions()}
    assert entries["Explain…"].shortcut().toString() == "Ctrl+Shift+E"
    entries["Mend all 2 of PLN-003"].trigger()
    assert document_of(undated).text(at("Programme Plan!F3"))
    assert document_of(undated).text(at("Programme Plan!F4"))
