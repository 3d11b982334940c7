"""Periods of an indicator: a labelled point in time with an end date and a kind of value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.domain.dates import read_real_date
from desktop.domain.period_ends import period_end

if TYPE_CHECKING:
    import datetime as dt


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


_SAID = {
    Kind.OUTTURN: (
        *("outturn", "out-turn", "out turn", "actual", "actuals", "achieved", "result", "final", "baseline"),
        *("audited", "validated"),
    ),
    Kind.PROVISIONAL: (
        *("provisional", "prov", "provis", "estimate", "estimated", "est", "estimated outturn", "unaudited"),
        *("unvalidated", "provisional outturn", "provisional actual"),
    ),
    Kind.PLANNED: (
        "planned",
        "plan",
        "target",
        "targets",
        "tgt",
        "projected",
        "trajectory",
        "planned target",
    ),
    Kind.FORECAST: ("forecast", "forecast outturn", "projected outturn", "predicted", "predicted outturn"),
}
_KIND_WORDS = {word: kind for kind, words in _SAID.items() for word in words}
_KIND = re.compile(rf"\b({'|'.join(sorted(_KIND_WORDS, key=len, reverse=True))})\b\.?", re.IGNORECASE)
_EMPTY_BRACKETS = re.compile(r"\(\s*\)")

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
    end = period_end(label) if date is None else read_real_date(date, label)[0]
    return None if end is None else Period(label=label, end=end, kind=kind)


@lru_cache(maxsize=4096)
def read_kind(text: str) -> Kind | None:
    """The kind of value that a text names and nothing else, such as "Outturn"; None where it does not."""
    if _KIND.search(text) is None:  # most texts say none: they are spared a closer look
        return None
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
    bare = (
        " ".join(_EMPTY_BRACKETS.sub(" ", text).split())
        .strip(" :-–")
        .removeprefix("for ")
        .removesuffix(" for")
    )
    return bare[1:-1].strip() if bare.startswith("(") and bare.endswith(")") else bare
