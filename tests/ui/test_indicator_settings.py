"""What is typed on a card becomes what is said beside the library, and no more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.domain.errors import InputRefused
from desktop.domain.indicators import Measure, Polarity
from desktop.domain.notes import UNLIMITED, IndicatorSetting
from desktop.ui.indicator_settings import card_of, polarity_ground, setting_of

if TYPE_CHECKING:
    from desktop.ui.indicator_settings import Card

PUBLISHED = Measure(unit="percent", minimum=0, maximum=100, polarity=Polarity.LOWER, basis="by definition")
CARD = card_of(PUBLISHED)


def test_the_library_alone_is_no_setting() -> None:
    assert setting_of("PAF A1", CARD, PUBLISHED) is None
    assert (CARD.minimum, CARD.maximum, CARD.ideal) == ("0", "100", "")


def test_only_what_differs_is_said() -> None:
    said = setting_of("PAF A1", replace(CARD, polarity=Polarity.HIGHER, unit=" days "), PUBLISHED)
    assert said == IndicatorSetting(code="PAF A1", unit="days", polarity=Polarity.HIGHER)


def test_a_range_has_an_ideal_and_what_is_alike() -> None:
    card = replace(CARD, polarity=Polarity.RANGE, ideal="12.5", tolerance="0.25", comparator="England")
    said = setting_of("PAF A1", card, PUBLISHED)
    assert said == IndicatorSetting(
        code="PAF A1", polarity=Polarity.RANGE, ideal=12.5, tolerance=0.25, comparator="England"
    )
    assert said is not None
    again = card_of(said.applied(PUBLISHED))
    assert again == card


def test_a_limit_that_is_cleared_is_none() -> None:
    said = setting_of("PAF A1", replace(CARD, minimum="", maximum=""), PUBLISHED)
    assert said == IndicatorSetting(code="PAF A1", minimum=-UNLIMITED, maximum=UNLIMITED)


def test_other_limits_are_kept() -> None:
    said = setting_of("PAF A1", replace(CARD, maximum="1,000"), PUBLISHED)
    assert said == IndicatorSetting(code="PAF A1", maximum=1000)


def test_an_ideal_counts_for_a_range_alone() -> None:
    assert setting_of("PAF A1", replace(CARD, ideal="12", tolerance="1"), PUBLISHED) is None


@pytest.mark.parametrize(
    ("card", "words"),
    [
        (replace(CARD, minimum="low"), "The least possible value “low” is not a number"),
        (replace(CARD, minimum="100"), "The least possible value is not under the greatest"),
        (replace(CARD, polarity=Polarity.RANGE), "Type the ideal value"),
        (replace(CARD, polarity=Polarity.RANGE, ideal="120.5"), "The ideal value 120.5 lies outside"),
        (replace(CARD, polarity=Polarity.RANGE, ideal="-3"), "The ideal value -3 lies outside"),
        (replace(CARD, polarity=Polarity.RANGE, ideal="3", tolerance="-1"), "less than 0"),
    ],
)
def test_what_cant_be_is_refused_in_words(card: Card, words: str) -> None:
    with pytest.raises(InputRefused, match=words):
        setting_of("PAF A1", card, PUBLISHED)


def test_the_ground_is_the_librarys() -> None:
    assert polarity_ground(PUBLISHED) == "The library says: lower is better (by definition)."
    assert polarity_ground(Measure()) == "The library does not know this indicator."
