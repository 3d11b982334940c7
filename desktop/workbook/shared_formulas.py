"""Shared formulas whose first cell, which holds their text, is overwritten: the next cell takes them over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.cells import column_letters
from desktop.workbook.archive import Damaged
from desktop.workbook.formulas import shifted
from desktop.workbook.markup import escaped
from desktop.workbook.spans import tags
from desktop.workbook.splices import Splice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from desktop.workbook.formulas import Place
    from desktop.workbook.sheet_scan import SheetScan
    from desktop.workbook.spans import Tag


def heirs(scan: SheetScan, overwritten: AbstractSet[Place]) -> dict[Place, tuple[Place, ...]]:
    """For each overwritten first cell of a shared formula the cells that still need it, in order."""
    needed: dict[Place, tuple[Place, ...]] = {}
    for place, master in scan.shared.items():
        if master in overwritten and place not in overwritten and not scan.formulas[place].text:
            needed[master] = (*needed.get(master, ()), place)
    return needed


def rehomed(scan: SheetScan, overwritten: AbstractSet[Place]) -> Iterator[Splice]:
    """What gives each orphaned shared formula to the first cell that still needs it."""
    for master, places in heirs(scan, overwritten).items():
        heir = places[0]
        tag = formula_tag(scan, heir)
        text = shifted(scan.formulas[master].text, master, heir)
        name = tag.prefix.decode() + "f"
        others = "".join(
            f' {key}="{escaped(value)}"' for key, value in tag.attributes.items() if key != "ref"
        )
        new = f'<{name}{others} ref="{_area(places)}">{escaped(text)}</{name}>'
        yield Splice(start=tag.start, end=tag.end, new=new.encode())


def formula_tag(scan: SheetScan, place: Place) -> Tag:
    """The formula's element in a cell; Damaged where there is none."""
    cells = (cell for row in scan.rows_numbered(place[0]) for cell in scan.cells(row))
    found = (
        tag
        for cell in cells
        if (cell.row, cell.column) == place
        for tag in tags(scan.plain, "f", cell.tag_end, cell.end)
    )
    tag = next(found, None)
    if tag is None:
        raise Damaged(f"the formula of cell {place} is not where it was")
    return tag


def _area(places: tuple[Place, ...]) -> str:
    rows = [row for row, _ in places]
    columns = [column for _, column in places]
    first = f"{column_letters(min(columns))}{min(rows)}"
    last = f"{column_letters(max(columns))}{max(rows)}"
    return first if first == last else f"{first}:{last}"
