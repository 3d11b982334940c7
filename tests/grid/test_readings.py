from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.cells import CellRef
from desktop.domain.due_dates import read_due
from desktop.domain.findings import Finding, Severity
from desktop.domain.plan import read_status
from desktop.domain.values import read_value
from desktop.grid.columns import GridColumn
from desktop.grid.readings import reading_words, spoken, tip


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("95.0", ""),
        ("1,680", ""),
        ("85%", ""),
        ("£463,950", ""),
        ("9.5 :1", "Read as 9.5 to 1"),
        ("£1.2m", "Read as £1,200,000"),
        ("N/A", "Not applicable"),
        ("not applicable", ""),
        ("?", "Unknown"),
        ("", "Not supplied"),
        ("about 5", "Can’t be read as a number"),
    ],
)
def test_a_value_tells_its_reading_where_that_is_more_than_the_text(raw: str, words: str) -> None:
    assert reading_words(read_value(raw)) == words


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("95.0", "Worked out before the last change: Excel works it out anew when it opens the workbook"),
        ("", "Not worked out yet: Excel works it out when it opens the workbook"),
    ],
)
def test_a_result_that_is_out_of_date_says_so(raw: str, words: str) -> None:
    assert reading_words(replace(read_value(raw), stale=True)) == words


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("ON TRACK", ""),
        ("COMPLETE (& ONGOING)", "Read as complete"),
        ("IN PROGRESS", "Read as ongoing"),
        ("amber", ""),
        ("", ""),
    ],
)
def test_a_status_tells_its_reading(raw: str, words: str) -> None:
    assert reading_words(read_status(raw)) == words


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("30/09/12", ""),
        ("Sept 2012", "Due 30/09/2012"),
        ("31/03/2012 (Revised to Sept '12)", "Due 31/03/2012, revised to 30/09/2012"),
        ("31/3/2012 (for the 3 pilots)", "Due 31/03/2012"),
        ("Revised to Sept 2012", "Revised to 30/09/2012"),
        ("38/04/2019", "Can’t be read as a date"),
        ("", ""),
    ],
)
def test_a_due_date_tells_its_reading(raw: str, words: str) -> None:
    assert reading_words(read_due(raw)) == words


def test_a_revision_found_elsewhere_says_where() -> None:
    reading = read_due("30/09/12", comments="Revised target date December 2012")
    assert reading_words(reading) == "Due 30/09/2012, revised to 31/12/2012 (in the comments)"
    reading = read_due("30/09/12", text="Revised date 31/3/2013")
    assert reading_words(reading) == "Due 30/09/2012, revised to 31/03/2013 (in the milestone)"


def test_a_real_date_says_no_more_than_it_shows() -> None:
    assert reading_words(read_due("30/09/12", date=dt.date(2012, 9, 30))) == ""


def test_plain_text_has_no_reading() -> None:
    assert reading_words(None) == ""


_COLUMN = GridColumn(field="value", title="31/3/02", kind="Planned", width=7)
_CELL = CellRef(sheet="Indicators", row=14, column=6)
_ERROR = Finding(rule="TRJ-005", severity=Severity.ERROR, cell=_CELL, subject="PAF C20", message="5.0 short.")
_QUERY = replace(_ERROR, severity=Severity.QUERY, message="Goes back.", explained=True)


def test_a_cell_is_read_out_with_header_text_reading_and_findings() -> None:
    said = spoken(_COLUMN, read_value("9.5 :1"), (_ERROR, _QUERY), "9.5 :1")
    assert said == "31/3/02 Planned: 9.5 :1. Read as 9.5 to 1. Error: 5.0 short. Query, explained: Goes back."


def test_a_blank_cell_is_read_out_as_blank() -> None:
    assert spoken(_COLUMN, None, (), "") == "31/3/02 Planned: blank."


def test_the_tip_has_the_whole_text_first() -> None:
    assert tip(read_value("N/A"), (_ERROR,), "N/A") == "N/A\nNot applicable\nError: 5.0 short."
