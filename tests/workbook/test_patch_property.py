"""Whatever is edited in whatever workbook: all else reads as before, and every other part is the same."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font

from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.workbook.package import Package
from desktop.workbook.patch import patched, planned
from desktop.workbook.verify import check_saved
from tests.trials import trials
from tests.workbook.raw_package import contents_of

if TYPE_CHECKING:
    from desktop.domain.edits import Content

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)
# The second reader shows a number under a date format as a date, so the first cells hold no dates.
HELD: st.SearchStrategy[Content] = st.one_of(
    TEXTS,
    st.integers(-(10**9), 10**9),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.none(),
)
TYPED: st.SearchStrategy[Content] = st.one_of(HELD, st.dates(min_value=dt.date(1901, 1, 1)))
PLACES = st.tuples(st.integers(1, 9), st.integers(1, 6))
PATH = Path("plan.xlsx")


def written(cells: dict[tuple[int, int], Content]) -> bytes:
    """A workbook of two sheets, the first with these cells, some of them in bold."""
    book = openpyxl.Workbook()
    tab = book.worksheets[0]
    tab.title = "One"
    for (row, column), content in cells.items():
        cell = tab.cell(row, column)
        cell.value = content
        if isinstance(content, str):
            cell.data_type = "s"
        if row % 2:
            cell.font = Font(bold=True)
    book.create_sheet("Two").append(["=1+1", "left alone"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(data: bytes) -> dict[tuple[int, int], tuple[object, bool]]:
    """The cells of the first sheet that hold anything, and whether they are bold."""
    tab = openpyxl.load_workbook(io.BytesIO(data))["One"]
    cells = (cell for row in tab.iter_rows() for cell in row if cell.value is not None)
    return {(cell.row, cell.column or 0): (cell.value, bool(cell.font.b)) for cell in cells}


@settings(max_examples=trials(25))
@given(cells=st.dictionaries(PLACES, HELD, max_size=20), changes=st.dictionaries(PLACES, TYPED, max_size=20))
def test_only_what_was_edited_changes(
    cells: dict[tuple[int, int], Content], changes: dict[tuple[int, int], Content]
) -> None:
    package = Package.of(PATH, written(cells), 0)
    edits = [
        Edit(cell=CellRef(sheet="One", row=row, column=column), content=content)
        for (row, column), content in changes.items()
    ]
    data = patched(package, edits)
    check_saved(package, Package.of(PATH, data, 0), planned(package, edits))

    before, after = contents_of(package.data), contents_of(data)
    assert {name for name in before if before[name] != after[name]} <= {
        *("xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml")
    }
    was, found = read(package.data), read(data)
    for place in was.keys() | found.keys() | changes.keys():
        if place not in changes:
            assert found.get(place) == was.get(place)
            continue
        content = changes[place]
        value, bold = found.get(place, (None, False))
        wanted = dt.datetime.combine(content, dt.time()) if isinstance(content, dt.date) else content
        assert value == (None if content == "" else wanted)
        assert value is None or place not in was or bold == was[place][1]
