"""Formulas are calculated anew, and the list of formula cells goes when one of them does."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import openpyxl
import pytest

from desktop.workbook.package import Package
from desktop.workbook.patch import patched
from tests.workbook.raw_package import contents_of, edit, links, opened, parts_of, sheet

if TYPE_CHECKING:
    from pathlib import Path

BOOK = "xl/workbook.xml"
ROWS = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c></row>'


def book_after(folder: Path, book: str, rows: str = ROWS, edited: str = "Two!A1") -> tuple[str, str]:
    """The workbook part before and after an edit."""
    package = opened(folder, parts_of(sheet(""), sheet(rows), book=book))
    after = contents_of(patched(package, [edit(edited, 5)]))
    return package.part(BOOK).decode(), after[BOOK].decode()


@pytest.mark.parametrize(
    ("held", "asked"),
    [
        ('<calcPr calcId="191029"/>', '<calcPr calcId="191029" fullCalcOnLoad="1"/>'),
        ('<calcPr calcId="1"></calcPr>', '<calcPr calcId="1" fullCalcOnLoad="1"></calcPr>'),
        ("<calcPr fullCalcOnLoad='0'/>", "<calcPr fullCalcOnLoad='1'/>"),
        ('<!-- <calcPr a="1"/> --><calcPr />', '<!-- <calcPr a="1"/> --><calcPr  fullCalcOnLoad="1"/>'),
    ],
)
def test_the_workbook_asks_to_be_calculated(tmp_path: Path, held: str, asked: str) -> None:
    before, after = book_after(tmp_path, held)
    assert after == before.replace(held, asked)


@pytest.mark.parametrize(
    "between", ["", "<definedNames><definedName name='a'>One!A1</definedName></definedNames>"]
)
def test_the_wish_stands_where_the_order_of_the_part_has_it(tmp_path: Path, between: str) -> None:
    before, after = book_after(tmp_path, f"{between}<extLst/>")
    assert after == before.replace("<extLst/>", '<calcPr fullCalcOnLoad="1"/><extLst/>')


def test_nothing_is_asked_where_no_formula_reads_the_cell(tmp_path: Path) -> None:
    before, after = book_after(tmp_path, "<calcPr/>", edited="One!A1")
    assert after == before


def test_a_workbook_without_formulas_stays_as_it_is(tmp_path: Path) -> None:
    before, after = book_after(tmp_path, "<calcPr/>", rows="")
    assert after == before


def with_chain(folder: Path) -> Package:
    parts = parts_of(sheet(ROWS), more={"xl/calcChain.xml": "<calcChain/>"})
    parts["xl/_rels/workbook.xml.rels"] = links(
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId2", "styles", "styles.xml"),
        ("rId3", "calcChain", "calcChain.xml"),
    )
    listed = '<Override PartName="/xl/CalcChain.xml" ContentType="c"/></Types>'
    parts["[Content_Types].xml"] = str(parts["[Content_Types].xml"]).replace("</Types>", listed)
    return opened(folder, parts)


def test_the_list_of_formula_cells_goes_with_a_formula(tmp_path: Path) -> None:
    package = with_chain(tmp_path)
    data = patched(package, [edit("One!B1", 7)])
    found = contents_of(data)
    assert "xl/calcChain.xml" not in found
    assert b"alcChain" not in found["[Content_Types].xml"] + found["xl/_rels/workbook.xml.rels"]
    assert found["[Content_Types].xml"].count(b"<Override") == 3
    assert found["xl/_rels/workbook.xml.rels"].count(b"<Relationship ") == 2
    assert openpyxl.load_workbook(io.BytesIO(data))["One"]["B1"].value == 7


def test_it_stays_while_its_formulas_do(tmp_path: Path) -> None:
    package = with_chain(tmp_path)
    found = contents_of(patched(package, [edit("One!A1", 7)]))
    before = contents_of(package.data)
    assert {name for name in before if before[name] != found[name]} == {BOOK, "xl/worksheets/sheet1.xml"}


def test_a_formula_can_go_where_there_is_no_list(tmp_path: Path) -> None:
    package = opened(tmp_path, parts_of(sheet(ROWS)))
    again = Package.of(package.path, patched(package, [edit("One!B1", None)]), 0)
    assert again.scan("One").formulas == {}
