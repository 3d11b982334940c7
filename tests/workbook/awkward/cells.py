"""Cells and rows in forms that Excel seldom writes and other programs do."""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import TYPE_CHECKING

from desktop.domain.cells import LONGEST_TEXT
from tests.workbook.awkward.plan import (
    PLAN,
    READING,
    SPREADSHEET,
    awkward,
    book,
    book_linked,
    inline,
    rows,
    typed,
)
from tests.workbook.raw_package import DECLARATION, MAIN, STYLES, parts_of, sheet

if TYPE_CHECKING:
    from tests.workbook.awkward.plan import (
        Parts,
    )

_SI = f'<sst xmlns="{MAIN}" count="99" uniqueCount="99">'


def _shared(parts: Parts, strings: str) -> Parts:
    part = "xl/sharedStrings.xml"
    parts = book_linked(
        parts | {part: f"{DECLARATION}{_SI}{strings}</sst>"}, ("rId50", "sharedStrings", "sharedStrings.xml")
    )
    return typed(parts, overrides={f"/{part}": f"{SPREADSHEET}.sharedStrings+xml"})


@awkward()
def rows_and_cells_without_numbers() -> Parts:
    """Some exporters number neither rows nor cells: each follows the one before."""
    data = "".join(
        "<row>"
        + "".join(
            f'<c t="inlineStr"><is><t>{text}</t></is></c>' if text else "<c/>" for text in PLAN.get(row, ())
        )
        + "</row>"
        for row in range(1, 7)
    )
    return book(data)


@awkward()
def texts_shared_and_in_pieces() -> Parts:
    """A text of several fonts, with readings of its characters, that several cells share."""
    strings: dict[str, int] = {}

    def cell(place: str, text: str) -> str:
        return f'<c r="{place}" t="s"><v>{strings.setdefault(text, len(strings))}</v></c>'

    data = rows(cell)
    items = "".join(
        f'<si><r><rPr><b/><sz val="11"/></rPr><t xml:space="preserve">{text[:2]}</t>'
        f'</r><r><t xml:space="preserve">{text[2:]}</t></r>'
        '<rPh sb="0" eb="1"><t>read so</t></rPh><phoneticPr fontId="0"/></si>'
        for text in strings
    )
    return _shared(book(data), items)


@awkward()
def texts_in_pieces_of_their_own() -> Parts:
    """Rich text within the cell itself."""

    def cell(place: str, text: str) -> str:
        pieces = (
            f'<r><rPr><i/></rPr><t xml:space="preserve">{text[:1]}</t></r><r><t '
            f'xml:space="preserve">{text[1:]}</t></r>'
        )
        return f'<c r="{place}" t="inlineStr"><is>{pieces}</is></c>'

    return book(rows(cell))


@awkward()
def formulas_shared_down_a_column() -> Parts:
    """One cell holds the formula of all: whoever overwrites or parts them must give it a new home."""
    beside = {
        row: f'<c r="I{row}"><f t="shared" '
        f'{"ref=" + chr(34) + "I4:I6" + chr(34) + " " if row == 4 else ""}si="0">'
        f"{'LEN(G4)' if row == 4 else ''}</f><v>5</v></c>"
        for row in (4, 5, 6)
    }
    return book(rows(beside=beside))


@awkward()
def formulas_over_several_cells() -> Parts:
    """An old array formula of one cell, and one of two beside the plan."""
    beside = {
        4: '<c r="I4"><f t="array" ref="I4">SUM(LEN(G4:G6))</f><v>10</v></c>'
        '<c r="K4"><f t="array" ref="K4:K5">LEN(G4:G5)</f><v>5</v></c>',
        5: '<c r="K5"><v>0</v></c>',
    }
    return book(rows(beside=beside))


@awkward()
def a_formula_that_spills() -> Parts:
    """A dynamic array marks its cell with metadata that an overwritten cell must not keep."""
    beside = {
        4: '<c r="I4" cm="1"><f t="array" ref="I4:I5">LEN(G4:G5)</f><v>5</v></c>',
        5: '<c r="I5"><v>0</v></c>',
    }
    part = "xl/metadata.xml"
    metadata = (
        f'{DECLARATION}<metadata xmlns="{MAIN}"><metadataTypes count="1">'
        '<metadataType name="XLDAPR" minSupportedVersion="120000" cellMeta="1"/>'
        "</metadataTypes></metadata>"
    )
    parts = book(rows(beside=beside), more={part: metadata})
    return typed(
        book_linked(parts, ("rId51", "sheetMetadata", "metadata.xml")),
        overrides={f"/{part}": f"{SPREADSHEET}.sheetMetadata+xml"},
    )


@awkward(rows_refused="are filled by a data table")
def a_what_if_table() -> Parts:
    """A data table (What-If Analysis) can't follow its rows."""
    below = (
        '<row r="20"><c r="K20"><f t="dataTable" ref="K20:K21" dt2D="0" dtr="0" r1="J19"/><v>1</v></c></row>'
    )
    return book(rows(below=below))


@awkward()
def cells_of_every_kind() -> Parts:
    """Texts, errors, truths and dates as formulas and other programs leave them."""
    beside = {
        4: '<c r="I4" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="J4" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
        5: '<c r="I5" t="b"><v>1</v></c><c r="J5" t="n"><v>1E-7</v></c>',
        6: '<c r="I6" t="d"><v>2012-09-30T00:00:00</v></c><c r="J6"><v/></c><c r="K6" s="1"/>',
    }
    return book(rows(beside=beside))


@awkward()
def characters_that_are_written_as_escapes() -> Parts:
    """Carriage returns and control characters stand as _x000D_, and a text that looks so as _x005F_x000D_."""
    return book(rows(beside={4: inline("I4", "one_x000D_\ntwo_x0007_ and _x005F_x000D_")}))


@awkward()
def the_longest_text() -> Parts:
    """A cell holds 32,767 characters, some of which need two units of UTF-16."""
    return book(rows(beside={5: inline("I5", "£" * (LONGEST_TEXT - 2) + "\N{GRINNING FACE}")}))


@awkward()
def a_stray_cell_far_below() -> Parts:
    """Somebody hit the space bar twenty thousand rows down."""
    return book(rows(below=f'<row r="20000">{inline("C20000", " ")}</row>'))


@awkward()
def empty_cells_to_the_last_column() -> Parts:
    """A whole row was coloured: 16,384 columns are named and none holds anything."""
    return book(rows(beside={5: '<c r="XFD5" s="2"/>'}), head='<dimension ref="A1:XFD6"/>')


@awkward()
def days_counted_from_1904() -> Parts:
    """An old Macintosh counts days from 1/1/1904; the due dates are numbers."""
    first = dt.date(1904, 1, 1)
    days = {
        text: (dt.datetime.strptime(text, "%d/%m/%Y").replace(tzinfo=dt.UTC).date() - first).days
        for text in (PLAN[row][5] for row in (4, 5, 6))
    }

    def cell(place: str, text: str) -> str:
        return f'<c r="{place}" s="1"><v>{days[text]}</v></c>' if text in days else inline(place, text)

    parts = book(rows(cell))
    name = "xl/workbook.xml"
    return parts | {name: str(parts[name]).replace("<sheets>", '<workbookPr date1904="1"/><sheets>')}


@awkward()
def markup_laid_out_for_people() -> Parts:
    """Line breaks and indents between all tags, remarks among them, and quotes of the other kind."""
    data = (
        rows()
        .replace("<row", "\n  <!-- <c r='A1'/> -->\n  <row")
        .replace("<c ", "\n\t<c\n ")
        .replace('t="inlineStr"', "t='inlineStr'")
    )
    return book(data.replace("</row>", "\n  </row>\n"))


@awkward()
def text_in_cdata() -> Parts:
    """Text that is kept from being read as markup."""

    def cell(place: str, text: str) -> str:
        return f'<c r="{place}" t="inlineStr"><is><t><![CDATA[{text}]]></t></is></c>'

    return book(rows(cell))


@awkward()
def attributes_in_another_order() -> Parts:
    """The kind of a cell before its address, and attributes that nobody knows."""
    return book(
        rows()
        .replace('<c r="', '<c u:odd="1 > 0" xmlns:u="urn:odd" r="')
        .replace('" t="inlineStr"', '"\tt = "inlineStr"')
    )


@awkward()
def rows_grouped_hidden_and_high() -> Parts:
    """Rows of their own height and style, two of them hidden in a group, with spans that are too narrow."""
    odd = 'spans="1:2" s="2" customFormat="1" ht="30" customHeight="1" outlineLevel="1" hidden="1"'
    return book(
        rows()
        .replace('<row r="5"', f'<row r="5" {odd}')
        .replace('<row r="6"', f'<row r="6" {odd} collapsed="1"')
    )


@awkward()
def twenty_thousand_styles() -> Parts:
    """Years of copying between workbooks leave tens of thousands of cell styles."""
    more = "".join(
        f'<xf numFmtId="{number * 7919 % 50}" fontId="0" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
        for number in range(20_000)
    )
    styles = STYLES.replace('count="3"', 'count="20003"').replace("</cellXfs>", f"{more}</cellXfs>")
    return book(rows(beside={4: '<c r="I4" s="19999"><v>7</v></c>'}), more={"xl/styles.xml": styles})


@awkward()
def no_styles_at_all() -> Parts:
    """Exporters that know no formats leave the part out."""
    parts = parts_of(sheet(rows()), READING)
    del parts["xl/styles.xml"]
    links = "xl/_rels/workbook.xml.rels"
    kept = str(parts[links])
    start = kept.index('<Relationship Id="rId99"')
    return parts | {links: kept[:start] + kept[kept.index("/>", start) + 2 :]}


@awkward()
def a_dimension_that_is_wrong() -> Parts:
    """The sheet says that it ends where it does not."""
    return book(rows(), head='<dimension ref="A1:B2"/>')


@awkward()
def strings_that_are_shared_by_nobody() -> Parts:
    """Thousands of shared texts that no cell refers to, some of them empty."""
    numbers = count()
    return _shared(book(), "".join(f"<si><t>{next(numbers)}</t></si><si/>" for _ in range(2000)))
