"""Which formulas read which cells: what an edit leaves to be worked out anew.

A formula's text is searched for the cells that it names. What can't be told from its text alone (a name, a
column of an Excel table, INDIRECT and its like) may read anything, and is taken to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.cells import MAX_COLUMN, MAX_ROW, column_number
from desktop.workbook.sheet_scan import parse_box

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from desktop.workbook.formulas import Formula, Place
    from desktop.workbook.package import Package
    from desktop.workbook.sheet_scan import SheetScan

Spot: TypeAlias = tuple[str, int, int]
"""A cell: the name of its sheet, row and column."""

_TOKEN = re.compile(
    r"""
    "(?:[^"]|"")*+"
    | \#[A-Z][A-Z0-9/]*[!?]?
    | (?P<sheet>(?:'(?:[^']|'')*+'|(?:\[[^\]]*\])?[^\W\d][\w.\\?]*(?::[\w.\\?]+)?)!)?
      (?: (?P<left>\$?[A-Za-z]{1,3})(?P<top>\$?[1-9]\d{0,6})
          (?: :(?P<right>\$?[A-Za-z]{1,3})(?P<bottom>\$?[1-9]\d{0,6}) )?
        | (?P<first_column>\$?[A-Za-z]{1,3}):(?P<last_column>\$?[A-Za-z]{1,3})
        | (?P<first_row>\$?[1-9]\d{0,6}):(?P<last_row>\$?[1-9]\d{0,6}) )
      (?![\w.(\\?!])
    | (?:\d[\d.]*|\.\d+)(?:[eE][-+]?\d+)?
    | (?P<word>[^\W\d][\w.\\?]*)(?P<call>\s*\()?
    | (?P<open>[:\[\\'!])
    """,
    re.VERBOSE,
)
_ANYWHERE = frozenset({"INDIRECT", "OFFSET"})
"""Functions that read cells which their text does not name."""
_CONSTANTS = frozenset({"TRUE", "FALSE"})
_FEW = 64  # rows or columns of an area that is noted under each of them
_LARGEST_BLOCK = 100_000  # cells that one formula is believed to fill


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One side of an area: a row or column, and whether it stays when the formula is shared."""

    at: int
    fixed: bool

    def moved(self, by: int) -> int:
        """Where the edge lies for a cell that shares the formula, so many rows or columns away."""
        return self.at if self.fixed else self.at + by


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Cells that a formula names; `sheet` is in lower case, and empty for the formula's own."""

    sheet: str
    top: Edge
    left: Edge
    bottom: Edge
    right: Edge


@lru_cache(maxsize=8192)
def areas_of(text: str) -> tuple[Area, ...] | None:
    """The cells of this workbook that a formula names; None where it may read any others as well."""
    found = []
    for token in _TOKEN.finditer(text):
        word = (token["word"] or "").upper()
        named = word not in _CONSTANTS if not token["call"] else word in _ANYWHERE
        area = _area(token)
        if token["open"] or (word and named) or (area and ":" in area.sheet):
            return None
        if area:
            found.append(area)
    return tuple(found)


def _area(token: re.Match[str]) -> Area | None:
    """The area of a token; None where it is none, or lies in another workbook."""
    if not (token["left"] or token["first_column"] or token["first_row"]) or "[" in (token["sheet"] or ""):
        return None
    top = token["top"] or token["first_row"] or "$1"
    bottom = token["bottom"] or token["last_row"] or token["top"] or f"${MAX_ROW}"
    left = token["left"] or token["first_column"] or "$A"
    right = token["right"] or token["last_column"] or token["left"] or "$XFD"
    rows = sorted((_row(top), _row(bottom)), key=lambda edge: edge.at)
    columns = sorted((_column(left), _column(right)), key=lambda edge: edge.at)
    return Area(
        sheet=_sheet(token["sheet"] or ""), top=rows[0], bottom=rows[1], left=columns[0], right=columns[1]
    )


def _row(text: str) -> Edge:
    return Edge(at=int(text.lstrip("$")), fixed=text.startswith("$"))


def _column(text: str) -> Edge:
    return Edge(at=min(column_number(text.lstrip("$")), MAX_COLUMN), fixed=text.startswith("$"))


def _sheet(text: str) -> str:
    bare = text[:-1]
    return (bare[1:-1].replace("''", "'") if bare.startswith("'") else bare).casefold()


class Dependents:
    """The formulas of a workbook by the cells that they read."""

    def __init__(self, package: Package) -> None:
        """Take the workbook as it lies in the file; nothing is read before the first question."""
        self._package = package
        self._by_row: dict[tuple[str, int], list[tuple[int, int, Spot]]] = {}
        self._by_column: dict[tuple[str, int], list[tuple[int, int, Spot]]] = {}
        self._vast: list[tuple[str, Spot]] = []
        self._anything: set[Spot] = set()

    @cached_property
    def formulas(self) -> frozenset[Spot]:
        """All cells whose content a formula works out."""
        return frozenset(
            spot
            for sheet in self._package.sheets
            for place, formula in self._package.scan(sheet.name).formulas.items()
            for spot in _filled(sheet.name, place, formula)
        )

    def of(self, cells: Iterable[Spot], ended: Collection[Spot]) -> set[Spot]:
        """The cells whose results follow from these, however far; not by way of those `ended`.

        Those are cells that hold a formula in the file and none any more.
        """
        waiting = list(cells)
        if not waiting or not self.formulas:
            return set()
        self._read()
        found = self._anything.difference(ended)
        waiting += found
        while waiting:
            fresh = {
                spot for spot in self._readers(*waiting.pop()) if spot not in found and spot not in ended
            }
            found |= fresh
            waiting += fresh
        return found

    def _readers(self, sheet: str, row: int, column: int) -> Iterator[Spot]:
        name = sheet.casefold()
        for first, last, spot in self._by_row.get((name, row), ()):
            if first <= column <= last:
                yield spot
        for first, last, spot in self._by_column.get((name, column), ()):
            if first <= row <= last:
                yield spot
        for read, spot in self._vast:
            if read == name:
                yield spot

    def _read(self) -> None:
        if not (self._by_row or self._by_column or self._vast or self._anything):
            for sheet in self._package.sheets:
                scan = self._package.scan(sheet.name)
                for place, formula in scan.formulas.items():
                    self._note(sheet.name, scan, place, formula)

    def _note(self, sheet: str, scan: SheetScan, place: Place, formula: Formula) -> None:
        master = scan.shared.get(place, place)
        areas = None if formula.kind == "dataTable" else areas_of(scan.formulas[master].text)
        moved = (place[0] - master[0], place[1] - master[1])
        for spot in _filled(sheet, place, formula):
            if areas is None:
                self._anything.add(spot)
            for area in areas or ():
                self._note_area(area.sheet or sheet.casefold(), area, moved, spot)

    def _note_area(self, sheet: str, area: Area, moved: Place, spot: Spot) -> None:
        rows = (area.top.moved(moved[0]), area.bottom.moved(moved[0]))
        columns = (area.left.moved(moved[1]), area.right.moved(moved[1]))
        if rows[1] - rows[0] < _FEW:
            for row in range(rows[0], rows[1] + 1):
                self._by_row.setdefault((sheet, row), []).append((*columns, spot))
        elif columns[1] - columns[0] < _FEW:
            for column in range(columns[0], columns[1] + 1):
                self._by_column.setdefault((sheet, column), []).append((*rows, spot))
        else:
            self._vast.append((sheet, spot))


def _filled(sheet: str, place: Place, formula: Formula) -> Iterator[Spot]:
    """The cells that a formula fills: its own, or a whole block."""
    box = parse_box(formula.area) if formula.kind in {"array", "dataTable"} else None
    if box is None or (box[2] - box[0] + 1) * (box[3] - box[1] + 1) > _LARGEST_BLOCK:
        box = (*place, *place)
    top, left, bottom, right = box
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            yield sheet, row, column
