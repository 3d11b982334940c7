from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.findings import Severity
from desktop.grid.arrangement import AS_IN_SHEET, Arrangement, Sort, arranged, ordered
from desktop.grid.column_facts import natural
from desktop.grid.filters import Dates, Found, Listed, Numbers, Place, Worded

if TYPE_CHECKING:
    from desktop.grid.column_facts import ColumnFacts, Sortable
    from desktop.grid.filters import Filter


class Facts:
    """Facts of a column that no document stands behind."""

    def __init__(self, *values: Sortable) -> None:
        self.values = values
        self.labels = [str(value) for value in values]
        self.folded = [label.casefold() for label in self.labels]

    def with_findings(self, severities: frozenset[Severity], *, whole_row: bool) -> set[int]:
        return {0, 2} if whole_row and Severity.ERROR in severities else {1}


def kept(wanted: Filter, *values: Sortable) -> list[int]:
    return list(wanted.kept(cast("ColumnFacts", Facts(*values)), range(len(values))))


def day(month: int, date: int = 1) -> dt.datetime:
    return dt.datetime(2012, month, date)  # noqa: DTZ001 - sheets have no zones


def test_numbers_dates_and_texts_are_sorted_each_in_their_own_way_and_blanks_last() -> None:
    values: list[Sortable] = ["b", 10.0, "", day(3), "a", 9.0, day(1)]
    assert ordered(range(7), values, descending=False) == [5, 1, 6, 3, 4, 0, 2]
    assert ordered(range(7), values, descending=True) == [0, 4, 3, 6, 1, 5, 2]


@pytest.mark.parametrize("descending", [False, True])
def test_equals_stay_in_the_order_they_had(descending: bool) -> None:
    assert ordered([2, 0, 3, 1], ["x", "x", "x", "x"], descending=descending) == [2, 0, 3, 1]


def test_texts_are_sorted_as_people_sort_them() -> None:
    texts = ["item 10", "Item 9", "élan", "Eva", "item 09", "edge"]
    assert sorted(texts, key=natural) == ["edge", "élan", "Eva", "Item 9", "item 09", "item 10"]


@given(st.lists(st.integers(min_value=0), min_size=1))
def test_figures_within_texts_are_sorted_as_numbers(figures: list[int]) -> None:
    texts = [f"PAF {figure}" for figure in figures]
    assert sorted(texts, key=natural) == [f"PAF {figure}" for figure in sorted(figures)]


def test_what_was_sorted_before_decides_between_equals() -> None:
    columns = {0: Facts("b", "a", "b", "a"), 1: Facts(1.0, 2.0, 0.0, 1.0)}
    arrangement = AS_IN_SHEET.sorted_by(1, descending=False).sorted_by(0, descending=True)
    assert arrangement.sorts == (Sort(0, True), Sort(1, False))
    facts = cast("dict[int, ColumnFacts]", columns)
    assert list(arranged(arrangement, facts.__getitem__, 4)) == [2, 0, 3, 1]
    again = arrangement.sorted_by(1, descending=True)
    assert again.sorts == (Sort(1, True), Sort(0, True))
    assert again.sort_of(1) == Sort(1, True)
    assert again.sort_of(2) is None


def test_all_filters_hold_and_a_column_can_be_looked_at_without_its_own() -> None:
    columns = cast("dict[int, ColumnFacts]", {0: Facts("a", "b", "a"), 1: Facts(1.0, 2.0, 3.0)})
    arrangement = AS_IN_SHEET.filtered(0, Listed(labels=frozenset({"a"}))).filtered(1, Numbers(low=2))
    assert list(arranged(arrangement, columns.__getitem__, 3)) == [2]
    assert list(arranged(arrangement, columns.__getitem__, 3, without=0)) == [1, 2]
    assert list(arranged(arrangement.filtered(1, None), columns.__getitem__, 3)) == [0, 2]
    assert arrangement.by_column == {0: Listed(labels=frozenset({"a"})), 1: Numbers(low=2)}


def test_as_in_the_sheet_everything_is_shown_in_its_order() -> None:
    none: dict[int, ColumnFacts] = {}
    assert list(arranged(Arrangement(), none.__getitem__, 3)) == [0, 1, 2]


def test_texts_are_filtered_by_their_words() -> None:
    texts = ("Schools join", "join schools", "", "None")
    assert kept(Worded(place=Place.CONTAINS, text="SCHOOL"), *texts) == [0, 1]
    assert kept(Worded(place=Place.BEGINS, text="join  s"), *texts) == [1]
    assert kept(Worded(place=Place.LACKS, text="join"), *texts) == [2, 3]
    assert kept(Listed(labels=frozenset({"", "None"})), *texts) == [2, 3]


def test_numbers_and_dates_are_filtered_by_what_lies_between() -> None:
    values = (1.0, "1", day(2, 29), 3.0, day(4), "")
    assert kept(Numbers(low=1, high=2), *values) == [0]
    assert kept(Numbers(high=3), *values) == [0, 3]
    assert kept(Dates(first=dt.date(2012, 2, 29), last=dt.date(2012, 3, 31)), *values) == [2]
    assert kept(Dates(first=dt.date(2012, 3, 1)), *values) == [4]
    assert kept(Dates(last=dt.date(2012, 3, 1)), *values) == [2]


def test_records_are_filtered_by_what_is_said_of_them() -> None:
    assert kept(Found(severities=frozenset({Severity.ERROR})), "a", "b", "c") == [0, 2]
    assert kept(Found(severities=frozenset({Severity.QUERY}), whole_row=False), "a", "b", "c") == [1]


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (Listed(labels=frozenset({"Done", ""})), "is blank or “Done”"),
        (Listed(labels=frozenset("abc")), "is one of 3 texts"),
        (Listed(labels=frozenset()), "is none of the texts"),
        (Worded(place=Place.LACKS, text="x"), "does not contain “x”"),
        (Numbers(low=1, high=2.5), "is from 1 to 2.5"),
        (Numbers(low=1000), "is at least 1,000"),
        (Numbers(high=-3), "is at most -3"),
        (Dates(first=dt.date(2012, 4, 1), last=dt.date(2013, 3, 31)), "is from 01/04/2012 to 31/03/2013"),
        (Dates(first=dt.date(2012, 4, 1)), "is on or after 01/04/2012"),
        (Dates(last=dt.date(2012, 4, 1)), "is on or before 01/04/2012"),
        (Found(severities=frozenset({Severity.QUERY, Severity.ERROR})), "has errors or queries in its row"),
        (Found(severities=frozenset({Severity.ADVICE}), whole_row=False), "has advice"),
    ],
)
def test_a_filter_says_in_words_what_it_asks(wanted: Filter, words: str) -> None:
    assert wanted.words == words
