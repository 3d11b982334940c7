from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.cells import CellRef
from desktop.domain.tables import TableKind
from desktop.grid.arrangement import AS_IN_SHEET
from desktop.grid.filters import Place, Worded
from desktop.grid.hits_found import Hits, hits_everywhere, hits_shown
from desktop.grid.model import TableModel
from desktop.grid.search import Search
from desktop.grid.sheet_model import SheetModel

if TYPE_CHECKING:
    from desktop.document.document import Document


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("care", "Edge of CARE", True),
        ("c?re", "Edge of core", True),
        ("edge*care", "Edge of\ncare plans", True),
        ("edge of", "edge\nof", True),
        ("~?", "50?", True),
        ("~?", "50", False),
        ("a~*b", "a*b", True),
        ("a~*b", "axb", False),
        ("~~", "about ~5", True),
        ("~x", "~x", True),
        ("(", "a (b)", True),
        ("care", "car", False),
    ],
)
def test_words_are_found_as_excel_finds_them(words: str, text: str, found: bool) -> None:
    assert Search(words=words).finds(text) is found


def test_case_and_the_whole_cell_count_where_asked() -> None:
    assert not Search(words="care", match_case=True).finds("Care")
    assert Search(words="care", whole_cell=True).finds(" Care ")
    assert not Search(words="care", whole_cell=True).finds("Care plan")
    assert Search(words="care*", whole_cell=True).finds("Care plan")


def test_words_are_replaced_as_they_are_written() -> None:
    assert Search(words="cat").replaced("Cat and cat", r"\1") == r"\1 and \1"
    assert Search(words="c*t").replaced("the cot, the cat", "dog") == "the dog, the dog"
    assert Search(words="the*").replaced("in the end", "it") == "in it"
    assert Search(words="cat", whole_cell=True).replaced("cat flap", "dog") == "cat flap"
    assert Search(words="c*", whole_cell=True).replaced("cat flap", "dog") == "dog"


def test_blank_words_look_for_nothing() -> None:
    assert Search(words="  ").empty
    assert not Search(words="x").empty


@pytest.fixture
def model(leeds: Document) -> TableModel:
    return TableModel(leeds, leeds.contents.tables[0])


def test_hits_stand_in_the_order_of_the_screen_and_only_among_shown_rows(model: TableModel) -> None:
    search = Search(words="complete")
    every = hits_shown(model, search)
    model.arrange(AS_IN_SHEET.sorted_by(3, descending=True).filtered(3, Worded(place=Place.BEGINS, text="c")))
    found = hits_shown(model, search)
    assert 0 < len(found.cells) < len(every.cells)
    places = [(model.index_of(cell).row(), model.index_of(cell).column()) for cell in found.cells]
    assert places == sorted(places)
    assert set(found.cells) <= set(every.cells)


def test_a_project_is_one_hit_however_many_milestones_it_stands_beside(model: TableModel) -> None:
    hits = hits_shown(model, Search(words="Prioritise access to Early"))
    assert [cell.a1 for cell in hits.cells] == ["B6"]


def test_hits_are_gone_through_round_and_round(leeds: Document, model: TableModel) -> None:
    hits = hits_shown(model, Search(words="panel"))
    first, second, last = hits.cells[0], hits.cells[1], hits.cells[-1]
    assert hits.beside(first, forward=True) == second
    assert hits.beside(second, forward=False) == first
    assert hits.beside(last, forward=True) == first
    assert hits.beside(first, forward=False) == last
    assert hits.beside(None, forward=True) == first
    assert hits.beside(None, forward=False) == last
    between = CellRef(sheet=first.sheet, row=first.row, column=first.column + 1)
    assert hits.beside(between, forward=True) == second
    assert hits.beside(between, forward=False) == first
    assert (hits.number(second), hits.number(between), hits.number(None)) == (2, None, None)
    assert Hits().beside(first, forward=True) is None
    elsewhere = CellRef(sheet=first.sheet, row=1, column=1)
    assert hits.beside(elsewhere, forward=True) == first
    del leeds


def test_every_sheet_is_looked_through(leicester: Document) -> None:
    hits = hits_everywhere(leicester.workbook, Search(words="PAF C20"))
    assert len({cell.sheet for cell in hits.cells}) > 1
    assert [hits.number(cell) for cell in hits.cells] == list(range(1, len(hits.cells) + 1))
    shown = next(table for table in leicester.contents.tables if table.kind is TableKind.INDICATORS)
    in_table = hits_shown(TableModel(leicester, shown), Search(words="PAF C20"))
    assert set(in_table.cells) <= set(hits.cells)


def test_a_whole_sheet_is_looked_through_as_it_stands(leicester: Document) -> None:
    sheet = leicester.workbook.visible_sheets[0]
    model = SheetModel(leicester, sheet)
    hits = hits_shown(model, Search(words="20*"))
    assert hits.cells
    assert all(leicester.text(cell) for cell in hits.cells)
    assert hits.cells == tuple(
        cell for cell in hits_everywhere(leicester.workbook, Search(words="20*")).cells if cell.sheet == sheet
    )
