"""Parts beside the sheets: pictures, charts, macros, and what other programs left in the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.workbook.awkward.plan import (
    PACKAGE,
    SPREADSHEET,
    awkward,
    book,
    book_linked,
    linked,
    rows,
    typed,
)
from tests.workbook.raw_package import DECLARATION, MAIN, RELATIONS, links

if TYPE_CHECKING:
    from tests.workbook.awkward.plan import (
        Parts,
    )

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_DRAWN = f'<xdr:wsDr xmlns:xdr="{DRAWING}/spreadsheetDrawing" xmlns:a="{DRAWING}/main" xmlns:r="{RELATIONS}">'
_PLACE = (
    "<xdr:from><xdr:col>8</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>"
    "5</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>"
    "<xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>8</xdr:row>"
    "<xdr:rowOff>0</xdr:rowOff></xdr:to>"
)
_VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">'
    '<v:shape id="s1" type="#t202"><x:ClientData ObjectType="Note"><x:Anchor>8, '
    "0, 5, 0, 10, 0, 8, 0</x:Anchor>"
    "<x:Row>5</x:Row><x:Column>4</x:Column></x:ClientData></v:shape></xml>"
)


def _drawn(anchored: str, more: Parts, *relations: tuple[str, str, str]) -> Parts:
    drawing = (
        f"{DECLARATION}{_DRAWN}<xdr:twoCellAnchor>{_PLACE}{anchored}<xdr:clientData/>"
        "</xdr:twoCellAnchor></xdr:wsDr>"
    )
    more = more | {
        "xl/drawings/drawing1.xml": drawing,
        "xl/drawings/_rels/drawing1.xml.rels": links(*relations),
    }
    parts = book(
        rows(),
        tail='<drawing r:id="rId1"/>',
        more=more | linked(("rId1", "drawing", "../drawings/drawing1.xml")),
    )
    return typed(
        parts,
        overrides={"/xl/drawings/drawing1.xml": f"{PACKAGE}.drawing+xml"},
        defaults={"png": "image/png"},
    )


@awkward()
def a_picture() -> Parts:
    """The council's crest, anchored to two cells."""
    shown = (
        '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Crest"/><xdr:cNvPicPr/>'
        '</xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill>'
        "<xdr:spPr/></xdr:pic>"
    )
    return _drawn(
        shown,
        {"xl/media/image1.png": b"\x89PNG\r\n\x1a\n" + bytes(200)},
        ("rId1", "image", "../media/image1.png"),
    )


@awkward()
def a_chart() -> Parts:
    """A chart of cells of the plan, with the last values that it drew and styles of its own."""
    chart = (
        f'{DECLARATION}<c:chartSpace xmlns:c="{DRAWING}/chart" '
        f'xmlns:a="{DRAWING}/main"><c:chart><c:plotArea><c:lineChart><c:ser><c:val>'
        "<c:numRef>"
        '<c:f>One!$I$4:$I$6</c:f><c:numCache><c:ptCount val="3"/></c:numCache>'
        "</c:numRef></c:val></c:ser></c:lineChart></c:plotArea></c:chart>"
        "</c:chartSpace>"
    )
    shown = (
        f'<xdr:graphicFrame><a:graphic><a:graphicData uri="{DRAWING}/chart"><c:chart '
        f'xmlns:c="{DRAWING}/chart" r:id="rId1"/></a:graphicData></a:graphic>'
        "</xdr:graphicFrame>"
    )
    more: Parts = {
        "xl/charts/chart1.xml": chart,
        "xl/charts/style1.xml": "<cs:chartStyle xmlns:cs='urn:cs' id='201'/>",
        "xl/charts/_rels/chart1.xml.rels": links(("rId1", "chartStyle", "style1.xml")),
    }
    return typed(
        _drawn(shown, more, ("rId1", "chart", "../charts/chart1.xml")),
        overrides={"/xl/charts/chart1.xml": f"{PACKAGE}.drawingml.chart+xml"},
    )


@awkward()
def comments_and_replies() -> Parts:
    """Notes of the old kind with their shapes, threads of the new kind, and who wrote them."""
    old = (
        f'{DECLARATION}<comments xmlns="{MAIN}"><authors><author>J Smith</author>'
        '</authors><commentList><comment ref="E6" authorId="0"><text><t>Why?</t>'
        "</text></comment></commentList></comments>"
    )
    new = (
        "<ThreadedComments "
        'xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        '<threadedComment ref="E6" dT="2012-09-30T12:00:00.00" personId="{1}" '
        'id="{2}"><text>Why?</text></threadedComment></ThreadedComments>'
    )
    more: Parts = {
        "xl/comments1.xml": old,
        "xl/threadedComments/threadedComment1.xml": new,
        "xl/drawings/vmlDrawing1.vml": _VML,
        "xl/persons/person.xml": "<personList xmlns='urn:p'/>",
    }
    more |= linked(
        ("rId1", "comments", "../comments1.xml"),
        ("rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
        ("rId3", "threadedComment", "../threadedComments/threadedComment1.xml"),
    )
    parts = book(rows(), tail='<legacyDrawing r:id="rId2"/>', more=more)
    kinds = {"/xl/comments1.xml": f"{SPREADSHEET}.comments+xml"}
    return typed(
        book_linked(parts, ("rId60", "person", "persons/person.xml")),
        overrides=kinds,
        defaults={"vml": f"{PACKAGE}.vmlDrawing"},
    )


@awkward()
def macros() -> Parts:
    """A project in Visual Basic, which nothing here may read, let alone run."""
    parts = book_linked(
        book(more={"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 8}),
        ("rId61", "vbaProject", "vbaProject.bin"),
    )
    parts = typed(parts, defaults={"bin": "application/vnd.ms-office.vbaProject"})
    name = "[Content_Types].xml"
    return parts | {
        name: str(parts[name]).replace(
            f"{SPREADSHEET}.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
        )
    }


@awkward()
def controls_and_embedded_files() -> Parts:
    """A tick box, a button of the other kind, and a letter that lies in the workbook."""
    more: Parts = {
        "xl/ctrlProps/ctrlProp1.xml": '<formControlPr xmlns="urn:f" objectType="CheckBox" fmlaLink="$G$6"/>',
        "xl/activeX/activeX1.bin": b"control" * 9,
        "xl/embeddings/letter.docx": b"PK letter" * 9,
        "xl/drawings/vmlDrawing1.vml": _VML.replace("Note", "Checkbox"),
    }
    more |= linked(
        ("rId1", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
        ("rId2", "ctrlProp", "../ctrlProps/ctrlProp1.xml"),
        ("rId3", "package", "../embeddings/letter.docx"),
        ("rId4", "control", "../activeX/activeX1.bin"),
    )
    return typed(
        book(rows(), tail='<legacyDrawing r:id="rId1"/>', more=more),
        defaults={"vml": f"{PACKAGE}.vmlDrawing", "bin": "application/vnd.ms-office.activeX"},
    )


@awkward()
def a_pivot_table_with_slicers() -> Parts:
    """A summary of the plan on the other sheet, its cache, a slicer and a timeline."""
    cache = (
        f'{DECLARATION}<pivotCacheDefinition xmlns="{MAIN}" xmlns:r="{RELATIONS}" '
        'r:id="rId1" recordCount="3"><cacheSource type="worksheet"><worksheetSource '
        'ref="A3:G6" sheet="One"/></cacheSource><cacheFields count="0"/>'
        "</pivotCacheDefinition>"
    )
    table = (
        f'{DECLARATION}<pivotTableDefinition xmlns="{MAIN}" name="P" cacheId="1">'
        '<location ref="A3:B6" firstHeaderRow="1" firstDataRow="1" '
        'firstDataCol="1"/></pivotTableDefinition>'
    )
    more: Parts = {
        "xl/pivotCache/pivotCacheDefinition1.xml": cache,
        "xl/pivotCache/pivotCacheRecords1.xml": f'<pivotCacheRecords xmlns="{MAIN}" count="0"/>',
        "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": links(
            ("rId1", "pivotCacheRecords", "pivotCacheRecords1.xml")
        ),
        "xl/pivotTables/pivotTable1.xml": table,
        "xl/pivotTables/_rels/pivotTable1.xml.rels": links(
            ("rId1", "pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml")
        ),
        "xl/slicers/slicer1.xml": "<slicers xmlns='urn:s'/>",
        "xl/slicerCaches/slicerCache1.xml": "<slicerCacheDefinition xmlns='urn:s'/>",
        "xl/timelines/timeline1.xml": "<timelines xmlns='urn:t'/>",
    }
    more |= linked(
        ("rId1", "pivotTable", "../pivotTables/pivotTable1.xml"),
        ("rId2", "slicer", "../slicers/slicer1.xml"),
        ("rId3", "timeline", "../timelines/timeline1.xml"),
        sheet_number=2,
    )
    return book_linked(
        book(more=more),
        ("rId62", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"),
        ("rId63", "slicerCache", "slicerCaches/slicerCache1.xml"),
    )


@awkward()
def what_other_systems_left() -> Parts:
    """Custom XML of a document store, a data model, connections, properties and a thumbnail."""
    more: Parts = {
        "customXml/item1.xml": "<p:properties xmlns:p='urn:p'>£</p:properties>",
        "customXml/itemProps1.xml": "<ds:datastoreItem xmlns:ds='urn:ds' ds:itemID='{1}'/>",
        "customXml/_rels/item1.xml.rels": links(("rId1", "customXmlProps", "itemProps1.xml")),
        "docProps/app.xml": "<Properties xmlns='urn:e'><Company>A council</Company></Properties>",
        "docProps/custom.xml": "<Properties xmlns='urn:c'/>",
        "docProps/thumbnail.wmf": b"\xd7\xcd\xc6\x9a" + bytes(90),
        "xl/model/item.data": bytes(range(256)) * 4,
        "xl/connections.xml": (
            f'<connections xmlns="{MAIN}"><connection id="1" name="SQL" type="1" '
            'refreshedVersion="6"/></connections>'
        ),
        "xl/queryTables/queryTable1.xml": f'<queryTable xmlns="{MAIN}" name="q" connectionId="1"/>',
    }
    more |= linked(("rId1", "queryTable", "../queryTables/queryTable1.xml"), sheet_number=2)
    return book_linked(
        book(more=more),
        ("rId64", "customXml", "../customXml/item1.xml"),
        ("rId65", "connections", "connections.xml"),
    )


@awkward()
def links_to_other_workbooks_and_programs() -> Parts:
    """A value from a colleague's workbook, with what it was last, and one from a program over DDE."""
    away = (
        f'{DECLARATION}<externalLink xmlns="{MAIN}" xmlns:r="{RELATIONS}">'
        '<externalBook r:id="rId1"><sheetNames><sheetName val="S"/></sheetNames>'
        "</externalBook></externalLink>"
    )
    dde = (
        f'{DECLARATION}<externalLink xmlns="{MAIN}"><ddeLink ddeService="cmd" '
        'ddeTopic="/c calc"><ddeItems><ddeItem name="x" advise="1"/></ddeItems>'
        "</ddeLink></externalLink>"
    )
    more: Parts = {
        "xl/externalLinks/externalLink1.xml": away,
        "xl/externalLinks/_rels/externalLink1.xml.rels": links(
            ("rId1", "externalLinkPath", "file:///S:/plan.xlsx")
        ).replace("/></", ' TargetMode="External"/></'),
        "xl/externalLinks/externalLink2.xml": dde,
    }
    parts = book(
        rows(beside={4: '<c r="I4"><f>[1]S!$A$6</f><v>7</v></c><c r="J4"><f>[2]!x</f><v>1</v></c>'}),
        within=(
            '<externalReferences><externalReference r:id="rId66"/><externalReference '
            'r:id="rId67"/></externalReferences>'
        ),
        more=more,
    )
    kind = f"{SPREADSHEET}.externalLink+xml"
    parts = typed(parts, overrides={f"/xl/externalLinks/externalLink{number}.xml": kind for number in (1, 2)})
    return book_linked(
        parts,
        ("rId66", "externalLink", "externalLinks/externalLink1.xml"),
        ("rId67", "externalLink", "externalLinks/externalLink2.xml"),
    )


@awkward()
def a_list_of_formula_cells() -> Parts:
    """Excel's calculation chain names a cell that a new row moves."""
    part = "xl/calcChain.xml"
    parts = book_linked(
        book(more={part: f'{DECLARATION}<calcChain xmlns="{MAIN}"><c r="A1" i="2"/></calcChain>'}),
        ("rId68", "calcChain", "calcChain.xml"),
    )
    return typed(parts, overrides={f"/{part}": f"{SPREADSHEET}.calcChain+xml"})


@awkward(edits_refused="bears a digital signature")
def a_signature() -> Parts:
    """Signed workbooks are read; any change would break the signature."""
    return book(
        more={"_xmlsignatures/origin.sigs": b"", "_xmlsignatures/sig1.xml": "<Signature xmlns='urn:d'/>"}
    )


@awkward()
def sheets_that_hold_no_cells() -> Parts:
    """A chart on a tab of its own, and one with an old dialog."""
    more: Parts = {
        "xl/chartsheets/sheet1.xml": f'<chartsheet xmlns="{MAIN}"/>',
        "xl/dialogsheets/sheet1.xml": f'<dialogsheet xmlns="{MAIN}"/>',
    }
    parts = book_linked(
        book(more=more),
        ("rId70", "chartsheet", "chartsheets/sheet1.xml"),
        ("rId71", "dialogsheet", "dialogsheets/sheet1.xml"),
    )
    name = "xl/workbook.xml"
    tabs = (
        '<sheet name="Chart1" sheetId="8" r:id="rId70"/><sheet name="Dialog1" '
        'sheetId="9" r:id="rId71"/></sheets>'
    )
    parts = typed(
        parts,
        overrides={
            "/xl/chartsheets/sheet1.xml": f"{SPREADSHEET}.chartsheet+xml",
            "/xl/dialogsheets/sheet1.xml": f"{SPREADSHEET}.dialogsheet+xml",
        },
    )
    return parts | {name: str(parts[name]).replace("</sheets>", tabs)}
