"""Periods of an indicator: a labelled point in time with an end date and a kind of value."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from desktop.domain.dates import find_dates, full_year, read_real_date


class Kind(StrEnum):
    """What kind of value a period holds."""

    OUTTURN = "outturn"
    PROVISIONAL = "provisional"
    PLANNED = "planned"
    FORECAST = "forecast"

    @property
    def actual(self) -> bool:
        """Whether such a value was measured, not intended."""
        return self in {Kind.OUTTURN, Kind.PROVISIONAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A period as the table labels it: "1998/99", ending 31 March 1999, outturn."""

    label: str
    end: dt.date
    kind: Kind


_KIND_WORDS = {
    "outturn": Kind.OUTTURN,
    "out-turn": Kind.OUTTURN,
    "out turn": Kind.OUTTURN,
    "actual": Kind.OUTTURN,
    "achieved": Kind.OUTTURN,
    "result": Kind.OUTTURN,
    "final": Kind.OUTTURN,
    "baseline": Kind.OUTTURN,
    "provisional": Kind.PROVISIONAL,
    "prov": Kind.PROVISIONAL,
    "provis": Kind.PROVISIONAL,
    "estimate": Kind.PROVISIONAL,
    "estimated": Kind.PROVISIONAL,
    "est": Kind.PROVISIONAL,
    "planned": Kind.PLANNED,
    "plan": Kind.PLANNED,
    "target": Kind.PLANNED,
    "projected": Kind.PLANNED,
    "forecast": Kind.FORECAST,
}
_KIND = re.compile(rf"\b({'|'.join(sorted(_KIND_WORDS, key=len, reverse=True))})\b\.?", re.IGNORECASE)
_YEARS = re.compile(r"(?P<first>\d{4}|\d{2})\s*[/–-]\s*(?P<second>\d{4}|\d{2})\Z")
_EMPTY_BRACKETS = re.compile(r"\(\s*\)")
_ACADEMIC = re.compile(r"\b(?:academic(?:\s+year)?|ay)\b", re.IGNORECASE)
_YEAR_THEN_QUARTER = re.compile(r"(\d{2,4}\s*[/-]\s*\d{2,4})\s*,?\s*(Q[1-4])\Z", re.IGNORECASE)
# Words around a date that do not change it.
_AROUND = re.compile(
    r"\b(?:as at|at|as of|to|for|(?:financial |fiscal |full )?year(?:[ -]end(?:ed|ing)?)?|fy|position|value"
    r"|performance|revised|original)\b",
    re.IGNORECASE,
)
_SINGLE_YEAR = re.compile(r"(?:19|20)\d{2}\Z")
_PIVOT = 70  # performance data in two-digit years begin in the 1970s


# What every period has somewhere: a year, two numbers side by side, or a month or season with a number.
_YEAR_OR_NUMBERS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d\s*[/.–-]\s*\d|['’]\d\d")
_MONTH_OR_SEASON = re.compile(
    r"\b(?:ja|fe|ma|ap|ju|au|se|oc|no|de|sp|su|wi)[a-z]+\W*(?:term\s*)?\d\d", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def read_period(header: str, date: dt.date | None = None) -> Period | None:
    """The period that a column's header names; None where it names none.

    `date` is the real date that the header cell holds, where it holds one. A header without a word for
    the kind of value is an outturn.
    """
    if date is None and not is_dated(header):
        return None
    text = " ".join(header.split())
    found = _KIND.search(text)
    kind = _KIND_WORDS[found[1].lower()] if found else Kind.OUTTURN
    label = _stripped(_KIND.sub(" ", text))
    end = _end(label) if date is None else read_real_date(date, label)[0]
    return None if end is None else Period(label=label, end=end, kind=kind)


@lru_cache(maxsize=4096)
def read_kind(text: str) -> Kind | None:
    """The kind of value that a text names and nothing else, such as "Outturn"; None where it does not."""
    found = _KIND.fullmatch(_stripped(text))
    return _KIND_WORDS[found[1].lower()] if found else None


def is_dated(text: str) -> bool:
    """Whether a text has what every period has: a quick test that lets little else pass."""
    if not any(map(str.isdigit, text)):
        return False
    return _YEAR_OR_NUMBERS.search(text) is not None or _MONTH_OR_SEASON.search(text) is not None


def says_kind(header: str) -> bool:
    """Whether a header has a word for the kind of its values."""
    return _KIND.search(header) is not None


def _stripped(text: str) -> str:
    """The text in single spaces, without empty brackets, or what stands around the whole."""
    bare = " ".join(_EMPTY_BRACKETS.sub(" ", text).split()).strip(" :-")
    return bare[1:-1].strip() if bare.startswith("(") and bare.endswith(")") else bare


def _end(label: str) -> dt.date | None:
    academic = _ACADEMIC.search(label) is not None
    bare = _stripped(_AROUND.sub(" ", _ACADEMIC.sub(" ", label)))
    bare = _YEAR_THEN_QUARTER.sub(r"\2 \1", bare)
    years = _YEARS.match(bare)
    if years is not None:
        return _year_end(years["first"], years["second"], academic=academic)
    if _SINGLE_YEAR.match(bare):
        return dt.date(int(bare), 12, 31)
    dates = find_dates(bare, _PIVOT)
    return dates[0].date if len(dates) == 1 and dates[0].raw == bare else None


def _year_end(first: str, second: str, *, academic: bool) -> dt.date | None:
    end = full_year(first, _PIVOT) + 1
    if int(second) % 100 != end % 100 or not dt.MINYEAR <= end <= dt.MAXYEAR:
        return None
    return dt.date(end, 8, 31) if academic else dt.date(end, 3, 31)
