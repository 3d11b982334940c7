"""The columns of areas of focus: the rating with letter, shape and arrow, and what is said of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from desktop.document.record_changes import changed_records, inserted
from desktop.domain.focus import FocusArea
from desktop.grid.columns import columns_for
from desktop.grid.readings import aside, reading_words
from desktop.grid.rows import records_of
from desktop.grid.standing import Standing, Tone, rating_standing
from tests.workbook.sheets import workbook

if TYPE_CHECKING:
    from desktop.grid.columns import GridColumn

DAY = dt.date(2011, 6, 30)
BOOK = workbook(
    ("Area of focus", "Update", "Status and direction"),
    ("Care", "Ongoing", "A ⇔"),
    ("Assessments", "Better", "G"),
    ("Promise", "Agreed", "agreed"),
    ("Placements", "None yet", None),
)
AREAS = BOOK.contents.focus


def rating_column() -> GridColumn:
    return columns_for(BOOK.contents.tables[0])[2]


def test_areas_of_focus_have_their_columns_and_records() -> None:
    table = BOOK.contents.tables[0]
    assert [column.title for column in columns_for(table)] == ["Area of focus", "Update", "Rating"]
    records = records_of(BOOK.contents, table)
    assert [isinstance(record, FocusArea) for record in records] == [True] * 4


def test_a_rating_has_its_letter_and_its_shape() -> None:
    standing = rating_column().standing
    assert standing is rating_standing
    assert rating_standing(AREAS[0], DAY) == Standing(
        letter="A", shape="▲", tone=Tone.CARE, words="Amber, level"
    )
    assert rating_standing(AREAS[1], DAY) == Standing(letter="G", shape="●", tone=Tone.GOOD, words="Green")
    assert rating_standing(AREAS[2], DAY) is None


@pytest.mark.parametrize(
    ("number", "small", "words"),
    [
        (0, "amber, level", "Amber, level"),
        (1, "green", "Green"),
        (2, "", "Not a rating that is known: red, amber or green"),
        (3, "", ""),
    ],
)
def test_a_rating_is_read_out_in_words(number: int, small: str, words: str) -> None:
    reading = rating_column().reading(AREAS[number])
    assert (aside(reading), reading_words(reading)) == (small, words)


def test_links_have_their_columns_and_a_new_one_can_be_put_in() -> None:
    book = workbook(("Indicator", "Linked issues"), ("NEET", "Poverty"))
    table = book.contents.tables[0]
    assert [column.title for column in columns_for(table)] == ["Indicator", "Linked to"]
    assert records_of(book.contents, table) == book.contents.linkages
    changed = changed_records(book, inserted(book, book.contents.linkages[0].cell, below=True))
    assert [one.indicator for one in changed.contents.linkages] == ["NEET", "New indicator"]


def test_a_new_area_of_focus_can_be_put_beneath_one() -> None:
    changed = changed_records(BOOK, inserted(BOOK, AREAS[0].cell, below=True))
    assert [area.area for area in changed.contents.focus[:2]] == ["Care", "New area of focus"]
