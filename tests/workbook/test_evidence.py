from __future__ import annotations

import pytest

from desktop.workbook.evidence import (
    code_column,
    distinct,
    letters_column,
    looks_like_codes,
    measures_column,
    names_column,
    sample_of,
    typical_length,
)
from tests.workbook.sheets import sheet


def test_a_sample_is_what_the_rows_show() -> None:
    assert sample_of(sheet(["a"], ["b", 2], [None, 3]), 2, 3) == [["b", "2"], ["", "3"]]


def test_codes_stand_where_most_texts_look_like_them_and_headings_do_not_count() -> None:
    sample = [["OBJECTIVE 1", "NI 1"], ["PAF A1", "see note"], ["OBJECTIVE 2", ""], ["PAF A2", "none"]]
    assert code_column(sample, [1, 2]) == 1
    assert code_column(sample, [2]) is None


def test_of_two_columns_of_codes_the_one_with_more_of_them_counts() -> None:
    sample = [["", "NI 1"], ["PAF A1", "NI 2"]]
    assert code_column(sample, [1, 2]) == 2


def test_measures_stand_in_the_first_column_with_texts_or_nowhere() -> None:
    sample = [["", "Number of children"], ["", "Reviews"]]
    assert measures_column(sample, [1, 2]) == 2
    assert measures_column([["Staffing", "Number of posts"]], [1, 2]) is None
    assert measures_column([["", ""]], [1, 2]) is None


def test_letters_stand_beside_the_projects_and_not_in_every_row() -> None:
    sample = [["1", "A", "Placements"], ["2", "", ""], ["3", "B", "Fostering"], ["4", "", ""], ["5", "", ""]]
    assert letters_column(sample, 3, [1, 2]) == 2
    assert letters_column([["x is", "", "Placements"]], 3, [1, 2]) is None


def test_names_stand_beside_the_letters_and_tell_them_apart() -> None:
    sample = [
        ["seen", "A", "a", "Placements"],
        ["seen", "B", "b", "Fostering"],
        ["seen", "C", "c", "Finance"],
    ]
    assert names_column(sample, 2, [1, 3, 4]) == 4
    assert names_column(sample, 4, [1, 2, 3]) is None


def test_of_two_columns_of_names_the_nearer_has_them_and_the_right_one_of_two_as_near() -> None:
    sample = [["Care", "A", "Placements", "Homes"], ["Cost", "B", "Fostering", "Families"]]
    assert names_column(sample, 2, [1, 3, 4]) == 3
    assert names_column(sample, 2, [1, 4]) == 1


@pytest.mark.parametrize(
    ("texts", "codes"),
    [
        (("1.1", "1.2"), True),
        (("PAF CF/A1", ""), True),
        (("NEET", "LAC"), False),
        (("Long term stability",), False),
    ],
)
def test_short_texts_with_digits_look_like_codes(texts: tuple[str, ...], *, codes: bool) -> None:
    assert looks_like_codes([[text] for text in texts], 1) is codes


def test_the_typical_length_is_the_median_of_what_is_not_blank() -> None:
    sample = [["a"], ["abc"], [" "], ["abcdefgh"]]
    assert typical_length(sample, 1) == 3
    assert typical_length([[""]], 1) == 0


def test_texts_are_counted_once() -> None:
    assert distinct([["a"], ["b"], ["a"], [""]], 1) == 2
