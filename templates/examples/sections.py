"""Leicester's narrative sections: under each objective a row to a paragraph, or to a number in a box."""

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from templates.examples.facts import read_objectives, read_passages, reading
from templates.examples.style import (
    BAND,
    BODY,
    CENTRED,
    HEADER,
    STRONG,
    landscape,
    merge,
    put,
    titles,
    widths,
)

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from templates.examples.facts import Passage

TITLES = (
    "Leicester City Council: Quality Protects Management Action Plan 2001-2002",
    "Sections A to D, paragraph by paragraph, and the numbers that stand in boxes",
)
COLUMNS = {"Section": 9.0, "Part": 7.0, "Question": 40.0, "No": 6.0, "Text": 88.0, "Figure": 10.0}
_LETTERS = "ABCDEF"
_QUESTION = replace(BODY, italic=True)
_LEAST = 15.0


def write_sections(sheet: "Worksheet", footer: str) -> None:
    """Every paragraph under its objective; a section's question stands once, in its first row."""
    titles(sheet, "F", TITLES)
    header = len(TITLES) + 2
    widths(sheet, dict(zip(_LETTERS, COLUMNS.values(), strict=True)))
    for letter, text in zip(_LETTERS, COLUMNS, strict=True):
        put(sheet, f"{letter}{header}", text, HEADER)
    sheet.row_dimensions[header].height = 22
    headings = read_objectives()
    row = header + 1
    for objective, passages in groupby(read_passages(), lambda passage: passage.objective):
        _heading(sheet, row, headings[objective])
        row = _passages(sheet, row + 1, list(passages))
    sheet.freeze_panes = f"A{header + 1}"
    landscape(sheet, repeat=f"1:{header}", footer=footer)


def _heading(sheet: "Worksheet", row: int, text: str) -> None:
    put(sheet, f"A{row}", text, BAND)
    merge(sheet, f"A{row}:F{row}", BAND)
    sheet.row_dimensions[row].height = max(19.0, BAND.height(text, sum(COLUMNS.values())))


def _passages(sheet: "Worksheet", row: int, passages: "list[Passage]") -> int:
    """Fill the rows of an objective, and return the row after them."""
    asked = ""
    for passage in passages:
        place = f"{passage.section} {passage.part}"
        _passage(sheet, row, passage, "" if place == asked else passage.question)
        asked = place
        row += 1
    return row


def _passage(sheet: "Worksheet", row: int, passage: "Passage", question: str) -> None:
    part, number, figure = reading(passage.part), reading(passage.number), reading(passage.figure)
    put(sheet, f"A{row}", passage.section, replace(CENTRED, bold=True))
    put(sheet, f"B{row}", part.value, CENTRED, part.number_format)
    put(sheet, f"C{row}", question or None, _QUESTION)
    put(sheet, f"D{row}", number.value, CENTRED, number.number_format)
    put(sheet, f"E{row}", passage.text, BODY)
    put(sheet, f"F{row}", figure.value, replace(STRONG, across="right"), figure.number_format)
    sheet.row_dimensions[row].height = max(
        _LEAST,
        BODY.height(passage.text, COLUMNS["Text"]),
        _QUESTION.height(question, COLUMNS["Question"]),
    )
