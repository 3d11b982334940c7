"""Periods as officers head their columns with them, and the day on which each ends."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.period_ends import is_part_of_year, period_end, years_in
from desktop.domain.periods import Kind, read_period

ENDS = {
    "1998/99": "1999-03-31",
    "1998–99": "1999-03-31",
    "98-99": "1999-03-31",
    "99/00": "2000-03-31",
    "1999/2000": "2000-03-31",
    "2012 / 13": "2013-03-31",
    "2021-2022": "2022-03-31",
    "2022 to 2023": "2023-03-31",
    "FY2022/23": "2023-03-31",
    "FY 22/23": "2023-03-31",
    "Financial year 2022/23": "2023-03-31",
    "Year 1 (2021/22)": "2022-03-31",
    "2021/22 (%)": "2022-03-31",
    "2021/22*": "2022-03-31",
    "2021/22 [note 1]": "2022-03-31",
    "2021/22 (2)": "2022-03-31",
    "Previous (2020/21)": "2021-03-31",
    "Year end 2021/22": "2022-03-31",
    "2012/13 YE": "2013-03-31",
    "09/10 academic year": "2010-08-31",
    "Academic year 2021/22": "2022-08-31",
    "2021/22 AY": "2022-08-31",
    "School year 2021/22": "2022-08-31",
    "2021/22 (academic)": "2022-08-31",
    "AY 2021/22 Oct": "2021-10-31",
    "2009": "2009-12-31",
    "Calendar year 2023": "2023-12-31",
    "Q3 2012/13": "2012-12-31",
    "2021/22 Q4": "2022-03-31",
    "Q1 21-22": "2021-06-30",
    "Q2, 2021/22": "2021-09-30",
    "Q2: 2021/22": "2021-09-30",
    "2021/22 - Quarter 2": "2021-09-30",
    "Qtr 2 21/22": "2021-09-30",
    "2nd quarter 2021/22": "2021-09-30",
    "Q4 2021/22 (Jan-Mar)": "2022-03-31",
    "Q2 Jul-Sep 21": "2021-09-30",
    "Jul-Sep 2021 (Q2)": "2021-09-30",
    "Quarter ending Jun 2019": "2019-06-30",
    "H1 2021/22": "2021-09-30",
    "Half 2 2021/22": "2022-03-31",
    "Mid-year 2021/22": "2021-09-30",
    "Autumn term 2021/22": "2021-12-31",
    "2021/22 Summer term": "2022-07-31",
    "Spring term 2012": "2012-03-31",
    "Summer 2021": "2021-08-31",
    "2023/24 Apr": "2023-04-30",
    "Jan 2023/24": "2024-01-31",
    "Mar-23": "2023-03-31",
    "Dec '21": "2021-12-31",
    "2023 Jan": "2023-01-31",
    "03/2022": "2022-03-31",
    "Apr-Jun 2023": "2023-06-30",
    "Apr 22 - Mar 23": "2023-03-31",
    "April 2022 to March 2023": "2023-03-31",
    "1 April 2022 to 31 March 2023": "2023-03-31",
    "Year ending June 2019": "2019-06-30",
    "Year to March 2019": "2019-03-31",
    "12 months to June 2019": "2019-06-30",
    "Rolling 12 months to Sep 2021": "2021-09-30",
    "YE Mar 19": "2019-03-31",
    "Y/E 31/3/19": "2019-03-31",
    "w/e 12/3/21": "2021-03-12",
    "As at 31 March 2022": "2022-03-31",
    "Position at 31/3/22": "2022-03-31",
    "Snapshot 31.03.2022": "2022-03-31",
    "30th September 2021": "2021-09-30",
    "2022-03-31": "2022-03-31",
    "Latest (Mar 2022)": "2022-03-31",
}

UNREAD = (
    *("FY23", "FY 2023", "Financial year 2023", "Year ending 2023", "Academic year 2021", "AY Mar 2021"),
    *("Q2 2021", "Q5 2021/22", "Q1 Jul-Sep 21", "Q1 2021/22 (Jul-Sep)", "AY 2021/22 Q2", "AY 2021/22 H1"),
    *(
        "2012/3",
        "03/22",
        "2010/12",
        "2020-2023",
        "1998/1998",
        "2021/22 - 2022/23",
        "2022/23 YTD",
        "2021/22 p",
    ),
    *("31/3/00 to 31/3/01", "1 April 2022 to 30 March 2023", "Mar 2023 - Apr 2022", "Mar 2022 / Mar 23 x"),
    *(
        "1 April 2022 and 31 March 2023",
        "England 2021/22",
        "Change 2020/21 to 2021/22",
        "by 31/3/00",
        "9999/00",
    ),
)

KINDS = {
    "Actual 2022-23": Kind.OUTTURN,
    "Baseline 2009": Kind.OUTTURN,
    "2022/23 actuals": Kind.OUTTURN,
    "Audited 2011/12": Kind.OUTTURN,
    "Sep 2021 (provisional)": Kind.PROVISIONAL,
    "Estimated outturn 2022/23": Kind.PROVISIONAL,
    "2022/23 (unaudited)": Kind.PROVISIONAL,
    "Target 23/24": Kind.PLANNED,
    "2023-24 target": Kind.PLANNED,
    "Target for 2023/24": Kind.PLANNED,
    "23/24 Tgt": Kind.PLANNED,
    "2011/12 Q1 target": Kind.PLANNED,
    "Projected outturn 2022/23": Kind.FORECAST,
    "2022/23 Forecast": Kind.FORECAST,
}


@pytest.mark.parametrize(("label", "end"), ENDS.items())
def test_a_label_says_on_which_day_the_period_ends(label: str, end: str) -> None:
    assert period_end(label) == dt.date.fromisoformat(end)
    found = read_period(label)
    assert found is not None
    assert found.end == dt.date.fromisoformat(end)


@pytest.mark.parametrize("label", UNREAD)
def test_what_could_mean_two_days_or_something_else_is_not_read(label: str) -> None:
    assert period_end(label) is None


@pytest.mark.parametrize(("header", "kind"), KINDS.items())
def test_a_header_says_what_kind_of_value_it_heads(header: str, kind: Kind) -> None:
    found = read_period(header)
    assert found is not None
    assert found.kind is kind
    assert not found.label.startswith("for")


@given(st.integers(1970, 2098), st.sampled_from(["/", "-", " to ", "–"]), st.sampled_from(["", "Q4 ", "H2 "]))
def test_a_financial_year_ends_in_its_second_year(first: int, dash: str, part: str) -> None:
    assert period_end(f"{part}{first}{dash}{(first + 1) % 100:02}") == dt.date(first + 1, 3, 31)
    assert period_end(f"{part}{first}{dash}{(first + 2) % 100:02}") is None


@given(st.text() | st.text(alphabet="0123456789/-–' .QqHto(arM)", max_size=16))
def test_no_label_makes_it_fail(label: str) -> None:
    end = period_end(label)
    assert end is None or any(map(str.isdigit, label))


@pytest.mark.parametrize(
    "text", ["Q1", "Qtr 2", "3rd quarter", "Apr", "Mar", "Jan-Mar", "H1", "Autumn term", "Mid-year"]
)
def test_a_part_of_a_year_says_no_year(text: str) -> None:
    assert is_part_of_year(text)


@pytest.mark.parametrize(
    "text", ["", "Q5", "Target", "year", "2021/22", "Q1 2021/22", "April fools of the past year", "May not"]
)
def test_other_words_are_no_part_of_a_year(text: str) -> None:
    assert not is_part_of_year(text)


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("Quarterly report 2023/24", ("2023/24",)),
        ("2022/23 against 2021/22, 2022/23", ("2022/23", "2021/22")),
        ("Report of 1/4/23", ()),
        ("Plan 2020-2025", ()),
    ],
)
def test_a_title_names_its_financial_years(title: str, years: tuple[str, ...]) -> None:
    assert years_in(title) == years
