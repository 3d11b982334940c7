"""What a cell says besides its text: how it was read, and how it is read out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.dates import Precision
from desktop.domain.due_dates import FoundIn
from desktop.domain.plan import StatusReading
from desktop.domain.values import Value, figure

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from desktop.domain.due_dates import DueReading
    from desktop.domain.findings import Finding
    from desktop.grid.columns import GridColumn, Reading


def reading_words(reading: Reading) -> str:
    """How the text was read, in words, where that is more than the text says; else empty."""
    if isinstance(reading, Value):
        return _value_words(reading)
    if isinstance(reading, StatusReading):
        return _status_words(reading)
    return _due_words(reading) if reading is not None else ""


def symbol_of(reading: Reading) -> str:
    """The shape that stands before a status; empty for any other reading."""
    if isinstance(reading, StatusReading) and reading.status is not None:
        return reading.status.mark[-1]
    return ""


def tip(reading: Reading, findings: Sequence[Finding], shown: str) -> str:
    """What is told of a cell when the pointer rests on it: its whole text, its reading, its findings."""
    return "\n".join(filter(None, (shown.strip(), reading_words(reading), *_finding_lines(findings))))


def spoken(column: GridColumn, reading: Reading, findings: Sequence[Finding], shown: str) -> str:
    """A cell as a screen reader says it: header, text, reading, findings."""
    said = f"{column.spoken}: {' '.join(shown.split()) or 'blank'}"
    return " ".join(
        part if part.endswith(".") else f"{part}."
        for part in (said, reading_words(reading), *_finding_lines(findings))
        if part
    )


def _finding_lines(findings: Sequence[Finding]) -> list[str]:
    return [f"{_weight(finding)}: {finding.message}" for finding in findings]


def _weight(finding: Finding) -> str:
    explained = ", explained" if finding.explained else ""
    return f"{finding.severity.value.capitalize()}{explained}"


def _value_words(value: Value) -> str:
    if value.stale:
        return value.stale_words
    if value.number is not None:
        plain = figure(value.number, value.decimals)
        return "" if _bare(plain) == _bare(value.raw) else f"Read as {plain}"
    if value.missing is not None:
        return "" if value.missing.words == value.raw.strip().casefold() else value.missing.words.capitalize()
    return "Can’t be read as a number"


def _bare(text: str) -> str:
    """A figure without the signs that change nothing in its reading."""
    return text.strip().replace(",", "").rstrip("%").lstrip("£").strip()


def _status_words(reading: StatusReading) -> str:
    status = reading.status
    if status is None or status.value == " ".join(reading.raw.casefold().split()):
        return ""
    return f"Read as {status.value}"


def _due_words(reading: DueReading) -> str:
    if reading.due is None and not reading.revised:
        return "Can’t be read as a date" if reading.raw.strip() else ""
    if reading.due is not None and reading.due.raw == reading.raw.strip() and not reading.revised:
        return "" if reading.due.precision is Precision.DAY else f"Due {_day(reading.due.date)}"
    words = [f"due {_day(reading.due.date)}"] if reading.due is not None else []
    words += [f"revised to {_day(revision.date)}{_PLACES[revision.found_in]}" for revision in reading.revised]
    whole = ", ".join(words)
    return whole[0].upper() + whole[1:]


_PLACES = {
    FoundIn.DUE: "",
    FoundIn.TEXT: " (in the milestone)",
    FoundIn.COMMENTS: " (in the comments)",
}


def _day(date: dt.date) -> str:
    return f"{date:%d/%m/%Y}"
