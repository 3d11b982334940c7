"""What stands where in a sheet, written regularly or in any odd shape that XML allows."""

from __future__ import annotations

import pytest

from desktop.workbook.archive import Damaged
from desktop.workbook.markup import as_utf8
from desktop.workbook.sheet_scan import SheetScan, parse_box
from tests.workbook.raw_package import sheet

ROWS = (
    '<row r="1" spans="1:3"><c r="A1" s="2" t="s"><v>0</v></c><c r="B1" t="n" s="3"><v>1</v></c>'
    '<c r="C1"/></row>'
    '<row r="3" s="7" customFormat="1"><c r="B3" s="4"><f>A1&lt;B1</f><v>1</v></c>'
    '<c r="C3"><f t="shared" ref="C3:C5" si="0">B3*$A$1</f><v>2</v></c></row>'
    '<row r="4"><c r="C4"><f t="shared" si="0"/><v>3</v></c>'
    '<c r="D4"><f t="array" ref="D4:D5">A1:A2</f></c></row>'
    '<row r="5"><c r="C5" s="1"><f t="shared" si="9"/><v>3</v></c></row>'
)
HEAD = '<dimension ref="A1:D5"/><cols><col min="2" max="3" width="9" style="5"/><col min="4" max="4"/></cols>'
TAIL = '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="B4:B5"/><mergeCell/></mergeCells>'


def scanned(markup: str | bytes) -> SheetScan:
    return SheetScan(*as_utf8(markup if isinstance(markup, bytes) else markup.encode()))


def prefixed(markup: str) -> str:
    """The same sheet with its main namespace under a prefix."""
    for name in ("worksheet", "sheetData", "row", "c", "v", "f", "mergeCells", "mergeCell", "dimension"):
        for end in (" ", ">", "/>"):
            markup = markup.replace(f"<{name}{end}", f"<x:{name}{end}").replace(f"</{name}>", f"</x:{name}>")
    return markup.replace("xmlns=", "xmlns:x=")


def spaced(markup: str) -> str:
    """The same sheet with other spaces and quotes, and attributes that look like tags."""
    return (
        markup.replace('<c r="', "<c\n note='a > b' r = \"")
        .replace("<row r=", "<row ht='1' r=")
        .replace("</c>", "</c >")
    )


def commented(markup: str) -> str:
    """The same sheet with remarks in it that look like rows and cells."""
    noise = '<!-- <row r="9"><c r="Z9" s="8"/></row> --><?x <c r="Y9"/>?>'
    return markup.replace("<row", f"{noise}<row").replace(
        "<sheetData>", f"<!-- <sheetData> --><sheetData>{noise}"
    )


SHAPES = {
    "regular": lambda markup: markup,
    "prefixed": prefixed,
    "spaced": spaced,
    "commented": commented,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_reads_alike(shape: str) -> None:
    scan = scanned(SHAPES[shape](sheet(ROWS, head=HEAD, tail=TAIL)))
    assert scan.box == (1, 1, 5, 4)
    assert [scan.style_of(*place) for place in ((1, 1), (1, 2), (1, 3), (3, 2), (5, 3), (9, 9))] == [
        *(2, 3, 0, 4, 1, 0)
    ]
    assert scan.formula_cells == {(3, 2), (3, 3), (4, 3), (4, 4), (5, 3)}
    assert scan.formula_of(3, 2) == "A1<B1"
    assert scan.formula_of(3, 3) == "B3*$A$1"
    assert scan.formula_of(4, 3) == "B4*$A$1"
    assert scan.formula_of(4, 4) == "A1:A2"
    assert scan.formula_of(5, 3) == ""
    assert scan.formula_of(1, 1) is None
    assert (scan.formulas[4, 4].kind, scan.formulas[4, 4].area) == ("array", "D4:D5")
    assert scan.merged == ((1, 1, 1, 3), (4, 2, 5, 2))
    assert [row.number for row in scan.rows()] == [1, 3, 4, 5]
    reach = scan.reach(10_000)
    assert reach is not None
    assert reach >= (5, 4)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_span_of_a_cell_is_its_element(shape: str) -> None:
    scan = scanned(SHAPES[shape](sheet(ROWS)))
    (row,) = scan.rows_numbered(3)
    cells = scan.cells(row)
    assert [(cell.row, cell.column, cell.style, cell.is_empty_tag) for cell in cells] == [
        (3, 2, 4, False),
        (3, 3, 0, False),
    ]
    for cell in cells:
        element = scan.text[cell.start : cell.end]
        assert element.startswith((b"<c", b"<x:c"))
        assert element.rstrip(b" >").endswith((b"</c", b"</x:c"))
        assert element.count(b"<v>") + element.count(b"<x:v>") == 1
    assert scan.rows_numbered(2) == ()


def test_rows_and_cells_without_numbers_are_counted() -> None:
    first = '<row><c s="1"/><c r="C1"/><c s="2"/></row>'
    later = '<row r="5"><c s="3"/></row><row spans="1:1"><c s="4"/></row>'
    scan = scanned(sheet(first + later))
    places = [(cell.row, cell.column, cell.style) for row in scan.rows() for cell in scan.cells(row)]
    assert places == [(1, 1, 1), (1, 3, 0), (1, 4, 2), (5, 1, 3), (6, 1, 4)]
    assert scan.style_of(6, 1) == 4
    assert scan.box == (1, 1, 6, 4)
    assert scan.reach(100) == (6, 4)


def test_columns_have_styles_of_their_own() -> None:
    assert scanned(sheet("", head=HEAD)).column_styles == ((2, 3, 5), (4, 4, 0))


@pytest.mark.parametrize(
    "markup",
    [sheet(""), sheet("").replace("<sheetData></sheetData>", "<sheetData />"), "<worksheet/>", "<other/>"],
)
def test_a_sheet_may_hold_nothing(markup: str) -> None:
    scan = scanned(markup)
    assert scan.box is None
    assert not scan.has_formulas
    assert scan.formulas == {}
    assert scan.merged == ()
    assert scan.style_of(1, 1) == 0


def test_a_tag_that_only_begins_alike_is_no_cell() -> None:
    rich = (
        '<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><color rgb="FF0000"></color></rPr><t>x</t></r></is>'
        "</c>"
        '<c r="B1"/></row>'
    )
    scan = scanned(sheet(rich, head='<cols><col min="1" max="1"/></cols>', tail="<rowBreaks></rowBreaks>"))
    (row,) = scan.rows_numbered(1)
    assert [scan.text[cell.start : cell.end][-4:] for cell in scan.cells(row)] == [b"</c>", b'1"/>']
    assert scan.formulas == {}


def test_the_nearest_first_cell_of_a_shared_formula_counts() -> None:
    rows = "".join(
        f'<row r="{row}"><c r="A{row}"><f t="shared" si="0"{rest}</c></row>'
        for row, rest in ((1, ' ref="A1:A2">B1</f>'), (2, "/>"), (3, ' ref="A3:A4">C3</f>'), (4, "/>"))
    )
    scan = scanned(sheet(rows))
    assert (scan.formula_of(2, 1), scan.formula_of(4, 1)) == ("B2", "C4")


def test_a_formula_of_the_ordinary_kind_may_say_so() -> None:
    scan = scanned(sheet('<row r="1"><c r="A1"><f t="normal">B1</f></c></row>'))
    assert scan.formulas[1, 1].kind == ""


def test_a_formula_written_as_cdata_is_read() -> None:
    scan = scanned(sheet('<row r="1"><c r="A1"><f><![CDATA[B1>2]]></f></c></row>'))
    assert scan.formula_of(1, 1) == "B1>2"


def test_two_rows_of_one_number_are_both_found() -> None:
    scan = scanned(sheet('<row r="1"><c r="A1"/></row><row r="1"><c r="B1"/></row>'))
    assert [len(scan.cells(row)) for row in scan.rows_numbered(1)] == [1, 1]


@pytest.mark.parametrize("rows", ['<row r="1"', '<row r="1"><c r="A1"></row>', '<row r="1"><c r="A1"/>'])
def test_markup_that_breaks_off_is_noticed(rows: str) -> None:
    scan = scanned(sheet(rows))
    with pytest.raises(Damaged):
        [scan.cells(row) for row in scan.rows()]


def test_rows_beyond_the_near_ones_are_measured() -> None:
    scan = scanned(sheet('<row r="20000"><c r="B20000"><v>1</v></c><c r="ZZZ1" s="1"/></row>'))
    assert scan.reach(100) == (20_000, 2)


@pytest.mark.parametrize(
    ("area", "box"),
    [
        ("B2:D9", (2, 2, 9, 4)),
        ("B2", (2, 2, 2, 2)),
        ("$B$2:$D$9", (2, 2, 9, 4)),
        ("", None),
        ("B:D", None),
        ("B" + "2" * 99, None),
    ],
)
def test_areas_are_read(area: str, box: object) -> None:
    assert parse_box(area) == box


def test_a_formula_moved_off_the_sheet_goes_on_at_its_other_end() -> None:
    rows = (
        '<row r="5"><c r="A5"><f t="shared" ref="A1:A5" si="0">A4</f></c></row>'
        '<row r="6"><c r="A1"><f t="shared" si="0"/></c></row>'
    )
    assert scanned(sheet(rows)).formula_of(1, 1) == "A1048576"


@pytest.mark.parametrize("shape", ["regular", "commented"])
def test_a_formula_that_breaks_off_is_none(shape: str) -> None:
    rows = '<row r="1"><c r="A1"><f>B1</c></row>'
    assert scanned(SHAPES[shape](sheet(rows))).formula_of(1, 1) in {None, "B1"}


def test_a_row_that_breaks_off_within_its_tag_ends_the_reading() -> None:
    scan = scanned('<worksheet><sheetData><!-- --><row r="1"><c r="A1"/></row><row note=" r="2"></sheetData>')
    assert scan.box == (1, 1, 1, 1)
