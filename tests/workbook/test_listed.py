from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.workbook.listed import listed_areas
from tests.workbook.raw_package import links, opened, parts_of, sheet

if TYPE_CHECKING:
    from pathlib import Path


def test_areas_are_those_of_the_parts_that_can_be_read(tmp_path: Path) -> None:
    listing = sheet('<row r="1"><c r="A1"><v>1</v></c></row>', tail="<tableParts/>")
    tables = {
        "a": '<table ref="B2:D9"/>',
        "b": '<table ref="nowhere"/>',
        "c": "no markup",
    }
    relations = links(*((name, "table", f"../tables/{name}.xml") for name in (*tables, "lost")))
    more: dict[str, str | bytes] = {f"xl/tables/{name}.xml": markup for name, markup in tables.items()}
    more["xl/worksheets/_rels/sheet1.xml.rels"] = relations
    package = opened(tmp_path, parts_of(listing, sheet(""), more=more))
    assert listed_areas(package, "One") == ((2, 2, 9, 4),)
    assert listed_areas(package, "Two") == ()
