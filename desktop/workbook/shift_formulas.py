"""The formulas of a sheet's cells, as they read after rows have changed somewhere in the workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.cells import column_letters
from desktop.domain.row_edits import InsertRows
from desktop.workbook.markup import escaped
from desktop.workbook.sheet_scan import parse_box

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.workbook.formulas import Place
    from desktop.workbook.references import Setting
    from desktop.workbook.sheet_scan import SheetScan
    from desktop.workbook.spans import Tag

_OF_A_GROUP = frozenset({"t", "ref", "si"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrite:
    """What a cell's formula is to be: its text, the block it fills, and whether it leaves its group."""

    text: str
    area: str = ""
    alone: bool = False

    def markup(self, tag: Tag) -> bytes:
        """The formula's element in the place of the one that stands there."""
        kept = {
            key: value
            for key, value in tag.attributes.items()
            if not (self.alone and key in _OF_A_GROUP) and key != "xml:space"
        }
        if self.area:
            kept["ref"] = self.area
        name = tag.prefix.decode() + "f"
        attributes = "".join(f' {key}="{escaped(value)}"' for key, value in kept.items())
        return f"<{name}{attributes}>{escaped(self.text)}</{name}>".encode()


def rewrites(scan: SheetScan, sheet: str, setting: Setting) -> Mapping[Place, Rewrite]:
    """The formulas that change, by the cells that hold them before, in deleted rows too.

    A shared formula that is touched is written out in each of its cells: what they share may no longer be
    the same.
    """
    own = sheet == setting.shift.sheet
    found: dict[Place, Rewrite] = {}
    for place, formula in scan.formulas.items():
        if formula.kind != "shared":
            text = setting.formula(formula.text, sheet)
            area = shifted_area(formula.area, setting) if own and formula.area else formula.area
            if text != formula.text or area != formula.area:
                found[place] = Rewrite(text=text, area=area)
    for group in _groups(scan):
        found |= _shared(scan, sheet, setting, group)
    return found


def copies(scan: SheetScan, setting: Setting) -> Mapping[Place, Rewrite]:
    """The formulas of rows that are copied, by their new cells."""
    edit, sheet = setting.shift.edit, setting.shift.sheet
    if not isinstance(edit, InsertRows) or not edit.filled:
        return {}
    found: dict[Place, Rewrite] = {}
    for index in range(edit.count):
        source, new = edit.source(index), edit.at + index
        for row, column in scan.formulas:
            if row == source:
                old = scan.formula_of(row, column) or ""
                text = setting.relative_formula(old, sheet, new - source)
                formula = scan.formulas[row, column]
                area = _below(formula.area, new - source) if formula.kind == "array" else ""
                found[new, column] = Rewrite(text=text, area=area, alone=not area)
    return found


def shifted_area(area: str, setting: Setting) -> str:
    """An area such as A2:B9 where it is now; empty where nothing of it is left, as it is where it is none."""
    box = parse_box(area)
    if box is None:
        return area
    rows = setting.shift.span(box[0], box[2])
    return "" if rows is None else boxed(rows[0], box[1], rows[1], box[3], single=":" not in area)


def boxed(first: int, left: int, last: int, right: int, *, single: bool = False) -> str:
    """A box in A1 notation; a cell's address alone where it is a single one."""
    start, end = f"{column_letters(left)}{first}", f"{column_letters(right)}{last}"
    return start if single and start == end else f"{start}:{end}"


def _below(area: str, rows: int) -> str:
    box = parse_box(area)
    return "" if box is None else boxed(box[0] + rows, box[1], box[2] + rows, box[3], single=":" not in area)


def _groups(scan: SheetScan) -> Iterator[list[Place]]:
    """The cells of each shared formula."""
    members: dict[Place, list[Place]] = {}
    for place, master in scan.shared.items():
        members.setdefault(master, []).append(place)
    yield from members.values()


def _shared(scan: SheetScan, sheet: str, setting: Setting, group: list[Place]) -> Mapping[Place, Rewrite]:
    shift, own = setting.shift, sheet == setting.shift.sheet
    old = {place: scan.formula_of(*place) or "" for place in group}
    new = {place: setting.formula(text, sheet) for place, text in old.items()}
    if old == new and not (own and any(shift.row(row) != row for row, _ in group)):
        return {}
    return {place: Rewrite(text=text, alone=True) for place, text in new.items()}
