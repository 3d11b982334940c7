"""What a sheet says of its cells outside its rows follows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.row_edits import DeleteRows, InsertRows
from tests.workbook.raw_package import sheet
from tests.workbook.shifts import ABOVE, GONE, ROWS, SWAP, TWO, after, around

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.row_edits import RowEdit


@pytest.mark.parametrize(
    ("edit", "head", "new"),
    [
        (ABOVE, '<dimension ref="A1:B6"/>', '<dimension ref="A1:B7"/>'),
        (ABOVE, '<dimension ref="A1"/>', '<dimension ref="A1:A3"/>'),
        (GONE, '<dimension ref="A1:B6"/>', '<dimension ref="A1:B5"/>'),
        (GONE, '<dimension ref="A3:B3"/>', '<dimension ref="A1:B1"/>'),
        (ABOVE, '<dimension ref="1:6"/>', '<dimension ref="1:7"/>'),
        (GONE, '<dimension ref="odd"/>', '<dimension ref="odd"/>'),
        (
            ABOVE,
            (
                '<sheetViews><sheetView topLeftCell="A4"><pane ySplit="3" topLeftCell="A4" state="frozen"/>'
                '<selection activeCell="B3" sqref="B3 C2:C4"/></sheetView></sheetViews>'
            ),
            (
                '<sheetViews><sheetView topLeftCell="A5"><pane ySplit="4" topLeftCell="A5" state="frozen"/>'
                '<selection activeCell="B4" sqref="B4 C2:C5"/></sheetView></sheetViews>'
            ),
        ),
        (
            GONE,
            (
                '<sheetViews><sheetView><pane ySplit="1" state="frozen"/>'
                '<selection activeCell="B3" sqref="B3"/>'
                "</sheetView></sheetViews>"
            ),
            (
                '<sheetViews><sheetView><pane ySplit="1" state="frozen"/>'
                '<selection activeCell="B3" sqref="B3"/>'
                "</sheetView></sheetViews>"
            ),
        ),
        (
            SWAP,
            (
                '<sheetViews><sheetView><pane ySplit="3" state="frozen"/></sheetView><sheetView>'
                '<pane ySplit="9"/>'
                "</sheetView></sheetViews>"
            ),
            (
                '<sheetViews><sheetView><pane ySplit="3" state="frozen"/></sheetView><sheetView>'
                '<pane ySplit="9"/>'
                "</sheetView></sheetViews>"
            ),
        ),
    ],
)
def test_the_view_follows(tmp_path: Path, edit: RowEdit, head: str, new: str) -> None:
    assert around(tmp_path, edit, "", head) == new


@pytest.mark.parametrize(
    ("edit", "tail", "new"),
    [
        (ABOVE, '<autoFilter ref="A1:C6"/>', '<autoFilter ref="A1:C7"/>'),
        (
            InsertRows(sheet="One", at=5, like=4, record=True),
            '<autoFilter ref="A1:C4"/>',
            '<autoFilter ref="A1:C5"/>',
        ),
        (
            InsertRows(sheet="One", at=5, like=5, record=True),
            '<autoFilter ref="A1:C4"/>',
            '<autoFilter ref="A1:C4"/>',
        ),
        (
            DeleteRows(sheet="One", first=1, count=2),
            '<autoFilter ref="A1:C2"/><x14:sparklineGroups><x14:sparklineGroup/></x14:sparklineGroups>',
            "<x14:sparklineGroups><x14:sparklineGroup/></x14:sparklineGroups>",
        ),
        (
            GONE,
            (
                '<autoFilter ref="A2:C6"><sortState ref="A3:C3"><sortCondition ref="A3"/></sortState>'
                "</autoFilter>"
            ),
            '<autoFilter ref="A2:C5"></autoFilter>',
        ),
        (
            ABOVE,
            (
                '<protectedRanges><protectedRange sqref="A2:A4 C9" name="x"/></protectedRanges>'
                '<scenarios><scenario sqref="B3"><inputCells r="B3" val="1"/></scenario></scenarios>'
            ),
            (
                '<protectedRanges><protectedRange sqref="A2:A5 C10" name="x"/></protectedRanges>'
                '<scenarios><scenario sqref="B4"><inputCells r="B4" val="1"/></scenario></scenarios>'
            ),
        ),
        (
            GONE,
            (
                '<protectedRanges><protectedRange sqref="A3" name="x"/></protectedRanges>'
                '<scenarios><scenario sqref="B3"><inputCells r="B3" val="1"/></scenario></scenarios>'
            ),
            "",
        ),
        (
            ABOVE,
            (
                '<mergeCells count="3"><mergeCell ref="A2:A3"/><mergeCell ref="B1:B2"/>'
                '<mergeCell ref="C3:D4"/>'
                '<mergeCell ref="odd"/></mergeCells>'
            ),
            (
                '<mergeCells count="4"><mergeCell ref="A2:A4"/><mergeCell ref="B1:B2"/>'
                '<mergeCell ref="C4:D5"/>'
                '<mergeCell ref="odd"/></mergeCells>'
            ),
        ),
        (
            GONE,
            (
                '<mergeCells count="3"><mergeCell ref="A2:A3"/><mergeCell ref="B3:C3"/>'
                '<mergeCell ref="C2:D4"/>'
                "</mergeCells>"
            ),
            '<mergeCells count="1"><mergeCell ref="C2:D3"/></mergeCells>',
        ),
        (GONE, '<mergeCells count="1"><mergeCell ref="B3:C3"/></mergeCells>', ""),
        (
            GONE,
            '<mergeCells count="1"><mergeCell ref="B3:C3"/></mergeCells><extLst><ext uri="x"/></extLst>',
            '<extLst><ext uri="x"/></extLst>',
        ),
        (
            InsertRows(sheet="One", at=3, like=2, record=True),
            '<mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="B2:D2"/></mergeCells>',
            (
                '<mergeCells count="3"><mergeCell ref="A1:A3"/><mergeCell ref="B2:D2"/>'
                '<mergeCell ref="B3:D3"/>'
                "</mergeCells>"
            ),
        ),
        (
            InsertRows(sheet="One", at=3, like=3, record=True),
            '<mergeCells count="2"><mergeCell ref="A3:A5"/><mergeCell ref="B1:B2"/></mergeCells>',
            '<mergeCells count="2"><mergeCell ref="A3:A6"/><mergeCell ref="B1:B2"/></mergeCells>',
        ),
        (
            ABOVE,
            (
                '<conditionalFormatting sqref="A3:A9"><cfRule type="expression"><formula>A3&gt;A$3</formula>'
                "</cfRule></conditionalFormatting>"
            ),
            (
                '<conditionalFormatting sqref="A4:A10"><cfRule type="expression"><formula>A4&gt;A$4</formula>'
                "</cfRule></conditionalFormatting>"
            ),
        ),
        (
            InsertRows(sheet="One", at=3, like=3),
            (
                '<conditionalFormatting sqref="A3:A9"><cfRule type="expression"><formula>A3&gt;A$3</formula>'
                "</cfRule></conditionalFormatting>"
            ),
            (
                '<conditionalFormatting sqref="A3:A10"><cfRule type="expression"><formula>A3&gt;A$4</formula>'
                "</cfRule></conditionalFormatting>"
            ),
        ),
        (
            GONE,
            (
                '<conditionalFormatting sqref="A3"><cfRule><formula>A3</formula></cfRule>'
                "</conditionalFormatting>"
                '<dataValidations count="2"><dataValidation sqref="A3">'
                "<formula1>$C$3</formula1></dataValidation>"
                '<dataValidation sqref="B2 B4"><formula1>$C$4</formula1>'
                "<formula2>B2</formula2></dataValidation>"
                "</dataValidations>"
            ),
            (
                '<dataValidations count="1">'
                '<dataValidation sqref="B2 B3"><formula1>$C$3</formula1>'
                "<formula2>B2</formula2></dataValidation>"
                "</dataValidations>"
            ),
        ),
        (
            ABOVE,
            (
                '<dataValidations count="1"><dataValidation sqref="B2 odd"><formula1>One!$C$4:$C$9</formula1>'
                "<formula2/></dataValidation></dataValidations>"
            ),
            (
                '<dataValidations count="1"><dataValidation sqref="B2:B3 odd">'
                "<formula1>One!$C$5:$C$10</formula1>"
                "<formula2/></dataValidation></dataValidations>"
            ),
        ),
        (
            GONE,
            (
                '<hyperlinks><hyperlink ref="A3" location="One!A1"/>'
                '<hyperlink ref="A4" location="One!A4"/></hyperlinks>'
            ),
            '<hyperlinks><hyperlink ref="A3" location="One!A3"/></hyperlinks>',
        ),
        (
            ABOVE,
            (
                '<rowBreaks count="2" manualBreakCount="2"><brk id="2" man="1"/>'
                '<brk id="4" man="1"/></rowBreaks>'
                '<colBreaks count="1"><brk id="4"/></colBreaks>'
            ),
            (
                '<rowBreaks count="2" manualBreakCount="2"><brk id="2" man="1"/>'
                '<brk id="5" man="1"/></rowBreaks>'
                '<colBreaks count="1"><brk id="4"/></colBreaks>'
            ),
        ),
        (
            GONE,
            (
                '<rowBreaks count="2" manualBreakCount="2"><brk id="2" man="1"/><brk id="3" man="1"/>'
                "</rowBreaks>"
            ),
            '<rowBreaks count="1" manualBreakCount="1"><brk id="2" man="1"/></rowBreaks>',
        ),
        (
            DeleteRows(sheet="One", first=1, count=2),
            (
                '<rowBreaks count="1"><brk id="2"/></rowBreaks><cellWatches><cellWatch r="A1"/></cellWatches>'
                '<ignoredErrors><ignoredError sqref="A1:A2" numberStoredAsText="1"/></ignoredErrors>'
                "<tableParts/>"
            ),
            "<tableParts/>",
        ),
        (
            ABOVE,
            (
                '<controls><control><controlPr><anchor moveWithCells="1"><from><col>0</col>'
                "<row>3</row></from>"
                "<to><col>1</col><row>5</row></to></anchor></controlPr></control></controls>"
            ),
            (
                '<controls><control><controlPr><anchor moveWithCells="1"><from><col>0</col>'
                "<row>4</row></from>"
                "<to><col>1</col><row>6</row></to></anchor></controlPr></control></controls>"
            ),
        ),
    ],
)
def test_what_stands_after_the_rows_follows(tmp_path: Path, edit: RowEdit, tail: str, new: str) -> None:
    assert around(tmp_path, edit, tail) == new


EXTENSIONS = (
    '<extLst><ext uri="a"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="dataBar">'
    "<x14:cfvo><xm:f>$B$3</xm:f></x14:cfvo></x14:cfRule><xm:sqref>A3:A5</xm:sqref>"
    "</x14:conditionalFormatting>"
    '</x14:conditionalFormattings></ext><ext uri="b"><x14:dataValidations count="1"><x14:dataValidation>'
    "<x14:formula1><xm:f>Two!$A$3</xm:f></x14:formula1><xm:sqref>B3</xm:sqref></x14:dataValidation>"
    '</x14:dataValidations></ext><ext uri="c"><x14:sparklineGroups><x14:sparklineGroup><xm:f>One!A3:C3</xm:f>'
    "<x14:sparklines><x14:sparkline><xm:f>One!A3:C3</xm:f><xm:sqref>D3</xm:sqref></x14:sparkline>"
    "</x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>"
)


def test_newer_rules_and_sparklines_follow(tmp_path: Path) -> None:
    found = around(tmp_path, ABOVE, EXTENSIONS)
    wanted = EXTENSIONS.replace("$B$3", "$B$4").replace("A3:A5", "A4:A6").replace("B3<", "B4<")
    assert found == wanted.replace("A3:C3", "A4:C4").replace("D3", "D4")
    assert around(tmp_path, InsertRows(sheet="One", at=9), EXTENSIONS) == EXTENSIONS


def test_newer_rules_and_sparklines_go_with_their_cells(tmp_path: Path) -> None:
    found = around(tmp_path, DeleteRows(sheet="One", first=3, count=3), EXTENSIONS)
    assert found == ""


def test_rules_and_sparklines_of_another_sheet_follow_what_they_read(tmp_path: Path) -> None:
    two = sheet(
        "",
        tail='<conditionalFormatting sqref="A3"><cfRule><formula>One!$A$3&gt;A3</formula></cfRule>'
        '</conditionalFormatting><hyperlinks><hyperlink ref="A3" location="One!A3"/></hyperlinks>'
        '<mergeCells><mergeCell ref="A3:B3"/></mergeCells>' + EXTENSIONS.replace("Two!", "One!"),
    )
    found = after(tmp_path, ABOVE, sheet(ROWS), two)[TWO].decode()
    wanted = two.replace("One!$A$3", "One!$A$4").replace('"One!A3"', '"One!A4"')
    assert found == wanted.replace("One!A3:C3", "One!A4:C4")
