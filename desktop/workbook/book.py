"""The workbook part: which sheets there are and how dates are counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.workbook.markup import elements

if TYPE_CHECKING:
    from desktop.workbook.relations import Relation

_TRUE = {"1", "true", "on"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """A worksheet: its name as the tab shows it and the part that holds it."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What the workbook part says; `root` is the name of its root element."""

    root: str
    sheets: tuple[SheetPart, ...]
    date_1904: bool


def read_book(markup: bytes, relations: tuple[Relation, ...]) -> Book:
    """The worksheets in the order of their tabs; chart, dialog and macro sheets are left out."""
    found = elements(markup)
    parts = {relation.id: relation.target for relation in relations if relation.kind == "worksheet"}
    sheets = tuple(
        SheetPart(
            name=sheet.attributes.get("name", ""),
            part=parts[sheet.attributes["id"]],
            hidden=sheet.attributes.get("state", "visible") != "visible",
        )
        for sheet in found
        if sheet.name == "sheet" and sheet.attributes.get("id") in parts
    )
    dates = (element for element in found if element.name == "workbookPr")
    return Book(
        root=found[0].name,
        sheets=sheets,
        date_1904=any(element.attributes.get("date1904", "0") in _TRUE for element in dates),
    )
