"""Pictures, charts, comments, tables and pivots follow the rows of their sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.errors import EditRefused
from desktop.domain.row_edits import DeleteRows, InsertRows, MoveRows
from desktop.workbook.shift import shifted
from tests.workbook.raw_package import contents_of, links, opened, parts_of, sheet

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.row_edits import RowEdit

ABOVE = InsertRows(sheet="One", at=3)
GONE = DeleteRows(sheet="One", first=3)
ROWS = "".join(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in range(1, 7))


def after(
    folder: Path, edit: RowEdit, kind: str, markup: str, more: dict[str, str | bytes] | None = None
) -> str:
    """A part that the first sheet links to, as it is after the change."""
    linked = {
        "xl/worksheets/_rels/sheet1.xml.rels": links(
            ("rId1", kind, "../linked/part.xml"), ("rId2", kind, "../gone.xml"), ("rId3", "other", "../x.xml")
        ),
        "xl/linked/part.xml": markup,
        **(more or {}),
    }
    package = opened(folder, parts_of(sheet(ROWS), sheet(""), more=linked))
    return contents_of(shifted(package, edit).data)["xl/linked/part.xml"].decode()


def anchor(name: str, first: int, last: int, more: str = "") -> str:
    """A drawing's anchor between two rows, counted from 0."""
    return (
        f"<xdr:{name}{more}><xdr:from><xdr:col>0</xdr:col><xdr:row>{first}</xdr:row></xdr:from>"
        f'<xdr:to><xdr:row>{last}</xdr:row></xdr:to><xdr:sp textlink="One!$A$3"/></xdr:{name}>'
    )


def drawn(*anchors: str) -> str:
    return f"<xdr:wsDr>{''.join(anchors)}</xdr:wsDr>"


def test_pictures_follow_their_cells(tmp_path: Path) -> None:
    whole, still, sized = "twoCellAnchor", ' editAs="absolute"', ' editAs="oneCell"'
    before = drawn(
        anchor(whole, 0, 1),
        anchor(whole, 1, 4),
        anchor(whole, 2, 4),
        anchor(whole, 1, 4, sized),
        anchor(whole, 2, 4, still),
        "<xdr:absoluteAnchor/>",
        "<xdr:oneCellAnchor><xdr:from><xdr:row>4</xdr:row></xdr:from></xdr:oneCellAnchor>",
    )
    wanted = drawn(
        anchor(whole, 0, 1),
        anchor(whole, 1, 5),
        anchor(whole, 3, 5),
        anchor(whole, 1, 4, sized),
        anchor(whole, 2, 4, still),
        "<xdr:absoluteAnchor/>",
        "<xdr:oneCellAnchor><xdr:from><xdr:row>5</xdr:row></xdr:from></xdr:oneCellAnchor>",
    )
    assert after(tmp_path, ABOVE, "drawing", before) == wanted.replace("$A$3", "$A$4")


def test_a_picture_is_never_lost_with_its_rows(tmp_path: Path) -> None:
    with pytest.raises(EditRefused, match="picture or chart stands in the rows"):
        after(tmp_path, GONE, "drawing", drawn(anchor("twoCellAnchor", 2, 2)))


def test_charts_read_the_same_cells(tmp_path: Path) -> None:
    more: dict[str, str | bytes] = {
        "xl/linked/_rels/part.xml.rels": links(("rId1", "chart", "../charts/chart1.xml")),
        "xl/charts/chart1.xml": "<c:chartSpace><c:f>One!$A$2:$A$4</c:f><c:f>Two!$A$3</c:f></c:chartSpace>",
        "xl/chartsheets/sheet1.xml": "<chartsheet/>",
        "xl/chartsheets/_rels/sheet1.xml.rels": links(("rId1", "drawing", "../drawings/drawing9.xml")),
        "xl/drawings/drawing9.xml": drawn(anchor("twoCellAnchor", 2, 4)),
        "xl/drawings/_rels/drawing9.xml.rels": links(("rId1", "chart", "../charts/chart9.xml")),
        "xl/charts/chart9.xml": "<c:chartSpace><c:f>One!$A$3</c:f></c:chartSpace>",
        "xl/_rels/workbook.xml.rels": links(
            ("rId1", "worksheet", "worksheets/sheet1.xml"),
            ("rId2", "worksheet", "worksheets/sheet2.xml"),
            ("rId3", "chartsheet", "chartsheets/sheet1.xml"),
            ("rId99", "styles", "styles.xml"),
        ),
    }
    linked: dict[str, str | bytes] = {
        "xl/worksheets/_rels/sheet1.xml.rels": links(("rId1", "drawing", "../linked/part.xml")),
        "xl/linked/part.xml": drawn(anchor("twoCellAnchor", 0, 1).replace(' textlink="One!$A$3"', "")),
    }
    package = opened(tmp_path, parts_of(sheet(ROWS), sheet(""), more=linked | more))
    before, found = contents_of(package.data), contents_of(shifted(package, ABOVE).data)
    assert b"One!$A$2:$A$5</c:f><c:f>Two!$A$3<" in found["xl/charts/chart1.xml"]
    assert b"<c:f>One!$A$4</c:f>" in found["xl/charts/chart9.xml"]
    assert found["xl/linked/part.xml"] == before["xl/linked/part.xml"]
    assert b"<xdr:row>2</xdr:row>" in found["xl/drawings/drawing9.xml"]


def test_comments_follow_and_go_with_their_cells(tmp_path: Path) -> None:
    before = '<comments><commentList><comment ref="A3"/><comment ref="B4"/></commentList></comments>'
    assert after(tmp_path, ABOVE, "comments", before) == before.replace("B4", "B5").replace("A3", "A4")
    assert after(tmp_path, GONE, "comments", before).count("<comment ") == 1
    threads = '<ThreadedComments><threadedComment ref="A4"/></ThreadedComments>'
    assert after(tmp_path, ABOVE, "threadedComment", threads) == threads.replace("A4", "A5")
    assert after(tmp_path, InsertRows(sheet="Two", at=1), "comments", before) == before


def shape(row: int, rows: str, more: str = "") -> str:
    return (
        f'<v:shape id="s"><x:ClientData><x:Anchor>{rows}</x:Anchor><x:Row>{row}</x:Row>{more}</x:ClientData>'
        "</v:shape>"
    )


def test_the_shapes_of_comments_and_controls_follow(tmp_path: Path) -> None:
    link = "<x:FmlaLink>$A$3</x:FmlaLink>"
    before = f"<xml>{shape(3, '1, 15, 2, 10, 3, 15, 5, 4', link)}{shape(0, 'odd')}</xml>"
    wanted = f"<xml>{shape(4, '1, 15, 3, 10, 3, 15, 6, 4', link.replace('3', '4'))}{shape(0, 'odd')}</xml>"
    assert after(tmp_path, ABOVE, "vmlDrawing", before) == wanted
    assert (
        after(tmp_path, DeleteRows(sheet="One", first=4), "vmlDrawing", before)
        == f"<xml>{shape(0, 'odd')}</xml>"
    )
    moved = after(tmp_path, GONE, "vmlDrawing", before)
    assert "1, 15, 2, 10, 3, 15, 5, 4" in moved
    assert after(tmp_path, InsertRows(sheet="Two", at=1), "vmlDrawing", before) == before


def test_controls_keep_their_cells(tmp_path: Path) -> None:
    before = '<formControlPr fmlaLink="$A$3" fmlaRange="Two!$A$3:$A$4"/>'
    assert after(tmp_path, ABOVE, "ctrlProp", before) == before.replace('"$A$3"', '"$A$4"')


TABLE = (
    '<table ref="A1:B4"{more}><autoFilter ref="A1:B4"/><sortState ref="A2:B4">'
    '<sortCondition ref="A3"/></sortState>'
    "<tableColumns><tableColumn><calculatedColumnFormula>$A$3</calculatedColumnFormula></tableColumn>"
    "</tableColumns></table>"
)


def test_a_table_takes_rows_in_and_lets_rows_go(tmp_path: Path) -> None:
    before = TABLE.format(more="")
    longer = before.replace("B4", "B5")
    assert after(tmp_path, ABOVE, "table", before) == longer.replace('"A3"', '"A4"').replace("$3", "$4")
    shorter = after(tmp_path, GONE, "table", before)
    assert '<table ref="A1:B3"><autoFilter ref="A1:B3"/><sortState ref="A2:B3"></sortState>' in shorter
    assert after(tmp_path, InsertRows(sheet="One", at=5), "table", before) == before
    joined = InsertRows(sheet="One", at=5, like=4, record=True)
    assert after(tmp_path, joined, "table", before) == longer
    assert after(tmp_path, InsertRows(sheet="Two", at=1), "table", before) == before


@pytest.mark.parametrize(
    ("edit", "more"),
    [
        (DeleteRows(sheet="One", first=1), ""),
        (DeleteRows(sheet="One", first=2, count=3), ""),
        (DeleteRows(sheet="One", first=1, count=5), ""),
        (DeleteRows(sheet="One", first=4), ' totalsRowCount="1"'),
        (MoveRows(sheet="One", first=1, before=3), ""),
        (MoveRows(sheet="One", first=4, before=3), ' totalsRowCount="1"'),
        (InsertRows(sheet="One", at=2), ' headerRowCount="2"'),
    ],
)
def test_a_table_keeps_its_heading_its_totals_and_a_row(tmp_path: Path, edit: RowEdit, more: str) -> None:
    with pytest.raises(EditRefused, match="Excel table in rows 1 to 4 of sheet One"):
        after(tmp_path, edit, "table", TABLE.format(more=more))


def test_a_table_without_heading_may_lose_its_first_row(tmp_path: Path) -> None:
    found = after(
        tmp_path, DeleteRows(sheet="One", first=1), "table", TABLE.format(more=' headerRowCount="0"')
    )
    assert found.startswith('<table ref="A1:B3"')


def test_a_pivot_table_moves_whole_or_not_at_all(tmp_path: Path) -> None:
    before = '<pivotTableDefinition><location ref="D3:E5"/></pivotTableDefinition>'
    assert after(tmp_path, ABOVE, "pivotTable", before) == before.replace("D3:E5", "D4:E6")
    assert after(tmp_path, InsertRows(sheet="Two", at=1), "pivotTable", before) == before
    for edit in (InsertRows(sheet="One", at=4), GONE, MoveRows(sheet="One", first=3, before=9)):
        with pytest.raises(EditRefused, match="Rows 3 to 5 of sheet One hold a pivot table"):
            after(tmp_path, edit, "pivotTable", before)
    odd = '<pivotTableDefinition><location ref="?"/></pivotTableDefinition>'
    assert after(tmp_path, ABOVE, "pivotTable", odd) == odd


def test_a_pivot_table_reads_the_same_cells(tmp_path: Path) -> None:
    cache = (
        '<pivotCacheDefinition><cacheSource><worksheetSource ref="A1:B4" sheet="One"/></cacheSource>'
        '<rangeSet ref="A1:B4" sheet="Two"/></pivotCacheDefinition>'
    )
    more: dict[str, str | bytes] = {
        "xl/pivot.xml": cache,
        "xl/_rels/workbook.xml.rels": links(
            ("rId1", "worksheet", "worksheets/sheet1.xml"),
            ("rId2", "pivotCacheDefinition", "pivot.xml"),
        ),
    }
    package = opened(tmp_path, parts_of(sheet(ROWS), more=more))
    found = contents_of(shifted(package, ABOVE).data)["xl/pivot.xml"].decode()
    assert found == cache.replace('ref="A1:B4" sheet="One"', 'ref="A1:B5" sheet="One"')
    other = contents_of(shifted(package, InsertRows(sheet="One", at=9)).data)["xl/pivot.xml"].decode()
    assert other == cache
