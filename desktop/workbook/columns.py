"""Which field each column of a table holds, where its header alone can't tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.tables import TableKind
from desktop.domain.values import read_value
from desktop.workbook.evidence import (
    code_column,
    distinct,
    letters_column,
    looks_like_codes,
    measures_column,
    names_column,
    typical_length,
)
from desktop.workbook.fields import meanings_of, named_columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.workbook.evidence import Sample
    from desktop.workbook.headers import Header

PAIRED = "map-indicators"
"""A code-and-definition row, and the values in the row beneath."""
FLAT = "indicator-list"
"""One row to an indicator."""
PROGRAMME_PLAN = "programme-plan"
"""Strands, projects, milestones with a status and a due date."""
ACTION_PLAN = "action-plan"
"""Actions with whom they are for, who contributes, what is aimed at and how far they are."""
NINE_POINT_PLAN = "nine-point-plan"
"""Priorities with a lead, and actions and milestones in two lists."""

_SHORTEST_NAME = 12  # characters that a definition has, typically, and a code has not


def fields_and_form(head: Header, columns: Sequence[int], sample: Sample) -> tuple[Mapping[int, str], str]:
    """The fields of the columns, with those that only what they hold can tell, and the table's form.

    `columns` are all columns of the table, `sample` the rows beneath its header.
    """
    if head.settled:
        return head.fields, _settled_form(head, sample)
    if head.kind is TableKind.INDICATORS:
        return _indicator_fields(head, columns, sample)
    fields = dict(head.fields)
    if head.kind is TableKind.PLAN:
        _order_levels(head, fields, sample)
        if "ref" not in fields.values():
            _split_project(fields, [column for column in columns if not head.texts.get(column)], sample)
    return fields, _form_of(head.kind, fields)


def _settled_form(head: Header, sample: Sample) -> str:
    """The form of a table whose fields an officer gave."""
    if head.kind is not TableKind.INDICATORS:
        return _form_of(head.kind, head.fields)
    code = next((column for column, field in head.fields.items() if field == "code"), None)
    return _form(sample, code, list(head.periods))


def _form_of(kind: TableKind, fields: Mapping[int, str]) -> str:
    """The form of a table that is none of indicators; a plan's shows in what it asks for."""
    if kind is not TableKind.PLAN:
        return kind.value
    asked = set(fields.values())
    if "action" in asked and asked.isdisjoint({"status", "due"}):
        return NINE_POINT_PLAN
    action_plan = "targeting" in asked or ("contributors" in asked and asked.isdisjoint({"status", "due"}))
    return ACTION_PLAN if action_plan else PROGRAMME_PLAN


def _order_levels(head: Header, fields: dict[int, str], sample: Sample) -> None:
    """Of two words that may both mean a strand or a project, the strand says fewer different things."""
    levels = {
        field: column
        for column, field in fields.items()
        if {"strand", "project"} <= {meaning.field for meaning in meanings_of(head.texts[column])}
    }
    if levels.keys() == {"strand", "project"}:
        pair = sorted(levels.values(), key=lambda column: (distinct(sample, column), column))
        fields[pair[0]], fields[pair[1]] = "strand", "project"


def _indicator_fields(head: Header, columns: Sequence[int], sample: Sample) -> tuple[Mapping[int, str], str]:
    free = [column for column in columns if column not in head.periods]
    words = {column: text for column, text in head.texts.items() if column in free}
    fields = named_columns(TableKind.INDICATORS, words, set(_barred(words, sample)))
    if "code" not in fields.values():
        code = code_column(sample, [column for column in free if fields.get(column) != "group"])
        if code is not None:
            fields[code] = "code"
    code = next((column for column, field in fields.items() if field == "code"), None)
    form = _form(sample, code, list(head.periods))
    if "name" not in fields.values() and form == FLAT:
        name = _name_column(head, [column for column in free if column not in fields], sample)
        if name is not None:
            fields[name] = "name"
    return fields | dict.fromkeys(head.periods, "value"), form


def _barred(words: Mapping[int, str], sample: Sample) -> Iterator[tuple[int, str]]:
    """For headers that may mean a code or a definition: which of them the column does not hold."""
    for column, text in words.items():
        meant = {meaning.field for meaning in meanings_of(text) if meaning.kind is TableKind.INDICATORS}
        if meant >= {"code", "name"}:
            if looks_like_codes(sample, column):
                yield column, "name"
            elif typical_length(sample, column) > _SHORTEST_NAME:
                yield column, "code"


def _name_column(head: Header, columns: Sequence[int], sample: Sample) -> int | None:
    """The column of definitions where no header says so: one without a header before one with another."""
    measures = measures_column(sample, columns)
    if measures is not None:
        return measures
    long = [column for column in columns if typical_length(sample, column) > _SHORTEST_NAME]
    return min(long, key=lambda column: bool(head.texts.get(column)), default=None)


def _split_project(fields: dict[int, str], unnamed: Sequence[int], sample: Sample) -> None:
    """One header over two columns, a letter and the project: which is which shows in what they hold."""
    project = next((column for column, field in fields.items() if field == "project"), None)
    if project is None:
        return
    name = names_column(sample, project, unnamed)
    if name is not None:  # the header stands over the letters, the project beside them
        fields[project], fields[name] = "ref", "project"
        return
    letters = letters_column(sample, project, unnamed)
    if letters is not None:
        fields[letters] = "ref"


def _form(sample: Sample, code: int | None, periods: Sequence[int]) -> str:
    """Whether the values stand beside the codes or beneath them, as most of them do.

    Where there are no values yet, words in the place of one tell: that is where definitions stand then.
    """
    if code is None:
        return FLAT
    own = beneath = worded = 0
    coded: Sequence[str] | None = None
    for row in sample:
        if row[code - 1].strip():
            coded = row
            own += _holds_numbers(row, periods)
            worded += any(_worded(row[column - 1]) for column in periods)
        elif coded is not None and any(text.strip() for text in row):
            beneath += _holds_numbers(row, periods) and not _holds_numbers(coded, periods)
            coded = None
    return PAIRED if beneath > own or (worded and not own) else FLAT


def _worded(text: str) -> bool:
    """Whether it is several words, and no value and no marker for one that is missing."""
    value = read_value(text)
    return len(text.split()) > 1 and value.number is None and value.missing is None


def _holds_numbers(row: Sequence[str], periods: Sequence[int]) -> bool:
    return any(read_value(row[column - 1]).number is not None for column in periods)
