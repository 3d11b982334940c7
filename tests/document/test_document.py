"""The document's intents: one step each, told once and in order, and nothing changed where refused."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from desktop.domain.cells import parse_cell
from desktop.domain.edits import Edit
from desktop.domain.errors import EditRefused, InputRefused, WorkbookSigned
from desktop.workbook.workbook import Workbook
from tests.document.conftest import AS_AT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.document.document import Document
    from desktop.domain.cells import CellRef


def at(address: str) -> CellRef:
    cell = parse_cell(address)
    assert cell is not None
    return cell


PLANNED = at("Indicators!G3")
MISSES_ITS_PROMISE = "TRJ-005"


def rules(document: Document) -> set[str]:
    return {finding.rule for finding in document.findings}


def test_it_starts_clean(document: Document, path: Path) -> None:
    assert not document.dirty
    assert (document.path, document.as_at) == (path, AS_AT)
    assert document.contents is document.workbook.contents
    assert MISSES_ITS_PROMISE in rules(document)


def test_what_is_typed_is_one_step(document: Document) -> None:
    typed = [(PLANNED, "16"), (at("Indicators!F3"), "18"), (at("Targets!B3"), "17")]
    document.type_texts(typed, "Paste")
    assert [document.text(cell) for cell, _ in typed] == ["16", "18", "17"]
    assert document.edit_text(PLANNED) == "16"
    assert (document.undo_stack.count(), document.undo_stack.undoText()) == (1, "Paste")
    document.undo_stack.undo()
    assert [document.text(cell) for cell, _ in typed] == ["20", "23", "16"]
    document.undo_stack.redo()
    assert document.text(PLANNED) == "16"


def test_findings_follow_an_edit_and_its_undo(document: Document) -> None:
    assert [finding.rule for finding in document.findings_at(PLANNED)] == [MISSES_ITS_PROMISE]
    document.type_texts([(PLANNED, "16")], "Type")
    assert document.findings_at(PLANNED) == ()
    assert MISSES_ITS_PROMISE not in rules(document)
    document.undo_stack.undo()
    assert [finding.rule for finding in document.findings_at(PLANNED)] == [MISSES_ITS_PROMISE]


def test_an_edit_is_told_once_and_in_order(document: Document, told: list[str]) -> None:
    cells: list[frozenset[CellRef]] = []
    document.cells_changed.connect(cells.append)
    document.type_texts([(PLANNED, "16"), (at("Indicators!F3"), "18")], "Type")
    assert told == ["cells_changed", "findings_changed", "changed"]
    assert cells == [{PLANNED, at("Indicators!F3")}]
    told.clear()
    document.type_texts([(at("Programme Plan!H3"), "Done early")], "Type")
    assert told == ["cells_changed", "changed"]
    told.clear()
    document.undo_stack.undo()
    assert told == ["cells_changed", "changed"]


def test_what_is_told_has_happened(document: Document) -> None:
    seen: list[str] = []
    document.cells_changed.connect(lambda _: seen.append(document.text(PLANNED)))
    document.findings_changed.connect(lambda: seen.append(str(MISSES_ITS_PROMISE in rules(document))))
    document.type_texts([(PLANNED, "16")], "Type")
    assert seen == ["16", "False"]


def test_other_tables_are_told_of(document: Document, told: list[str]) -> None:
    document.type_texts([(at("Indicators!B6"), "QP 10"), (at("Indicators!C6"), "More")], "Type")
    assert told == ["contents_changed", "findings_changed", "changed"]
    assert [one.code for one in document.contents.indicators] == ["PAF A1", "PAF C23", "QP 9", "QP 10"]
    document.undo_stack.undo()
    assert len(document.contents.indicators) == 3


def test_what_stands_there_already_is_no_step(document: Document, told: list[str]) -> None:
    document.type_texts([(PLANNED, "20"), (at("Programme Plan!F4"), "31/03/12")], "Type")
    document.set_cells([Edit(cell=PLANNED, content=20.0)], "Set")
    document.move_planned_point(PLANNED, 20)
    document.type_texts([], "Type")
    assert document.undo_stack.count() == 0
    assert told == []


def test_only_what_differs_is_edited(document: Document) -> None:
    document.set_cells([Edit(cell=PLANNED, content=16), Edit(cell=at("Indicators!F3"), content=23)], "Set")
    assert [edit.cell for edit in document.workbook.edits] == [PLANNED]


def test_of_two_contents_for_a_cell_the_later_counts(document: Document) -> None:
    document.set_cells([Edit(cell=PLANNED, content=16), Edit(cell=PLANNED, content=17)], "Set")
    assert document.text(PLANNED) == "17"
    document.set_cells([Edit(cell=PLANNED, content=18), Edit(cell=PLANNED, content=17)], "Set")
    assert (document.text(PLANNED), document.undo_stack.count()) == ("17", 1)
    document.undo_stack.undo()
    assert document.text(PLANNED) == "20"


@pytest.mark.parametrize(
    ("address", "text", "error"),
    [
        ("Indicators!F3", "=1+1", EditRefused),
        ("Indicators!F3", "x" * 32_768, EditRefused),
        ("Nowhere!F3", "1", InputRefused),
    ],
)
def test_a_refusal_changes_nothing(
    document: Document, told: list[str], address: str, text: str, error: type[Exception]
) -> None:
    before = document.workbook
    with pytest.raises(error):
        document.type_texts([(PLANNED, "16"), (at(address), text)], "Paste")
    assert document.workbook is before
    assert document.undo_stack.count() == 0
    assert told == []


def test_a_signed_workbook_is_not_edited(
    document: Document, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def signed(*_: object) -> None:
        raise WorkbookSigned("whole.xlsx is signed.")

    monkeypatch.setattr(Workbook, "refuse_unsafe", signed)
    intents: tuple[Callable[[], None], ...] = (
        lambda: document.type_texts([(PLANNED, "16")], "Type"),
        lambda: document.move_planned_point(PLANNED, 16),
    )
    for edit in intents:
        with pytest.raises(WorkbookSigned):
            edit()
    assert told == []


def test_moves_of_one_point_are_one_step(document: Document) -> None:
    for number in (19, 18, 17.5):
        document.move_planned_point(PLANNED, number)
    assert document.undo_stack.count() == 1
    assert document.undo_stack.undoText() == "Move the planned value G3"
    assert document.text(PLANNED) == "17.5"
    document.undo_stack.undo()
    assert document.text(PLANNED) == "20"
    document.undo_stack.redo()
    assert document.text(PLANNED) == "17.5"


def test_moves_of_two_points_are_two_steps(document: Document) -> None:
    document.move_planned_point(PLANNED, 19)
    document.move_planned_point(at("Indicators!F3"), 22)
    document.move_planned_point(PLANNED, 18)
    assert document.undo_stack.count() == 3


def test_a_point_moved_back_leaves_no_step(document: Document) -> None:
    document.type_texts([(at("Indicators!E5"), "56")], "Type")
    document.move_planned_point(PLANNED, 19)
    document.move_planned_point(PLANNED, 20)
    assert (document.undo_stack.count(), document.undo_stack.undoText()) == (1, "Type")
    document.undo_stack.undo()
    assert not document.dirty
    document.move_planned_point(PLANNED, 19)
    document.move_planned_point(PLANNED, 20)
    assert not document.dirty
    assert not document.undo_stack.canUndo()


def test_typing_never_joins_a_move(document: Document) -> None:
    document.move_planned_point(PLANNED, 19)
    document.type_texts([(PLANNED, "18")], "Type")
    document.type_texts([(PLANNED, "17")], "Type")
    document.move_planned_point(PLANNED, 16)
    assert document.undo_stack.count() == 4


def test_a_move_never_joins_one_that_is_saved(document: Document, path: Path) -> None:
    document.move_planned_point(PLANNED, 19)
    document.take_saved(document.workbook.save(path))
    document.move_planned_point(PLANNED, 18)
    assert document.undo_stack.count() == 2
    assert document.dirty
    document.undo_stack.undo()
    assert (document.text(PLANNED), document.dirty) == ("19", False)


def test_undo_after_a_save_can_be_saved_again(document: Document, path: Path, told: list[str]) -> None:
    document.type_texts([(PLANNED, "16")], "Type")
    told.clear()
    document.take_saved(document.workbook.save(path))
    assert told == ["saved"]
    assert not document.dirty
    assert document.workbook.edits == ()
    assert Workbook.open(path).text(PLANNED) == "16"
    document.undo_stack.undo()
    assert document.text(PLANNED) == "20"
    document.take_saved(document.workbook.save(path))
    assert Workbook.open(path).text(PLANNED) == "20"
    document.undo_stack.redo()
    assert (document.text(PLANNED), document.dirty) == ("16", True)


def test_saved_under_another_name_that_is_the_document(
    document: Document, path: Path, tmp_path: Path
) -> None:
    before = path.read_bytes()
    document.type_texts([(PLANNED, "16")], "Type")
    document.take_saved(document.workbook.save(tmp_path / "other.xlsx"))
    assert document.path == tmp_path / "other.xlsx"
    assert path.read_bytes() == before


def test_everything_undone_saves_the_bytes_that_were_opened(document: Document, path: Path) -> None:
    before = path.read_bytes()
    document.type_texts([(PLANNED, "16"), (at("Indicators!B6"), "QP 10")], "Paste")
    document.move_planned_point(at("Indicators!F3"), 18)
    document.type_texts([(at("Programme Plan!H3"), "Late")], "Type")
    document.undo_stack.setIndex(0)
    document.take_saved(document.workbook.save(path))
    assert path.read_bytes() == before


def test_another_as_at_date_judges_anew(document: Document, told: list[str]) -> None:
    late = "PLN-005"
    assert late not in rules(document)
    document.judge_as_at(dt.date(2012, 4, 1))
    assert late in rules(document)
    assert told == ["findings_changed", "as_at_changed", "changed"]
    assert not document.dirty
    told.clear()
    document.judge_as_at(dt.date(2012, 4, 1))
    assert told == []
    document.type_texts([(PLANNED, "16")], "Type")
    assert late in rules(document)


def test_a_date_that_changes_no_verdict(document: Document, told: list[str]) -> None:
    document.judge_as_at(dt.date(2012, 3, 2))
    assert told == ["as_at_changed", "changed"]
