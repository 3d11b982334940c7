"""The columns of sections, priorities and sets of indicators, and the rows that they stand over."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from desktop.document.document import Document
from desktop.document.record_changes import changed_records, inserted, moved
from desktop.domain.errors import EditRefused
from desktop.domain.indicators import Indicator
from desktop.domain.narrative import Passage
from desktop.domain.priorities import Priority
from desktop.grid.columns import columns_for
from desktop.grid.rows import banners_of, records_of
from tests.grid.conftest import example
from tests.workbook.sheets import workbook

if TYPE_CHECKING:
    from desktop.workbook.workbook import Workbook

SECTIONS = workbook(
    ("Section", "Part", "Question", "No", "Text", "Figure"),
    ("Objective 1: attachment",),
    ("A", None, "Progress?", 1, "Steady"),
    ("C", 2, "Homes?", None, "Approved adopters", 24),
    ("Objective 2: protection",),
    ("A", None, "Progress?", 1, "Steady too"),
)
PRIORITIES = workbook(
    ("Outcome", "Priority", "Sponsor", "Lead"),
    ("Fun", "play", "Alan Bolton", "Sally Threlfall"),
    ("Healthy", "activity", "Hilary Devitt", "Sarah Sinclair"),
)
SET = workbook(
    ("Outcome", "Code", "Indicator", "Baseline", "Baseline period", "Lead"),
    ("Safe", "CYPP 1", "Number of looked after children", "1,434", "January 2011", "Jackie Wilson"),
    ("Safe", "CYPP 10", "Short breaks", "to be identified", None, None),
)


def titles(book: Workbook) -> list[str]:
    return [column.title for column in columns_for(book.contents.tables[0])]


def test_sections_show_their_paragraphs_first_and_what_is_asked_last() -> None:
    assert titles(SECTIONS) == ["Section", "Part", "No.", "Text", "Box", "What is asked"]
    text = columns_for(SECTIONS.contents.tables[0])[3]
    assert text.lines > 1


def test_sections_stand_under_their_objectives() -> None:
    records = records_of(SECTIONS.contents, SECTIONS.contents.tables[0])
    assert all(isinstance(record, Passage) for record in records)
    assert banners_of(records) == {0: "Objective 1: attachment", 2: "Objective 2: protection"}


def test_a_box_is_read_as_a_value() -> None:
    box = columns_for(SECTIONS.contents.tables[0])[4]
    first, boxed, _ = SECTIONS.contents.passages
    assert box.reading(first) is None
    assert box.reading(boxed) == boxed.figure


def test_priorities_have_their_columns_and_records() -> None:
    assert titles(PRIORITIES) == ["Outcome", "Priority", "Sponsor", "Lead"]
    records = records_of(PRIORITIES.contents, PRIORITIES.contents.tables[0])
    assert [isinstance(record, Priority) for record in records] == [True, True]


def test_a_set_shows_baselines_with_their_reading_and_the_rest_at_the_end() -> None:
    table = SET.contents.tables[0]
    assert titles(SET) == ["Code", "Definition", "Baseline", "Measured", "Outcome", "Lead", "Course"]
    baseline = columns_for(table)[2]
    dated, undated = SET.contents.indicators
    assert baseline.reading(dated) == dated.values[0].value
    assert baseline.reading(undated) is None
    assert all(isinstance(record, Indicator) for record in records_of(SET.contents, table))


def test_a_new_paragraph_joins_the_section_above_it() -> None:
    cell = SECTIONS.contents.passages[0].cell
    changed = changed_records(SECTIONS, inserted(SECTIONS, cell, below=True))
    texts = [(str(one.place), one.text) for one in changed.contents.passages[:2]]
    assert texts == [("Objective 1, section A, 1", "Steady"), ("Objective 1, section A", "New paragraph")]


def test_a_new_priority_stands_under_the_outcome_above_it() -> None:
    cell = PRIORITIES.contents.priorities[0].cell
    changed = changed_records(PRIORITIES, inserted(PRIORITIES, cell, below=True))
    found = changed.contents.priorities[1]
    assert (found.text, found.outcome, found.lead) == ("New priority", "Fun", "Sally Threlfall")


def test_a_paragraph_moves_within_its_objective_only() -> None:
    last = SECTIONS.contents.passages[1].cell
    with pytest.raises(EditRefused):
        moved(SECTIONS, last, down=True)


def test_the_whole_plan_opens_with_its_sections_in_the_order_of_the_objectives() -> None:
    document = Document(example("leicester-map-full-2001.xlsx"), dt.date(2001, 1, 31))
    records = records_of(document.contents, document.contents.tables[0])
    headings = list(banners_of(records).values())
    assert [heading.split(":")[0] for heading in headings] == [
        f"OBJECTIVE {number}" for number in range(1, 12)
    ]
