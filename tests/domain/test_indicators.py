import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.indicators import Measure, Polarity
from tests.domain.build import AROUND_TWENTY, COUNT, HIGHER, LOWER, NEUTRAL, indicator

RANGE_OF_NO_IDEAL = Measure(polarity=Polarity.RANGE)
MEASURES = (HIGHER, LOWER, AROUND_TWENTY, NEUTRAL, RANGE_OF_NO_IDEAL, COUNT)
NUMBERS = st.floats(-1e6, 1e6)


@pytest.mark.parametrize(
    ("measure", "value", "reference", "shortfall"),
    [
        (HIGHER, 95, 100, 5),
        (HIGHER, 100, 95, -5),
        (LOWER, 17, 13, 4),
        (LOWER, 13, 17, -4),
        (AROUND_TWENTY, 26, 18, 4),
        (AROUND_TWENTY, 20, 18, -2),
        (NEUTRAL, 1, 100, 0),
        (RANGE_OF_NO_IDEAL, 1, 100, 0),
    ],
)
def test_says_by_how_much_a_value_is_worse(
    measure: Measure, value: float, reference: float, shortfall: float
) -> None:
    assert measure.shortfall(value, reference) == shortfall
    assert measure.worse(value, reference) is (shortfall > 0)


def test_the_noise_of_arithmetic_is_not_worse() -> None:
    assert not HIGHER.worse(0.3, 0.1 + 0.2)


@given(st.sampled_from(MEASURES), NUMBERS, NUMBERS)
def test_of_two_values_at_most_one_is_worse(measure: Measure, one: float, other: float) -> None:
    assert not (measure.worse(one, other) and measure.worse(other, one))
    assert measure.judged or not measure.worse(one, other)
    assert measure.shortfall(one, other) == -measure.shortfall(other, one)


@given(st.sampled_from(MEASURES), NUMBERS)
def test_a_clipped_value_lies_within_the_limits(measure: Measure, value: float) -> None:
    clipped = measure.clip(value)
    assert measure.minimum is None or clipped >= measure.minimum
    assert measure.maximum is None or clipped <= measure.maximum
    assert measure.clip(clipped) == clipped


def test_the_best_possible_value_follows_the_polarity() -> None:
    assert [measure.best for measure in MEASURES] == [100, 0, 20, None, None, 0]


def test_the_polarity_has_words() -> None:
    assert [measure.polarity_words for measure in (HIGHER, LOWER, AROUND_TWENTY, RANGE_OF_NO_IDEAL)] == [
        "higher is better",
        "lower is better",
        "nearer 20 is better",
        "a range is best",
    ]
    assert NEUTRAL.polarity_words.startswith("neither ")


def test_only_counts_count() -> None:
    assert [measure.counts for measure in MEASURES] == [False] * 5 + [True]


def test_actual_and_planned_values_come_apart_and_in_date_order() -> None:
    subject = indicator(
        ("31/3/03 Planned", "98.00"),
        ("31/3/02 Planned", "95.0"),
        ("31/3/01 Planned", "?"),
        ("31/3/02 Forecast", "94"),
        ("31/3/00 Provis.", "71.4"),
        ("1998/99 Outturn", "70"),
        ("1997/98 Outturn", "N/A"),
    )
    assert [value.value.raw for value in subject.actuals] == ["70", "71.4"]
    assert [value.value.raw for value in subject.planned] == ["95.0", "98.00"]
    assert (subject.decimals, subject.row) == (2, 5)


def test_without_numbers_there_are_no_decimals() -> None:
    assert indicator(("31/3/02 Planned", "N/A")).decimals == 0


def test_what_is_counted_whole_is_proposed_whole() -> None:
    written = ("31/3/02 Planned", "12.50")
    assert (indicator(written).places, indicator(written, measure=COUNT).places) == (2, 0)


def test_a_value_is_found_by_the_day_and_kind_of_its_period() -> None:
    subject = indicator(("31/3/02 Planned", "95"), ("31/3/02 Outturn", "93"))
    raws = {kind.value: value.value.raw for (_, kind), value in subject.by_period.items()}
    assert raws == {"planned": "95", "outturn": "93"}


def test_how_a_worse_value_stands_has_words() -> None:
    words = [measure.short_words for measure in (HIGHER, LOWER, AROUND_TWENTY)]
    assert words == ["short", "too high", "further from 20"]
