"""Passages of a plan's narrative: a row to a paragraph or a box, under the section that it belongs to."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.narrative import Passage, Place, read_objective, read_part, read_section
from desktop.domain.unchosen import said
from desktop.workbook.indicator_records import value_at
from desktop.workbook.recognise import lone_text

if TYPE_CHECKING:
    from desktop.domain.tables import Table
    from desktop.workbook.recognise import Block
    from desktop.workbook.sheet import Sheet

_BETWEEN = re.compile(r"[,;\n]")  # the codes of several indicators


def read_passages(sheet: Sheet, block: Block) -> tuple[Passage, ...]:
    """The passages of a table, from top to bottom.

    A section, its part and its question count until others are given, as beneath a merged cell; a heading
    that stands alone names the objective of what follows.
    """
    table = block.table
    heading = block.heading
    above: Passage | None = None
    found: list[Passage] = []
    for row in range(table.header_row + 1, table.last_row + 1):
        if row in block.no_records:
            continue
        alone = _heading(sheet, table, row)
        if alone:
            heading, above = (heading if alone in block.titles else alone), None
            continue
        passage = _passage(sheet, table, row, heading, above)
        if passage is not None:
            found.append(passage)
            above = passage
    return tuple(found)


def _heading(sheet: Sheet, table: Table, row: int) -> str:
    """The text of a row in which nothing else stands, unless it stands where the passages do."""
    alone = lone_text(sheet, row)
    text = table.column_of("text")
    return "" if text is not None and sheet.text(row, text).strip() else alone


def _passage(sheet: Sheet, table: Table, row: int, heading: str, above: Passage | None) -> Passage | None:
    texts = {column.field: said(sheet.text(row, column.column)) for column in table.columns if column.field}
    cells = {field: cell for field in texts if (cell := table.cell(row, field)) is not None}
    text, figure = texts.get("text", ""), texts.get("figure", "")
    if not text and not figure:
        return None
    heading = texts.get("group", "") or (above.heading if above is not None else heading)
    place, question = _place(texts, heading, above)
    return Passage(
        table=table.id,
        heading=heading,
        place=place,
        question=question,
        text=text,
        figure=value_at(sheet, row, cells["figure"].column) if figure else None,
        row=row,
        cell=cells["text"] if text else cells["figure"],
        figure_cell=cells.get("figure"),
        indicators=tuple(filter(None, map(str.strip, _BETWEEN.split(texts.get("indicators", ""))))),
    )


def _place(texts: dict[str, str], heading: str, above: Passage | None) -> tuple[Place, str]:
    """Where a passage stands, and the question of its section."""
    section, part = read_section(texts["section"])
    part = read_part(texts.get("part", "")) or part
    question = " ".join(texts.get("question", "").split())
    place = Place(objective=read_objective(heading), section=section, part=part)
    if above is not None and above.place.objective == place.objective:
        before = above.place
        place = replace(
            place,
            section=section or before.section,
            part=part or (before.part if section in {"", before.section} else ""),
        )
        if (place.section, place.part) == (before.section, before.part):
            question = question or above.question
    return replace(place, number=read_part(texts.get("number", ""))), question
