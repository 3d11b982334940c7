"""Results of formulas that Excel has yet to work out are known as such, and keep what they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.cells import parse_cell
from desktop.domain.row_edits import InsertRows
from desktop.workbook.records import read_contents
from desktop.workbook.workbook import Workbook
from tests.made_workbooks import INDICATOR_HEADERS, make
from tests.workbook.raw_package import edit, opened, parts_of, sheet

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.edits import Content
    from desktop.domain.values import Value

HEADERS = ("Code", "Definition", "31/3/00 Provisional", "31/3/01 Planned", "31/3/02 Planned")
LIST = ("Indicator", "Target", "By when", "Set by", "Where written")
SUMS = '<row r="1"><c r="A1"><f>One!D2*2</f><v>46</v></c><c r="A2"><f>A1+1</f><v>47</v></c></row>'


def cell(address: str, content: str | float) -> str:
    """A text, a number, or a formula with its result: =C2-1>23."""
    if isinstance(content, float | int):
        return f'<c r="{address}"><v>{content}</v></c>'
    if not content.startswith("="):
        return f'<c r="{address}" t="inlineStr"><is><t>{content}</t></is></c>'
    formula, found, result = content[1:].partition(">")
    return f'<c r="{address}"><f>{formula}</f>{f"<v>{result}</v>" if found else ""}</c>'


def rows(*described: tuple[str | float, ...]) -> str:
    return "".join(
        f'<row r="{number}">'
        + "".join(cell(f"{letter}{number}", content) for letter, content in zip("ABCDEF", row, strict=False))
        + "</row>"
        for number, row in enumerate(described, start=1)
    )


def workbook(tmp_path: Path, *described: tuple[str | float, ...], book: str = "") -> Workbook:
    """A table in sheet One whose formulas have results, and sums over it in sheet Two."""
    package = opened(tmp_path, parts_of(sheet(rows(*described)), sheet(SUMS), book=book))
    return Workbook.open(package.path)


INDICATORS = (HEADERS, ("PAF A1", "Moves", 24, "=C2-1>23", "=D2-3>20"), ("QP 9", "In touch", 60, 55, 50))


def stale(found: Workbook) -> set[str]:
    return {
        f"{name}!{chr(64 + column)}{row}"
        for name, each in found.sheets.items()
        for row, column in each.stale_cells
    }


def value(found: Workbook, address: str) -> Value:
    return next(
        value.value
        for indicator in found.contents.indicators
        for value in indicator.values
        if value.cell == parse_cell(address)
    )


def set_to(found: Workbook, address: str, content: Content) -> Workbook:
    return found.apply([edit(address, content)])


ALL = {"One!D2", "One!E2", "Two!A1", "Two!A2"}


def test_what_follows_from_an_edit_is_stale_and_keeps_its_figure(tmp_path: Path) -> None:
    found = workbook(tmp_path, *INDICATORS)
    assert stale(found) == set()
    edited = set_to(found, "One!C2", 30)
    assert stale(edited) == ALL
    assert (value(edited, "One!D2").number, value(edited, "One!D2").raw) == (23, "23")
    assert value(edited, "One!D2").stale
    assert value(edited, "One!D2").stale_words.startswith("Worked out before the last change")
    assert not value(edited, "One!C2").stale
    assert value(edited, "One!C2").stale_words == ""
    assert edited.contents == read_contents(edited.sheets.values())
    assert edited.contents.indicators[1] is found.contents.indicators[1]


def test_an_edit_that_no_formula_reads_leaves_none_stale(tmp_path: Path) -> None:
    assert stale(set_to(workbook(tmp_path, *INDICATORS), "One!C3", 61)) == set()


def test_taking_an_edit_back_makes_the_results_right_again(tmp_path: Path) -> None:
    found = workbook(tmp_path, *INDICATORS)
    back = set_to(set_to(set_to(found, "One!C2", 30), "One!D2", 25), "One!C2", 24)
    assert stale(back) == ALL - {"One!D2"}
    assert stale(set_to(set_to(found, "One!C2", 30), "One!C2", 24)) == set()


def test_a_formula_that_is_overwritten_is_not_stale_but_what_follows_is(tmp_path: Path) -> None:
    found = set_to(set_to(workbook(tmp_path, *INDICATORS), "One!C2", 30), "One!D2", 25)
    assert stale(found) == ALL - {"One!D2"}
    assert found.formula(edit("One!D2", None).cell) is None
    assert found.formula(edit("One!E2", None).cell) == "D2-3"


def test_a_save_works_nothing_out(tmp_path: Path) -> None:
    found = set_to(workbook(tmp_path, *INDICATORS), "One!D2", 25)
    saved = found.save(tmp_path / "saved.xlsx")
    assert stale(saved) == stale(found) == ALL - {"One!D2"}
    assert saved.contents == found.contents
    assert stale(set_to(set_to(saved, "One!E2", 9), "One!E2", 20)) == stale(saved)


def test_a_file_that_asks_to_be_worked_out_holds_stale_results(tmp_path: Path) -> None:
    found = workbook(tmp_path, *INDICATORS, book='<calcPr fullCalcOnLoad="1"/>')
    assert stale(found) == ALL
    assert stale(Workbook.open(set_to(found, "One!D2", 3).save(tmp_path / "saved.xlsx").package.path)) == (
        ALL - {"One!D2"}
    )


def test_a_formula_without_a_result_is_not_worked_out_yet(tmp_path: Path) -> None:
    found = workbook(tmp_path, HEADERS, ("PAF A1", "Moves", 24, "=C2-1", '=IF(C2=1,"x","")>'))
    assert stale(found) == {"One!D2"}
    assert value(found, "One!D2").blank
    assert value(found, "One!D2").stale_words == (
        "Not worked out yet: Excel works it out when it opens the workbook"
    )
    assert not value(found, "One!E2").stale


def test_a_formula_without_a_result_may_stand_beyond_all_else(tmp_path: Path) -> None:
    found = workbook(tmp_path, ("x",), (), ("=A1", "=A1", "=A1"))
    assert stale(found) == {"One!A3", "One!B3", "One!C3"}


def test_targets_and_amounts_are_stale_too(tmp_path: Path) -> None:
    targets = workbook(tmp_path, LIST, ("PAF A1", "=F2>16", "31/3/02", "Council", "B2", 16))
    assert set_to(targets, "One!F2", 15).contents.targets[0].value.stale
    heads = ("Priority area", "Question", "Amount (£)", "Rate")
    amounts = workbook(tmp_path, heads, ("Choice", "How much in total?", "=D2>9", 9))
    edited = set_to(amounts, "One!D2", 8)
    assert edited.contents.expenditure[0].amount.stale
    assert edited.contents == read_contents(edited.sheets.values())


def test_a_change_of_rows_may_change_any_result(tmp_path: Path) -> None:
    found = workbook(tmp_path, *INDICATORS).with_rows(InsertRows(sheet="One", at=3))
    assert stale(found) == ALL


@pytest.mark.parametrize("name", ["Return", "Two words"])
def test_a_workbook_that_a_program_made_shows_no_results_at_all(tmp_path: Path, name: str) -> None:
    table = (INDICATOR_HEADERS, ("Stability", "PAF A1", "Moves", 30, 24, 22, "=F2-2"))
    found = Workbook.open(make(tmp_path / "sums.xlsx", {name: table}))
    last = value(found, f"{name}!G2")
    assert (last.stale, last.blank, last.number) == (True, True, None)
