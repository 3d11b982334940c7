"""The day on which a labelled period ends: "1998/99", "Q3 2012/13", "Jul-Sep 21", "year ending June 2019".

A financial year ends on 31 March, an academic year on 31 August, a calendar year on 31 December. What
could mean two days, such as "FY23" or "Q2 2021", has none.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.domain.dates import (
    MONTHS,
    QUARTER_ENDS,
    TERM_ENDS,
    Precision,
    find_dates,
    full_year,
    month_end,
    sole_date,
)

if TYPE_CHECKING:
    from desktop.domain.dates import DateReading

_PIVOT = 70  # performance data in two-digit years begin in the 1970s
_ACADEMIC = re.compile(r"\b(?:(?:academic|school)(?:\s+year)?|ay)(?![a-z])", re.IGNORECASE)
_YEAR_IN_DOUBT = re.compile(
    r"\b(?:fy|financial|fiscal|end(?:ed|ing)|y/?e)(?![a-z])|\byear to\b", re.IGNORECASE
)
_FOOTNOTE = re.compile(r"[*†‡¹²³]+|[(\[]\s*(?:notes?\s*)?\d\s*[)\]]", re.IGNORECASE)
_UNIT = re.compile(r"[(\[]\s*(?:%|£(?:000s?|k|m)?|nos?\.?|number|rate)\s*[)\]]|%", re.IGNORECASE)
_SPAN = (
    r"(?:rolling\s+)?(?:(?:12|twelve)[ -]months?|12\s*m/e|full[ -]year|year|yr|quarter|qtr|month|week|period)"
)
# Words around a date that do not change it.
_AROUND = re.compile(
    rf"\b{_SPAN}[ -]+(?:end(?:ed|ing)?|to)\b|\b(?:y/?e|m/e|w/e|fy)(?![a-z/])|\A(?:to|up to)\b"
    r"|\b(?:as at|as of|at|for|end of|(?:financial |fiscal |calendar |full )?(?<!mid[ -])(?<!half[ -])year"
    r"(?:[ -]end(?:ed|ing)?)?(?:\s+\d\b(?!\s*[/–-]))?|position|snapshot|value|figures?|data|performance"
    r"|period|annual|revised|original|latest|current|previous|prior|last)\b",
    re.IGNORECASE,
)
_EDGES = " :;,.–—-"
_DASH = r"(?:\s*[/–—-]\s*|\s+to\s+)"
_PAIR = re.compile(
    rf"(?<![\d/.])(?<!\d-)(?P<first>\d{{4}}|\d{{2}}){_DASH}(?P<second>\d{{4}}|\d{{2}})(?![/.-]?\d)",
    re.IGNORECASE,
)
_SINGLE_YEAR = re.compile(r"(?:19|20)\d{2}\Z")
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_QUARTER = re.compile(
    r"\b(?:(?:q|qtr|quarter)\s*(?P<n>[1-4])|(?P<nth>[1-4])(?:st|nd|rd|th)\s+(?:quarter|qtr))\b", re.IGNORECASE
)
_HALF = re.compile(r"(?:h|half)\s*(?P<n>[12])|(?P<mid>mid[ -]?year|half[ -]?year(?:ly)?)", re.IGNORECASE)
_TERM = re.compile(r"(?P<term>autumn|spring|summer)\s+term", re.IGNORECASE)
_MONTHS_IN = re.compile(rf"(?:(?:{_MONTH})\b\.?{_DASH})?(?P<month>{_MONTH})\b\.?", re.IGNORECASE)
_MONTHS_OF = re.compile(rf"(?P<from>{_MONTH})\b\.?{_DASH}(?=(?:{_MONTH})\b)", re.IGNORECASE)
_YEAR_THEN_MONTH = re.compile(rf"(?P<year>(?:19|20)\d\d)[\s/-]+(?P<month>{_MONTH})\b\.?\Z", re.IGNORECASE)
_MONTH_NUMBER = re.compile(r"(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)\Z")
_JOINT = re.compile(rf"{_DASH}\Z")
_LONGEST_PART = 24  # characters
_PART_WORD = re.compile(
    rf"q|half|h\s*[12]|mid|term|{'|'.join(sorted({month[:3] for month in MONTHS}))}", re.IGNORECASE
)  # what every part of a year has somewhere: a quick test that spares most texts a closer look
_FIRST_OF_FINANCIAL_YEAR, _FIRST_OF_SCHOOL_YEAR = 4, 9


def period_end(label: str) -> dt.date | None:
    """The last day of the period that a label names; None where it names none, or could name two."""
    academic = _ACADEMIC.search(label) is not None
    bare = _bare(_ACADEMIC.sub(" ", label))
    if _SINGLE_YEAR.match(bare):
        doubtful = academic or _YEAR_IN_DOUBT.search(label) is not None
        return None if doubtful else dt.date(int(bare), 12, 31)
    years = _PAIR.search(bare)
    end = None if years is None else _second_year(years)
    if years is not None and end is not None:
        part = " ".join(f"{bare[: years.start()]} {bare[years.end() :]}".split()).strip(_EDGES)
        return _end_of_part(part, end, academic=academic)
    return None if academic else _dated_end(bare)


@lru_cache(maxsize=4096)
def is_part_of_year(text: str) -> bool:
    """Whether a text names a quarter, a half, months or a term, and not the year: "Q1", "Apr-Jun"."""
    if len(text) > _LONGEST_PART or not _PART_WORD.search(text):
        return False
    bare = _bare(text)
    return _TERM.fullmatch(bare) is not None or _last_month(bare, academic=False) is not None


def years_in(text: str) -> tuple[str, ...]:
    """The financial years that a text names, such as "2022/23" in a title, each once."""
    found = (match for match in _PAIR.finditer(text) if _second_year(match) is not None)
    return tuple(dict.fromkeys(match[0] for match in found))


def _bare(label: str) -> str:
    """What is left of a label without notes, units, brackets and words that change nothing."""
    text = _UNIT.sub(" ", _FOOTNOTE.sub(" ", label))
    text = " ".join(re.sub(r"[()\[\]]", " ", text).split())
    return " ".join(_AROUND.sub(" ", text).split()).strip(_EDGES)


def _second_year(found: re.Match[str]) -> int | None:
    """The year in which two years side by side end; None where they do not follow each other."""
    end = full_year(found["first"], _PIVOT) + 1
    follow = int(found["second"]) % 100 == end % 100 and len(found["second"]) <= len(found["first"])
    whole = len(found["second"]) < len("2000") or int(found["second"]) == end
    return end if follow and whole and dt.MINYEAR <= end <= dt.MAXYEAR else None


def _end_of_part(part: str, year: int, *, academic: bool) -> dt.date | None:
    """The end of a part of the year that ends in `year`: a quarter, half, term or month; "" is all of it."""
    if not part:
        return dt.date(year, 8, 31) if academic else dt.date(year, 3, 31)
    if term := _TERM.fullmatch(part):
        ends_in, day = TERM_ENDS[term["term"].lower()]
        return dt.date(year - (ends_in >= _FIRST_OF_SCHOOL_YEAR), ends_in, day)
    first = _FIRST_OF_SCHOOL_YEAR if academic else _FIRST_OF_FINANCIAL_YEAR
    month = _last_month(part, academic=academic)
    return None if month is None else month_end(year - (month >= first), month)


def _last_month(part: str, *, academic: bool) -> int | None:
    """The last month of a part of a year, such as Q2, Jul-Sep or both, where they agree."""
    months = _MONTHS_IN.fullmatch(part)
    if months is not None:
        return MONTHS[months["month"].lower()]
    half = _HALF.fullmatch(part)
    if half is not None and not academic:
        return 3 if half["n"] == "2" else 9
    quarter = _QUARTER.match(part)
    if quarter is None or academic:
        return None
    month = QUARTER_ENDS[int(quarter["n"] or quarter["nth"])]
    beside = part[quarter.end() :].strip(_EDGES)
    return month if not beside or _last_month(beside, academic=False) == month else None


def _dated_end(bare: str) -> dt.date | None:
    """The end of a period that is named by dates: one, the months of one year, or a first and a last."""
    quarter = _QUARTER.search(bare)
    if quarter is not None:  # the months beside it say which year is meant
        end = _dated_end(_QUARTER.sub(" ", bare).strip(_EDGES))
        return end if end and end.month == QUARTER_ENDS[int(quarter["n"] or quarter["nth"])] else None
    if found := _YEAR_THEN_MONTH.match(bare):
        return month_end(int(found["year"]), MONTHS[found["month"].lower()])
    if found := _MONTH_NUMBER.match(bare):
        return month_end(int(found["year"]), int(found["month"]))
    if found := _MONTHS_OF.match(bare):
        bare = bare[found.end() :]
    date = sole_date(bare, _PIVOT)
    return date.date if date is not None else _last_of(bare, find_dates(bare, _PIVOT))


def _last_of(bare: str, dates: tuple[DateReading, ...]) -> dt.date | None:
    """The last day of a stretch from the first day of a month to the last of another."""
    if len(dates) != len(("first", "last")) or dates[0].start or dates[1].end != len(bare):
        return None
    first, last = dates
    if not _JOINT.match(bare[first.end : last.start]) or first.date >= last.date:
        return None
    begins = first.precision is Precision.MONTH or first.date.day == 1
    whole = last.date == month_end(last.date.year, last.date.month)
    return last.date if begins and whole else None
