"""The history of a session: every step under the name of its action, newest first, and cells put back."""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import TYPE_CHECKING

import pytest

from desktop.document.history import History, changes_of
from desktop.document.record_changes import inserted
from desktop.domain.cells import parse_cell

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.document.document import Document
    from desktop.domain.cells import CellRef


def at(address: str) -> CellRef:
    cell = parse_cell(address)
    assert cell is not None
    return cell


G3, G5 = at("Indicators!G3"), at("Indicators!G5")
NINE = dt.datetime(2012, 3, 1, 9, 0, 0)  # noqa: DTZ001 - as the officer's clock shows it


@pytest.fixture
def history(document: Document) -> History:
    minutes = count()
    return History(document, lambda: NINE + dt.timedelta(minutes=next(minutes)))


def told(history: History) -> list[tuple[str, list[tuple[object, object]]]]:
    return [(deed.label, [(one.before, one.after) for one in deed.changes]) for deed in history.deeds]


def test_each_step_is_told_with_its_action_and_time(document: Document, history: History) -> None:
    document.type_texts([(G3, "18")], "Type in G3")
    document.type_texts([(G3, "17"), (G5, "49")], "Paste 2 cells")
    assert told(history) == [("Paste 2 cells", [(18, 17), (50, 49)]), ("Type in G3", [(20, 18)])]
    assert [deed.at.minute for deed in history.deeds] == [1, 0]


def test_an_undo_and_a_redo_are_steps_too(document: Document, history: History, qtbot: QtBot) -> None:
    document.type_texts([(G3, "18")], "Type in G3")
    with qtbot.waitSignal(history.grown):
        document.undo_stack.undo()
    document.undo_stack.redo()
    assert told(history)[:2] == [("Type in G3", [(20, 18)]), ("Undo Type in G3", [(18, 20)])]


def test_moves_of_one_point_are_one_step_as_for_undo(document: Document, history: History) -> None:
    document.move_planned_point(G3, 19)
    document.move_planned_point(G3, 18)
    assert told(history) == [("Move the planned value G3", [(20, 18)])]
    document.move_planned_point(G3, 20)
    assert told(history) == []
    assert document.undo_stack.count() == 0


def test_the_same_action_again_is_another_step(document: Document, history: History) -> None:
    document.type_texts([(G3, "18")], "Type in G3")
    document.type_texts([(G3, "17")], "Type in G3")
    assert len(history.deeds) == 2


def test_what_was_done_to_one_cell(document: Document, history: History) -> None:
    document.type_texts([(G3, "17"), (G5, "49")], "Paste 2 cells")
    [deed] = history.deeds
    assert [change.after for change in changes_of(deed, G5)] == [49]
    assert changes_of(deed, at("Indicators!G4")) == ()
    assert len(changes_of(deed, None)) == 2


def test_a_cell_is_put_back_as_one_step(document: Document, history: History) -> None:
    document.type_texts([(G3, "17"), (G5, "49")], "Paste 2 cells")
    document.type_texts([(G3, "16")], "Type in G3")
    paste = history.deeds[1]
    assert history.can_put_back(paste)
    history.put_back(paste, G3)
    assert (document.text(G3), document.text(G5)) == ("20", "49")
    assert told(history)[0] == ("Put back G3", [(16, 20)])
    document.undo_stack.undo()
    assert document.text(G3) == "16"


def test_after_rows_have_moved_no_earlier_cell_is_put_back(document: Document, history: History) -> None:
    document.type_texts([(G3, "17")], "Type in G3")
    document.change_records(inserted(document.workbook, G5, below=True))
    rows, typed = history.deeds
    assert rows.rows
    assert rows.changes == ()
    assert not history.can_put_back(rows)
    assert not history.can_put_back(typed)
    document.type_texts([(G3, "16")], "Type in G3")
    assert history.can_put_back(history.deeds[0])
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert history.deeds[0].label == f"Undo {rows.action}"
    assert history.deeds[0].rows


def test_another_as_at_date_and_a_save_are_no_steps(document: Document, history: History) -> None:
    document.judge_as_at(dt.date(2013, 1, 1))
    document.undo_stack.setClean()
    document.undo_stack.clear()
    assert history.deeds == ()
