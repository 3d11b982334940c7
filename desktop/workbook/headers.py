"""Finds the rows that name the columns of tables: by their words, never by a fixed position."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.domain.period_ends import is_part_of_year
from desktop.domain.periods import is_dated, read_kind, says_kind
from desktop.domain.tables import TableKind
from desktop.workbook.evidence import code_column, measures_column, sample_of
from desktop.workbook.fields import (
    LONGEST_HEADER,
    is_common,
    meanings_of,
    named_columns,
    normal_header,
    satisfies,
)
from desktop.workbook.lines import parts_of, periods_of, whole_line
from desktop.workbook.mappings import columns_of, enough, signature_of
from desktop.workbook.shapes import is_code, is_measure

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from desktop.domain.edits import Content
    from desktop.domain.periods import Period
    from desktop.workbook.lines import Line
    from desktop.workbook.mappings import ColumnMapping
    from desktop.workbook.sheet import Sheet

_FEWEST = 2  # cells that a header names, periods that a table of indicators has
_FIRST_YEAR, _LAST_YEAR = 1970, 2100  # between them, a whole number may stand for a year
_TITLE = 4  # rows above a header in which a title may say the year
_NEAR = 10  # rows beneath a header in which codes or measures must show
_SURE_PERIOD = re.compile(r"(?<![\d/–-])\d{2,4}\s*[/–-]\s*\d{2,4}\Z|\bq[1-4]\b", re.IGNORECASE)
_NUMBERED_YEAR = re.compile(r"(?:year|yr)\.?\s*\d{1,2}\b(?!\s*[/–-]\s*\d)", re.IGNORECASE)
_INDICATORS = TableKind.INDICATORS
_TELLING_APART = {
    TableKind.INDICATORS: ("code", "name"),
    TableKind.PLAN: ("milestone",),
    TableKind.TARGETS: ("indicator",),
}  # the fields without which a record can't be told from the next
_TELLING = frozenset({"code", "name", "group"})  # what else is said of an indicator makes no table of them
_BASELINES = frozenset({"baseline", "baseline_period"})  # values with periods of their own
_NAMED_KINDS = (
    *(TableKind.PLAN, TableKind.TARGETS, TableKind.EXPENDITURE),
    *(TableKind.NARRATIVE, TableKind.PRIORITIES, TableKind.FOCUS, TableKind.LINKAGES),
)
_PERIOD_WORDS = frozenset(
    {"year", "period", "quarter", "month", "financial year", "reporting period", "date", "academic year"}
)
_VALUE_WORDS = frozenset({"value", "figure", "result", "performance", "numerator", "score"})
_FEWEST_OF_PLAN = 3  # words of a plan that say so, though none names its milestones


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The row that names the columns of a table, or two rows of which one continues the other.

    `settled`: an officer said what the columns hold. `doubt` is the second column that bears the header
    which tells the records apart.
    """

    first: int
    row: int
    kind: TableKind
    fields: Mapping[int, str]
    periods: Mapping[int, Period]
    texts: Mapping[int, str]
    settled: bool = False
    doubt: int | None = None

    def repeats(self, other: Header) -> bool:
        """Whether it is the header of the same table again, as where a printed page broke."""
        return (
            self.kind is other.kind
            and self.fields.items() <= other.fields.items()
            and self.periods.items() <= other.periods.items()
        )


class Lack(Enum):
    """What keeps a row from being the head of a table."""

    CODES = auto()
    MILESTONES = auto()
    YEARS = auto()
    PERIOD_COLUMNS = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stranger:
    """A row that looks like the head of a table but lacks what the kind can't do without."""

    first: int
    row: int
    kind: TableKind
    words: tuple[str, ...]
    lack: Lack


def find_headers(sheet: Sheet) -> tuple[Header | Stranger, ...]:
    """The heads of all tables of a sheet, from top to bottom."""
    found: list[Header | Stranger] = []
    for row, contents in enumerate(sheet.rows, start=1):
        if _worth_a_look(sheet, contents) and not (found and row <= found[-1].row):
            head = _head(sheet, row)
            if head is not None and not (found and head.first <= found[-1].row):
                found.append(head)
    return tuple(found)


def head_at(sheet: Sheet, row: int) -> Header | Stranger | None:
    """The head of a table that a row is or belongs to; None where it is none."""
    return _head(sheet, row) if may_head(sheet, row) else None


def may_head(sheet: Sheet, row: int) -> bool:
    """Whether a row is worth a closer look: enough of its cells may name a column."""
    return 0 < row <= sheet.height and _worth_a_look(sheet, sheet.rows[row - 1])


def said_of(sheet: Sheet, row: int) -> bool:
    """Whether an officer said what the columns beneath a row hold, or that they are no table."""
    known = sheet.mappings.known
    return bool(known) and sheet.mappings.of(signature_of(whole_line(sheet, row).texts)) is not None


def same_heads(before: Sheet, after: Sheet, rows: Collection[int]) -> bool:
    """Whether a change in these rows leaves the heads of tables as they were."""
    near = (row for row in near_heads(rows) if row in rows or may_head(after, row))
    return all(head_at(before, row) == head_at(after, row) for row in near)


def near_heads(rows: Iterable[int]) -> set[int]:
    """The rows whose heads may change with these: one is judged by a title above it and some rows beneath."""
    return {row for edited in rows for row in range(edited - _NEAR - 2, edited + _TITLE + 3)}


def _head(sheet: Sheet, row: int) -> Header | Stranger | None:
    line = whole_line(sheet, row)
    mapping = sheet.mappings.of(signature_of(line.texts)) if sheet.mappings.known else None
    if mapping is not None and (mapping.kind is None or enough(mapping)):
        return _settled(line, mapping)
    head = _recognised(sheet, line)
    return _doubted(head) if isinstance(head, Header) else head


def _settled(line: Line, mapping: ColumnMapping) -> Header | None:
    """The head as an officer said it is to be read; None where it is none."""
    if mapping.kind is None:
        return None
    fields = columns_of(mapping, line.texts)
    dated = periods_of(line)
    periods = {
        column: dated[column] for column, field in fields.items() if field == "value" and column in dated
    }
    named = {
        column: field
        for column, field in fields.items()
        if field != "value" or mapping.kind is not _INDICATORS
    }
    return replace(_header(line, mapping.kind, named, periods), settled=True)


def _doubted(head: Header) -> Header:
    """The head, in doubt where two headers claim what tells its records apart."""
    second = _second_claim(head)
    return head if second is None else replace(head, doubt=second)


def _second_claim(head: Header) -> int | None:
    """The second column whose header is the word for what tells the records apart."""
    for field in _TELLING_APART.get(head.kind, ()):
        named = [column for column, held in head.fields.items() if held == field and column in head.texts]
        for column in named:
            meant = meanings_of(head.texts[column])
            claims = sorted(one for one, text in head.texts.items() if meant and meanings_of(text) == meant)
            if len(claims) > 1:
                return claims[1]
    return None


def _recognised(sheet: Sheet, line: Line) -> Header | Stranger | None:
    periods = periods_of(line)
    words = {column: text for column, text in line.texts.items() if meanings_of(text)}
    fields = named_columns(TableKind.INDICATORS, words)
    telling = {column: field for column, field in fields.items() if field in _TELLING}
    named = _named_header(line, words)
    if _names_set(fields) or (
        _names_indicators(line.texts, telling, periods) and not (named and _all_common(line.texts, telling))
    ):
        return _header(line, TableKind.INDICATORS, fields, periods)
    if named is not None:
        return named
    if _distinct(periods) and _stands_apart(sheet, line, periods):
        if _shows_indicators(sheet, line, periods):
            return _header(line, TableKind.INDICATORS, fields, periods)
        if all(_is_sure(line.texts[column]) for column in periods):
            return _stranger(line, Lack.CODES, periods)
    if not periods and (lacking := _undated(line, telling)) is not None:
        return lacking
    plan = named_columns(TableKind.PLAN, words)
    return _stranger(line, Lack.MILESTONES, plan) if len(plan) >= _FEWEST_OF_PLAN else None


def _undated(line: Line, fields: Mapping[int, str]) -> Stranger | None:
    """Indicators whose columns name no years, or whose periods stand in rows; None where it is neither."""
    parts = (*parts_of(line), *_numbered_years(line))
    if not _says_years(line, parts) and all(is_common(line.texts[column]) for column in fields):
        return None
    words = {column: normal_header(text) for column, text in line.texts.items()}
    dated = [column for column, word in words.items() if word in _PERIOD_WORDS]
    held = [column for column, word in words.items() if column in parts or word in _VALUE_WORDS]
    if dated and held:
        return _stranger(line, Lack.PERIOD_COLUMNS, {*fields, *dated, *held})
    distinct = len({words[column] for column in parts}) >= _FEWEST
    return _stranger(line, Lack.YEARS, {*parts}) if distinct else None


def _numbered_years(line: Line) -> Iterator[int]:
    """The columns that count years from some beginning: "Year 1", "Yr 2 target"."""
    return (column for column, text in line.texts.items() if _NUMBERED_YEAR.match(text.strip()))


def _says_years(line: Line, parts: Collection[int]) -> bool:
    """Whether a year stands above or beneath each part of one, but not which kind of year."""
    halves = [line.texts[column].split("\n") for column in parts]
    return bool(parts) and all(any(map(is_dated, texts)) for texts in halves)


def _worth_a_look(sheet: Sheet, contents: Sequence[Content]) -> bool:
    return _promising(contents) or sheet.mappings.may_know(contents)


def _promising(contents: Sequence[Content]) -> bool:
    """Whether enough cells of a row may name a column for it to be worth a closer look."""
    hints = 0
    for held in contents:
        if isinstance(held, str):
            hints += 0 < len(held) <= LONGEST_HEADER and _is_hint(held)
        elif isinstance(held, float | int):
            hints += _FIRST_YEAR <= held <= _LAST_YEAR and held == int(held)
        else:
            hints += isinstance(held, dt.date)
    return hints >= _FEWEST


@lru_cache(maxsize=1 << 16)
def _is_hint(text: str) -> bool:
    if is_dated(text) or meanings_of(text):
        return True
    return read_kind(text) is not None or is_part_of_year(text) or _NUMBERED_YEAR.match(text) is not None


def _distinct(periods: Mapping[int, Period]) -> bool:
    return len({(period.end, period.kind) for period in periods.values()}) >= _FEWEST


def _names_indicators(
    texts: Mapping[int, str], fields: Mapping[int, str], periods: Mapping[int, Period]
) -> bool:
    """Whether the words alone say that the table holds indicators."""
    named = [texts[column] for column, field in fields.items() if field != "group"]
    if len(named) == _FEWEST:
        return bool(periods)
    if not named or not _distinct(periods):
        return False
    return not is_common(named[0]) or any(says_kind(texts[column]) for column in periods)


def _names_set(fields: Mapping[int, str]) -> bool:
    """Whether the words say that each indicator has a baseline, measured in a period of its own."""
    said = set(fields.values())
    return said >= _BASELINES and not said.isdisjoint({"code", "name"})


def _all_common(texts: Mapping[int, str], fields: Mapping[int, str]) -> bool:
    return all(is_common(texts[column]) for column in fields)


def _stands_apart(sheet: Sheet, line: Line, periods: Mapping[int, Period]) -> bool:
    """Whether the row may be a head though no word says so: it begins a block, or says kinds of values."""
    above = sum(1 for _ in sheet.filled(line.first - 1))
    return above < _FEWEST or all(says_kind(line.texts[column]) for column in periods)


def _shows_indicators(sheet: Sheet, line: Line, periods: Mapping[int, Period]) -> bool:
    """Whether codes, or names of measures, stand beneath cells that are none themselves."""
    sample = sample_of(sheet, line.row + 1, min(line.row + _NEAR, sheet.height))
    free = [column for column in range(1, sheet.width + 1) if column not in periods]
    code = code_column(sample, free)
    measures = measures_column(sample, free)
    return (code is not None and not is_code(line.texts.get(code, ""))) or (
        measures is not None and not is_measure(line.texts.get(measures, ""))
    )


def _is_sure(text: str) -> bool:
    return says_kind(text) or _SURE_PERIOD.search(" ".join(text.split())) is not None


def _named_header(line: Line, words: Mapping[int, str]) -> Header | None:
    """The head of the kind that most of the words name, where one is named, other than indicators."""
    candidates = []
    for kind in _NAMED_KINDS if words else ():  # a sheet of dates and figures has thousands of rows without
        fields = named_columns(kind, words)
        if kind is TableKind.PLAN and _lacks_only_milestones(fields.values()):
            fields = {column: _AS_MILESTONE.get(field, field) for column, field in fields.items()}
        if satisfies(kind, fields.values()) and (
            kind is not TableKind.TARGETS or _says_targets(line, fields)
        ):
            candidates.append(_header(line, kind, fields, {}))
    return max(candidates, key=lambda header: len(header.fields), default=None)


def _says_targets(line: Line, fields: Mapping[int, str]) -> bool:
    """Whether values with dates are said to be targets: figures of the past stand in the same columns."""
    promised = any(
        "target" in text.casefold() or "promise" in text.casefold() for text in line.texts.values()
    )
    return promised or not {"set_by", "where"}.isdisjoint(fields.values())


_AS_MILESTONE = {"project": "milestone"}  # a plan whose projects have no milestones of their own


def _lacks_only_milestones(fields: Collection[str]) -> bool:
    return "milestone" not in fields and len({"status", "due", "owner"} & set(fields)) >= _FEWEST


def _header(line: Line, kind: TableKind, fields: Mapping[int, str], periods: Mapping[int, Period]) -> Header:
    return Header(
        first=line.first,
        row=line.row,
        kind=kind,
        fields={**fields, **dict.fromkeys(periods, "value")},
        periods=periods,
        texts=line.texts,
    )


def _stranger(line: Line, lack: Lack, columns: Iterable[int]) -> Stranger:
    words = tuple(" ".join(line.texts[column].split()) for column in sorted(columns))
    kind = TableKind.PLAN if lack is Lack.MILESTONES else TableKind.INDICATORS
    return Stranger(first=line.first, row=line.row, kind=kind, words=words, lack=lack)
