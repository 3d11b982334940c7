"""Findings answered in the window: explained, mended, hidden, each as one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton

from desktop.domain.edits import Edit
from desktop.domain.errors import EditRefused
from desktop.domain.findings import Fix
from desktop.ui.dialogs.explain import ExplainDialog
from desktop.ui.panels.findings_panel import FindingsPanel
from tests.ui.hands import at, document_of, part, type_in, workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.document.settings import Settings
    from desktop.domain.cells import CellRef
    from desktop.ui.main_window import MainWindow
    from tests.ui.recorder import RecordedPrompts

UNKNOWN, OVERDUE, UNDATED = at("Indicators!G4"), at("Programme Plan!F4"), at("Programme Plan!F3")


def do(window: MainWindow, action: str) -> None:
    window._actions[action].trigger()


def says(text: str, by: str = "JS") -> Callable[[object], None]:
    def fill(dialog: object) -> None:
        assert isinstance(dialog, ExplainDialog)
        part(dialog, QPlainTextEdit).setPlainText(text)
        part(dialog, QLineEdit).setText(by)
        dialog.accept()

    return fill


def press(text: str) -> Callable[[object], None]:
    def fill(dialog: object) -> None:
        assert isinstance(dialog, ExplainDialog)
        [found] = [one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == text]
        found.click()

    return fill


def explained(window: MainWindow) -> dict[CellRef, str]:
    return {
        one.cell: one.explanation.text if one.explanation else ""
        for one in document_of(window).findings
        if one.explained
    }


def rules(window: MainWindow) -> list[str]:
    return [one.rule for one in document_of(window).findings]


@pytest.fixture
def undated(window: MainWindow) -> MainWindow:
    """A window on a plan with two milestones that have no due date but a date in their texts."""
    typed = {
        "D3": "Team in place by 31/10/11",
        "D4": "Panel meets by 31/05/12",
        "F3": "",
        "F4": "",
        "E3": "ONGOING",
    }
    document_of(window).type_texts(
        [(at(f"Programme Plan!{cell}"), text) for cell, text in typed.items()], "Type"
    )
    return window


def test_the_query_of_the_current_cell_is_explained(
    window: MainWindow, prompts: RecordedPrompts, settings: Settings
) -> None:
    workspace_of(window).go_to(UNKNOWN)
    prompts.hands.append(says("It comes in May"))
    do(window, "explain")
    assert prompts.said == ["ask: Explain a query"]
    assert explained(window) == {UNKNOWN: "It comes in May"}
    assert settings.initials == "JS"
    assert document_of(window).undo_stack.undoText() == "Explain query"
    document_of(window).undo_stack.undo()
    assert explained(window) == {}


def test_initials_are_remembered(window: MainWindow, prompts: RecordedPrompts, settings: Settings) -> None:
    settings.keep_initials("AB")
    workspace_of(window).go_to(UNKNOWN)
    seen = []

    def look(dialog: object) -> None:
        assert isinstance(dialog, ExplainDialog)
        seen.append(dialog.by)
        dialog.reject()

    prompts.hands.append(look)
    do(window, "explain")
    assert seen == ["AB"]
    assert explained(window) == {}


def test_the_button_explains_what_is_selected_in_the_list(
    undated: MainWindow, prompts: RecordedPrompts, qtbot: QtBot
) -> None:
    panel = workspace_of(undated).findings
    panel.focus_list()
    panel.step(forward=False)
    panel.focus_list()
    qtbot.keyClick(panel.keyboard, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    prompts.hands.append(says("Agreed with the board"))
    [button] = [one for one in panel.findChildren(QPushButton) if one.text() == "Explain…"]
    button.click()
    queries = {one.cell for one in document_of(undated).findings if one.severity.value == "query"}
    assert queries
    assert explained(undated) == dict.fromkeys(queries, "Agreed with the board")
    document_of(undated).undo_stack.undo()
    assert explained(undated) == {}


def test_an_explanation_is_void_when_the_cell_changes(window: MainWindow, prompts: RecordedPrompts) -> None:
    workspace_of(window).go_to(UNKNOWN)
    prompts.hands.append(says("It comes in May"))
    do(window, "explain")
    type_in(window, "Indicators!G4", "not known")
    assert explained(window) == {}


@pytest.mark.parametrize("way", ["menu", "dialog"])
def test_an_explanation_is_withdrawn(window: MainWindow, prompts: RecordedPrompts, way: str) -> None:
    workspace_of(window).go_to(UNKNOWN)
    prompts.hands.append(says("It comes in May"))
    do(window, "explain")
    if way == "menu":
        do(window, "withdraw")
    else:
        prompts.hands.append(press("Withdraw"))
        do(window, "explain")
    assert explained(window) == {}


@pytest.mark.parametrize(
    ("action", "cell", "said"),
    [
        ("explain", OVERDUE, "tell: Nothing to explain: Choose a query in the list"),
        ("withdraw", UNKNOWN, "tell: Nothing to withdraw: Choose an explained query"),
        ("hide_advice", OVERDUE, "tell: Nothing to hide: Choose advice in the list"),
        ("mend", OVERDUE, "tell: Nothing to mend: No change is offered here"),
        ("mend_rule", OVERDUE, "tell: Nothing to mend: No change is offered here"),
        ("mend_rule", at("Indicators!A3"), "tell: Nothing to mend: No change is offered here"),
        ("show_hidden", OVERDUE, "inform: Hidden advice: No advice is hidden"),
    ],
)
def test_what_cant_be_done_is_said(
    window: MainWindow, prompts: RecordedPrompts, action: str, cell: CellRef, said: str
) -> None:
    workspace_of(window).go_to(cell)
    do(window, action)
    [line] = prompts.said
    assert line.startswith(said)
    assert not document_of(window).dirty


def test_the_current_cell_is_mended_by_key(undated: MainWindow) -> None:
    workspace_of(undated).go_to(OVERDUE)
    steps = document_of(undated).undo_stack.count()
    do(undated, "mend")
    assert document_of(undated).text(OVERDUE)
    assert not document_of(undated).text(UNDATED)
    assert document_of(undated).undo_stack.count() == steps + 1


def test_all_of_a_rule_are_mended_as_one_step(undated: MainWindow) -> None:
    workspace_of(undated).go_to(OVERDUE)
    assert rules(undated).count("PLN-003") == 2
    do(undated, "mend_rule")
    assert "PLN-003" not in rules(undated)
    assert document_of(undated).undo_stack.undoText() == "Mend all of PLN-003"
    document_of(undated).undo_stack.undo()
    assert rules(undated).count("PLN-003") == 2


def test_several_selected_are_mended_as_one_step(undated: MainWindow, qtbot: QtBot) -> None:
    panel = workspace_of(undated).findings
    panel.focus_list()
    panel.step(forward=False)
    panel.focus_list()
    qtbot.keyClick(panel.keyboard, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    do(undated, "mend")
    assert "PLN-003" not in rules(undated)
    assert document_of(undated).undo_stack.undoText().startswith("Mend ")
    document_of(undated).undo_stack.undo()
    assert rules(undated).count("PLN-003") == 2


def test_a_change_that_contradicts_another_is_left_and_told(
    undated: MainWindow, prompts: RecordedPrompts, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = workspace_of(undated)
    found = [one for one in document_of(undated).findings if one.rule == "PLN-003"]
    edits = (Edit(cell=UNDATED, content="?"),)
    others = [replace(found[0], fix=Fix(label="Set it to ?", edits=edits)) for _ in range(2)]
    monkeypatch.setattr(FindingsPanel, "selected", (found[0], *others[:1]))
    workspace.go_to(UNDATED)
    do(undated, "mend")
    assert document_of(undated).text(UNDATED) not in {"", "?"}
    [line] = prompts.said
    assert line.startswith(
        "inform: Some were left: 1 finding was not mended: another change of the same cell"
    )
    monkeypatch.setattr(FindingsPanel, "selected", (replace(found[1], cell=UNDATED), found[0], *others))
    document_of(undated).undo_stack.undo()
    do(undated, "mend")
    assert prompts.said[-1].startswith("inform: Some were left: 2 findings were not mended")


def test_advice_is_hidden_and_shown_again(window: MainWindow, prompts: RecordedPrompts) -> None:
    type_in(window, "Indicators!F5", "50")
    advice = next(one for one in document_of(window).findings if one.severity.value == "advice")
    workspace_of(window).go_to(advice.cell)
    do(window, "hide_advice")
    assert advice not in document_of(window).findings
    do(window, "show_hidden")
    assert advice in document_of(window).findings
    assert prompts.said == []


def test_in_the_grid_the_selection_of_the_list_counts_no_more(
    window: MainWindow, prompts: RecordedPrompts
) -> None:
    workspace = workspace_of(window)
    workspace.findings.step(forward=True)
    assert workspace.findings.selected
    workspace.go_to(UNKNOWN)
    prompts.hands.append(says("It comes in May"))
    do(window, "explain")
    assert explained(window) == {UNKNOWN: "It comes in May"}


def test_what_the_document_refuses_is_told(
    window: MainWindow, prompts: RecordedPrompts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise EditRefused("The workbook is signed.")

    monkeypatch.setattr("desktop.document.notes.explain", refuse)
    workspace_of(window).go_to(UNKNOWN)
    prompts.hands.append(says("It comes in May"))
    do(window, "explain")
    assert prompts.said[-1] == "tell: Nothing was changed: The workbook is signed."
