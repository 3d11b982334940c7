"""However a workbook is damaged, it is opened, edited and saved, or refused by a named error."""

from __future__ import annotations

import random
from itertools import cycle
from typing import TYPE_CHECKING

import pytest

from desktop import assets
from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.domain.errors import EditRefused, MilepostError, NotAWorkbook
from desktop.domain.row_edits import DeleteRows, InsertRows
from desktop.workbook.workbook import Workbook
from tests.trials import trials
from tests.workbook.awkward import cells, objects, packages, sheets
from tests.workbook.awkward.plan import SHAPES
from tests.workbook.mutations import mutated
from tests.workbook.raw_package import contents_of, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbook.awkward.plan import Shape

assert all((cells, objects, packages, sheets))  # they have entered theirs in the list

EXAMPLES = ("leicester-map-2001.xlsx", "leeds-programme-plan-2012.xlsx")
SLOW = {"twenty_thousand_styles", "the_longest_text", "a_stray_cell_far_below"}
TRIES = trials(3)


def used(path: Path) -> str:
    """Do with a file what an officer may do with it; how far that goes."""
    reached = "refused"
    try:
        workbook = Workbook.open(path)
        assert all(len(sheet.texts(1)) == sheet.width for sheet in workbook.sheets.values())
        reached = "opened"
        edits = edits_of(workbook)
        workbook.refuse_unsafe(edits)
        reached = "edited"
        edited, sheet, row = workbook.apply(edits), edits[0].cell.sheet, edits[0].cell.row
        edited = edited.with_rows(InsertRows(sheet=sheet, at=row + 1))
        edited.with_rows(DeleteRows(sheet=sheet, first=row + 2)).save(path)
    except MilepostError as refusal:
        words = str(refusal)
    else:
        Workbook.open(path)
        return "saved"
    assert words
    return reached


def edits_of(workbook: Workbook) -> tuple[Edit, ...]:
    """Edits of the first records, wherever they stand now."""
    contents = workbook.contents
    found = [one.cell_of("comments") or one.cell for one in contents.milestones[:3]]
    found += [value.cell for one in contents.indicators[:3] for value in one.values[:1]]
    found = found or [CellRef(sheet=next(iter(workbook.sheets)), row=4, column=5)]
    return tuple(
        map(lambda cell, content: Edit(cell=cell, content=content), found, cycle(("Met", 7.5, None)))
    )


def tried(data: bytes, seed: str, path: Path) -> str:
    damaged = mutated(data, random.Random(seed))  # noqa: S311 - the same damage every time
    path.write_bytes(damaged)
    reached = used(path)
    assert reached == "saved" or path.read_bytes() == damaged
    return reached


@pytest.mark.parametrize(
    "shape", [shape for shape in SHAPES if shape.name not in SLOW], ids=lambda shape: shape.name
)
def test_an_awkward_workbook(shape: Shape, tmp_path: Path) -> None:
    data = shape.data()
    for number in range(TRIES):
        tried(data, f"{shape.name} {number}", tmp_path / "Book.xlsx")


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example(name: str, tmp_path: Path) -> None:
    data = assets.template("examples", name).read_bytes()
    reached = {tried(data, f"{name} {number}", tmp_path / "Book.xlsx") for number in range(trials(12))}
    assert reached >= {"refused", "saved"}


def parts_of_shape(name: str) -> dict[str, bytes]:
    return contents_of(next(shape.data() for shape in SHAPES if shape.name == name))


def test_a_table_that_breaks_off_takes_no_edits(tmp_path: Path) -> None:
    parts = parts_of_shape("an_excel_table")
    parts["xl/tables/table1.xml"] = parts["xl/tables/table1.xml"].partition(b"</table>")[0]
    (tmp_path / "Book.xlsx").write_bytes(zipped(parts))
    workbook = Workbook.open(tmp_path / "Book.xlsx")
    edit = Edit(cell=CellRef(sheet="One", row=4, column=5), content="COMPLETE")
    with pytest.raises(EditRefused, match=r"Book\.xlsx is damaged where the change belongs"):
        workbook.refuse_unsafe([edit])


def test_rows_change_where_there_is_no_list_of_content_types(tmp_path: Path) -> None:
    parts = parts_of_shape("a_list_of_formula_cells")
    del parts["[Content_Types].xml"]
    (tmp_path / "Book.xlsx").write_bytes(zipped(parts))
    assert used(tmp_path / "Book.xlsx") == "saved"


def test_sheets_that_no_reader_finds_are_damage(tmp_path: Path) -> None:
    parts = parts_of_shape("the_strict_form")
    links = "xl/_rels/workbook.xml.rels"
    parts[links] = parts[links].replace(b'Id="rId2"', b'Id="rId7"')
    (tmp_path / "Book.xlsx").write_bytes(zipped(parts))
    with pytest.raises(NotAWorkbook, match="damaged or incomplete"):
        Workbook.open(tmp_path / "Book.xlsx")
