"""Cards, targets and links in the window, each answer as one step."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPushButton

from desktop.domain.errors import EditRefused
from desktop.domain.indicators import Polarity
from desktop.ui.prompts import Prompts
from tests.made_workbooks import PLAN_HEADERS, make
from tests.ui.hands import at, document_of, type_in, workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.domain.indicators import Indicator
    from desktop.domain.notes import KeptTarget
    from desktop.ui.main_window import MainWindow
    from tests.ui.recorder import RecordedPrompts

MOVES, MILESTONE = at("Indicators!G3"), at("Programme Plan!D4")
PROMISE = "Panel meets: 7 adoptions by 31/3/01"


def do(window: MainWindow, action: str) -> None:
    window._actions[action].trigger()


def hand(*, boxes: dict[str, str] | None = None, press: str = "", **lines: str) -> Callable[[QDialog], None]:
    """Fills in a dialog's fields by their names, spaces as low lines, and presses a button."""

    def fill(dialog: QDialog) -> None:
        for name, text in (boxes or {}).items():
            [box] = [one for one in dialog.findChildren(QComboBox) if one.accessibleName() == name]
            box.setCurrentText(text)
        for name, text in lines.items():
            wanted = name.replace("_", " ")
            [line] = [one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == wanted]
            line.setText(text)
        buttons = {one.text().replace("&", ""): one for one in dialog.findChildren(QPushButton)}
        buttons[press].click()

    return fill


def moves(window: MainWindow) -> Indicator:
    return document_of(window).contents.indicators[0]


def kept(window: MainWindow) -> tuple[KeptTarget, ...]:
    return document_of(window).contents.notes.targets


def test_a_card_is_kept_as_one_step_and_reset(window: MainWindow, prompts: RecordedPrompts) -> None:
    workspace_of(window).go_to(MOVES)
    document = document_of(window)
    before = moves(window).measure
    prompts.hands.append(hand(boxes={"What is better": "Higher is better"}, press="Keep"))
    do(window, "indicator_card")
    assert moves(window).measure.polarity is Polarity.HIGHER
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert moves(window).measure == before
    document.undo_stack.redo()

    def reset(dialog: QDialog) -> None:
        buttons = {one.text().replace("&", ""): one for one in dialog.findChildren(QPushButton)}
        buttons["Reset to the library"].click()
        buttons["Keep"].click()

    prompts.hands.append(reset)
    do(window, "indicator_card")
    assert moves(window).measure == before
    assert document.undo_stack.undoText() == "Reset PAF A1 to the library"


def test_a_card_that_says_nothing_new_is_no_step(window: MainWindow, prompts: RecordedPrompts) -> None:
    workspace_of(window).go_to(MOVES)
    prompts.hands.append(hand(press="Keep"))
    do(window, "indicator_card")
    assert not document_of(window).dirty


def test_a_target_is_added_changed_and_removed(window: MainWindow, prompts: RecordedPrompts) -> None:
    workspace_of(window).go_to(MOVES)
    prompts.hands.append(hand(Value="22.5", By_when="31 March 2001", Set_by="The board", press="Add"))
    do(window, "add_target")
    [target] = kept(window)
    assert (target.indicator, target.value, target.date) == ("PAF A1", 22.5, dt.date(2001, 3, 31))
    assert "TRJ-005" in {one.rule for one in document_of(window).findings_at(at("Indicators!F3"))}
    named = {"Target": "22.5 by 31/03/2001, The board"}
    prompts.hands.append(hand(boxes=named, Value="23.5", press="Change"))
    do(window, "add_target")
    assert [one.value for one in kept(window)] == [23.5]
    assert "TRJ-005" not in {one.rule for one in document_of(window).findings_at(at("Indicators!F3"))}
    prompts.hands.append(hand(boxes={"Target": "23.5 by 31/03/2001, The board"}, press="Remove"))
    do(window, "add_target")
    assert kept(window) == ()
    assert document_of(window).undo_stack.count() == 3


def test_away_from_the_indicators_the_first_is_offered(window: MainWindow, prompts: RecordedPrompts) -> None:
    workspace_of(window).go_to(MILESTONE)
    prompts.hands.append(hand(Value="22", By_when="31/3/01", press="Add"))
    do(window, "add_target")
    assert [one.indicator for one in kept(window)] == ["PAF A1"]


def test_a_milestone_is_linked_and_unlinked(window: MainWindow, prompts: RecordedPrompts) -> None:
    type_in(window, "Programme Plan!D4", PROMISE)
    workspace_of(window).go_to(MILESTONE)
    document = document_of(window)
    prompts.hands.append(hand(press="Link"))
    do(window, "link_milestone")
    assert document.contents.milestones[1].indicator == "PAF C23"
    prompts.hands.append(hand(press="Unlink"))
    do(window, "link_milestone")
    assert document.contents.milestones[1].indicator == ""
    document.undo_stack.undo()
    assert document.contents.milestones[1].indicator == "PAF C23"
    do(window, "unlink_milestone")
    assert document.contents.milestones[1].indicator == ""
    do(window, "unlink_milestone")
    assert prompts.said[-1] == "inform: Nothing to unlink: This milestone is linked to no indicator."


@pytest.mark.parametrize(
    ("action", "cell", "said"),
    [
        ("indicator_card", MILESTONE, "tell: No indicator is chosen: Go to a row of the indicators"),
        ("link_milestone", MOVES, "tell: No milestone is chosen: Go to a milestone"),
        ("unlink_milestone", MOVES, "tell: No milestone is chosen: Go to a milestone"),
    ],
)
def test_what_is_missing_is_said(
    window: MainWindow, prompts: RecordedPrompts, action: str, cell: object, said: str
) -> None:
    workspace_of(window).go_to(cell)  # type: ignore[arg-type]
    do(window, action)
    [line] = prompts.said
    assert line.startswith(said)


def test_a_plan_without_indicators_has_nothing_to_link_to(
    open_window: Callable[[Path], MainWindow], prompts: RecordedPrompts, tmp_path: Path
) -> None:
    row = ("1. Edge of care", "A", "Panels", PROMISE, "ONGOING", "31/03/12", "", "", "A Jones")
    window = open_window(make(tmp_path / "plan.xlsx", {"Plan": (PLAN_HEADERS, row)}))
    workspace_of(window).go_to(at("Plan!D2"))
    do(window, "link_milestone")
    assert prompts.said[-1].startswith("tell: Nothing was linked: This workbook has no indicators.")
    window.checking.intents["add_target"](workspace_of(window))
    assert prompts.said[-1].startswith("tell: No target was added: This workbook has no indicators.")
    assert not window._actions["add_target"].isEnabled()


def test_what_the_document_refuses_is_told(
    window: MainWindow, prompts: RecordedPrompts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise EditRefused("The workbook is signed.")

    monkeypatch.setattr("desktop.document.notes.keep_target", refuse)
    workspace_of(window).go_to(MOVES)
    prompts.hands.append(hand(Value="22", By_when="31/3/01", press="Add"))
    do(window, "add_target")
    assert prompts.said[-1] == "tell: Nothing was changed: The workbook is signed."


def test_dialogs_open_over_the_window(window: MainWindow) -> None:
    asked: list[QDialog] = []
    answered: list[QDialog] = []

    def build(parent: object) -> QDialog:
        asked.append(QDialog(parent))  # type: ignore[arg-type]
        return asked[-1]

    prompts = Prompts(window)
    prompts.ask(build, answered.append)
    assert asked[0].isVisible()
    assert asked[0].parent() is window
    asked[0].accept()
    assert answered == asked
    prompts.ask(build, answered.append)
    asked[1].reject()
    assert len(answered) == 1
