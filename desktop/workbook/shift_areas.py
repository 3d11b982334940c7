"""The areas that a sheet names outside its rows: merged, filtered, protected, selected and frozen ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.row_edits import MoveRows
from desktop.workbook.markup import number
from desktop.workbook.sheet_scan import WHOLE_ROWS, parse_box
from desktop.workbook.shift_formulas import boxed
from desktop.workbook.shift_merges import copied_areas, moved_area
from desktop.workbook.splices import Splice, with_attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.workbook.shift_stretch import Stretch
    from desktop.workbook.spans import Tag

# Elements and their attribute that names one area; an element whose area is gone goes too.
_AREAS = (
    ("sortState", "ref"),
    ("sortCondition", "ref"),
    ("hyperlink", "ref"),
    ("cellWatch", "r"),
    ("inputCells", "r"),
)
# Those that name any number of areas: what is said of a row goes for the new rows like it.
_LOOKS = ("protectedRange", "ignoredError", "scenario")
# Where the eye and the keyboard are: never gone.
_PLACES = (
    ("sheetView", "topLeftCell"),
    ("customSheetView", "topLeftCell"),
    ("pane", "topLeftCell"),
    ("selection", "activeCell"),
    ("selection", "sqref"),
)


def area_splices(stretch: Stretch, gone: list[Tag]) -> Iterator[Splice]:
    """What changes; elements whose area is gone are added to `gone`."""
    for name, attribute in (*_AREAS, *((name, "sqref") for name in _LOOKS)):
        change = stretch.looks if attribute == "sqref" else stretch.area
        for tag in stretch.tags(name):
            if tag.attributes.get(attribute) and not change(tag.attributes[attribute]):
                gone.append(tag)
            yield from stretch.in_attribute(tag, attribute, change)
    for tag in stretch.tags("autoFilter"):
        if "ref" in tag.attributes and not stretch.joined(tag.attributes["ref"]):
            gone.append(tag)
        yield from stretch.in_attribute(tag, "ref", stretch.joined)
    for name, attribute in _PLACES:
        for tag in stretch.tags(name):
            yield from stretch.in_attribute(tag, attribute, lambda areas: _place(stretch, areas))
    for tag in stretch.tags("dimension"):
        yield from stretch.in_attribute(tag, "ref", lambda area: _dimension(stretch, area))
    yield from _merges(stretch, gone)
    yield from _breaks(stretch, gone)


def _merges(stretch: Stretch, gone: list[Tag]) -> Iterator[Splice]:
    found = [
        (tag, box) for tag in stretch.tags("mergeCell") if (box := parse_box(tag.attributes.get("ref", "")))
    ]
    for tag, box in found:
        moved = moved_area(box, stretch.shift)
        if moved is None:
            gone.append(tag)
        elif moved != box:
            yield with_attribute(stretch.plain, tag, "ref", boxed(*moved))
    for box in copied_areas(tuple(box for _, box in found), stretch.shift):
        last = found[-1][0]
        new = b'<%bmergeCell ref="%b"/>' % (last.prefix, boxed(*box).encode())
        yield Splice(start=last.end, end=last.end, new=new)


def _breaks(stretch: Stretch, gone: list[Tag]) -> Iterator[Splice]:
    """Page breaks, which stand after a row, and how many rows are frozen."""
    for breaks in stretch.tags("rowBreaks"):
        seen: set[str] = set()
        for tag in stretch.tags("brk", breaks):
            rows = _count(stretch, tag.attributes.get("id", ""))
            if not rows or rows in seen:
                gone.append(tag)
            seen.add(rows)
            yield from stretch.in_attribute(tag, "id", lambda rows: _count(stretch, rows))
    for pane in stretch.tags("pane"):
        if pane.attributes.get("state", "").startswith("frozen"):
            yield from stretch.in_attribute(pane, "ySplit", lambda rows: _count(stretch, rows))


def _count(stretch: Stretch, rows: str) -> str:
    """How many rows those at the top are now, empty for none; a move leaves their number."""
    if isinstance(stretch.shift.edit, MoveRows) or not number(rows):
        return rows
    span = stretch.shift.span(1, number(rows))
    return str(span[1]) if span else ""


def _place(stretch: Stretch, areas: str) -> str:
    """Where the areas are, or what took the place of those that are gone."""
    return " ".join(stretch.area(area) or area for area in areas.split())


def _dimension(stretch: Stretch, area: str) -> str:
    whole = WHOLE_ROWS.fullmatch(area)
    box = (number(whole[1]), 0, number(whole[2]), 0) if whole else parse_box(area)
    if box is None:
        return area
    rows = [*(stretch.shift.span(box[0], box[2]) or (1, 1)), *(stretch.shift.put or ())]
    if whole:
        return f"{min(rows)}:{max(rows)}"
    return boxed(min(rows), box[1], max(rows), box[3], single=":" not in area)
