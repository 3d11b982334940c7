"""However a workbook is damaged, it is opened, scanned and patched, or refused by a named error."""

from __future__ import annotations

import contextlib
import datetime as dt
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.domain.errors import MilepostError
from desktop.workbook.package import Package
from desktop.workbook.patch import patched
from desktop.workbook.vetted import vetted
from tests.workbook.raw_package import links, parts_of, sheet, zipped

ROWS = (
    '<row r="1"><c r="A1" s="2"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1</f></c></row>'
    '<row r="2"><c r="B2"><f t="shared" si="0"/></c><c r="C2"><f t="array" ref="C2:C3">A1</f></c></row>'
)
PARTS = parts_of(
    sheet(ROWS, head='<dimension ref="A1"/><cols><col min="1" max="2" style="1"/></cols>'),
    book='<calcPr calcId="1"/>',
    more={
        "xl/worksheets/_rels/sheet1.xml.rels": links(("rId1", "table", "../tables/table1.xml")),
        "xl/tables/table1.xml": '<table ref="F5:G9"/>',
    },
)
WHOLE = zipped(PARTS)
NOISE = st.sampled_from(
    [b"<", b">", b'"', b"/>", b"<c/>", b"<!--", b"]]>", b"<![CDATA[", b"\xff", b"&#99999999;", b"9" * 5000]
)
EDITS = ((1, 1, "text"), (1, 9, dt.date(2012, 9, 30)), (7, 2, 5.5), (1, 2, None))


def used(data: bytes) -> None:
    """Do with a workbook all that may be done with it; named errors are an answer."""
    with contextlib.suppress(MilepostError):
        package = Package.of(Path("plan.xlsx"), data, 0)
        for part in package.sheets:
            scan = package.scan(part.name)
            assert scan.box is None or scan.box[0] <= scan.box[2]
            assert isinstance(scan.merged, tuple)
            assert isinstance(scan.column_styles, tuple)
            assert scan.style_of(1, 1) >= 0
            assert all(scan.formula_of(*place) is not None for place in scan.formula_cells)
        assert vetted(package)
        cells = [
            Edit(cell=CellRef(sheet=package.sheets[0].name, row=row, column=column), content=content)
            for row, column, content in EDITS
        ]
        assert patched(package, cells)


@settings(max_examples=300)
@given(at=st.integers(0, len(WHOLE) - 1), byte=st.integers(0, 255), cut=st.booleans())
def test_bytes_of_the_file_may_be_wrong(at: int, byte: int, *, cut: bool) -> None:
    used(WHOLE[:at] if cut else WHOLE[:at] + bytes([byte]) + WHOLE[at + 1 :])


@settings(max_examples=400)
@given(
    name=st.sampled_from([*PARTS, *(["xl/worksheets/sheet1.xml"] * 10)]),
    at=st.floats(0, 1),
    length=st.integers(0, 9),
    noise=NOISE | st.just(b""),
)
def test_markup_of_a_part_may_be_wrong(name: str, at: float, length: int, noise: bytes) -> None:
    text = str(PARTS[name]).encode()
    start = int(at * len(text))
    used(zipped([*PARTS.items(), (name, text[:start] + noise + text[start + length :])]))
