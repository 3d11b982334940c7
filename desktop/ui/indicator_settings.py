"""What an officer types on an indicator's card, and the setting that it comes to beside the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from desktop.domain.errors import InputRefused
from desktop.domain.indicators import Polarity
from desktop.domain.notes import UNLIMITED, IndicatorSetting
from desktop.domain.values import read_value

if TYPE_CHECKING:
    from desktop.domain.indicators import Measure

_Said = TypeVar("_Said", str, float, Polarity)

NUMBERS = ("minimum", "maximum", "ideal", "tolerance")
_NAMES = {
    "minimum": "least possible value",
    "maximum": "greatest possible value",
    "ideal": "ideal value",
    "tolerance": "figure for alike within",
}
_MOST_DECIMALS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The fields of a card as they stand: numbers as they are typed, blank where there is none."""

    unit: str
    polarity: Polarity
    minimum: str
    maximum: str
    ideal: str
    tolerance: str
    comparator: str


def card_of(measure: Measure) -> Card:
    """A measure as it is typed."""
    return Card(
        unit=measure.unit,
        polarity=measure.polarity,
        comparator=measure.comparator,
        **{name: _typed(getattr(measure, name)) for name in NUMBERS},
    )


def setting_of(code: str, card: Card, published: Measure) -> IndicatorSetting | None:
    """What the card says that the library does not; None where it says the same.

    Raises InputRefused where a figure can't be read, or the figures can't be true together.
    """
    ranged = card.polarity is Polarity.RANGE
    numbers = {
        name: _number(getattr(card, name), name) if ranged or name in {"minimum", "maximum"} else None
        for name in NUMBERS
    }
    _refuse_contradiction(card.polarity, numbers)
    unit, comparator = card.unit.strip(), card.comparator.strip()
    setting = IndicatorSetting(
        code=code,
        unit=_other(unit, published.unit),
        polarity=_other(card.polarity, published.polarity),
        ideal=_other(numbers["ideal"], published.ideal),
        tolerance=_other(numbers["tolerance"], published.tolerance),
        minimum=_limit(numbers["minimum"], published.minimum, -UNLIMITED),
        maximum=_limit(numbers["maximum"], published.maximum, UNLIMITED),
        comparator=_other(comparator, published.comparator),
    )
    return None if setting == IndicatorSetting(code=code) else setting


def polarity_ground(published: Measure) -> str:
    """What the library says of the direction, and on what ground."""
    if not published.basis:
        return "The library does not know this indicator."
    return f"The library says: {published.polarity_words} ({published.basis})."


def _typed(number: float | None) -> str:
    return "" if number is None else f"{number:.{_MOST_DECIMALS}f}".rstrip("0").rstrip(".")


def _number(typed: str, name: str) -> float | None:
    if not typed.strip():
        return None
    number = read_value(typed).number
    if number is None:
        raise InputRefused(f"The {_NAMES[name]} “{typed.strip()}” is not a number. Type the figure alone.")
    return number


def _refuse_contradiction(polarity: Polarity, numbers: dict[str, float | None]) -> None:
    low, high, ideal, tolerance = (numbers[name] for name in NUMBERS)
    if low is not None and high is not None and low >= high:
        raise InputRefused("The least possible value is not under the greatest. Correct one of the two.")
    if polarity is Polarity.RANGE and ideal is None:
        raise InputRefused("Type the ideal value: nearer it is better.")
    if ideal is not None and ((low is not None and ideal < low) or (high is not None and ideal > high)):
        raise InputRefused(f"The ideal value {_typed(ideal)} lies outside the possible values. Correct it.")
    if tolerance is not None and tolerance < 0:
        raise InputRefused("Values can’t be alike within less than 0. Type a figure of 0 or more.")


def _other(said: _Said | None, published: _Said | None) -> _Said | None:
    """What is said, where it is something and not what the library says."""
    return None if said in {"", published} else said


def _limit(said: float | None, published: float | None, unlimited: float) -> float | None:
    if said == published:
        return None
    return unlimited if said is None else said
