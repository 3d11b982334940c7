"""A worksheet added to a package: its part, and a line for it wherever the package lists its sheets.

Every byte of those lists but the new lines stays what it was. What the document's properties say of its
sheets is left alone: programs that show it take it as it was at the last save in Excel.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.errors import EditRefused
from desktop.workbook.archive import Damaged
from desktop.workbook.archive_write import assembled
from desktop.workbook.markup import elements, escaped, number, without_comments
from desktop.workbook.package import Package
from desktop.workbook.patch_book import CONTENT_TYPES
from desktop.workbook.patch_limits import check_signature
from desktop.workbook.relations import relations_part
from desktop.workbook.sheet_looks import has_looks, with_looks
from desktop.workbook.spans import tags
from desktop.workbook.splices import appended, spliced
from desktop.workbook.verify import check_parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.workbook.sheet_looks import Looks
    from desktop.workbook.spans import Tag
    from desktop.workbook.splices import Splice

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_TRUE = {"1", "true", "on"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a new sheet's markup must agree with: the workbook's namespace, its styles and its windows."""

    namespace: str
    looks: Looks
    has_view: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSheet:
    """A sheet to be added: its name, and its markup in a setting."""

    name: str
    markup: Callable[[Setting], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetStep:
    """A sheet that was added: the package before and after it."""

    before: Package
    sheet: NewSheet
    after: Package


def with_sheet(package: Package, sheet: NewSheet) -> SheetStep:
    """The package with one more sheet, behind all others; it is not on disk.

    Raises EditRefused or WorkbookSigned.
    """
    check_new_sheet(package)
    try:
        data = assembled(package.data, package.archive, added_parts(package, sheet))
    except Damaged as cause:
        raise EditRefused(
            f"{package.path.name} is damaged where its sheets are listed. Open it in Excel, which may be "
            "able to repair it, save it, then try again."
        ) from cause
    return SheetStep(before=package, sheet=sheet, after=Package.of(package.path, data, package.mtime_ns))


def check_new_sheet(package: Package) -> None:
    """Refuse a sheet where the workbook may take none: raises EditRefused or WorkbookSigned."""
    check_signature(package)
    name = package.path.name
    text = without_comments(package.text(package.book_part)[0])
    locks = (tag.attributes.get("lockStructure", "0") for tag in tags(text, "workbookProtection"))
    if any(lock in _TRUE for lock in locks):
        raise EditRefused(
            f"{name} is protected against new sheets, and Milepost keeps this in a sheet of its own. In "
            "Excel, take the protection off (Review, Protect Workbook), save it, then try again."
        )
    if not has_looks(package):
        raise EditRefused(
            f"{name} has no cell styles, which a new sheet needs. Open it in Excel, save it once, then try "
            "again."
        )


def sheet_names(package: Package) -> tuple[str, ...]:
    """The names of all sheets, those of charts and macros among them."""
    found = elements(package.part(package.book_part))
    return tuple(tag.attributes.get("name", "") for tag in found if tag.name == "sheet")


def added_parts(package: Package, sheet: NewSheet) -> dict[str, bytes]:
    """The parts that change with a new sheet, and its own; Damaged where a list is not there."""
    part = _free_part(package)
    looks, styles = with_looks(package)
    links = relations_part(package.book_part)
    key = _free_id(package, links)
    return {
        CONTENT_TYPES: _with(package, CONTENT_TYPES, lambda text: _type_line(text, part)),
        links: _with(package, links, lambda text: _link_line(package, text, key, part)),
        package.book_part: _with(package, package.book_part, lambda text: _tab_line(text, sheet.name, key)),
        **styles,
        part: sheet.markup(_setting(package, looks)).encode(),
    }


def _with(package: Package, part: str, line: Callable[[bytes], Splice]) -> bytes:
    text, encoding = package.text(part)
    return encoding.encode(spliced(text, [line(without_comments(text))]))


def _free_part(package: Package) -> str:
    folder = posixpath.dirname(package.sheets[-1].part)
    index = 1
    while package.has_part(part := posixpath.join(folder, f"sheet{index}.xml")):
        index += 1
    return part


def _free_id(package: Package, links: str) -> str:
    taken = {element.attributes.get("Id", "") for element in elements(package.part(links))}
    index = 1
    while (key := f"rId{index}") in taken:
        index += 1
    return key


def _only(text: bytes, name: str) -> Tag:
    found = next(tags(text, name), None)
    if found is None:
        raise Damaged(f"no element {name}")
    return found


def _type_line(text: bytes, part: str) -> Splice:
    types = _only(text, "Types")
    prefix = types.prefix.decode()
    return appended(text, types, f'<{prefix}Override PartName="/{part}" ContentType="{_TYPE}"/>'.encode())


def _link_line(package: Package, text: bytes, key: str, part: str) -> Splice:
    """A link of the kind that the other sheets have, which differs in Strict workbooks."""
    all_links = _only(text, "Relationships")
    kinds = (tag.attributes.get("Type", "") for tag in tags(text, "Relationship"))
    kind = next(kind for kind in kinds if kind.endswith("/worksheet"))
    target = posixpath.relpath(part, posixpath.dirname(package.book_part) or ".")
    prefix = all_links.prefix.decode()
    line = f'<{prefix}Relationship Id="{key}" Type="{kind}" Target="{escaped(target)}"/>'
    return appended(text, all_links, line.encode())


def _tab_line(text: bytes, name: str, key: str) -> Splice:
    """A line like those of the other tabs: with their prefixes, wherever those are declared."""
    tabs = _only(text, "sheets")
    others = list(tags(text, "sheet", tabs.tag_end, tabs.end))
    last = others[-1].attributes
    link = next(word for word in last if word.rpartition(":")[2] == "id")
    declared = "".join(f' {word}="{escaped(uri)}"' for word, uri in last.items() if word.startswith("xmlns"))
    free = max(number(tab.attributes.get("sheetId", "")) for tab in others) + 1
    prefix = tabs.prefix.decode()
    line = f'<{prefix}sheet{declared} name="{escaped(name)}" sheetId="{free}" {link}="{key}"/>'
    return appended(text, tabs, line.encode())


def _setting(package: Package, looks: Looks) -> Setting:
    text = without_comments(package.text(package.book_part)[0])
    book = _only(text, "workbook")
    word = f"xmlns:{book.prefix.decode().rstrip(':')}" if book.prefix else "xmlns"
    return Setting(
        namespace=book.attributes[word],
        looks=looks,
        has_view=next(tags(text, "workbookView"), None) is not None,
    )


def check_added(step: SheetStep) -> None:
    """Compare a package that a sheet was added to with the one before; Damaged if more has changed."""
    old, new, name = step.before, step.after, step.sheet.name
    parts = added_parts(old, step.sheet)
    check_parts(old, new, parts)
    *others, added = new.sheets
    sound = (
        tuple(others) == old.sheets
        and sheet_names(new) == (*sheet_names(old), name)
        and added.name == name
        and not added.hidden
        and new.part(added.part) == parts[added.part]
        and _links(new) - _links(old) == {("worksheet", added.part)}
        and _links(old) <= _links(new)
        and new.styles.begins_with(old.styles)
    )
    if not sound:
        raise Damaged(f"sheet {name} was not added as it should be")


def _links(package: Package) -> set[tuple[str, str]]:
    return {(link.kind, link.target) for link in package.relations(package.book_part)}
