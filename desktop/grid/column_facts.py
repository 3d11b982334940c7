"""What a column holds in every record of a table: its texts, and what they are filtered and sorted by."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.due_dates import DueReading
from desktop.domain.values import Value, read_value
from desktop.grid.rows import sheet_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from desktop.document.document import Document
    from desktop.domain.findings import Severity
    from desktop.grid.columns import GridColumn
    from desktop.grid.rows import Record

Sortable: TypeAlias = "float | dt.datetime | str"
"""What a cell is sorted by: a number, a date, or a text in which 2 stands before 10; empty where blank."""

_DIGITS = re.compile(r"\d+")
_NUMBER_LIKE = re.compile(r"[-−+£.\d]")


class ColumnFacts:
    """One column of a table, record by record in the order of the sheet; worked out when first asked for."""

    def __init__(self, document: Document, column: GridColumn, records: Sequence[Record]) -> None:
        """Look at the column as it reads now."""
        self._document, self._column, self._records = document, column, records

    @cached_property
    def texts(self) -> Sequence[str]:
        """What each cell shows; empty where a record has no cell there."""
        cell, text = self._column.cell, self._document.text
        places = map(cell, self._records)
        return [text(place) if place is not None else "" for place in places]

    @cached_property
    def labels(self) -> Sequence[str]:
        """The texts in one line each, as a list shows them."""
        return [" ".join(text.split()) for text in self.texts]

    @cached_property
    def folded(self) -> Sequence[str]:
        """The labels without regard to case."""
        return [label.casefold() for label in self.labels]

    @cached_property
    def values(self) -> Sequence[Sortable]:
        """Each cell by its reading: numbers by number, dates by date, all else as text.

        A marker that stands for a number, such as N/A, is as good as blank: it is no text among numbers.
        """
        known: dict[str, str] = {}
        found: list[Sortable] = []
        for record, label in zip(self._records, self.labels, strict=True):
            read = self._read(record, label) if label else ""
            if read is None:
                if label not in known:
                    known[label] = natural(label)
                read = known[label]
            found.append(read)
        return found

    def with_findings(self, severities: Collection[Severity], *, whole_row: bool) -> Collection[int]:
        """The records of which something so grave is said, of this column or of any."""
        cells = {each.cell for each in self._document.findings if each.severity in severities}
        sheet = self._sheet
        if whole_row:
            rows = {cell.row for cell in cells if cell.sheet == sheet}
            return {n for n, record in enumerate(self._records) if not rows.isdisjoint(sheet_rows(record))}
        return {n for n, record in enumerate(self._records) if self._column.cell(record) in cells}

    @property
    def _sheet(self) -> str:
        places = map(self._column.cell, self._records)
        return next((place.sheet for place in places if place is not None), "")

    def _read(self, record: Record, label: str) -> Sortable | None:
        """What a cell reads as; None where it is text."""
        reading = self._column.reading(record)
        if isinstance(reading, Value):
            return "" if reading.missing is not None else reading.number
        if isinstance(reading, DueReading):
            return _moment(reading.latest) if reading.latest is not None else None
        if reading is not None or not _NUMBER_LIKE.match(label):
            return None
        cell = self._column.cell(record)
        held = self._document.workbook.content(cell) if cell is not None else None
        return _moment(held) if isinstance(held, dt.date) else read_value(label).number


def natural(text: str) -> str:
    """A text by which others are sorted as people sort: no case, no accents, 2 before 10."""
    plain = text.casefold()
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        plain = "".join(part for part in parts if not unicodedata.combining(part))
    return _DIGITS.sub(_by_length, plain)


def _by_length(digits: re.Match[str]) -> str:
    figure = digits[0].lstrip("0")
    return f"{len(figure):05d}{figure}"


def _moment(date: dt.date) -> dt.datetime:
    return date if isinstance(date, dt.datetime) else dt.datetime.combine(date, dt.time.min)
