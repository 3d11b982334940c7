"""Rows as they may name columns: one row, or two of which one says the kinds of the other's periods."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.periods import read_kind, read_period
from desktop.domain.tables import TableKind
from desktop.workbook.fields import meanings_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from desktop.domain.periods import Period
    from desktop.workbook.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The cells of a row, or of two rows read as one: what they show, and the real dates among them."""

    first: int
    row: int
    texts: Mapping[int, str]
    dates: Mapping[int, dt.date]


def periods_of(line: Line) -> dict[int, Period]:
    """The periods that the cells of a row name, by column."""
    found = {column: read_period(text, line.dates.get(column)) for column, text in line.texts.items()}
    return {column: period for column, period in found.items() if period is not None}


def whole_line(sheet: Sheet, row: int) -> Line:
    """A row with the one above or beneath it that says the kinds of its periods, where there is one."""
    line = _line(sheet, row)
    if periods_of(line):
        beneath, above = _line(sheet, row + 1), _line(sheet, row - 1)
        if _says_kinds(beneath):
            return _joined(line, beneath)
        if _says_kinds(above):
            return _joined(above, line)
    return line


def _line(sheet: Sheet, row: int) -> Line:
    texts = {column: sheet.text(row, column) for column, _ in sheet.filled(row)}
    dates = {column: date for column in texts if (date := sheet.date(row, column)) is not None}
    return Line(first=row, row=row, texts=texts, dates=dates)


def _says_kinds(line: Line) -> bool:
    """Whether a row holds words for kinds of values, and besides them only words for codes or definitions."""
    others = [text for text in line.texts.values() if read_kind(text) is None]
    return len(others) < len(line.texts) and all(map(_heads_indicators, others))


def _heads_indicators(text: str) -> bool:
    return any(meaning.kind is TableKind.INDICATORS for meaning in meanings_of(text))


def _joined(upper: Line, lower: Line) -> Line:
    """Two rows read as one; a period or kind above several cells is meant for each of them."""
    above, below = _carried(upper, lower), _carried(lower, upper)
    texts = {
        column: "\n".join(filter(None, (above.texts.get(column, ""), below.texts.get(column, ""))))
        for column in sorted({*above.texts, *below.texts})
    }
    dates = {**above.dates, **below.dates}
    return Line(first=upper.row, row=lower.row, texts=texts, dates=dates)


def _carried(line: Line, other: Line) -> Line:
    texts, dates = dict(line.texts), dict(line.dates)
    for column in sorted(other.texts):
        left = column - 1
        if (
            column not in texts
            and _is_period_part(other.texts[column])
            and _is_period_part(texts.get(left, ""))
        ):
            texts[column] = texts[left]
            if left in dates:
                dates[column] = dates[left]
    return Line(first=line.first, row=line.row, texts=texts, dates=dates)


def _is_period_part(text: str) -> bool:
    return read_kind(text) is not None or read_period(text) is not None
