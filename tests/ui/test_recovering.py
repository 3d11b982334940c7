"""What an earlier Milepost left behind is offered, looked at, brought back or thrown away."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from desktop.document.recovery import left_behind
from desktop.document.steps import RowsChanged, RowsPutBack, UnknownStep
from desktop.domain.edits import Edit
from desktop.domain.row_edits import DeleteRows, InsertRows, MoveRows
from tests.document.journals import BEGUN, cells, change, head_of, leave
from tests.made_workbooks import WHOLE, make
from tests.ui.hands import at, document_of, type_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.document.settings import Settings
    from desktop.ui.main_window import MainWindow
    from desktop.ui.prompts import Answer
    from tests.ui.recorder import RecordedPrompts

    Open = Callable[[Path | None], MainWindow]

BRING, LOOK, THROW, LATER = range(4)
G3 = change("Indicators!G3", 20, 16)
DUE = change("Programme Plan!F3", "31/10/11", dt.date(2011, 11, 30))
QUESTION = (
    "Unsaved work: Milepost was closed before your work on whole.xlsx was saved: {cells}, begun on "
    "01/03/2012 at 14:02. The workbook lies in {folder}.{more} "
    "[&Bring them back | &Look at them first | &Throw them away | &Not now]"
)
TEXT = at("Indicators!G3")


@pytest.fixture
def folder(settings: Settings) -> Path:
    return settings.recovery_folder


def asked(folder: Path, cells: str = "1 changed cell", more: str = "") -> str:
    return QUESTION.format(folder=folder.parent, cells=cells, more=more)


def test_it_is_offered_when_the_workbook_is_opened_and_brought_back_as_one_step(
    open_window: Open, prompts: RecordedPrompts, qtbot: QtBot, folder: Path, path: Path
) -> None:
    journal = leave(folder, head_of(path), cells(G3, DUE))
    prompts.answers.append(BRING)
    window = open_window(path)
    qtbot.waitUntil(lambda: not journal.exists())
    document = document_of(window)
    assert document.text(TEXT) == "16"
    assert document.dirty
    assert prompts.said == [asked(folder, "2 changed cells")]
    assert window.files.keeping is not None
    assert window.files.keeping.path is not None  # a second sudden end loses nothing either
    document.undo_stack.undo()
    assert not document.dirty


def test_it_is_looked_at_first(
    open_window: Open, prompts: RecordedPrompts, qtbot: QtBot, folder: Path, path: Path
) -> None:
    moment = change("Programme Plan!I3", None, dt.datetime(2011, 10, 31, 9, 30))  # noqa: DTZ001 - a cell's
    journal = leave(folder, head_of(path), cells(G3, DUE, moment))
    prompts.answers += [LOOK, THROW]
    window = open_window(path)
    qtbot.waitUntil(lambda: not journal.exists())
    question = asked(folder, "3 changed cells")
    assert prompts.said == [
        question,
        "show: Unsaved work on whole.xlsx: What was changed in whole.xlsx:",
        "Indicators, G3, 20, 16",
        "Programme Plan, F3, 31/10/11, 30/11/2011",
        "Programme Plan, I3, (blank), 31/10/2011 09:30",
        question,
    ]
    assert not document_of(window).dirty


def test_not_now_keeps_it_for_the_next_start(
    open_window: Open, prompts: RecordedPrompts, qtbot: QtBot, folder: Path, path: Path
) -> None:
    leave(folder, head_of(path), cells(G3))
    prompts.answers.append(LATER)
    window = open_window(path)
    qtbot.waitUntil(lambda: not prompts.answers)
    window.recovering.offer()
    assert len(prompts.said) == 1
    assert len(left_behind(folder)) == 1


def test_a_start_without_a_workbook_opens_it(
    open_window: Open, prompts: RecordedPrompts, folder: Path, path: Path
) -> None:
    leave(folder, head_of(path), cells(G3))
    window = open_window(None)
    prompts.answers.append(BRING)
    window.recovering.offer()
    assert document_of(window).path == path
    assert document_of(window).text(TEXT) == "16"
    assert left_behind(folder) == ()


def test_what_belongs_to_another_workbook_waits_while_this_one_is_not_saved(
    open_window: Open, prompts: RecordedPrompts, folder: Path, path: Path, tmp_path: Path
) -> None:
    other = make(tmp_path / "other.xlsx", WHOLE)
    leave(folder, head_of(other, begun=BEGUN + dt.timedelta(hours=1)), cells(G3))
    window = open_window(path)
    leave(folder, head_of(path), cells(G3))
    prompts.answers.append(BRING)
    window.recovering.offer()
    assert len(prompts.said) == 1
    [left] = left_behind(folder)
    assert left.head.workbook == other


def test_two_sudden_ends_on_one_workbook_are_both_brought_back(
    open_window: Open, prompts: RecordedPrompts, folder: Path, path: Path
) -> None:
    leave(folder, head_of(path), cells(G3))
    leave(folder, head_of(path, begun=BEGUN + dt.timedelta(hours=1)), cells(DUE))
    window = open_window(None)
    prompts.answers += [BRING, BRING]
    window.recovering.offer()
    edits = document_of(window).workbook.edits
    assert {edit.cell: edit.content for edit in edits} == {G3.cell: 16, DUE.cell: dt.date(2011, 11, 30)}


def test_a_workbook_changed_since_gets_what_still_fits_and_lists_the_rest(
    open_window: Open, prompts: RecordedPrompts, qtbot: QtBot, folder: Path, path: Path
) -> None:
    crossed = change("Indicators!F3", 99, 98)
    journal = leave(folder, head_of(path), cells(G3, crossed))
    make(path, {**WHOLE, "Notes": (("Rang the school.",),)})
    prompts.answers.append(BRING)
    window = open_window(path)
    qtbot.waitUntil(lambda: not journal.exists())
    assert document_of(window).text(TEXT) == "16"
    question, shown, row = prompts.said
    assert "The workbook was saved by another program since." in question
    assert "These changes were not made: the workbook has changed there since." in shown
    assert str(journal.with_suffix(".kept")) in shown
    assert row == "Indicators, F3, 99, 98"
    assert journal.with_suffix(".kept").exists()


def test_steps_of_another_version_are_told_and_stay_on_record(
    open_window: Open, prompts: RecordedPrompts, qtbot: QtBot, folder: Path, path: Path
) -> None:
    strange = UnknownStep(shape={"kind": "pages"})
    journal = leave(folder, head_of(path), cells(G3), strange, strange)
    single = leave(folder, head_of(path, begun=BEGUN - dt.timedelta(hours=1)), strange)
    prompts.answers += [BRING, BRING]
    window = open_window(path)
    qtbot.waitUntil(lambda: not single.exists())
    assert document_of(window).text(TEXT) == "16"
    told = [words for words in prompts.said if words.startswith("tell: ")]
    assert told[0].startswith("tell: Unsaved work: 2 steps taken by another version of Milepost")
    assert told[1].startswith("tell: Unsaved work: 1 step taken")
    assert str(journal.with_suffix(".kept")) in told[0]


ROWS = RowsChanged(
    rows=(
        InsertRows(sheet="Indicators", at=4, record=True),
        MoveRows(sheet="Indicators", first=6, before=5),
        DeleteRows(sheet="Programme Plan", first=4, count=1),
        DeleteRows(sheet="Targets", first=3, count=2),
    ),
    edits=(Edit(cell=at("Indicators!B4"), content="PAF B7"),),
)
ROW_STEPS = "Unsaved work: Milepost was closed before your work on whole.xlsx was saved: {}, begun on "


def test_changed_rows_are_brought_back_with_the_cells_in_them_as_one_step(
    open_window: Open, prompts: RecordedPrompts, qtbot: QtBot, folder: Path, path: Path
) -> None:
    undone = RowsChanged(rows=(DeleteRows(sheet="Indicators", first=3),), edits=())
    journal = leave(
        folder,
        head_of(path),
        cells(G3),
        undone,
        RowsPutBack(),
        ROWS,
        cells(change("Indicators!G4", None, 7)),
    )
    prompts.answers += [LOOK, BRING]
    window = open_window(path)
    qtbot.waitUntil(lambda: not journal.exists())
    document = document_of(window)
    texts = {a: document.text(at(f"Indicators!{a}")) for a in ("B3", "G3", "B4", "G4", "B5", "B6")}
    assert texts == {"B3": "PAF A1", "G3": "16", "B4": "PAF B7", "G4": "7", "B5": "QP 9", "B6": "PAF C23"}
    assert prompts.said[0].startswith(ROW_STEPS.format("5 steps, changed rows among them"))
    assert prompts.said[2:-1] == [
        "Indicators, G3, 20, 16",
        "Indicators, , , 1 row deleted from row 3 on",
        ", , , the last change of rows was undone",
        "Indicators, , , 1 row inserted before row 4",
        "Indicators, , , 1 row from row 6 on moved before row 5",
        "Programme Plan, , , 1 row deleted from row 4 on",
        "Targets, , , 2 rows deleted from row 3 on",
        "Indicators, B4, , PAF B7",
        "Indicators, G4, (blank), 7",
    ]
    document.undo_stack.undo()
    assert not document.dirty


def test_changed_rows_are_not_made_in_another_version_of_the_file(
    open_window: Open, prompts: RecordedPrompts, qtbot: QtBot, folder: Path, path: Path
) -> None:
    journal = leave(folder, head_of(path), cells(G3), ROWS)
    make(path, {**WHOLE, "Notes": (("Rang the school.",),)})
    prompts.answers.append(BRING)
    window = open_window(path)
    qtbot.waitUntil(lambda: not journal.exists())
    assert document_of(window).text(TEXT) == "16"
    assert prompts.said[1].startswith("show: Unsaved work on whole.xlsx: These changes were not made: ")
    assert prompts.said[2] == "Indicators, , , 1 row inserted before row 4"
    assert journal.with_suffix(".kept").exists()


def test_rows_that_were_put_back_past_a_save_are_listed(
    open_window: Open, prompts: RecordedPrompts, qtbot: QtBot, folder: Path, path: Path
) -> None:
    journal = leave(folder, head_of(path), RowsPutBack())
    prompts.answers.append(BRING)
    window = open_window(path)
    qtbot.waitUntil(lambda: not journal.exists())
    assert not document_of(window).dirty
    assert prompts.said[0].startswith(ROW_STEPS.format("1 step, changed rows among them"))
    assert prompts.said[-1] == ", , , the last change of rows was undone"


def test_changed_rows_wait_while_the_workbook_has_unsaved_changes(
    open_window: Open, prompts: RecordedPrompts, folder: Path, path: Path
) -> None:
    window = open_window(path)
    type_in(window, "Indicators!G3", "15")
    leave(folder, head_of(path), ROWS)
    window.recovering.offer()
    assert prompts.said == []
    assert len(left_behind(folder)) == 1


def test_a_workbook_that_is_gone_is_said_and_nothing_is_lost(
    open_window: Open, prompts: RecordedPrompts, folder: Path, path: Path
) -> None:
    leave(folder, head_of(path), cells(G3))
    path.unlink()
    window = open_window(None)
    prompts.answers.append(BRING)
    window.recovering.offer()
    question, told = prompts.said
    assert "The workbook is not there now. Put it back, or connect its drive" in question
    assert told.startswith("tell: Nothing was brought back: whole.xlsx is not there.")
    assert told.endswith("Your changes are kept and will be offered again.")
    assert len(left_behind(folder)) == 1


def test_what_stands_there_already_is_no_change(
    open_window: Open, prompts: RecordedPrompts, qtbot: QtBot, folder: Path, path: Path
) -> None:
    journal = leave(folder, head_of(path), cells(change("Indicators!G3", 19, 20)))
    prompts.answers.append(BRING)
    window = open_window(path)
    qtbot.waitUntil(lambda: not journal.exists())
    assert not document_of(window).dirty


def test_a_question_that_stands_is_not_asked_again(
    open_window: Open,
    prompts: RecordedPrompts,
    folder: Path,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    leave(folder, head_of(path), cells(G3))
    window = open_window(None)

    def answer(question: str) -> Answer | Path | int | None:
        prompts.said.append(question)
        window.recovering.offer()  # as an event would while the question stands
        return LATER

    monkeypatch.setattr(prompts, "_answer", answer)
    window.recovering.offer()
    assert len(prompts.said) == 1


def test_while_the_new_journal_cannot_be_written_the_old_one_stays(
    open_window: Open,
    prompts: RecordedPrompts,
    folder: Path,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    journal = leave(folder, head_of(path), cells(G3))
    window = open_window(None)
    monkeypatch.setattr("desktop.document.keeping.Session.begin", lambda _: False)
    prompts.answers.append(BRING)
    window.recovering.offer()
    assert document_of(window).text(TEXT) == "16"
    assert journal.exists()


def test_a_closed_workbook_leaves_nothing_to_offer(window: MainWindow, folder: Path) -> None:
    type_in(window, "Indicators!G3", "16")
    assert list(folder.glob("*.journal"))
    document_of(window).undo_stack.setClean()
    window.files.close()
    assert list(folder.iterdir()) == []
