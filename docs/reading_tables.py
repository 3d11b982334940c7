"""The page of readings: what stands in real documents, and how it is read."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.due_dates import FoundIn, read_due
from desktop.domain.periods import read_period
from desktop.domain.plan import read_status
from desktop.domain.promises import promise_in
from desktop.domain.values import figure, read_value

if TYPE_CHECKING:
    from collections.abc import Callable

STRINGS = Path(__file__).with_name("readings.csv")
_INTRODUCTION = """\
# How texts are read

What an officer typed is kept as it stands; the reading stands beside it. What can't be read is shown and
asked about, never dropped and never guessed. These strings are from real documents of two councils (Leeds,
2011 and 2012, and Leicester, 2001), exactly as they stand there. This page is made from the program by
`python -m docs.make_pages`, out of `readings.csv`.
"""


class Kind(NamedTuple):
    """One table of the page: its title, what is to be known of it, and how a text of it is read."""

    title: str
    words: str
    read: Callable[[str], str]


def strings() -> list[dict[str, str]]:
    """The strings, each with its kind and the document that it is from."""
    with STRINGS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def page() -> str:
    """The whole page, in Markdown."""
    rows = strings()
    lines = [_INTRODUCTION]
    for name, kind in KINDS.items():
        lines += [f"## {kind.title}", "", kind.words, "", "| text | reads as | document |", "|---|---|---|"]
        lines += [
            f"| {_quoted(row['text'])} | {kind.read(row['text'])} | {row['document']} |"
            for row in rows
            if row["kind"] == name
        ]
        lines.append("")
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return f"`{text}`" if text else "(blank)"


def _due(text: str) -> str:
    reading = read_due(text)
    parts = []
    if reading.due is not None:
        parts.append(f"{reading.due.date:%d/%m/%Y}, {reading.due.precision}")
    parts += [f"revised to {each.date:%d/%m/%Y}, {each.precision}" for each in reading.revised]
    return "; ".join(parts) or "no date"


def _value(text: str) -> str:
    value = read_value(text)
    if value.number is not None:
        return figure(value.number, value.decimals if value.number < _LARGE else 0)
    return "can't be read" if value.missing is None else value.missing.words


def _period(text: str) -> str:
    period = read_period(text)
    return "no period" if period is None else f"“{period.label}”, ends {period.end:%d/%m/%Y}, {period.kind}"


def _status(text: str) -> str:
    named = read_status(text).named
    if not named:
        return "not a known status"
    return f"{named[0]}, and asked about: it says {' and '.join(named)}" if len(named) > 1 else named[0]


def _promise(text: str) -> str:
    promise = promise_in(text)
    return "no promise" if promise is None else f"{promise.figure} by {promise.date.date:%d/%m/%Y}"


_LARGE = 1e5
"""From here on an amount is whole pounds, however it was written: £1.2million."""
KINDS = {
    "due": Kind(
        "Due dates",
        "Day first; two-digit years are 20yy. A month means its last day, the middle of a month the 15th, a "
        "quarter of the financial year its last day; terms end on 31 December, 31 March and 31 July, seasons "
        "with November, February, May and August. The first date holds; only words that give a new date, "
        f"such as “revised to”, make a revision, and it may stand in the {FoundIn.DUE} column, the "
        "milestone's text or its comments.",
        _due,
    ),
    "value": Kind(
        "Values, ratios and amounts",
        "A percentage reads as its figure, a ratio to one as its first part, an amount in pounds with its "
        "k, m or million worked out. A marker says why there is no number.",
        _value,
    ),
    "period": Kind(
        "Periods",
        "A year with a stroke is a financial year and ends on 31 March, an academic one on 31 August. "
        "Without a word for the kind of value it is an outturn.",
        _period,
    ),
    "status": Kind(
        "Statuses", "The officer's own words are kept. Of two the first holds until it is mended.", _status
    ),
    "promise": Kind(
        "Numbers promised by a date",
        "The first figure that counts something, before the words “by” and a date.",
        _promise,
    ),
}
"""The tables of the page, by the kinds in the file of strings."""
