"""Dates and times as Excel shows them: from a serial number to the parts that a format code asks for.

A serial number counts days. In the 1900 system day 1 is 1 January 1900, and Excel knows a 29 February
1900 that never was (serial 60); in the 1904 system day 0 is 1 January 1904.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from desktop.workbook.format_tokens import Token

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_EPOCH = dt.date(1899, 12, 30).toordinal()  # what serial numbers count from, once past the day that never was
_FALSE_LEAP_DAY = 60
_DAYS_TO_1904 = 1462
_LAST_SERIAL = 2_958_466  # the first that Excel can't show: 1 January 10000
_DAY_SECONDS = 86_400
# Spelt out, so that no setting of the computer changes them.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class _Moment(NamedTuple):
    year: int
    month: int
    day: int
    weekday: int
    seconds: float
    total: float


def serial(value: dt.date | dt.time | dt.timedelta, *, date_1904: bool = False) -> float:
    """The serial number of a date, a time of day or a length of time."""
    if isinstance(value, dt.timedelta):
        return value / dt.timedelta(days=1)
    if isinstance(value, dt.time):
        return _time(value)
    days = value.toordinal() - _EPOCH - (_DAYS_TO_1904 if date_1904 else 0)
    if not date_1904 and days <= _FALSE_LEAP_DAY:
        days -= 1
    return days + _time(value.time()) if isinstance(value, dt.datetime) else days


def _time(value: dt.time) -> float:
    whole = value.hour * 3600 + value.minute * 60 + value.second
    return (whole + value.microsecond / 1e6) / _DAY_SECONDS


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSection:
    """How one section lays a date out; `places` are the decimals of its seconds."""

    tokens: tuple[Token, ...]
    places: int

    def show(self, number: float, *, date_1904: bool) -> str | None:
        """The text of a serial number; None where it is no date that Excel can show."""
        if not 0 <= number < _LAST_SERIAL:
            return None
        moment = _moment(number, self.places, date_1904=date_1904)
        return "".join(_SHOWN[token.kind](moment, token.text) for token in self.tokens).strip()


def _moment(number: float, places: int, *, date_1904: bool) -> _Moment:
    total = round(number * _DAY_SECONDS, places)
    days, seconds = divmod(total, _DAY_SECONDS)
    day = int(days) + (_DAYS_TO_1904 if date_1904 else 0)
    weekday = (day + 5) % 7  # Monday is 0
    if day == _FALSE_LEAP_DAY:
        return _Moment(1900, 2, 29, weekday, seconds, total)
    if day == 0:
        return _Moment(1900, 1, 0, weekday, seconds, total)
    date = dt.date.fromordinal(_EPOCH + day + (day < _FALSE_LEAP_DAY))
    return _Moment(date.year, date.month, date.day, weekday, round(seconds, places), total)


def date_section(tokens: Sequence[Token]) -> DateSection | None:
    """The layout that a section's tokens describe; None where it asks for no part of a date."""
    kinds = {token.kind for token in tokens}
    if not kinds & {"part", "elapsed"} or not kinds <= _KINDS:
        return None
    twelve = "clock" in kinds
    places = max((len(token.text) - 1 for token in tokens if token.kind == "subsecond"), default=0)
    return DateSection(tokens=tuple(_named(tokens, twelve=twelve)), places=places)


def _named(tokens: Sequence[Token], *, twelve: bool) -> list[Token]:
    """The tokens with each part's own kind: an m beside hours or seconds means minutes."""
    parts = [index for index, token in enumerate(tokens) if token.kind in {"part", "elapsed"}]
    named = list(tokens)
    for place, index in enumerate(parts):
        token = tokens[index]
        letter = token.text[0]
        after_hours = place > 0 and tokens[parts[place - 1]].text[0] == "h"
        before_seconds = place + 1 < len(parts) and tokens[parts[place + 1]].text[0] == "s"
        if token.kind == "elapsed":
            letter = f"all {letter}"
        elif letter == "m" and (after_hours or before_seconds):
            letter = "minute"
        elif letter == "h" and twelve:
            letter = "h12"
        named[index] = Token(letter, token.text)
    return named


def _year(moment: _Moment, text: str) -> str:
    return f"{moment.year % 100:02d}" if len(text) <= len("yy") else str(moment.year)


def _month(moment: _Moment, text: str) -> str:
    if len(text) <= len("mm"):
        return _padded(moment.month, text)
    name = _MONTHS[moment.month - 1]
    return {len("mmm"): name[:3], len("mmmm"): name}.get(len(text), name[0])


def _day(moment: _Moment, text: str) -> str:
    if len(text) <= len("dd"):
        return _padded(moment.day, text)
    name = _DAYS[moment.weekday]
    return name[:3] if len(text) == len("ddd") else name


def _clock(moment: _Moment, text: str) -> str:
    before_noon, after_noon = text.upper().split("/")
    return after_noon if moment.seconds >= _DAY_SECONDS / 2 else before_noon


def _subsecond(moment: _Moment, text: str) -> str:
    return f"{moment.seconds % 1:.{len(text) - 1}f}"[1:]


def _padded(number: float, text: str) -> str:
    return f"{int(number):0{min(len(text), 2)}d}"


_SHOWN: dict[str, Callable[[_Moment, str], str]] = {
    "y": _year,
    "m": _month,
    "d": _day,
    "h": lambda moment, text: _padded(moment.seconds // 3600, text),
    "h12": lambda moment, text: _padded((moment.seconds // 3600 - 1) % 12 + 1, text),
    "minute": lambda moment, text: _padded(moment.seconds // 60 % 60, text),
    "s": lambda moment, text: _padded(moment.seconds % 60, text),
    "all h": lambda moment, text: _padded(moment.total // 3600, text),
    "all m": lambda moment, text: _padded(moment.total // 60, text),
    "all s": lambda moment, text: _padded(moment.total, text),
    "subsecond": _subsecond,
    "clock": _clock,
}
_AS_THEY_STAND = ("literal", "comma", "point", "percent", "slash")
_SHOWN |= dict.fromkeys(_AS_THEY_STAND, lambda _, text: text)
_KINDS = {"part", "elapsed", "subsecond", "clock", *_AS_THEY_STAND}
