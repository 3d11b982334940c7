"""The sheets of a plan's sections: one to an objective."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from desktop.domain.narrative import indicators_in, sections_of
from desktop.returns.cells import deepen, height, put_across
from desktop.returns.list_sheet import Filled, begin, fill_row, finish, text_cell, value_cell
from desktop.returns.sheet_names import free_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from desktop.domain.cells import CellRef
    from desktop.domain.contents import Contents
    from desktop.domain.narrative import Passage, Section
    from desktop.returns.indicator_sheet import Letterhead
    from desktop.returns.layouts import Form, ListLayout

_BAND_LEAST = 19.0
_MERGED = frozenset({"section", "part", "question"})


def fill_sections(
    workbook: Workbook, form: Form, layout: ListLayout, contents: Contents, letterhead: Letterhead
) -> None:
    """Fill a sheet for each objective, in the order of the workbook."""
    about = indicators_in(contents)
    sections = sections_of(contents.passages)
    for heading, within in groupby(sections, lambda section: section.heading):
        together = tuple(within)
        name = free_name(workbook, layout.sheet.format(objective=together[0].place.objective))
        _fill_objective(workbook.create_sheet(name), form, layout, (heading, together), about, letterhead)


def _fill_objective(
    sheet: Worksheet,
    form: Form,
    layout: ListLayout,
    objective: tuple[str, Sequence[Section]],
    about: Mapping[CellRef, tuple[str, ...]],
    letterhead: Letterhead,
) -> None:
    heading, sections = objective
    header = begin(sheet, form, layout, letterhead)
    row = header + 1
    if heading:
        _band(sheet, row, form, layout, heading)
        row += 1
    for section in sections:
        row = _section(sheet, row, form, layout, section, about)
    finish(sheet, form, layout, (header, row - 1), letterhead)


def _band(sheet: Worksheet, row: int, form: Form, layout: ListLayout, text: str) -> None:
    look = form.looks["band"]
    put_across(sheet, row, (1, len(layout.columns)), text, look)
    width = sum(column.width for column in layout.columns)
    sheet.row_dimensions[row].height = max(_BAND_LEAST, height(text, width, look) + 3.0)


def _section(
    sheet: Worksheet,
    first: int,
    form: Form,
    layout: ListLayout,
    section: Section,
    about: Mapping[CellRef, tuple[str, ...]],
) -> int:
    """Fill the rows of a section, what they share merged, and return the row after them."""
    for row, passage in enumerate(section.passages, start=first):
        cells = passage_cells(passage, section.question, layout, about)
        if row > first:
            cells |= dict.fromkeys(_MERGED, Filled(None, "", ""))
        fill_row(sheet, row, form, layout, cells | {"question": _unmeasured(cells["question"])})
    after = first + len(section.passages)
    _raise(sheet, (first, after - 1), form, layout, section.question)
    for number, column in enumerate(layout.columns, start=1):
        if column.field in _MERGED and after - first > 1:
            sheet.merge_cells(start_row=first, end_row=after - 1, start_column=number, end_column=number)
    return after


def _unmeasured(cell: Filled) -> Filled:
    """A cell that has the room of several rows."""
    return cell._replace(text="")


def _raise(sheet: Worksheet, rows: tuple[int, int], form: Form, layout: ListLayout, question: str) -> None:
    """Make the last row of a section higher where its question needs more room than all its rows have."""
    asked = [column for column in layout.columns if column.field == "question"]
    needed = max((height(question, column.width, form.looks[column.look]) for column in asked), default=0.0)
    deepen(sheet, rows, needed)


def passage_cells(
    passage: Passage, question: str, layout: ListLayout, about: Mapping[CellRef, tuple[str, ...]]
) -> dict[str, Filled]:
    """What a passage says, by field; `about` are the indicators that each cell's passage is about."""
    spoken_of = ", ".join(about.get(passage.cell, ()))
    return {
        "section": text_cell(passage.place.section),
        "part": text_cell(passage.place.part),
        "question": text_cell(question),
        "number": text_cell(passage.place.number),
        "text": Filled(passage.text or None, "", passage.text),
        "figure": value_cell(passage.figure, layout),
        "indicators": Filled(spoken_of or None, "", spoken_of),
    }
