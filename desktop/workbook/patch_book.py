"""What a change of cells asks of the rest of the workbook: that Excel calculates it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.workbook.markup import without_comments
from desktop.workbook.relations import relations_part
from desktop.workbook.spans import tags
from desktop.workbook.splices import Splice, removed, spliced, with_attribute

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.workbook.package import Package
    from desktop.workbook.spans import Tag

CONTENT_TYPES = "[Content_Types].xml"
# ECMA-376 part 1, 18.2.27: what may stand before calcPr, the last of them first.
_BEFORE_CALCULATION = ("definedNames", "externalReferences", "functionGroups", "sheets")


def recalculated(package: Package) -> dict[str, bytes]:
    """The workbook part that asks for a calculation when it is opened."""
    text, encoding = package.text(package.book_part)
    splice = calculation(without_comments(text))
    return {package.book_part: encoding.encode(spliced(text, [splice]))}


def calculation(plain: bytes) -> Splice:
    """What asks for a calculation in the workbook part's text without comments."""
    found = next(tags(plain, "calcPr"), None)
    if found:
        return with_attribute(plain, found, "fullCalcOnLoad", "1")
    before = next(tag for name in _BEFORE_CALCULATION for tag in tags(plain, name))
    new = b'<%bcalcPr fullCalcOnLoad="1"/>' % before.prefix
    return Splice(start=before.end, end=before.end, new=new)


def without_calculation_chain(package: Package) -> dict[str, bytes | None]:
    """The parts without the list of formula cells, which Excel makes anew; nothing where there is none."""
    chain = package.related(package.book_part, "calcChain")
    if chain is None or not package.has_part(CONTENT_TYPES):
        return {}
    links = relations_part(package.book_part)
    return {
        chain: None,
        links: _without(package, links, "Relationship", _is_chain),
        CONTENT_TYPES: _without(package, CONTENT_TYPES, "Override", _names(chain)),
    }


def _is_chain(link: Tag) -> bool:
    return link.attributes.get("Type", "").endswith("/calcChain")


def _names(part: str) -> Callable[[Tag], bool]:
    wanted = f"/{part}".casefold()
    return lambda override: override.attributes.get("PartName", "").casefold() == wanted


def _without(package: Package, part: str, name: str, unwanted: Callable[[Tag], bool]) -> bytes:
    text, encoding = package.text(part)
    splices: Iterator[Splice] = (removed(tag) for tag in tags(without_comments(text), name) if unwanted(tag))
    return encoding.encode(spliced(text, splices))
