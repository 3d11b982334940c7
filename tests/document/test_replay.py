"""Steps that change rows, made again as one change that comes to the same, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.document import replay as replays
from desktop.document.record_changes import changed_records
from desktop.document.replay import replay
from desktop.document.steps import RowsChanged, RowsPutBack, UnknownStep
from desktop.domain.edits import Edit
from desktop.domain.row_edits import DeleteRows, InsertRows, MoveRows
from desktop.workbook.workbook import Workbook
from tests.document.journals import cells, change
from tests.made_workbooks import WHOLE

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.document.steps import Step

G3 = change("Indicators!G3", 20, 16)
LAST = WHOLE["Indicators"][4][6]
COPY = RowsChanged(rows=(InsertRows(sheet="Indicators", at=4, record=True, filled=True),), edits=())
DELETE = RowsChanged(rows=(DeleteRows(sheet="Indicators", first=3),), edits=())
MOVE = RowsChanged(rows=(MoveRows(sheet="Indicators", first=5, before=3),), edits=())


def column(workbook: Workbook, letters: str) -> list[str]:
    sheet = workbook.sheets["Indicators"]
    return [sheet.text(row, ord(letters) - ord("A") + 1) for row in range(3, sheet.height + 1)]


@pytest.mark.parametrize(
    ("steps", "codes", "planned"),
    [
        ((), ["PAF A1", "PAF C23", "QP 9"], ["20", "?", LAST]),
        ((cells(G3), COPY), ["PAF A1", "PAF A1", "PAF C23", "QP 9"], ["16", "16", "?", LAST]),
        ((cells(G3), MOVE), ["QP 9", "PAF A1", "PAF C23"], [LAST, "16", "?"]),
        ((cells(G3), DELETE), ["PAF C23", "QP 9"], ["?", LAST]),
        ((DELETE, cells(change("Indicators!G3", "?", 5))), ["PAF C23", "QP 9"], ["5", LAST]),
        (
            (cells(G3), DELETE, MOVE, RowsPutBack(), RowsPutBack()),
            ["PAF A1", "PAF C23", "QP 9"],
            ["16", "?", LAST],
        ),
    ],
)
def test_it_comes_to_the_same(
    path: Path, steps: tuple[Step, ...], codes: list[str], planned: list[object]
) -> None:
    workbook = Workbook.open(path)
    made = replay(steps, workbook, "Again")
    assert made is not None
    assert made.label == "Again"
    after = changed_records(workbook, made)
    assert (column(after, "B"), column(after, "G")) == (codes, [str(one) for one in planned])


def test_the_cell_to_go_to_lies_in_what_was_changed(path: Path) -> None:
    workbook = Workbook.open(path)
    edited, moved = replay((cells(G3), MOVE), workbook, ""), replay((MOVE,), workbook, "")
    assert edited is not None
    assert str(edited.cell) == "Indicators!G4"
    assert moved is not None
    assert moved.cell.sheet == "Indicators"


@pytest.mark.parametrize(
    "steps",
    [
        (RowsPutBack(),),
        (UnknownStep(shape={}),),
        (RowsChanged(rows=(DeleteRows(sheet="Gone", first=3),), edits=()),),
        (RowsChanged(rows=(), edits=(Edit(cell=change("Gone!A1", None, 1).cell, content=1),)),),
    ],
)
def test_what_cannot_be_made_again(path: Path, steps: tuple[Step, ...]) -> None:
    assert replay(steps, Workbook.open(path), "") is None


def test_what_would_come_to_something_else_is_not_made(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workbook = Workbook.open(path)
    monkeypatch.setattr(replays, "changed_records", lambda *_: workbook)
    assert replay((DELETE,), workbook, "") is None
