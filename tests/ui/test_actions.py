"""The table of actions: every action can be told from the others, reached by keys, and does something."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop.ui.actions import ACTIONS, TOOLBAR
from desktop.ui.appearance import Appearance
from desktop.ui.intents import intents_of
from tests.made_workbooks import UNKNOWN, make

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.ui.main_window import MainWindow


def repeated(things: object) -> list[object]:
    assert hasattr(things, "__iter__")
    return [thing for thing, number in Counter(things).items() if number > 1]


def mnemonic(text: str) -> str:
    """The letter after the ampersand; of "&&" there is none."""
    return text.replace("&&", "").partition("&")[2][:1].casefold()


def menus(window: MainWindow) -> list[QMenu]:
    return [menu for menu in window.menuBar().findChildren(QMenu) if menu.title()]


def actions(window: MainWindow) -> dict[str, QAction]:
    return window._actions


def test_ids_are_unique() -> None:
    assert repeated(action.id for action in ACTIONS) == []


def test_shortcuts_are_unique(window: MainWindow) -> None:
    sequences = [
        sequence.toString() for action in window.findChildren(QAction) for sequence in action.shortcuts()
    ]
    assert sequences
    assert repeated(sequences) == []
    assert "" not in sequences


def test_every_action_has_an_intent_and_every_intent_an_action(window: MainWindow) -> None:
    assert set(intents_of(window)) == {action.id for action in ACTIONS}


def test_the_tool_bar_holds_actions_that_there_are() -> None:
    assert {name for name in TOOLBAR if name} <= {action.id for action in ACTIONS}
    assert repeated(name for name in TOOLBAR if name) == []


def test_every_action_stands_in_a_menu_under_a_letter_of_its_own(window: MainWindow) -> None:
    for menu in menus(window):
        letters = [mnemonic(action.text()) for action in menu.actions() if not action.isSeparator()]
        assert all(letters), menu.title()
        assert repeated(letters) == [], menu.title()
    titles = [mnemonic(action.text()) for action in window.menuBar().actions()]
    assert all(titles)
    assert repeated(titles) == []


def test_without_a_workbook_only_what_needs_none_can_be_done(
    open_window: Callable[[Path | None], MainWindow],
) -> None:
    window = open_window(None)
    enabled = {name for name, action in actions(window).items() if action.isEnabled()}
    assert enabled == {action.id for action in ACTIONS if not action.needs_document}
    assert actions(window)["print_chart"].toolTip() == "Open a workbook first."
    assert actions(window)["print_chart"].statusTip() == "Open a workbook first."


def test_with_a_workbook_all_can_be_done_but_undo_what_was_not_done(window: MainWindow) -> None:
    disabled = {name for name, action in actions(window).items() if not action.isEnabled()}
    assert disabled == {"undo", "redo"}
    assert actions(window)["undo"].toolTip() == "There is nothing to undo yet."
    assert actions(window)["redo"].toolTip() == "There is nothing to redo: nothing was undone."
    assert actions(window)["print_chart"].toolTip() == "Print"


def test_without_records_there_is_nothing_to_print(
    open_window: Callable[[Path | None], MainWindow], tmp_path: Path
) -> None:
    window = open_window(make(tmp_path / "notes.xlsx", UNKNOWN))
    outputs = ("print_chart", "export_chart", "report_card", "copy_chart")
    assert not any(actions(window)[name].isEnabled() for name in outputs)
    assert actions(window)["save_as"].isEnabled()
    assert actions(window)["print_chart"].toolTip() == "This workbook has neither indicators nor milestones."
    assert actions(window)["indicator_card"].toolTip() == "This workbook has no indicators."


def test_the_appearance_that_was_chosen_is_ticked_alone(window: MainWindow) -> None:
    names = ("appearance_system", "appearance_light", "appearance_dark")
    try:
        for chosen in (*names[1:], names[0]):
            actions(window)[chosen].trigger()
            assert [name for name in names if actions(window)[name].isChecked()] == [chosen]
    finally:
        window.appear(Appearance.SYSTEM)


def test_keys_that_are_told_in_the_edit_menu_are_not_taken_from_text_fields(window: MainWindow) -> None:
    for name in ("cut", "copy", "paste", "clear", "select_all"):
        assert "\t" in actions(window)[name].text()
        assert actions(window)[name].shortcuts() == []


def test_no_intent_breaks_where_no_workbook_is_open(open_window: Callable[[Path | None], MainWindow]) -> None:
    window = open_window(None)
    needing = {action.id for action in ACTIONS if action.needs_document}
    for name, intent in intents_of(window).items():
        if name in needing:
            intent()
    assert window.document is None


def test_standard_keys_are_the_systems_own(window: MainWindow) -> None:
    keys = QKeySequence.StandardKey
    for name, key in (
        ("open", keys.Open),
        ("save", keys.Save),
        ("undo", keys.Undo),
        ("print_chart", keys.Print),
    ):
        assert actions(window)[name].shortcut() == QKeySequence(key)
