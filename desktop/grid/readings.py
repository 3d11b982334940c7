"""What a cell says besides its text: how it was read, and how it is read out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.dates import Precision
from desktop.domain.due_dates import FoundIn
from desktop.domain.plan import StatusReading
from desktop.domain.ratings import RagReading
from desktop.domain.values import Value, figure
from desktop.domain.wording import day

if TYPE_CHECKING:
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
    if isinstance(reading, RagReading):
        return reading.words if reading.rag is not None else _NOT_RATED if reading.raw.strip() else ""
    return _due_words(reading) if reading is not None else ""


def aside(reading: Reading) -> str:
    """The reading as it stands small beside the text; empty where the text says as much."""
    if reading is None or not reading_words(reading):
        return ""
    if isinstance(reading, Value):
        return "" if reading.stale or reading.blank else _meant(reading)
    if isinstance(reading, StatusReading):
        return reading.status or ""
    if isinstance(reading, RagReading):
        return reading.words.casefold()
    if reading.latest is None:
        return ""
    return f"now {day(reading.latest)}" if reading.revised else day(reading.latest)


def tip(reading: Reading, findings: Sequence[Finding], shown: str, says: str = "") -> str:
    """What the pointer is told of a cell: its whole text, its reading, its verdict, its findings."""
    words = (shown.strip(), reading_words(reading), _sentence(says), *_finding_lines(findings))
    return "\n".join(filter(None, words))


def spoken(
    column: GridColumn, reading: Reading, findings: Sequence[Finding], shown: str, says: str = ""
) -> str:
    """A cell as a screen reader says it: header, text, reading, verdict, findings."""
    text = says if column.drawn else " ".join(shown.split()) or "blank"
    verdict = "" if column.drawn else says
    said = (f"{column.spoken}: {text}", reading_words(reading), verdict, *_finding_lines(findings))
    return " ".join(part if part.endswith(".") else f"{part}." for part in said if part)


def finding_words(findings: Sequence[Finding]) -> str:
    """What is found in a cell, in one line: the gravest that still waits, and how many more there are."""
    ranked = sorted(findings, key=lambda finding: (finding.explained, finding.severity.rank))
    lines = _finding_lines(ranked)
    more = f" (and {len(lines) - 1} more)" if len(lines) > 1 else ""
    return "".join(lines[:1]) + more


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _finding_lines(findings: Sequence[Finding]) -> list[str]:
    return [f"{_weight(finding)}: {finding.message}" for finding in findings]


def _weight(finding: Finding) -> str:
    explained = ", explained" if finding.explained else ""
    return f"{finding.severity.value.capitalize()}{explained}"


def _value_words(value: Value) -> str:
    if value.stale:
        return value.stale_words
    if not value.readable:
        return "Can’t be read as a number"
    meant = _meant(value)
    return f"Read as {meant}" if value.number is not None and meant else _sentence(meant)


def _meant(value: Value) -> str:
    """A number as its text means it, or a missing marker in words; empty where the text is as plain."""
    if value.missing is not None:
        words = value.missing.words
        return "" if words == value.raw.strip().casefold() else words
    if value.number is None:
        return ""
    plain = figure(value.number, value.decimals)
    if _bare(plain) == _bare(value.raw):
        return ""
    if ":" in value.raw:
        return f"{plain} to 1"
    return f"£{figure(value.number, 0)}" if "£" in value.raw else plain


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
        return "" if reading.due.precision is Precision.DAY else f"Due {day(reading.due.date)}"
    words = [f"due {day(reading.due.date)}"] if reading.due is not None else []
    words += [f"revised to {day(revision.date)}{_PLACES[revision.found_in]}" for revision in reading.revised]
    whole = ", ".join(words)
    return whole[0].upper() + whole[1:]


_NOT_RATED = "Not a rating that is known: red, amber or green"
_PLACES = {
    FoundIn.DUE: "",
    FoundIn.TEXT: " (in the milestone)",
    FoundIn.COMMENTS: " (in the comments)",
}
