"""The headings of Excel tables, whose text the table keeps a second time, as the names of its columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.errors import EditRefused
from desktop.workbook.cell_markup import plain_text
from desktop.workbook.markup import elements, number, without_comments
from desktop.workbook.sheet_scan import parse_box
from desktop.workbook.spans import tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from desktop.domain.cells import CellRef
    from desktop.domain.edits import Content, Edit
    from desktop.workbook.formulas import Place
    from desktop.workbook.package import Package
    from desktop.workbook.spans import Tag

_LONGEST_HEADING = 255

Headings: TypeAlias = "Mapping[str, Mapping[Place, Column]]"
"""The columns by their sheet and the cell that holds their heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table: the table's part and name, the column's place from 0 and its name there."""

    part: str
    table: str
    index: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed:
    """A column and the name that it is to have."""

    column: Column
    name: str


def read_headings(package: Package) -> Headings:
    """The headings of all tables that have one row of them, one heading for each column."""
    return {sheet.name: dict(_of_sheet(package, sheet.part)) for sheet in package.sheets}


def _of_sheet(package: Package, sheet_part: str) -> Iterator[tuple[Place, Column]]:
    for link in package.relations(sheet_part):
        if link.kind == "table" and package.has_part(link.target):
            plain = without_comments(package.text(link.target)[0])
            for table in tags(plain, "table"):
                yield from _of_table(link.target, table, [*tags(plain, "tableColumn")])


def _of_table(part: str, table: Tag, columns: list[Tag]) -> Iterator[tuple[Place, Column]]:
    box = parse_box(table.attributes.get("ref", ""))
    heads = number(table.attributes.get("headerRowCount", "1"))
    if box is None or heads != 1 or box[3] - box[1] + 1 != len(columns):
        return
    name = table.attributes.get("displayName", table.attributes.get("name", ""))
    for index, column in enumerate(columns):
        heading = plain_text(column.attributes.get("name", ""))
        yield (box[0], box[1] + index), Column(part=part, table=name, index=index, name=heading)


def renames(package: Package, edits: Iterable[Edit]) -> tuple[Renamed, ...]:
    """The columns that the edits name anew; of two edits of one heading the later counts.

    Raises EditRefused where a heading would be none that Excel allows, or can't be changed without harm.
    """
    found: dict[CellRef, Renamed] = {}
    for edit in edits:
        column = package.headings.get(edit.cell.sheet, {}).get((edit.cell.row, edit.cell.column))
        if column is not None:
            found[edit.cell] = Renamed(column=column, name=_heading(edit.cell, edit.content))
    changed = {cell: renamed for cell, renamed in found.items() if renamed.name != renamed.column.name}
    for cell, renamed in changed.items():
        _check_unique(package, cell, renamed, changed.values())
        _check_readers(package, cell, renamed.column)
    return tuple(changed.values())


def _heading(cell: CellRef, content: Content) -> str:
    what = f"{cell} is a heading of an Excel table"
    if content is None or content == "":
        raise EditRefused(f"{what}, which can't be empty. Put in another text.")
    if not isinstance(content, str):
        raise EditRefused(f"{what}, which must be text. Put an apostrophe before it, such as '2012.")
    if len(content) > _LONGEST_HEADING:
        raise EditRefused(
            f"{what}, which can hold {_LONGEST_HEADING} characters and this text has {len(content):,}. "
            "Shorten it."
        )
    return content


def _check_unique(package: Package, cell: CellRef, renamed: Renamed, changed: Iterable[Renamed]) -> None:
    column = renamed.column
    names = {other.index: other.name for other in columns_of(package, column.part)}
    names |= {other.column.index: other.name for other in changed if other.column.part == column.part}
    del names[column.index]
    if renamed.name.casefold() in {name.casefold() for name in names.values()}:
        raise EditRefused(
            f"{cell}: the Excel table {column.table} has another column called “{renamed.name}”. Choose "
            "another heading."
        )


def columns_of(package: Package, part: str) -> Iterator[Column]:
    """The columns of a table's part, in order."""
    for columns in package.headings.values():
        yield from (column for column in columns.values() if column.part == part)


def _check_readers(package: Package, cell: CellRef, column: Column) -> None:
    """What finds a column by its heading from outside the workbook's formulas would lose it."""
    what = f"{cell} is a heading of the Excel table {column.table}"
    if any(link.kind == "queryTable" for link in package.relations(column.part)):
        raise EditRefused(f"{what}, which a query fills. Change the query in Excel.")
    for link in package.relations(package.book_part):
        if link.kind == "slicerCache" and package.has_part(link.target):
            cache = elements(package.part(link.target))
            of_a_table = any(element.name == "tableSlicerCache" for element in cache)
            if of_a_table and cache[0].attributes.get("sourceName", "").casefold() == column.name.casefold():
                raise EditRefused(f"{what}, and a slicer filters by it. Change the heading in Excel.")
