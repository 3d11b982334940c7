"""Rows as they may name columns: one, or a few of which one says the kinds or parts of another's periods."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.domain.period_ends import is_part_of_year, years_in
from desktop.domain.periods import read_kind, read_period
from desktop.domain.tables import TableKind
from desktop.domain.values import read_value
from desktop.workbook.fields import LONGEST_HEADER, meanings_of
from desktop.workbook.shapes import is_code, is_measure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.periods import Period
    from desktop.workbook.sheet import Sheet

_FEWEST = 2  # parts or kinds of periods in a row that is a header for their sake
_MOST_ROWS = 3  # that are read as one
_NEAR = 4  # rows above, in which a title may say the year


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The cells of a row, or of rows read as one: what they show, and the real dates among them.

    `year` is the financial year that a title says of columns which name only parts of one, or else empty.
    """

    first: int
    row: int
    texts: Mapping[int, str]
    dates: Mapping[int, dt.date]
    year: str = ""


def periods_of(line: Line) -> dict[int, Period]:
    """The periods that the cells of a row name, by column."""
    found = {}
    for column, text in line.texts.items():
        dated = line.year and any(map(_is_part, text.split("\n")))
        whole = f"{text} {line.year}" if dated else text
        period = read_period(whole, line.dates.get(column))
        if period is not None:
            found[column] = period
    return found


def parts_of(line: Line) -> tuple[int, ...]:
    """The columns that name parts of a year or kinds of values, and no year that is theirs for sure."""
    return tuple(column for column, text in line.texts.items() if any(map(_is_part, text.split("\n"))))


def whole_line(sheet: Sheet, row: int) -> Line:
    """A row with those above or beneath it that say the kinds or parts of its periods."""
    line = _line(sheet, row)
    if not periods_of(line) and len(parts_of(line)) >= _FEWEST:
        line = _dated(sheet, line)
    if not periods_of(line):
        return line
    while (
        line.row - line.first + 1 < _MOST_ROWS
        and periods_of(line)  # rows read as one may leave in doubt which year is meant
        and _says_parts(beneath := _line(sheet, line.row + 1), line)
    ):
        line = _joined(sheet, line, beneath)
    if line.row == line.first and _says_parts(above := _line(sheet, line.first - 1), line):
        return _joined(sheet, above, line)
    return line


def _dated(sheet: Sheet, line: Line) -> Line:
    """A row of parts of a year, with the row right above that says the years, or the year of a title."""
    years = _line(sheet, line.first - 1)
    if periods_of(years) and _says_parts(line, years):
        return whole_line(sheet, line.first - 1)
    if len({*map(_normal, (line.texts[column] for column in parts_of(line)))}) < _FEWEST:
        return line
    for row in range(line.first - 1, max(0, line.first - 1 - _NEAR), -1):
        said = years_in(" ".join(sheet.texts(row)))
        if said:
            return replace(line, year=said[0]) if len(said) == 1 else line
    return line


def _line(sheet: Sheet, row: int) -> Line:
    filled = dict(sheet.filled(row))
    texts = {
        column: held if isinstance(held, str) else sheet.text(row, column) for column, held in filled.items()
    }
    dates = {
        column: held.date() if isinstance(held, dt.datetime) else held
        for column, held in filled.items()
        if isinstance(held, dt.date)
    }
    return Line(first=row, row=row, texts=texts, dates=dates)


def _says_parts(line: Line, periods: Line) -> bool:
    """Whether a row says kinds of values, or parts of years, of the periods that stand above or beneath it.

    Besides them it holds only what heads columns too: no values, no codes, no periods of its own.
    """
    if _splits(line, periods):
        return True
    parts = parts_of(line)
    others = [text for column, text in line.texts.items() if column not in parts]
    if not parts or (len(parts) < _FEWEST and not all(map(_heads_indicators, others))):
        return False
    if not all(map(_heads_indicators, others)) and min(parts) < min(periods_of(periods)):
        return False
    return all(map(_is_header, others)) and not periods_of(line)


def _splits(line: Line, periods: Line) -> bool:
    """Whether a row says what stands in the several columns beneath each period: numerator, value, rating."""
    beneath = line.texts.keys() - periods.texts.keys()
    within = bool(beneath) and min(line.texts) >= min(periods_of(periods))
    headers = all(_is_header(text) and not read_value(text).readable for text in line.texts.values())
    return within and headers and len(line.texts) > len(beneath) and line.row > periods.row


def _is_header(text: str) -> bool:
    short = len(text) <= LONGEST_HEADER and read_value(text).number is None
    return short and (_heads_indicators(text) or not (is_code(text) or is_measure(text)))


def _heads_indicators(text: str) -> bool:
    return any(meaning.kind is TableKind.INDICATORS for meaning in meanings_of(text))


def _joined(sheet: Sheet, upper: Line, lower: Line) -> Line:
    """Two rows read as one; a period or kind above several cells is meant for each of them."""
    above = _carried(upper, lower, _reaches(sheet, upper, lower))
    below = _carried(lower, upper, {})
    texts = {
        column: "\n".join(filter(None, (above.texts.get(column, ""), below.texts.get(column, ""))))
        for column in sorted({*above.texts, *below.texts})
    }
    dates = {**above.dates, **below.dates}
    return Line(first=upper.first, row=lower.row, texts=texts, dates=dates, year=upper.year)


def _reaches(sheet: Sheet, upper: Line, lower: Line) -> Mapping[int, int]:
    """The last column that each period of an upper row stands over."""
    merged = {box[1]: box[3] for box in sheet.scan.merged if upper.first <= box[0] <= upper.row}
    columns = sorted(upper.texts)
    nexts = dict(pairwise(columns))
    dated = [column for column in columns if _is_period_part(upper.texts[column])]
    widest = max((nexts[column] - column for column in dated if nexts.get(column) in dated), default=1)
    ends = {column: min(column + widest, max(lower.texts) + 1) - 1 for column in dated}
    return {column: merged.get(column, nexts.get(column, ends[column] + 1) - 1) for column in dated}


def _carried(line: Line, other: Line, reaches: Mapping[int, int]) -> Line:
    """A row with its periods and kinds said again over each cell of the other row that they are meant for."""
    texts, dates = dict(line.texts), dict(line.dates)
    for column in sorted(other.texts):
        left = column - 1
        over = next((one for one, end in reaches.items() if one < column <= end), 0)
        meant = over or _is_period_part(other.texts[column])
        if column not in texts and meant and _is_period_part(texts.get(over or left, "")):
            texts[column] = texts[over or left]
            if (over or left) in dates:
                dates[column] = dates[over or left]
    return replace(line, texts=texts, dates=dates)


def _is_period_part(text: str) -> bool:
    return _is_part(text) or read_period(text) is not None


def _is_part(text: str) -> bool:
    return read_kind(text) is not None or is_part_of_year(text)


def _normal(text: str) -> str:
    return " ".join(text.split()).casefold()
