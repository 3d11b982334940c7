"""Which formulas read which cells: what is named counts, and what can't be told counts too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.domain.cells import parse_cell
from desktop.workbook.package import Package
from tests.workbook.raw_package import parts_of, sheet, zipped

if TYPE_CHECKING:
    from desktop.workbook.dependents import Dependents, Spot


def spot(address: str) -> Spot:
    cell = parse_cell(address)
    assert cell is not None
    return cell.sheet, cell.row, cell.column


def formula(address: str, text: str, attributes: str = "") -> str:
    return f'<c r="{address}"><f{attributes}>{text}</f><v>1</v></c>'


def dependents(*rows: str, second: str = "") -> Dependents:
    """The formulas of two sheets, One and Two, whose cells stand row by row."""
    numbered = "".join(f'<row r="{number}">{cells}</row>' for number, cells in enumerate(rows, start=1))
    parts = parts_of(sheet(numbered), sheet(f'<row r="1">{second}</row>'))
    return Package.of(Path("Book.xlsx"), zipped(parts), 0).dependents


def read_by(text: str, *changed: str) -> bool:
    """Whether a change of these cells leaves the formula, in One!J1, to be worked out anew."""
    return spot("One!J1") in dependents(formula("J1", text)).of(map(spot, changed), ())


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("A1+1", "One!A1"),
        ("$B$7*2", "One!B7"),
        ("SUM(B5:D5)", "One!C5"),
        ("SUM(D9:B5)", "One!C7"),
        ("SUM(B2:B5000)", "One!B4999"),
        ("SUM(C:C)", "One!C1048576"),
        ("SUM($C:D)", "One!D3"),
        ("SUM(4:6)", "One!XFD5"),
        ("SUM($4:6)", "One!A6"),
        ("SUM(1:900)", "One!AA1"),
        ("Two!A1", "Two!A1"),
        ("two!A1", "Two!A1"),
        ("'Two'!$A$1:B9", "Two!B3"),
        ("LOG10(A1)", "One!A1"),
        ("IF(A1=&quot;B1&quot;,1,0)", "One!A1"),
        ("1E5+A1", "One!A1"),
        ("A1#", "One!A1"),
    ],
)
def test_a_formula_reads_the_cells_that_it_names(text: str, cell: str) -> None:
    assert read_by(text, cell)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("A1+1", "One!A2"),
        ("A1+1", "One!B1"),
        ("A1+1", "Two!A1"),
        ("Two!A1", "One!A1"),
        ("SUM(B5:D5)", "One!E5"),
        ("SUM(B2:B5000)", "One!B1"),
        ("SUM(1:900)", "Two!A1"),
        ("IF(TRUE,&quot;B1&quot;,0)", "One!B1"),
        ("1E5+2.5", "One!E5"),
        ("LOG10(2)", "One!LOG10"),
        ("[1]Two!A1+[1]Two!A2", "Two!A1"),
        ("'C:\\My [old.xlsx]Two'!A1", "Two!A1"),
        ("#REF!+A1", "One!A2"),
    ],
)
def test_a_formula_reads_no_other_cell(text: str, cell: str) -> None:
    assert not read_by(text, cell)


@pytest.mark.parametrize(
    "text",
    [
        "rate*2",
        "SUM(Table1[Planned])",
        "INDIRECT(A1)",
        "SUM(OFFSET(A1,1,1))",
        "SUM(A1:INDEX(B:B,3))",
        "SUM(One:Two!A1)",
        "Two!rate",
        "[1]!rate",
    ],
)
def test_what_can_not_be_told_from_the_text_may_read_anything(text: str) -> None:
    assert read_by(text, "Two!Z99")
    assert not read_by(text)


def test_results_follow_through_others_on_any_sheet() -> None:
    found = dependents(
        formula("B1", "A1*2"),
        formula("B2", "B1+Two!A1"),
        formula("B3", "B2+B3"),
        second=formula("A1", "One!B1") + formula("B1", "7"),
    )
    assert found.of([spot("One!A1")], ()) == set(map(spot, ("One!B1", "One!B2", "One!B3", "Two!A1")))
    assert found.of([spot("One!A1")], ()) == found.of([spot("One!B1")], ()) | {spot("One!B1")}


def test_nothing_follows_by_way_of_a_formula_that_is_gone() -> None:
    found = dependents(formula("B1", "A1"), formula("B2", "B1"), formula("B3", "rate"))
    gone = {spot("One!B1"), spot("One!B3")}
    assert found.of([spot("One!A1")], gone) == set()
    assert found.of([spot("One!A1"), spot("One!B1")], gone) == {spot("One!B2")}


def test_a_shared_formula_reads_other_cells_in_every_cell_that_shares_it() -> None:
    found = dependents(
        formula("C1", "A1+$B$1", ' t="shared" ref="C1:C3" si="0"'),
        '<c r="C2"><f t="shared" si="0"/></c>',
        '<c r="C3"><f t="shared" si="0"/></c>',
    )
    assert found.of([spot("One!A2")], ()) == {spot("One!C2")}
    assert found.of([spot("One!B1")], ()) == set(map(spot, ("One!C1", "One!C2", "One!C3")))


def test_a_formula_may_fill_a_block() -> None:
    block = formula("C1", "A1:A2*2", ' t="array" ref="C1:C2"')
    assert dependents(block).of([spot("One!A2")], ()) == {spot("One!C1"), spot("One!C2")}
    endless = formula("C1", "A1", ' t="array" ref="C1:XFD1048576"')
    assert dependents(endless).formulas == {spot("One!C1")}


def test_a_data_table_may_read_anything() -> None:
    table = formula("C1", "", ' t="dataTable" ref="C1:C2" r1="A9"')
    assert dependents(table).of([spot("Two!Z9")], ()) == {spot("One!C1"), spot("One!C2")}


def test_without_formulas_nothing_follows() -> None:
    assert dependents('<c r="A1"><v>1</v></c>').of([spot("One!A1")], ()) == set()
