from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.edits import Edit
from desktop.domain.tables import TableKind
from tests.workbook.sheets import workbook

if TYPE_CHECKING:
    from tests.workbook.sheets import Cell

HEAD = ("Indicator", "Examples of linked indicators and issues")


def test_a_table_of_links_says_what_moves_with_each_indicator() -> None:
    contents = workbook(
        ("Linkages between indicators and issues",), HEAD, ("School attendance", "Attainment,\n NEET")
    ).contents
    (table,) = contents.tables
    assert (table.kind, table.records, contents.problems) == (TableKind.LINKAGES, 1, ())
    (found,) = contents.linkages
    assert (found.indicator, found.linked, str(found.cell)) == (
        "School attendance",
        "Attainment, NEET",
        "Sheet!A3",
    )


@pytest.mark.parametrize("row", [(), ("NEET", None), (None, "Poverty"), ("Note: draft", "x"), HEAD])
def test_a_row_without_an_indicator_or_its_links_is_none(row: tuple[Cell, ...]) -> None:
    found = workbook(HEAD, row, ("NEET", "Poverty")).contents.linkages
    assert [one.indicator for one in found] == ["NEET"]


def test_a_set_of_indicators_with_their_links_stays_one() -> None:
    head = ("Code", "Indicator", "Baseline", "Baseline period", "Linked indicators and issues")
    contents = workbook(head, ("CYPP 1", "Number of children", 5, "2009/10", "Poverty")).contents
    assert [table.kind for table in contents.tables] == [TableKind.INDICATORS]


def test_after_an_edit_the_other_linkages_are_the_identical_records() -> None:
    book = workbook(HEAD, ("NEET", "Poverty"), ("LAC", "Health"))
    first, second = book.contents.linkages
    changed = book.apply([Edit(cell=first.cell, content="16-18 NEET")]).contents
    assert changed.linkages[0].indicator == "16-18 NEET"
    assert changed.linkages[1] is second
