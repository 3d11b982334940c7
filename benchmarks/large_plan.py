"""A plan of very many rows as a workbook, written part by part: openpyxl would take ten times as long."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from benchmarks.plan_rows import HEADERS, milestones

if TYPE_CHECKING:
    from pathlib import Path

_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS: Final = {"workbook": "sheet.main", "worksheets/sheet1": "worksheet", "sharedStrings": "sharedStrings"}
_COLUMNS: Final = "ABCDEFGH"


def write_large_plan(path: Path, rows: int) -> Path:
    """Write the workbook; its text stands in shared strings, as Excel's does."""
    places: dict[str, int] = {}
    lines = [
        _row(number, [places.setdefault(text, len(places)) if text else None for text in texts])
        for number, texts in enumerate((HEADERS, *milestones(rows)), start=1)
    ]
    texts = "".join(f"<si><t>{escape(text)}</t></si>" for text in places)
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            *("worksheet", "worksheets/sheet1.xml", "sharedStrings", "sharedStrings.xml")
        ),
        "xl/sharedStrings.xml": f'{_XML}<sst xmlns="{_MAIN}" uniqueCount="{len(places)}">{texts}</sst>',
        "xl/worksheets/sheet1.xml": f'{_XML}<worksheet xmlns="{_MAIN}"><dimension ref="A1:H{rows + 1}"/>'
        f"<sheetData>{''.join(lines)}</sheetData></worksheet>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def _row(number: int, places: list[int | None]) -> str:
    cells = "".join(
        f'<c r="{letter}{number}" t="s"><v>{place}</v></c>'
        for letter, place in zip(_COLUMNS, places, strict=True)
        if place is not None
    )
    return f'<row r="{number}">{cells}</row>'


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in _PARTS.items()
    )
    return (
        f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*kinds_and_targets: str) -> str:
    pairs = zip(kinds_and_targets[::2], kinds_and_targets[1::2], strict=True)
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, start=1)
    )
    return f'{_XML}<Relationships xmlns="{_LINKS}">{links}</Relationships>'
