"""Numbers with their words, and words in a row."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.wording import counted, day, listed


def test_a_date_is_written_day_first_with_all_its_figures() -> None:
    assert [day(dt.date(2002, 3, 31)), day(dt.date(1912, 1, 2))] == ["31/03/2002", "02/01/1912"]


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows"), (2340, "2,340 rows")]
)
def test_a_number_has_the_word_for_one_or_for_many(number: int, words: str) -> None:
    assert counted(number, "row") == words


def test_a_word_may_have_a_plural_of_its_own() -> None:
    assert [counted(number, "query", "queries") for number in (1, 2)] == ["1 query", "2 queries"]


@pytest.mark.parametrize(
    ("words", "sentence"), [(("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")]
)
def test_the_last_of_several_is_joined_by_a_word(words: tuple[str, ...], sentence: str) -> None:
    assert listed(words, "and") == sentence
