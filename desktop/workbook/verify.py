"""The check before a new file replaces the old one: it is the old one but for its edited cells.

The new file is read from its bytes, and the rows that changed are read by another parser than the one
that spliced them.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from desktop.workbook.archive import Damaged
from desktop.workbook.cell_markup import plain_text
from desktop.workbook.date_formats import serial
from desktop.workbook.formats import is_date_format
from desktop.workbook.rename_columns import check_names
from desktop.workbook.row_reading import ReadRow, read_row
from desktop.workbook.shared_formulas import heirs

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from desktop.domain.edits import Content
    from desktop.workbook.formulas import Place
    from desktop.workbook.package import Package
    from desktop.workbook.patch import Plan
    from desktop.workbook.row_reading import Event
    from desktop.workbook.sheet_scan import SheetScan

_DIMENSION = re.compile(rb"<(?:[^\s:/>]+:)?dimension\s[^>]*>")
_DATA_OPENING = re.compile(rb"\s*/?>\Z")
_DATA_CLOSING = re.compile(rb"</(?:[^\s:/>]+:)?sheetData\s*>")


def check_saved(old: Package, new: Package, plan: Plan) -> None:
    """Compare a patched workbook with the one it was made from; Damaged if anything else has changed."""
    check_parts(old, new, plan.parts)
    if plan.names:
        check_names(plan.names)
        old = plan.names.after
    for sheet, contents in plan.contents.items():
        _check_sheet(old, new, sheet, contents)


def check_parts(old: Package, new: Package, parts: Mapping[str, bytes | None]) -> None:
    """Compare all parts but those that change, go (None) or are new; Damaged if any other has changed."""
    changed = {name.casefold(): content for name, content in parts.items()}
    kept = [entry for entry in old.archive.entries if changed.get(entry.name.casefold(), b"") is not None]
    added = [name for name, content in parts.items() if content is not None and not old.has_part(name)]
    if [*(entry.name for entry in kept), *added] != list(new.part_names):
        raise Damaged("the new file has other parts")
    for before, after in zip(kept, new.archive.entries, strict=False):  # what was added comes last
        one = memoryview(old.data)[before.record.offset : before.end]
        other = memoryview(new.data)[after.record.offset : after.end]
        if before.name.casefold() not in changed and one != other:
            raise Damaged(f"part {before.name} has changed")


def _check_sheet(old: Package, new: Package, sheet: str, contents: Mapping[Place, Content]) -> None:
    before, after = old.scan(sheet), new.scan(sheet)
    moved = {places[0] for places in heirs(before, contents.keys()).values()}
    touched = {row for row, _ in contents.keys() | moved}
    if _outside(before, touched) != _outside(after, touched):
        raise Damaged(f"sheet {sheet} has changed outside the edited rows")
    for number in touched:
        one, other = cells_of_row(before, number), cells_of_row(after, number)
        if one.attributes and _kept(one) != _kept(other):
            raise Damaged(f"row {number} of sheet {sheet} has changed")
        for column in one.cells.keys() | other.cells.keys():
            place = number, column
            was, found = one.cells.get(column, ()), other.cells.get(column, ())
            if place in contents:
                sound = _holds(new, was, found, contents[place])
            elif place in moved:
                sound = without_formula(was) == without_formula(found)
            else:
                sound = was == found
            if not sound:
                raise Damaged(f"cell {place} of sheet {sheet} is not what it should be")


def _kept(row: ReadRow) -> dict[str, str]:
    return {key: value for key, value in row.attributes.items() if key != "spans"}


def _outside(scan: SheetScan, touched: AbstractSet[int]) -> tuple[bytes, bytes, bytes]:
    """The sheet without its touched rows: before, within and after its data."""
    start, end = scan.data_span
    spans = [row for number in touched for row in scan.rows_numbered(number)]
    within, at = [], start
    for row in sorted(spans, key=lambda row: row.start):
        within.append(scan.text[at : row.start])
        at = row.end
    head = _DATA_OPENING.sub(b"", _DIMENSION.sub(b"", scan.text[:start]))
    tail = scan.text[end:]
    closing = _DATA_CLOSING.match(tail)
    return head, b"".join([*within, scan.text[at:end]]), tail[closing.end() :] if closing else tail


def cells_of_row(scan: SheetScan, number: int) -> ReadRow:
    """The attributes and the cells of all rows of a number."""
    cells: dict[int, tuple[Event, ...]] = {}
    attributes: dict[str, str] = {}
    for row in scan.rows_numbered(number):
        read = read_row(scan.text[row.start : row.end])
        cells |= read.cells
        attributes |= read.attributes
    return ReadRow(attributes=attributes, cells=cells)


def without_formula(events: tuple[Event, ...]) -> list[Event]:
    """What a cell holds but for its formula."""
    kept: list[Event] = []
    within = False
    for event in events:
        within = within or event[:2] == ("start", "f")
        if not within:
            kept.append(event)
        within = within and event != ("end", "f")
    return kept


def _holds(package: Package, was: tuple[Event, ...], found: tuple[Event, ...], content: Content) -> bool:
    """Whether a cell reads as the content that it was given, in the style that it had."""
    text = "".join(event[1] for event in found if event[0] == "text")
    attributes = _attributes(found)
    kind, style = attributes.get("t", ""), attributes.get("s", "0")
    if isinstance(content, dt.date):
        dated = is_date_format(package.styles.number_format(int(style)))
        return dated and not kind and float(text) == serial(content, date_1904=package.date_1904)
    if was and style != _attributes(was).get("s", "0"):
        return False
    if content is None or content == "":
        return not text and not kind
    if isinstance(content, str):
        return kind == "inlineStr" and plain_text(text) == content
    if isinstance(content, bool):
        return kind == "b" and text == str(int(content))
    return not kind and float(text) == content


def _attributes(events: tuple[Event, ...]) -> dict[str, str]:
    return dict(zip(events[0][2::2], events[0][3::2], strict=True)) if events else {}
