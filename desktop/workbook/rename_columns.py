"""Columns of Excel tables under new names: the package as it is then, with all formulas that name them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.workbook.archive import Damaged
from desktop.workbook.archive_write import assembled
from desktop.workbook.cell_markup import escaped_text
from desktop.workbook.markup import characters, elements, escaped, without_comments
from desktop.workbook.package import Package
from desktop.workbook.shared_formulas import formula_tag
from desktop.workbook.spans import tags
from desktop.workbook.splices import Splice, spliced, with_attribute
from desktop.workbook.structured_references import renamed
from desktop.workbook.table_headings import renames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from desktop.domain.edits import Edit
    from desktop.workbook.markup import Element
    from desktop.workbook.sheet_scan import SheetScan
    from desktop.workbook.spans import Tag
    from desktop.workbook.table_headings import Column, Renamed

_TABLE_FORMULAS = ("calculatedColumnFormula", "totalsRowFormula")
# An attribute's line breaks and tabs would be read as spaces, so Excel writes them as escapes.
_BREAKS = {ord("\n"): "_x000a_", ord("\t"): "_x0009_"}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNames:
    """Columns that were renamed: the package before and after, and the parts that this changed."""

    before: Package
    renames: tuple[Renamed, ...]
    after: Package
    parts: Mapping[str, bytes]


def new_names(package: Package, edits: Iterable[Edit]) -> NewNames | None:
    """The columns renamed whose headings are edited, not yet the headings' cells; None where there are none.

    Raises EditRefused, or Damaged where a part can't be read.
    """
    found = renames(package, edits)
    if not found:
        return None
    change = _change(found)
    parts = _sheets(package, change) | _tables(package, found, change) | _names(package, change)
    data = assembled(package.data, package.archive, parts)
    after = Package.of(package.path, data, package.mtime_ns)
    return NewNames(before=package, renames=found, after=after, parts=parts)


def check_names(names: NewNames) -> None:
    """Damaged if more has changed than the names of the columns and what formulas call them."""
    old, new = names.before, names.after
    change = _change(names.renames)
    for sheet in old.sheets:
        before, after = old.scan(sheet.name), new.scan(sheet.name)
        wanted = {place: change(formula.text) for place, formula in before.formulas.items()}
        found = {place: formula.text for place, formula in after.formulas.items()}
        if wanted != found or _without_formulas(before) != _without_formulas(after):
            raise Damaged(f"sheet {sheet.name} has changed outside the names of columns")
    for part in names.parts:
        if part not in {sheet.part for sheet in old.sheets} and _shape(old, part) != _shape(new, part):
            raise Damaged(f"part {part} has changed outside the names of columns")
    found_names = {(column.part, column.index): column.name for column in _columns(new)}
    wanted_names = {(column.part, column.index): column.name for column in _columns(old)}
    wanted_names |= {(item.column.part, item.column.index): item.name for item in names.renames}
    if found_names != wanted_names:
        raise Damaged("a column does not have its name")


def _change(renames: Sequence[Renamed]) -> Callable[[str], str]:
    """What becomes of a formula's text."""
    tables: dict[str, dict[str, str]] = {}
    for item in renames:
        names = tables.setdefault(item.column.table.casefold(), {})
        names[item.column.name.casefold()] = item.name

    def change(formula: str) -> str:
        for table, names in tables.items():
            formula = renamed(formula, table, names)
        return formula

    return change


def _sheets(package: Package, change: Callable[[str], str]) -> dict[str, bytes]:
    parts = {}
    for sheet in package.sheets:
        scan = package.scan(sheet.name)
        splices = [
            _in_text(scan.plain, formula_tag(scan, place), new)
            for place, formula in scan.formulas.items()
            if (new := change(formula.text)) != formula.text
        ]
        if splices:
            parts[sheet.part] = scan.encoding.encode(spliced(scan.text, splices))
    return parts


def _tables(package: Package, renames: Sequence[Renamed], change: Callable[[str], str]) -> dict[str, bytes]:
    parts = {}
    for part in {column.part: None for column in _columns(package)}:
        text, encoding = package.text(part)
        plain = without_comments(text)
        columns = [*tags(plain, "tableColumn")]
        splices = [
            with_attribute(plain, columns[item.column.index], "name", attribute_text(item.name))
            for item in renames
            if item.column.part == part
        ]
        splices += _formulas(text, plain, _TABLE_FORMULAS, change)
        if splices:
            parts[part] = encoding.encode(spliced(text, splices))
    return parts


def _names(package: Package, change: Callable[[str], str]) -> dict[str, bytes]:
    text, encoding = package.text(package.book_part)
    splices = [*_formulas(text, without_comments(text), ("definedName",), change)]
    return {package.book_part: encoding.encode(spliced(text, splices))} if splices else {}


def _formulas(
    text: bytes, plain: bytes, names: Iterable[str], change: Callable[[str], str]
) -> Iterator[Splice]:
    """The elements of some names whose text is a formula that changes."""
    for name in names:
        for tag in tags(plain, name):
            start, end = _inner(plain, tag)
            old = characters(text[start:end])
            if (new := change(old)) != old:
                yield _in_text(plain, tag, new)


def _in_text(plain: bytes, tag: Tag, new: str) -> Splice:
    start, end = _inner(plain, tag)
    return Splice(start=start, end=end, new=escaped(new).encode())


def _inner(plain: bytes, tag: Tag) -> tuple[int, int]:
    return tag.tag_end, tag.end if tag.is_empty_tag else plain.rfind(b"</", tag.tag_end, tag.end)


def attribute_text(name: str) -> str:
    """A column's name as its attribute holds it."""
    return escaped_text(name).translate(_BREAKS)


def _without_formulas(scan: SheetScan) -> bytes:
    """The sheet's text but for what its formulas say."""
    spans = (_inner(scan.plain, tag) for tag in tags(scan.plain, "f", *scan.data_span))
    return spliced(scan.text, (Splice(start=start, end=end, new=b"") for start, end in spans))


def _shape(package: Package, part: str) -> list[Element]:
    """The elements of a part; of a table's columns without their names."""
    found = elements(package.part(part))
    for element in found:
        if element.name == "tableColumn":
            element.attributes.pop("name", None)
    return found


def _columns(package: Package) -> Iterator[Column]:
    return (column for columns in package.headings.values() for column in columns.values())
