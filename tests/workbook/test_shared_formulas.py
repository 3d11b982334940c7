"""A shared formula outlives the cell that held its text."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import openpyxl
import pytest

from desktop.domain.errors import EditRefused
from desktop.workbook.package import Package
from desktop.workbook.patch import patched
from tests.workbook.raw_package import edit, opened, parts_of, sheet

if TYPE_CHECKING:
    from pathlib import Path

ROWS = (
    '<row r="1"><c r="A1"><v>1</v></c>'
    '<c r="B1"><f t="shared" ref="B1:C3" si="4">A1&amp;"&lt;"</f><v>2</v></c>'
    '<c r="C1"><f t="shared" ca="1" si="4"/><v>3</v></c></row>'
    '<row r="2"><c r="B2"><f t="shared" si="4"/><v>4</v></c></row>'
    '<row r="3"><c r="B3"><f t="shared" si="4"></f><v>5</v></c><c r="C3"><f>B3+1</f><v>6</v></c></row>'
)


def after(folder: Path, *places: str, rows: str = ROWS) -> tuple[Package, str]:
    """The workbook and its first sheet's text after a number is put into each of the cells."""
    package = opened(folder, parts_of(sheet(rows)))
    data = patched(package, [edit(f"One!{place}", 9) for place in places])
    again = Package.of(package.path, data, 0)
    return again, again.part("xl/worksheets/sheet1.xml").decode()


@pytest.mark.parametrize(
    ("places", "heir"),
    [
        (("B1",), '<f t="shared" ca="1" si="4" ref="B1:C3">B1&amp;&quot;&lt;&quot;</f>'),
        (("B1", "C1"), '<f t="shared" si="4" ref="B2:B3">A2&amp;&quot;&lt;&quot;</f>'),
        (("C1", "B2", "B1"), '<f t="shared" si="4" ref="B3">A3&amp;&quot;&lt;&quot;</f>'),
    ],
)
def test_the_next_cell_takes_it_over(tmp_path: Path, places: tuple[str, ...], heir: str) -> None:
    before = opened(tmp_path, parts_of(sheet(ROWS))).scan("One")
    again, text = after(tmp_path, *places)
    assert heir in text
    scan = again.scan("One")
    assert scan.formula_cells == {(3, 3), *((row, column) for row, column in before.formula_cells)} - {
        (int(place[1]), "ABC".index(place[0]) + 1) for place in places
    }
    for place in scan.formula_cells:
        assert scan.formula_of(*place) == before.formula_of(*place)


def test_nothing_moves_while_the_first_cell_stands(tmp_path: Path) -> None:
    text = after(tmp_path, "B2", "C1")[1]
    assert 'ref="B1:C3" si="4">A1&amp;"&lt;"</f>' in text


def test_nothing_is_left_where_all_are_overwritten(tmp_path: Path) -> None:
    text = after(tmp_path, "B1", "C1", "B2", "B3")[1]
    assert "shared" not in text


def test_a_cell_with_its_own_text_needs_no_other(tmp_path: Path) -> None:
    rows = ROWS.replace('<f t="shared" si="4"></f>', '<f t="shared" si="4">A3</f>')
    assert '<f t="shared" si="4">A3</f>' in after(tmp_path, "B1", "C1", "B2", rows=rows)[1]


def test_another_reader_calculates_the_same(tmp_path: Path) -> None:
    again = after(tmp_path, "B1")[0]
    tab = openpyxl.load_workbook(io.BytesIO(again.data))["One"]
    assert [tab[place].value for place in ("C1", "B2", "B3")] == ['=B1&"<"', '=A2&"<"', '=A3&"<"']


def test_a_formula_that_would_leave_the_sheet_goes_on_at_its_other_end(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="B1"><f t="shared" ref="A1:B1" si="0">A1</f></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/></c></row>'
    )
    assert '<f t="shared" si="0" ref="A2">XFD2</f>' in after(tmp_path, "B1", rows=rows)[1]


def test_a_formula_that_stands_in_the_wrong_row_is_refused(tmp_path: Path) -> None:
    rows = ROWS.replace('<c r="C1">', '<c r="C7">').replace('<c r="B2"', '<c r="B8"')
    with pytest.raises(EditRefused, match="in the wrong row"):
        after(tmp_path, "B1", rows=rows)
    apart = ROWS.replace('<c r="C1"><f t="shared" ca="1" si="4"/><v>3</v></c></row>', "</row>").replace(
        '<c r="B2"', '<c r="B8"'
    )
    with pytest.raises(EditRefused, match="damaged where the change belongs"):
        after(tmp_path, "B1", rows=apart)
