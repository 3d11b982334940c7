from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from desktop.grid.series import progression, steps_by_itself

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.edits import Content


def on(*seen: Content, count: int = 3, counting: bool = True) -> list[Content]:
    """What follows the contents seen."""
    goes_on = progression(seen, counting=counting)
    return [goes_on(len(seen) + at) for at in range(count)]


def day(text: str) -> dt.date:
    return dt.datetime.strptime(text, "%d/%m/%Y").replace(tzinfo=dt.UTC).date()


@pytest.mark.parametrize(
    ("seen", "after"),
    [
        ((1,), [2, 3, 4]),
        ((1, 3), [5, 7, 9]),
        ((10, 8.5), [7, 5.5, 4]),
        ((0.1, 0.2), [0.3, 0.4, 0.5]),
        ((1, 2, 4), [5.3333333333, 6.8333333333, 8.3333333333]),
        ((5, 5), [5, 5, 5]),
        (("Q1",), ["Q2", "Q3", "Q4"]),
        (("Q3", "Q4"), ["Q1", "Q2", "Q3"]),
        (("Quarter 4",), ["Quarter 1", "Quarter 2", "Quarter 3"]),
        (("Q3 2012/13",), ["Q4 2012/13", "Q1 2013/14", "Q2 2013/14"]),
        (("1998/99",), ["1999/00", "2000/01", "2001/02"]),
        (("1998/1999", "2000/2001"), ["2002/2003", "2004/2005", "2006/2007"]),
        (("09/10 academic year",), ["10/11 academic year", "11/12 academic year", "12/13 academic year"]),
        (("Mon",), ["Tue", "Wed", "Thu"]),
        (("FRIDAY", "SUNDAY"), ["TUESDAY", "THURSDAY", "SATURDAY"]),
        (("january",), ["february", "march", "april"]),
        (("Sept",), ["Oct", "Nov", "Dec"]),
        (("Sept 2012",), ["Oct 2012", "Nov 2012", "Dec 2012"]),
        (("November 2012", "December 2012"), ["January 2013", "February 2013", "March 2013"]),
        (("Oct '12",), ["Nov '12", "Dec '12", "Jan '13"]),
        (("Team 9",), ["Team 10", "Team 11", "Team 12"]),
        (("A08", "A10"), ["A12", "A14", "A16"]),
        (("Smarch 2012",), ["Smarch 2013", "Smarch 2014", "Smarch 2015"]),
        (("1st review",), ["2nd review", "3rd review", "4th review"]),
        (("10th", "11th"), ["12th", "13th", "14th"]),
        (("1. Plan",), ["2. Plan", "3. Plan", "4. Plan"]),
        (("31/3/2012",), ["1/4/2012", "2/4/2012", "3/4/2012"]),
        (("31/03/12", "30/04/12"), ["31/05/12", "30/06/12", "31/07/12"]),
        (("01.02.2012", "08.02.2012"), ["15.02.2012", "22.02.2012", "29.02.2012"]),
    ],
)
def test_what_follows_a_rule_goes_on(seen: Sequence[Content], after: Sequence[Content]) -> None:
    assert on(*seen) == after


@pytest.mark.parametrize(
    ("seen", "after"),
    [
        (("30/09/2012",), ["01/10/2012", "02/10/2012"]),
        (("30/09/2012", "07/10/2012"), ["14/10/2012", "21/10/2012"]),
        (("15/01/2012", "15/02/2012"), ["15/03/2012", "15/04/2012"]),
        (("31/01/2012", "29/02/2012"), ["31/03/2012", "30/04/2012"]),
        (("30/01/2012", "30/03/2012"), ["30/05/2012", "30/07/2012"]),
        (("31/03/2012", "31/03/2013"), ["31/03/2014", "31/03/2015"]),
        (("31/03/2012", "31/03/2012"), ["31/03/2012", "31/03/2012"]),
    ],
)
def test_real_dates_go_on_by_the_step_seen(seen: Sequence[str], after: Sequence[str]) -> None:
    assert on(*map(day, seen), count=2) == [*map(day, after)]


@pytest.mark.parametrize(
    "seen",
    [
        ("N/A", "?"),
        ("Mon", "Tue", "Fri"),
        ("Sept 2012", "Oct 2012", "Dec 2012"),
        ("Q1", "Qtr 2"),
        ("Q1", "Q2", "Q4"),
        ("Q1 2012/13", "2012/13"),
        ("Team 1", "Group 2"),
        ("Team 1", "Team 2", "Team 4"),
        ("650 homes by 30/9/2012",),
        ("98",),
        ("01/02/2012", "02/02/2012", "05/02/2012"),
        ("01/02/2012", "Sept 2012"),
        (1, "N/A"),
        (True, False),
        (None,),
        ("Mixed 4 up",),
    ],
)
def test_what_follows_no_rule_is_repeated(seen: Sequence[Content]) -> None:
    assert on(*seen, count=2 * len(seen)) == [*seen, *seen]


def test_dates_that_follow_no_rule_are_repeated() -> None:
    seen = [day("01/02/2012"), day("02/02/2012"), day("05/02/2012")]
    assert on(*seen) == seen


def test_a_series_goes_back_too() -> None:
    back = progression((2, 4), counting=True)
    assert [back(at) for at in (-1, -2)] == [0, -2]
    assert progression(("Team 1",), counting=True)(-3) == "Team 2"


def test_without_counting_everything_is_repeated() -> None:
    assert on("Q1", counting=False) == ["Q1", "Q1", "Q1"]


def test_past_the_calendar_there_is_nothing() -> None:
    goes_on = progression((day("01/01/2012"), day("01/01/2013")), counting=True)
    assert goes_on(9_000) is None


def test_a_single_number_is_copied_and_the_rest_counts_on() -> None:
    assert not steps_by_itself((5,))
    assert steps_by_itself((5, 6))
    assert steps_by_itself(("Q1",))
