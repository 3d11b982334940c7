"""The tables that Excel itself knows in a sheet, by name, with their area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.workbook.archive import Damaged
from desktop.workbook.markup import as_utf8, elements
from desktop.workbook.sheet_scan import parse_box

if TYPE_CHECKING:
    from desktop.workbook.package import Package
    from desktop.workbook.sheet_scan import Box

_MENTION = b"tableParts"


def listed_areas(package: Package, sheet: str) -> tuple[Box, ...]:
    """The areas of the tables that a sheet lists, headers included; none where their parts can't be read."""
    if _MENTION not in package.scan(sheet).surroundings[1]:
        return ()
    links = package.relations(package.sheet(sheet).part)
    parts = [link.target for link in links if link.kind == "table" and package.has_part(link.target)]
    boxes = (_area(package.part(part)) for part in parts)
    return tuple(box for box in boxes if box is not None)


def _area(part: bytes) -> Box | None:
    try:
        root = elements(as_utf8(part)[0])[0]
    except Damaged:
        return None
    return parse_box(root.attributes.get("ref", ""))
