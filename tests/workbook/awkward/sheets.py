"""What stands around the cells of a sheet, and how the sheet itself is written."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from tests.workbook.awkward.plan import (
    PACKAGE,
    SPREADSHEET,
    awkward,
    book,
    inline,
    linked,
    rows,
    typed,
)
from tests.workbook.raw_package import DECLARATION, MAIN, RELATIONS, STRICT_MAIN, STRICT_RELATIONS

if TYPE_CHECKING:
    from tests.workbook.awkward.plan import (
        Parts,
    )

ONE, WORKBOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
XM = "http://schemas.microsoft.com/office/excel/2006/main"


def _extended(*lists: tuple[str, str]) -> str:
    items = "".join(
        f'<ext uri="{{{uri}}}" xmlns:x14="{X14}" xmlns:xm="{XM}">{markup}</ext>' for uri, markup in lists
    )
    return f"<extLst>{items}</extLst>"


@awkward()
def every_element_has_a_prefix() -> Parts:
    """Some libraries write x: before every name."""
    parts = book()
    for name in (ONE, "xl/worksheets/sheet2.xml"):
        text = (
            str(parts[name])
            .replace("</", "</x:")
            .replace("<?", "<!")
            .replace("<", "<x:")
            .replace("<x:/x:", "</x:")
        )
        parts[name] = text.replace("<x:!", "<?").replace("xmlns=", "xmlns:x=")
    return parts


@awkward()
def the_strict_form() -> Parts:
    """Excel's Strict Open XML Workbook: other namespaces throughout."""
    return {
        name: str(text).replace(MAIN, STRICT_MAIN).replace(RELATIONS, STRICT_RELATIONS)
        for name, text in book().items()
    }


@awkward()
def parts_in_utf_16() -> Parts:
    """Little-endian with its mark, and big-endian."""
    parts = book()
    declared = {name: str(parts[name]).replace('"UTF-8"', '"UTF-16"') for name in (ONE, WORKBOOK)}
    return parts | {
        ONE: codecs.BOM_UTF16_LE + declared[ONE].encode("utf-16-le"),
        WORKBOOK: codecs.BOM_UTF16_BE + declared[WORKBOOK].encode("utf-16-be"),
    }


@awkward()
def a_byte_order_mark_and_no_declaration() -> Parts:
    """UTF-8 with a mark that it does not need."""
    parts = book()
    return parts | {ONE: codecs.BOM_UTF8 + str(parts[ONE]).removeprefix(DECLARATION).encode()}


@awkward()
def marks_of_newer_versions() -> Parts:
    """mc:Ignorable names prefixes that must stay declared; rows and sheets bear ids."""
    parts = book()
    new = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" '
        'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" '
        'xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" '
        'xr:uid="{00000000-0001-0000-0000-000000000000}"'
    )
    text = (
        str(parts[ONE])
        .replace("<worksheet ", f"<worksheet {new} ")
        .replace('<row r="4"', '<row r="4" x14ac:dyDescent="0.25"')
    )
    return parts | {ONE: text}


@awkward()
def merged_cells() -> Parts:
    """A title across the plan, and a strand that stands once for two projects."""
    data = rows().replace(inline("A5", "1. Edge of care"), '<c r="A5"/>')
    areas = '<mergeCell ref="A1:G1"/><mergeCell ref="A4:A5"/>'
    return book(data, tail=f'<mergeCells count="2">{areas}</mergeCells>')


@awkward()
def rules_for_formats_and_entries() -> Parts:
    """Conditional formats and validations, old ones and those of newer versions, and sparklines."""
    tail = (
        '<conditionalFormatting sqref="E4:E6"><cfRule type="containsText" '
        'priority="1" operator="containsText" text="TRACK"><formula>'
        'NOT(ISERROR(SEARCH("TRACK",E4)))</formula></cfRule></conditionalFormatting>'
        '<dataValidations count="1"><dataValidation type="list" allowBlank="1" '
        'sqref="E4:E6"><formula1>"ON TRACK,COMPLETE"</formula1></dataValidation>'
        "</dataValidations>"
    )
    newer = _extended(
        (
            "78C0D931-6437-407d-A8EE-F0AAD7539E65",
            (
                "<x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule "
                'type="dataBar" id="{1}"><x14:dataBar><x14:cfvo type="autoMin"/><x14:cfvo '
                'type="autoMax"/></x14:dataBar></x14:cfRule><xm:sqref>G4:G6</xm:sqref>'
                "</x14:conditionalFormatting></x14:conditionalFormattings>"
            ),
        ),
        (
            "CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF",
            (
                '<x14:dataValidations count="1"><x14:dataValidation type="list">'
                "<x14:formula1><xm:f>Two!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>"
                "D4:D6</xm:sqref></x14:dataValidation></x14:dataValidations>"
            ),
        ),
        (
            "05C60535-1F16-4fd2-B633-F4F36F0B64E0",
            (
                "<x14:sparklineGroups><x14:sparklineGroup><x14:sparklines><x14:sparkline>"
                "<xm:f>One!A4:A6</xm:f><xm:sqref>K4</xm:sqref></x14:sparkline>"
                "</x14:sparklines></x14:sparklineGroup></x14:sparklineGroups>"
            ),
        ),
    )
    return book(rows(), tail=tail + newer)


@awkward(rows_refused="is protected, so its rows can't change")
def a_protected_sheet() -> Parts:
    """A sheet that is locked but for some cells; the workbook's structure is locked too."""
    tail = (
        '<sheetProtection algorithmName="SHA-512" hashValue="AA==" saltValue="AA==" '
        'spinCount="1" sheet="1" objects="1"/><protectedRanges><protectedRange '
        'sqref="E4:G6" name="open"/></protectedRanges>'
    )
    parts = book(rows(), tail=tail)
    return parts | {
        WORKBOOK: str(parts[WORKBOOK]).replace("<sheets>", '<workbookProtection lockStructure="1"/><sheets>')
    }


@awkward()
def sheets_that_are_hidden() -> Parts:
    """One that can be shown again and one that only a macro shows."""
    parts = book()
    text = str(parts[WORKBOOK]).replace('name="Two"', 'name="Two" state="veryHidden"')
    return parts | {WORKBOOK: text}


@awkward()
def names_for_everything() -> Parts:
    """Names of areas, of formulas, of one sheet alone, hidden ones, broken ones and ones in other files."""
    names = (
        '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">One!$A$3:$G$6</definedName>'
        '<definedName name="_xlnm.Print_Area" localSheetId="0">One!$A$1:$G$6,One!$I$1:$I$6</definedName>'
        '<definedName name="_xlnm.Print_Titles" localSheetId="0">One!$A:$B,One!$3:$3</definedName>'
        '<definedName name="broken">#REF!</definedName><definedName name="due">One!$F$4:$F$6</definedName>'
        '<definedName name="elsewhere">[1]Sheet1!$A$1</definedName><definedName '
        'name="rate" comment="£ &amp; p">0.175</definedName>'
        '<definedName name="status" localSheetId="1">OFFSET(One!$E$4,0,0,COUNTA(One!$E:$E)-1,1)</definedName>'
    )
    return book(
        rows(),
        tail=(
            '<autoFilter ref="A3:G6"><filterColumn colId="4"><filters><filter val="ON '
            'TRACK"/></filters></filterColumn></autoFilter>'
        ),
        within=f"<definedNames>{names}</definedNames>",
    )


@awkward()
def an_excel_table() -> Parts:
    """The plan is a table with a calculated column: a new row belongs to it."""
    part = "xl/tables/table1.xml"
    heads = ("Strand", "Ref", "Project", "Milestone", "Status", "By When", "Comments")
    columns = "".join(f'<tableColumn id="{number}" name="{head}"/>' for number, head in enumerate(heads, 1))
    table = (
        f'{DECLARATION}<table xmlns="{MAIN}" id="1" name="Plan" displayName="Plan" '
        'ref="A3:G6" totalsRowShown="0"><autoFilter ref="A3:G6"/><tableColumns '
        f'count="7">{columns}</tableColumns></table>'
    )
    parts = book(
        rows(),
        tail='<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
        more=linked(("rId1", "table", "../tables/table1.xml")) | {part: table},
    )
    return typed(parts, overrides={f"/{part}": f"{SPREADSHEET}.table+xml"})


@awkward()
def all_that_a_page_needs() -> Parts:
    """Breaks, headers with a picture, and the printer's own settings."""
    tail = (
        '<printOptions gridLines="1"/><pageMargins left="0.7" right="0.7" '
        'top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" r:id="rId1"/>'
        "<headerFooter><oddHeader>"
        '&amp;L&amp;G&amp;C&amp;"Arial,Bold"Plan</oddHeader></headerFooter>'
        '<rowBreaks count="1" manualBreakCount="1"><brk id="5" max="16383" man="1"/>'
        '</rowBreaks><legacyDrawingHF r:id="rId2"/>'
    )
    more: Parts = {
        "xl/printerSettings/printerSettings1.bin": b"\x00\x01printer" * 40,
        "xl/drawings/vmlDrawing9.vml": (
            '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="LH"/></xml>'
        ),
    }
    more |= linked(
        ("rId1", "printerSettings", "../printerSettings/printerSettings1.bin"),
        ("rId2", "vmlDrawing", "../drawings/vmlDrawing9.vml"),
    )
    kinds = {"bin": f"{SPREADSHEET}.printerSettings", "vml": f"{PACKAGE}.vmlDrawing"}
    return typed(book(rows(), tail=tail, more=more), defaults=kinds)


@awkward()
def views_of_several_people() -> Parts:
    """Frozen panes, selections, outlines, and views that colleagues saved for themselves."""
    head = (
        '<sheetPr codeName="Sheet1" filterMode="1"><tabColor rgb="FFFF0000"/>'
        '<outlinePr summaryBelow="0"/></sheetPr>'
        '<sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane '
        'xSplit="2" ySplit="3" topLeftCell="C4" activePane="bottomRight" '
        'state="frozen"/><selection pane="bottomRight" activeCell="E6" sqref="E6 '
        'G4:G6"/></sheetView></sheetViews>'
        '<sheetFormatPr defaultRowHeight="15" outlineLevelRow="1"/><cols><col '
        'min="1" max="7" width="20" style="2" customWidth="1"/><col min="8" '
        'max="16384" hidden="1"/></cols>'
    )
    tail = (
        "<customSheetViews><customSheetView "
        'guid="{6F9619FF-8B86-D011-B42D-00CF4FC964FF}" hiddenRows="1"><selection '
        'activeCell="E6" sqref="E6"/></customSheetView></customSheetViews>'
    )
    return book(rows(), head=head, tail=tail)


@awkward()
def links_to_pages_and_places() -> Parts:
    """Hyperlinks out of the workbook and within it."""
    tail = (
        '<hyperlinks><hyperlink ref="D4" r:id="rId1" tooltip="£ &amp; p"/>'
        '<hyperlink ref="D6" location="\'One\'!A1" display="top"/></hyperlinks>'
    )
    more = linked(
        ("rId1", "hyperlink", "https://www.gov.uk/plan?a=1&amp;b=2&quot; TargetMode=&quot;External")
    )
    name = "xl/worksheets/_rels/sheet1.xml.rels"
    more[name] = str(more[name]).replace("&quot; TargetMode=&quot;External", '" TargetMode="External')
    return book(rows(), tail=tail, more=more)


@awkward()
def what_excel_wants_to_remember() -> Parts:
    """Errors to be passed over, scenarios, a consolidation, and a calculation of the sheet's own."""
    tail = (
        '<sheetCalcPr fullCalcOnLoad="1"/><scenarios current="0"><scenario '
        'name="best" locked="1" count="1"><inputCells r="G4" val="x"/></scenario>'
        "</scenarios>"
        '<dataConsolidate function="sum"><dataRefs count="1"><dataRef ref="A4:A6" '
        'sheet="Two"/></dataRefs></dataConsolidate>'
        '<phoneticPr fontId="0"/><ignoredErrors><ignoredError sqref="E4:E6" '
        'numberStoredAsText="1"/></ignoredErrors>'
    )
    return book(rows(), tail=tail)


@awkward()
def a_name_full_of_signs() -> Parts:
    """The tab of the other sheet needs quotes and references in the markup."""
    parts = book(rows(beside={4: "<c r=\"I4\"><f>'R&amp;D ''12 - £!'!A1</f><v>1</v></c>"}))
    return parts | {WORKBOOK: str(parts[WORKBOOK]).replace('name="Two"', 'name="R&amp;D \'12 - £!"')}
