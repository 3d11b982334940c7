from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.baselines import baseline_period
from desktop.domain.periods import Kind


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("January 2011", dt.date(2011, 1, 31)),
        ("at January 2011", dt.date(2011, 1, 31)),
        ("half terms 1-5, 09/10 academic year", dt.date(2010, 8, 31)),
        ("(half terms 1-5, 09/10 academic year)", dt.date(2010, 8, 31)),
        ("in 09/10 academic year", dt.date(2010, 8, 31)),
        ("15-17 year olds, June 2009", dt.date(2009, 6, 30)),
        ("average monthly figure for November-January 2010/11", dt.date(2011, 1, 31)),
        ("Apr to Sept 2010/11", dt.date(2010, 9, 30)),
        ("Jan–Mar 2010/11", dt.date(2011, 3, 31)),
        ("2009/10", dt.date(2010, 3, 31)),
    ],
)
def test_the_period_of_a_baseline_is_read_from_the_end_of_its_words(text: str, end: dt.date) -> None:
    period = baseline_period(text)
    assert period is not None
    assert (period.label, period.end, period.kind) == (text, end, Kind.OUTTURN)


@pytest.mark.parametrize("text", ["", "baselines to be identified", "sample size 5,260"])
def test_words_without_a_period_are_none(text: str) -> None:
    assert baseline_period(text) is None
