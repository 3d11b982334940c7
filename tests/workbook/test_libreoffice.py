"""What an office suite reads in workbooks that were edited: one start of it for them all."""

from __future__ import annotations

import csv
import datetime as dt
import io
import shutil
import subprocess
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.domain.row_edits import DeleteRows, InsertRows, MoveRows
from desktop.workbook.package import Package
from desktop.workbook.patch import patched
from desktop.workbook.shift import shifted
from desktop.workbook.workbook import Workbook
from tests.trials import trials
from tests.workbook.awkward import cells, objects, packages, sheets
from tests.workbook.awkward.plan import PLAN, SHAPES
from tests.workbook.raw_package import edit, parts_of, sheet, zipped
from tests.workbook.test_awkward import EDITS, NEW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.edits import Content
    from desktop.domain.row_edits import RowEdit

Rows: TypeAlias = "list[list[str]]"

OFFICE = shutil.which("soffice")
CSV = "csv:Text - txt - csv (StarCalc):44,34,76"
"""Comma, double quotes, UTF-8."""
PATH = Path("plan.xlsx")
assert all((cells, objects, packages, sheets))
"""They have entered their workbooks in the list."""

NOT_FOR_THE_OFFICE = {
    "days_counted_from_1904": "it shows dates as its own region writes them",
    "merged_cells": "it shows a merged area's text once",
    "names_in_another_case": "it finds no sheet in them",
}
"""Awkward workbooks that it shows otherwise even before they are edited, and how."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A file, and what the first columns of its first sheet are to show."""

    name: str
    data: bytes
    shows: Rows
    columns: int


def read_by_the_office(cases: list[Case], folder: Path) -> dict[str, Rows]:
    """The first sheet of each, calculated anew."""
    for case in cases:
        (folder / f"{case.name}.xlsx").write_bytes(case.data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    names = [f"{case.name}.xlsx" for case in cases]
    command = [str(OFFICE), profile, "--headless", "--convert-to", CSV, "--outdir", str(folder), *names]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=240)
    return {case.name: shown(folder / f"{case.name}.csv", case.columns) for case in cases}


def shown(file: Path, columns: int) -> Rows:
    if not file.exists():
        return [["it was not read at all"]]
    with file.open(encoding="utf-8", newline="") as text:
        return trimmed([row[:columns] for row in csv.reader(text)])


def trimmed(rows: Rows) -> Rows:
    """The rows without blanks at their ends, and without blank rows at the end."""
    kept = []
    for row in rows:
        filled = [index for index, text in enumerate(row, 1) if text.strip()]
        kept.append(row[: filled[-1]] if filled else [])
    while kept and not kept[-1]:
        kept.pop()
    return kept


def edited_cells() -> Iterator[Case]:
    """Values of every kind; a formula's other cells have a new home."""
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*10</f></c></row>'
        '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>20</v></c></row>'
        '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>30</v></c></row>'
    )
    edits = [
        edit("One!A3", 7),
        edit("One!B1", "=A1 <typed> _x0041_"),
        edit("One!C1", dt.date(2011, 11, 11)),
        edit("One!D2", True),
        edit("One!A5", 'He said "no", twice'),
    ]
    shows = [
        ["1", "=A1 <typed> _x0041_", "11/11/2011"],
        ["2", "20", "", "TRUE"],
        ["7", "70"],
        [],
        ['He said "no", twice'],
    ]
    package = Package.of(PATH, zipped(parts_of(sheet(rows))), 0)
    yield Case(name="edited", data=patched(package, edits), shows=shows, columns=4)


def changed_rows() -> Iterator[Case]:
    """Formulas of one sheet read the same figures of another, whatever happens to its rows."""
    formulas = (
        *("SUM(Two!A2:A5)", "SUM(Two!$A$2:$A$5)*2", "Two!A4", "INDEX(Two!A:A,MATCH(33,Two!A:A,0))"),
        *("SUM(figures)", "VLOOKUP(33,Two!A2:C5,3,FALSE)", "SUM(Two!C2:C5)", "LOG10(100)+Two!B5"),
    )
    shows = [["110"], ["220"], ["33"], ["33"], ["110"], ["2178"], ["7260"], ["79"]]
    reading = "".join(
        f'<row r="{row}"><c r="A{row}"><f>{text}</f></c></row>' for row, text in enumerate(formulas, 1)
    )
    rows = '<row r="1"><c r="A1" t="str"><v>Figures</v></c></row>'
    for row, figure in enumerate((11, 22, 33, 44), 2):
        shared = 't="shared" ref="C2:C5" si="0"' if row == 2 else 't="shared" si="0"'
        rows += (
            f'<row r="{row}"><c r="A{row}"><v>{figure}</v></c><c r="B{row}"><f>A{row}+A$4</f></c>'
            f'<c r="C{row}"><f {shared}>{"A2*B2" if row == 2 else ""}</f></c></row>'
        )
    names = '<definedNames><definedName name="figures">Two!$A$2:$A$5</definedName></definedNames>'
    package = Package.of(PATH, zipped(parts_of(sheet(reading), sheet(rows), book=names)), 0)
    changes: dict[str, RowEdit] = {
        "inserted": InsertRows(sheet="Two", at=3, count=2),
        "deleted": DeleteRows(sheet="Two", first=1),
        "moved": MoveRows(sheet="Two", first=2, before=5),
        "copied": InsertRows(sheet="Two", at=6, like=5, filled=True),
    }
    yield Case(name="before", data=package.data, shows=shows, columns=4)
    for name, change in changes.items():
        yield Case(name=name, data=shifted(package, change).data, shows=shows, columns=4)


def awkward_workbooks(folder: Path) -> Iterator[Case]:
    """Each awkward workbook with three edits and, where rows may change, a new record."""
    for shape in SHAPES:
        if shape.edits_refused or shape.name in NOT_FOR_THE_OFFICE:
            continue
        path = folder / "plan.xlsx"
        path.write_bytes(shape.data())
        workbook = Workbook.open(path).apply(EDITS)
        rows = {row: list(texts) for row, texts in PLAN.items()}
        rows[4][4], rows[5][6], rows[6][3] = (str(edit.content) for edit in EDITS)
        if not shape.rows_refused:
            workbook = workbook.with_rows(InsertRows(sheet="One", at=7)).apply(
                Edit(cell=CellRef(sheet="One", row=7, column=column), content=text)
                for column, text in enumerate(NEW, 1)
            )
            rows[7] = list(NEW)
        workbook.save(path)
        yield Case(
            name=shape.name,
            data=path.read_bytes(),
            shows=[rows.get(row, []) for row in range(1, 8)],
            columns=7,
        )


NASTY = (
    "=1+1",
    "+1",
    "-",
    "@x",
    "1/2",
    " 007",
    "TRUE",
    "'so",
    '"',
    "£5 & <6>",
    "a\nb",
    "1e3",
    "é€",
)
FIGURES = st.integers(-999, 999)
CONTENTS: st.SearchStrategy[Content] = FIGURES | st.sampled_from(NASTY) | st.text("abcXYZ ?!.,;", min_size=1)
PLACES = st.tuples(st.integers(1, 8), st.integers(1, 3))
CHANGES: st.SearchStrategy[RowEdit | None] = st.one_of(
    st.none(),
    st.builds(InsertRows, sheet=st.just("One"), at=st.integers(2, 8), count=st.integers(1, 2)),
    st.builds(DeleteRows, sheet=st.just("One"), first=st.integers(2, 6), count=st.integers(1, 2)),
)


def random_workbooks(folder: Path) -> list[Case]:
    """Eight rows of three cells and their sums, edited anywhere; then rows are put in or taken out."""
    found: list[Case] = []

    @settings(max_examples=trials(10), database=None)
    @given(
        held=st.dictionaries(PLACES, CONTENTS, max_size=16),
        typed=st.dictionaries(PLACES, CONTENTS | st.none(), min_size=1, max_size=8),
        change=CHANGES,
    )
    def make(
        held: dict[tuple[int, int], Content], typed: dict[tuple[int, int], Content], change: RowEdit | None
    ) -> None:
        path = folder / "random.xlsx"
        path.write_bytes(written(held))
        edits = [
            Edit(cell=CellRef(sheet="One", row=row, column=column), content=content)
            for (row, column), content in typed.items()
        ]
        workbook = Workbook.open(path).apply(edits)
        if change is not None:
            workbook = workbook.with_rows(change)
        workbook.save(path)
        now = modelled(held | typed, change)
        assert second_opinion(path.read_bytes()) == now
        found.append(
            Case(name=f"random{len(found)}", data=path.read_bytes(), shows=with_sums(now), columns=4)
        )

    make()
    return found


def written(held: dict[tuple[int, int], Content]) -> bytes:
    book = openpyxl.Workbook()
    tab = book.worksheets[0]
    tab.title = "One"
    for (row, column), content in held.items():
        cell = tab.cell(row, column)
        cell.value = content
        if isinstance(content, str):
            cell.data_type = "s"
    for row in range(1, 9):
        tab.cell(row, 4, f"=SUM(A{row}:C{row})")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def modelled(held: dict[tuple[int, int], Content], change: RowEdit | None) -> list[list[Content] | None]:
    """The three cells of each row; None for a row that is new."""
    rows: list[list[Content] | None] = [
        [held.get((row, column)) for column in (1, 2, 3)] for row in range(1, 9)
    ]
    if isinstance(change, InsertRows):
        rows[change.at - 1 : change.at - 1] = [None] * change.count
    elif isinstance(change, DeleteRows):
        del rows[change.first - 1 : change.first - 1 + change.count]
    return rows


def second_opinion(data: bytes) -> list[list[Content] | None]:
    """The same as another library reads it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tab = openpyxl.load_workbook(io.BytesIO(data))["One"]
    rows = [[cell.value for cell in row] for row in tab.iter_rows(max_col=4)]
    return [row[:3] if row[3] else None for row in rows]  # type: ignore[misc]


def with_sums(rows: list[list[Content] | None]) -> Rows:
    return [
        [] if row is None else [*("" if one is None else str(one) for one in row), str(total(row))]
        for row in rows
    ]


def total(row: list[Content]) -> int:
    return sum(one for one in row if isinstance(one, int))


@pytest.mark.skipif(OFFICE is None, reason="no LibreOffice on this machine: its reading was not checked")
def test_an_office_suite_reads_what_was_written(tmp_path: Path) -> None:
    making = tmp_path / "making"
    making.mkdir()
    cases = [
        *edited_cells(),
        *changed_rows(),
        *awkward_workbooks(making),
        *random_workbooks(making),
    ]
    found = read_by_the_office(cases, tmp_path)
    differing = {case.name: found[case.name] for case in cases if found[case.name] != trimmed(case.shows)}
    assert differing == {}
    assert len(cases) > 60
