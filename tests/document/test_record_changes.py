"""Records are inserted, deleted, copied and moved whole, each as one step."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from desktop import assets
from desktop.document import record_changes
from desktop.document.document import Document
from desktop.document.steps import RowsChanged, RowsPutBack, UnknownStep, read_step, written
from desktop.domain.cells import parse_cell
from desktop.domain.edits import Edit
from desktop.domain.errors import EditRefused
from desktop.domain.row_edits import DeleteRows, InsertRows, MoveRows
from desktop.workbook.workbook import Workbook
from tests.document.conftest import AS_AT
from tests.made_workbooks import make
from tests.workbook.sheets import workbook

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.document.record_changes import RecordChange
    from desktop.domain.cells import CellRef

PLAN = ("Ref", "Project", "Milestone", "Status", "By When")


def at(address: str) -> CellRef:
    cell = parse_cell(address)
    assert cell is not None
    return cell


def example(name: str) -> Workbook:
    return Workbook.open(assets.template("examples", name))


@pytest.fixture
def leeds(qtbot: QtBot) -> Document:
    del qtbot
    return Document(example("leeds-programme-plan-2012.xlsx"), AS_AT)


@pytest.fixture
def leicester(qtbot: QtBot) -> Document:
    del qtbot
    return Document(example("leicester-map-2001.xlsx"), AS_AT)


def milestones(document: Document, count: int = 4) -> list[str]:
    """The first milestones with the letter of their project."""
    return [f"{one.ref} {one.text[:3]}" for one in document.contents.milestones[:count]]


def codes(document: Document, count: int = 4) -> list[tuple[str, int]]:
    return [(one.code, one.row) for one in document.contents.indicators[:count]]


def test_a_new_milestone_joins_the_project(leeds: Document) -> None:
    assert milestones(leeds) == ["A 650", "A 2,3", "B NW ", "B Ear"]
    for address, below, wanted in (
        ("C6", False, ["A New", "A 650", "A 2,3", "B NW "]),
        ("C6", True, ["A 650", "A New", "A 2,3", "B NW "]),
        ("C7", True, ["A 650", "A 2,3", "A New", "B NW "]),
        ("A8", False, ["A 650", "A 2,3", "B New", "B NW "]),
    ):
        change = record_changes.inserted(leeds.workbook, at(f"Programme Plan!{address}"), below=below)
        leeds.change_records(change)
        assert milestones(leeds) == wanted
        assert leeds.text(change.cell) == "New milestone"
        leeds.undo_stack.undo()
    assert milestones(leeds) == ["A 650", "A 2,3", "B NW ", "B Ear"]


def test_a_project_moves_with_its_milestones(leeds: Document) -> None:
    change = record_changes.moved(leeds.workbook, at("Programme Plan!C7"), down=True)
    leeds.change_records(change)
    assert milestones(leeds) == ["B NW ", "B Ear", "A 650", "A 2,3"]
    assert leeds.text(change.cell).startswith("2,300")
    leeds.change_records(record_changes.moved(leeds.workbook, change.cell, down=False))
    assert milestones(leeds) == ["A 650", "A 2,3", "B NW ", "B Ear"]


def test_a_record_stays_in_its_group(leeds: Document, leicester: Document) -> None:
    for address, down, end in (("C6", False, "first"), ("C16", True, "last"), ("C18", False, "first")):
        with pytest.raises(EditRefused, match=f"This is the {end} record of its group"):
            record_changes.moved(leeds.workbook, at(f"Programme Plan!{address}"), down=down)
    last = leicester.contents.indicators[-1].cell
    with pytest.raises(EditRefused, match="This is the last record of its group"):
        record_changes.moved(leicester.workbook, last, down=True)


def test_an_indicator_is_both_its_rows(leicester: Document) -> None:
    assert codes(leicester, 2) == [("PAF A1", 7), ("PAF C23", 9)]
    for change, wanted in (
        (record_changes.inserted(leicester.workbook, at("Indicators!C8"), below=True), ("NEW 1", 9)),
        (record_changes.duplicated(leicester.workbook, at("Indicators!C8")), ("PAF A1", 9)),
        (record_changes.moved(leicester.workbook, at("Indicators!C8"), down=True), ("PAF A1", 9)),
        (record_changes.deleted(leicester.workbook, at("Indicators!A9")), ("PAF D35", 9)),
    ):
        leicester.change_records(change)
        assert codes(leicester)[1] == wanted
        leicester.undo_stack.undo()
    values = leicester.contents.indicators[0].values
    leicester.change_records(record_changes.duplicated(leicester.workbook, at("Indicators!A7")))
    copied = leicester.contents.indicators[1].values
    assert [value.value for value in copied] == [value.value for value in values]


def test_new_records_of_other_tables(document: Document) -> None:
    for address, field in (("Targets!A3", "New target"), ("Expenditure!A2", "New question")):
        change = record_changes.inserted(document.workbook, at(address), below=True)
        document.change_records(change)
        assert document.text(change.cell) == field
    assert [target.indicator for target in document.contents.targets] == ["PAF A1", "New target"]
    assert len(document.contents.expenditure) == 3
    document.change_records(record_changes.moved(document.workbook, at("Targets!A3"), down=True))
    assert [target.indicator for target in document.contents.targets] == ["New target", "PAF A1"]


def test_where_there_is_no_record(document: Document) -> None:
    for address in ("Targets!A1", "Nowhere!A1", "Indicators!A99"):
        with pytest.raises(EditRefused, match="There is no record in row"):
            record_changes.deleted(document.workbook, at(address))


def test_records_do_not_change_places_across_a_heading(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    rows = (
        ("Indicator", "Target", "By when"),
        ("PAF A1", 1, "31/3/02"),
        ("Note: later",),
        ("PAF A2", 2, "31/3/02"),
    )
    book = Workbook.open(make(tmp_path / "targets.xlsx", {"Targets": rows}))
    assert len(book.contents.targets) == 2
    with pytest.raises(EditRefused, match="last record of its group"):
        record_changes.moved(book, at("Targets!A2"), down=True)


def test_a_project_keeps_its_name_when_its_first_milestone_goes(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    rows = (
        PLAN,
        ("A", "Panels", "Meets", "ONGOING", "30/09/11"),
        (None, None, "Reports", "ONGOING", "31/12/11"),
        ("B", "Homes", "Opens", "ONGOING", "31/03/12"),
    )
    document = Document(Workbook.open(make(tmp_path / "plan.xlsx", {"Plan": rows})), AS_AT)
    document.change_records(record_changes.deleted(document.workbook, at("Plan!C2")))
    assert [(one.ref, one.project, one.text) for one in document.contents.milestones] == [
        ("A", "Panels", "Reports"),
        ("B", "Homes", "Opens"),
    ]
    document.change_records(record_changes.deleted(document.workbook, at("Plan!C2")))
    assert [one.ref for one in document.contents.milestones] == ["B"]
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.workbook.edits == ()


def test_a_change_is_one_step_and_leaves_no_trace_when_it_is_undone(document: Document, path: Path) -> None:
    before = path.read_bytes()
    cell = at("Indicators!G3")
    document.set_cells([Edit(cell=cell, content=19)], "Type")
    change = record_changes.duplicated(document.workbook, at("Indicators!A3"))
    document.change_records(change)
    document.set_cells([Edit(cell=at("Indicators!G4"), content=18)], "Type")
    document.take_saved(document.workbook.save(path))
    assert [one.planned[-1].value.number for one in document.contents.indicators[:2]] == [19, 18]
    assert document.undo_stack.isClean()
    for _ in range(3):
        document.undo_stack.undo()
    assert document.dirty
    document.workbook.save(path)
    assert path.read_bytes() == before
    document.take_saved(Workbook.open(path))
    for _ in range(3):
        document.undo_stack.redo()
    assert [one.planned[-1].value.number for one in document.contents.indicators[:2]] == [19, 18]
    assert document.findings == Document(document.workbook, AS_AT).findings


def test_views_are_told_that_records_have_changed(document: Document, told: list[str]) -> None:
    document.change_records(record_changes.deleted(document.workbook, at("Targets!A3")))
    assert told == ["contents_changed", "findings_changed", "changed"]
    told.clear()
    document.undo_stack.undo()
    assert told == ["contents_changed", "findings_changed", "changed"]


def test_a_change_that_is_refused_changes_nothing(document: Document) -> None:
    before = document.workbook
    change: RecordChange = record_changes.RecordChange(
        rows=(DeleteRows(sheet="Targets", first=0),), cell=at("Targets!A1"), label="Delete"
    )
    with pytest.raises(EditRefused):
        document.change_records(change)
    assert document.workbook is before
    assert document.undo_stack.count() == 0


def test_every_change_is_told_as_a_step(document: Document) -> None:
    steps: list[object] = []
    document.stepped.connect(steps.append)
    document.change_records(record_changes.inserted(document.workbook, at("Targets!A3"), below=True))
    document.undo_stack.undo()
    made, back = steps
    assert isinstance(made, RowsChanged)
    assert isinstance(back, RowsPutBack)
    assert made.rows == (InsertRows(sheet="Targets", at=4, like=3, record=True),)
    moved = RowsChanged(rows=(MoveRows(sheet="Targets", first=1, before=5),), edits=made.edits)
    for step in (made, back, moved):
        assert read_step(json.loads(json.dumps(written(step)))) == step
    odd = {"kind": "rows", "rows": [{"change": "Fold"}], "cells": []}
    assert read_step(odd) == UnknownStep(shape=odd)


def test_rows_that_run_through_a_table_beside_stay() -> None:
    opened = workbook(
        ("Action", "Lead", "By when", None, "Code", "Definition", "2010/11", "2011/12"),
        ("Train", "JS", "1/4/12", None, "PAF A1", "Moves", 1, 2),
        ("Review", "AB", "1/5/12", None, "PAF C23", "Adoptions", 3, 4),
        ("Report", "AB", "1/6/12"),
        ("Publish", "AB", "1/7/12"),
    )
    beside = pytest.raises(EditRefused, match="stands beside this record")
    with beside:
        record_changes.inserted(opened, at("Sheet!A2"), below=True)
    with beside:
        record_changes.duplicated(opened, at("Sheet!E2"))
    with beside:
        record_changes.deleted(opened, at("Sheet!E3"))
    with beside:
        record_changes.moved(opened, at("Sheet!A3"), down=True)
    beneath = record_changes.inserted(opened, at("Sheet!A4"), below=True)
    after = record_changes.changed_records(opened, beneath).contents
    assert [one.text for one in after.milestones] == ["Train", "Review", "Report", "New milestone", "Publish"]
    moved = record_changes.moved(opened, at("Sheet!A5"), down=False)
    assert moved.rows == (MoveRows(sheet="Sheet", first=5, before=4),)
    assert [one.code for one in after.indicators] == ["PAF A1", "PAF C23"]
