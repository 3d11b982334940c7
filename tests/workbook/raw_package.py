"""Packages written part by part, so that a test can give each of them any shape."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.domain.cells import parse_cell
from desktop.domain.edits import Edit
from desktop.workbook.package import Package

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from desktop.domain.edits import Content

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STYLES = (
    f'{DECLARATION}<styleSheet xmlns="{MAIN}"><numFmts count="1">'
    '<numFmt numFmtId="164" formatCode="&quot;£&quot;#,##0"/></numFmts><fonts count="1"><font/></fonts>'
    '<fills count="1"><fill><patternFill/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/>'
    '<xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyAlignment="1">'
    '<alignment wrapText="1"/></xf></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def sheet(rows: str, *, head: str = "", tail: str = "") -> str:
    """A worksheet's markup around the markup of its rows."""
    return (
        f'{DECLARATION}<worksheet xmlns="{MAIN}" xmlns:r="{RELATIONS}">{head}<sheetData>{rows}</sheetData>'
        f"{tail}</worksheet>"
    )


def links(*relations: tuple[str, str, str], base: str = RELATIONS) -> str:
    """A list of relationships, each of an id, a kind and a target."""
    items = "".join(
        f'<Relationship Id="{name}" Type="{base}/{kind}" Target="{target}"/>'
        for name, kind, target in relations
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{DECLARATION}<Relationships xmlns="{space}">{items}</Relationships>'


def parts_of(
    *sheets: str | bytes, book: str = "", more: dict[str, str | bytes] | None = None
) -> dict[str, str | bytes]:
    """The parts of a workbook of these sheets, named One, Two, …; `book` is added to the workbook part."""
    names = ("One", "Two", "Three", "Four")[: len(sheets)]
    tabs = "".join(
        f'<sheet name="{name}" sheetId="{index}" r:id="rId{index}"/>' for index, name in enumerate(names, 1)
    )
    targets = [
        (f"rId{index}", "worksheet", f"worksheets/sheet{index}.xml") for index in range(1, len(names) + 1)
    ]
    kinds = {"workbook": "sheet.main", "styles": "styles"}
    kinds |= {f"worksheets/sheet{index}": "worksheet" for index, _ in enumerate(names, 1)}
    return {
        "[Content_Types].xml": (
            f'{DECLARATION}<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
            f"{''.join(_override(name, kind) for name, kind in kinds.items())}</Types>"
        ),
        "_rels/.rels": links(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{tabs}</sheets>'
            f"{book}</workbook>"
        ),
        "xl/_rels/workbook.xml.rels": links(*targets, ("rId99", "styles", "styles.xml")),
        "xl/styles.xml": STYLES,
        **{f"xl/worksheets/sheet{index}.xml": markup for index, markup in enumerate(sheets, 1)},
        **(more or {}),
    }


def _override(name: str, kind: str) -> str:
    office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return f'<Override PartName="/xl/{name}.xml" ContentType="{office}.{kind}+xml"/>'


def zipped(parts: Mapping[str, str | bytes] | Iterable[tuple[str, str | bytes]]) -> bytes:
    """A zip file of these parts, in this order."""
    stream = io.BytesIO()
    items = parts.items() if isinstance(parts, Mapping) else parts
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore", UserWarning)  # two entries of one name are what some tests are about
        for name, content in items:
            archive.writestr(zipfile.ZipInfo(name, (2012, 9, 30, 12, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def opened(folder: Path, parts: Mapping[str, str | bytes] | bytes, name: str = "plan.xlsx") -> Package:
    """The package of these parts, written to a folder and opened."""
    path = folder / name
    path.write_bytes(parts if isinstance(parts, bytes) else zipped(parts))
    return Package.open(path)


def edit(address: str, content: Content) -> Edit:
    """An edit of a cell such as One!B2."""
    cell = parse_cell(address)
    assert cell is not None
    return Edit(cell=cell, content=content)


def contents_of(data: bytes) -> dict[str, bytes]:
    """The content of each part of a zip file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
