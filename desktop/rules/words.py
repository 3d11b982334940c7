"""How messages name figures, periods and days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.due_dates import FoundIn
from desktop.domain.indicators import NOISE
from desktop.domain.values import figure, read_value
from desktop.domain.wording import day

if TYPE_CHECKING:
    import datetime as dt

    from desktop.domain.indicators import Indicator, IndicatorValue
    from desktop.domain.periods import Period

MOST_DECIMALS = 6
LONGEST_QUOTED, LONGEST_NAME = 40, 60  # characters
PLACES = {
    FoundIn.DUE: "the due column",
    FoundIn.TEXT: "the milestone's text",
    FoundIn.COMMENTS: "the comments",
}


def when(indicator: Indicator, date: dt.date) -> str:
    """A date in the words of the table's own period that ends on it, where there is one: 31/3/02."""
    labels = (value.period.label for value in indicator.values if value.period.end == date)
    return next(labels, day(date))


def column(period: Period) -> str:
    """A period with its kind of value: 31/3/02 planned."""
    return f"{period.label} {period.kind}"


def written(value: IndicatorValue) -> str:
    """A value as it stands in its cell, or its first words where it is a long text."""
    return shortened(value.value.raw)


def stated(value: IndicatorValue) -> str:
    """A value as it stands in its cell, after the stored figure where that is rounded: 13.5, shown as 14."""
    raw, number = written(value), value.value.number
    shown = read_value(raw).number
    if number is None or shown is None or abs(number - shown) <= NOISE:
        return raw
    decimals = value.value.decimals
    one_more = abs(round(number, decimals + 1) - number) <= NOISE
    least = decimals + (1 if one_more else 2)
    return f"{figure(number, apart(number, shown, least))}, shown as {raw}"


def apart(number: float, other: float, decimals: int) -> int:
    """As many decimals, from `decimals` up, as it takes for two figures to look different."""
    while decimals < MOST_DECIMALS and figure(number, decimals) == figure(other, decimals):
        decimals += 1
    return decimals


def held_against(value: IndicatorValue, reference: IndicatorValue) -> tuple[str, str]:
    """Two values as written; with more decimals where their cells show two different numbers alike."""
    number, other = value.value.number, reference.value.number
    if written(value) != written(reference) or number is None or other is None or number == other:
        return stated(value), stated(reference)
    decimals = apart(number, other, value.value.decimals)
    return figure(number, decimals), figure(other, decimals)


def shortened(text: str, longest: int = LONGEST_QUOTED) -> str:
    """The first words of a text, up to about so many characters, with a sign where it goes on."""
    words = " ".join(text.split())
    if len(words) <= longest:
        return words
    return f"{words[:longest].rsplit(' ', 1)[0]} …"
