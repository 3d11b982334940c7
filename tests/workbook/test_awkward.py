"""Awkward workbooks: the plan in each is read, edited and saved, and what nobody touched stays as it is."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.domain.errors import EditRefused, WorkbookSigned
from desktop.domain.row_edits import InsertRows
from desktop.workbook.workbook import Workbook
from tests.workbook.awkward import cells, hostile, objects, packages, sheets
from tests.workbook.awkward.plan import HOSTILE, PLAN, SHAPES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbook.awkward.plan import Hostile, Shape

assert all((cells, hostile, objects, packages, sheets))  # they have entered theirs in the lists

RECORDS = tuple(PLAN[row] for row in (4, 5, 6))
STATUS, COMMENT, MILESTONE = ("E4", "COMPLETE"), ("G5", "Met twice"), ("D6", "Twelve more carers")
EDITS = tuple(
    Edit(cell=CellRef(sheet="One", row=int(place[1]), column="ABCDEFG".index(place[0]) + 1), content=text)
    for place, text in (STATUS, COMMENT, MILESTONE)
)
NEW = ("1. Edge of care", "B2", "Reviews", "Reviews begin", "NOT STARTED", "31/12/2012", "New")
EDITED_PARTS = re.compile(r"xl/worksheets/sheet1\.xml|(?:xl/workbook|book/main)\.xml", re.IGNORECASE)
NAMING_ROWS = re.compile(
    r".*(?:/worksheets/sheet\d|/workbook|/main|/drawing\d|/chart\d|/comments\d|/threadedComment\d|/table\d"
    r"|/ctrlProp\d|/pivotTable\d|/pivotCacheDefinition\d|/vmlDrawing\d)\.(?:xml|vml)"
    r"|xl/calcChain\.xml|\[Content_Types\]\.xml|xl/_rels/workbook\.xml\.rels",
    re.IGNORECASE,
)


def plan_of(workbook: Workbook) -> list[tuple[str, ...]]:
    """The records of the plan as the grid shows them."""
    return [
        (*(one.strand, one.ref, one.project, one.text, one.status.raw, one.due.raw, one.comments),)
        for one in workbook.contents.milestones
    ]


def entries(path: Path) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        return [(info.filename, archive.read(info)) for info in archive.infolist()]


def changed(before: list[tuple[str, bytes]], after: list[tuple[str, bytes]]) -> set[str]:
    """The names of the entries that are not what they were, or not there."""
    return {name for name, _ in set(before) ^ set(after)}


def laid(shape: Shape | Hostile, folder: Path) -> Path:
    path = folder / "plan.xlsx"
    path.write_bytes(shape.data())
    return path


@pytest.fixture(params=SHAPES, ids=lambda shape: shape.name)
def shape(request: pytest.FixtureRequest) -> Shape:
    found: Shape = request.param
    return found


def test_the_plan_is_read(shape: Shape, tmp_path: Path) -> None:
    workbook = Workbook.open(laid(shape, tmp_path))
    assert plan_of(workbook) == list(RECORDS)
    assert workbook.contents.problems == ()


def test_three_edits_leave_all_else_as_it_is(shape: Shape, tmp_path: Path) -> None:
    path = laid(shape, tmp_path)
    before, workbook = entries(path), Workbook.open(path)
    if shape.edits_refused:
        with pytest.raises(WorkbookSigned, match=shape.edits_refused):
            workbook.refuse_unsafe(EDITS)
        return
    workbook.refuse_unsafe(EDITS)
    wanted = [list(record) for record in RECORDS]
    wanted[0][4], wanted[1][6], wanted[2][3] = STATUS[1], COMMENT[1], MILESTONE[1]

    workbook.apply(EDITS).save(path)

    assert plan_of(Workbook.open(path)) == [tuple(record) for record in wanted]
    after = entries(path)
    assert [name for name, _ in after] == [name for name, _ in before]
    assert {name for name in changed(before, after) if not EDITED_PARTS.fullmatch(name)} == set()


def test_a_new_row_takes_along_all_that_follows_it(shape: Shape, tmp_path: Path) -> None:
    path = laid(shape, tmp_path)
    before, workbook = entries(path), Workbook.open(path)
    insert = InsertRows(sheet="One", at=6)
    if refused := shape.rows_refused or shape.edits_refused:
        with pytest.raises((EditRefused, WorkbookSigned), match=refused):
            workbook.with_rows(insert)
        return
    typed = [
        Edit(cell=CellRef(sheet="One", row=6, column=at), content=text) for at, text in enumerate(NEW, 1)
    ]

    workbook.with_rows(insert).apply(typed).save(path)

    found = Workbook.open(path)
    assert sorted(plan_of(found)) == sorted([*RECORDS, NEW])
    assert found.formula(CellRef(sheet=list(found.sheets)[-1], row=1, column=1)) == "One!G7"
    assert {name for name in changed(before, entries(path)) if not NAMING_ROWS.fullmatch(name)} == set()


@pytest.mark.parametrize("file", HOSTILE, ids=lambda file: file.name)
def test_what_is_no_honest_workbook_is_refused_by_name(file: Hostile, tmp_path: Path) -> None:
    path = laid(file, tmp_path)
    with pytest.raises(file.error, match=file.words) as refusal:
        Workbook.open(path)
    assert str(refusal.value).startswith("plan.xlsx")
    assert path.read_bytes() == file.data()


def test_every_shape_says_why_it_is_there() -> None:
    builders = [*(shape.build for shape in SHAPES), *(file.build for file in HOSTILE)]
    assert all(build.__doc__ for build in builders)
    assert len({build.__name__ for build in builders}) == len(builders)
    assert len(SHAPES) >= 50
    assert len(HOSTILE) >= 20
