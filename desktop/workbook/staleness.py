"""Which results of formulas are out of date: Milepost calculates none, Excel all when it opens the file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef
from desktop.workbook.markup import without_comments
from desktop.workbook.spans import tags

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.domain.contents import Contents
    from desktop.workbook.dependents import Spot
    from desktop.workbook.formulas import Place
    from desktop.workbook.package import Package
    from desktop.workbook.sheet import Row, Sheet

_TRUE = {"1", "true", "on"}


def stale_as_filed(package: Package, name: str, rows: Sequence[Row]) -> frozenset[Place]:
    """The cells of a sheet whose results the file itself calls out of date, or does not hold at all."""
    formulas = package.scan(name).formula_cells
    if formulas and _calculates_on_load(package):
        return all_formulas(package, name)
    return frozenset(
        place for place in formulas if _is_blank(rows, place) and not _has_result(package, name, place)
    )


def all_formulas(package: Package, name: str) -> frozenset[Place]:
    """The cells of a sheet whose content is worked out by a formula."""
    return frozenset((row, column) for sheet, row, column in package.dependents.formulas if sheet == name)


def _is_blank(rows: Sequence[Row], place: Place) -> bool:
    row, column = place
    return row > len(rows) or column > len(rows[row - 1]) or rows[row - 1][column - 1] == ""


def _calculates_on_load(package: Package) -> bool:
    found = tags(without_comments(package.text(package.book_part)[0]), "calcPr")
    return any(tag.attributes.get("fullCalcOnLoad", "0") in _TRUE for tag in found)


def _has_result(package: Package, name: str, place: Place) -> bool:
    scan = package.scan(name)
    cells = (cell for row in scan.rows_numbered(place[0]) for cell in scan.cells(row))
    return any(
        cell.column == place[1] and any(tags(scan.plain, "v", cell.tag_end, cell.end)) for cell in cells
    )


def restaled(before: Mapping[str, Sheet], after: dict[str, Sheet]) -> dict[str, Sheet]:
    """The sheets after an edit, each with the results that are out of date since."""
    dependents = next(iter(after.values())).package.dependents
    if not dependents.formulas:
        return after
    earlier, edited = set(_edited(before)), set(_edited(after))
    grown = earlier <= edited
    stale = dependents.of(edited - earlier if grown else edited, edited)
    by_sheet: dict[str, set[Place]] = {name: set() for name in after}
    for name, row, column in stale:
        by_sheet[name].add((row, column))
    return {
        name: _with_stale(sheet, (before[name].stale_cells if grown else sheet.stale_filed) | by_sheet[name])
        for name, sheet in after.items()
    }


def _edited(sheets: Mapping[str, Sheet]) -> Iterator[Spot]:
    for name, sheet in sheets.items():
        for row, column in sheet.edits:
            yield name, row, column


def _with_stale(sheet: Sheet, stale: frozenset[Place]) -> Sheet:
    left = stale - sheet.edits.keys()
    return sheet if left == sheet.stale_cells else replace(sheet, stale_cells=left)


def carried(before: Mapping[str, Sheet], saved: Mapping[str, Sheet]) -> dict[str, Sheet]:
    """The sheets as they were saved, with the results that were out of date before and still are.

    The file itself then asks for all its formulas to be worked out anew, needed or not.
    """
    return {
        name: replace(sheet, stale_filed=before[name].stale_cells, stale_cells=before[name].stale_cells)
        for name, sheet in saved.items()
    }


def after_rows(sheets: Mapping[str, Sheet]) -> dict[str, Sheet]:
    """The sheets after rows have changed, which may change the result of any formula."""
    stale = {name: all_formulas(sheet.package, name) for name, sheet in sheets.items()}
    return {
        name: _with_stale(replace(sheet, stale_filed=stale[name]), stale[name])
        for name, sheet in sheets.items()
    }


def values_touched(
    contents: Contents, before: Mapping[str, Sheet], after: Mapping[str, Sheet]
) -> Iterator[CellRef]:
    """The cells with values whose results have gone out of date, or are up to date again."""
    touched = {
        CellRef(sheet=name, row=row, column=column)
        for name, sheet in after.items()
        for row, column in sheet.stale_cells ^ before[name].stale_cells
    }
    if touched:
        yield from touched.intersection(
            value.cell for indicator in contents.indicators for value in indicator.values
        )
        yield from touched.intersection(target.cell for target in contents.targets)
        yield from touched.intersection(amount.cell for amount in contents.expenditure)
        yield from touched.intersection(one.figure_cell for one in contents.passages if one.figure_cell)
