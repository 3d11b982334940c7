"""Texts that go on: names of days and months, quarters, financial years, and texts with a number."""

from __future__ import annotations

import calendar
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.domain.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Progression = Callable[[int], str]

_LISTS = tuple(
    tuple(name for name in names if name)
    for names in (calendar.day_abbr, calendar.day_name, calendar.month_abbr, calendar.month_name)
)
_LETTERS = 3
_SEPTEMBER = "sept"  # as it is written oftener than Sep
_MONTH_OF_YEAR = re.compile(r"(?P<month>[A-Za-z]{3,9})(?P<gap>\.? ?['’]?)(?P<year>\d{4}|\d{2})")
_PERIOD = re.compile(
    r"(?:(?P<stem>Q|Qtr |Quarter )(?P<quarter>[1-4])(?P<gap>,? ))?"
    r"(?P<year>\d{4}|\d{2})(?P<sep>[/-])(?P<next>\d{4}|\d{2})(?P<tail>\D*)",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"(?P<stem>Q|Qtr |Quarter )(?P<quarter>[1-4])", re.IGNORECASE)
_AT_END = re.compile(r"(?P<stem>.*?)(?P<number>\d{1,15})(?P<tail>)", re.DOTALL)
_AT_START = re.compile(r"(?P<stem>)(?P<number>\d{1,15})(?P<tail>(?:st|nd|rd|th)?(?:[\s.):].*)?)", re.DOTALL)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_TEENS = range(11, 14)
_QUARTERS, _MONTHS, _CENTURY = 4, 12, 100
_LONG_YEAR = 4


def listed(seen: Sequence[str]) -> Progression | None:
    """Days of the week and months, by their names or the first letters of these."""
    for names in _LISTS:
        places = [_place(text, names) for text in seen]
        known = [place for place in places if place is not None]
        if len(known) == len(seen) and (step := _step(known, len(names))) is not None:
            return _names(names, known[0], step, seen[0])
    return None


def months_of_years(seen: Sequence[str]) -> Progression | None:
    """Months such as Sept 2012, going on in the manner of the first."""
    found = [_MONTH_OF_YEAR.fullmatch(text) for text in seen]
    read = [(match, _month(match["month"])) for match in found if match is not None]
    months = [int(match["year"]) * _MONTHS + month for match, (month, _) in read if month is not None]
    if len(months) != len(seen) or (step := _step(months)) is None:
        return None
    manner, (_, names) = read[0]

    def on(at: int) -> str:
        year, month = divmod(months[0] + step * at, _MONTHS)
        return f"{_like(names[month], manner['month'])}{manner['gap']}{_year(year, manner['year'])}"

    return on


def periods(seen: Sequence[str]) -> Progression | None:
    """Quarters, of financial years or alone, and financial years: 2012/13 is followed by 2013/14."""
    alone = [_QUARTER.fullmatch(text) for text in seen]
    if all(alone):
        return _quarters([match for match in alone if match is not None])
    found = [match for text in seen if (match := _PERIOD.fullmatch(text)) and _follows(match)]
    if len(found) != len(seen) or len({bool(match["quarter"]) for match in found}) > 1:
        return None
    step = _step([_count(match) for match in found])
    return None if step is None else lambda at: _period(found[0], _count(found[0]) + step * at)


def counted(seen: Sequence[str]) -> Progression | None:
    """Texts that are alike but for a number at their end or their beginning.

    A date within a longer text is evidence of something and no count: such a text is repeated.
    """
    if any(find_dates(text) or text.isdecimal() for text in seen):
        return None
    for shape in (_AT_END, _AT_START):
        found = [match for text in seen if (match := shape.fullmatch(text))]
        if (
            len(found) != len(seen)
            or len({(one["stem"], _ORDINAL.sub("", one["tail"])) for one in found}) > 1
        ):
            continue
        numbers = [int(match["number"]) for match in found]
        step = _step(numbers)
        return None if step is None else _count_on(found[0], numbers[0], step)
    return None


def _count_on(first: re.Match[str], start: int, step: int) -> Progression:
    width = len(first["number"])

    def on(at: int) -> str:
        number = abs(start + step * at)
        tail = _ORDINAL.sub(_ending(number), first["tail"], count=1)
        return f"{first['stem']}{str(number).zfill(width) if first['number'][0] == '0' else number}{tail}"

    return on


def _ending(number: int) -> str:
    if number % 100 in _TEENS:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _step(numbers: Sequence[int], around: int = 0) -> int | None:
    """The one step between numbers, 1 where there is one number, None where the steps differ."""
    steps = {later - earlier for earlier, later in pairwise(numbers)} or {1}
    if around:
        steps = {step % around for step in steps}
    return steps.pop() if len(steps) == 1 else None


def _place(text: str, names: Sequence[str]) -> int | None:
    wanted = text.casefold()
    if wanted == _SEPTEMBER and len(names) == _MONTHS:
        wanted = names[8].casefold()
    return next((place for place, name in enumerate(names) if name.casefold() == wanted), None)


def _names(names: Sequence[str], start: int, step: int, manner: str) -> Progression:
    return lambda at: _like(names[(start + step * at) % len(names)], manner)


def _like(name: str, manner: str) -> str:
    """A name in the letters of another: capitals, small letters, or as it is."""
    if manner.isupper():
        return name.upper()
    return name.lower() if manner.islower() else name


def _month(word: str) -> tuple[int | None, tuple[str, ...]]:
    """The month of a name counted from 0, and the names that are as long as it is written."""
    short, long = _LISTS[2:]
    place = _place(word, short)
    return (place, short) if place is not None else (_place(word, long), long)


def _quarters(found: Sequence[re.Match[str]]) -> Progression | None:
    numbers = [int(match["quarter"]) - 1 for match in found]
    step = _step(numbers, _QUARTERS)
    if step is None or len({match["stem"] for match in found}) > 1:
        return None
    return lambda at: f"{found[0]['stem']}{(numbers[0] + step * at) % _QUARTERS + 1}"


def _follows(match: re.Match[str]) -> bool:
    """Whether the second year of a period is the one after the first."""
    return (int(match["year"]) + 1) % _CENTURY == int(match["next"]) % _CENTURY


def _count(match: re.Match[str]) -> int:
    year = int(match["year"])
    return year * _QUARTERS + int(match["quarter"]) - 1 if match["quarter"] else year


def _period(manner: re.Match[str], count: int) -> str:
    year, quarter = divmod(count, _QUARTERS) if manner["quarter"] else (count, 0)
    years = f"{_year(year, manner['year'])}{manner['sep']}{_year(year + 1, manner['next'])}{manner['tail']}"
    return f"{manner['stem']}{quarter + 1}{manner['gap']}{years}" if manner["quarter"] else years


def _year(year: int, manner: str) -> str:
    return f"{year:04}" if len(manner) == _LONG_YEAR else f"{year % _CENTURY:02}"
