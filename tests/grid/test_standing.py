"""How a cell stands: letter, shape and tone together, the verdict the chart's own."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.domain.breakdown import Part
from desktop.domain.indicators import Measure, Polarity
from desktop.domain.plan import read_status
from desktop.grid.columns import columns_for
from desktop.grid.standing import (
    Tone,
    next_date_standing,
    ratio_standing,
    status_standing,
    value_standing,
)
from tests.domain.build import breakdown_line
from tests.grid.made_indicators import AS_AT, indicator
from tests.workbook.sheets import workbook

if TYPE_CHECKING:
    from desktop.document.document import Document
    from desktop.domain.plan import Milestone


@pytest.mark.parametrize(
    ("actual", "badge", "tone", "words"),
    [
        ("80", "G●", Tone.GOOD, "Green: as good as planned or better, 80 was planned"),
        ("77", "A▲", Tone.CARE, "Amber: worse than planned, by 5 % of the plan at most, 80 was planned"),
        ("60", "R■", Tone.BAD, "Red: worse than planned by more than 5 % of the plan, 80 was planned"),
    ],
)
def test_an_actual_stands_against_the_plan_for_its_date(
    actual: str, badge: str, tone: Tone, words: str
) -> None:
    made = indicator(("31/3/01 Planned", "80"), ("31/3/01 Provisional", actual))
    standing = value_standing(2, made, AS_AT)
    assert standing is not None
    assert (standing.badge, standing.tone, standing.words) == (badge, tone, words)


def test_without_an_actual_or_a_plan_for_its_date_there_is_no_verdict() -> None:
    assert value_standing(2, indicator(("31/3/01 Planned", "80"), ("31/3/01 Outturn", "N/A")), AS_AT) is None
    assert value_standing(2, indicator(("31/3/02 Planned", "80"), ("31/3/01 Outturn", "70")), AS_AT) is None


def test_a_measure_of_which_nobody_says_what_is_better_has_no_verdict() -> None:
    made = indicator(("31/3/01 Planned", "80"), ("31/3/01 Outturn", "70"))
    neutral = replace(made, measure=Measure(polarity=Polarity.NEUTRAL))
    assert value_standing(2, neutral, AS_AT) is None


@pytest.mark.parametrize(
    ("status", "as_at", "badge", "tone", "words"),
    [
        ("ON TRACK", dt.date(2012, 9, 30), "T◔", Tone.GOOD, ""),
        ("ON TRACK", dt.date(2012, 10, 1), "T◔", Tone.BAD, "Overdue by 1 day"),
        ("ON TRACK", dt.date(2016, 10, 1), "T◔", Tone.BAD, "Overdue by 1,462 days"),
        ("COMPLETE", dt.date(2016, 10, 1), "C●", Tone.GOOD, ""),
        ("DELAYED", dt.date(2012, 1, 1), "D▲", Tone.CARE, ""),
        ("NOT STARTED", dt.date(2012, 1, 1), "N○", Tone.PLAIN, ""),
    ],
)
def test_a_status_has_its_mark_and_says_when_it_is_overdue(
    leeds: Document, status: str, as_at: dt.date, badge: str, tone: Tone, words: str
) -> None:
    milestone = replace(leeds.contents.milestones[0], status=read_status(status))
    standing = status_standing(milestone, as_at)
    assert standing is not None
    assert (standing.badge, standing.tone, standing.words) == (badge, tone, words)
    assert standing.note == ("overdue" if words else "")


def test_what_is_no_status_has_no_mark(leeds: Document) -> None:
    milestone = replace(leeds.contents.milestones[0], status=read_status("amber"))
    assert status_standing(milestone, AS_AT) is None


@pytest.mark.parametrize(
    ("ratio", "badge", "words"),
    [
        ("1.3", "A▲", "Above the whole"),
        ("1.0", "I●", "In line with the whole"),
        ("0.2", "B▼", "Below the whole"),
    ],
)
def test_a_ratio_stands_against_the_whole(ratio: str, badge: str, words: str) -> None:
    line = breakdown_line("ACES", "43", ratio, parts=(Part.COUNT, Part.RATIO))
    found = ratio_standing(3, line, AS_AT)
    assert found is not None
    assert (found.badge, found.words, found.tone) == (badge, words, Tone.PLAIN)
    assert ratio_standing(2, line, AS_AT) is None
    assert ratio_standing(9, line, AS_AT) is None


ENTRIES = "• Brief by August 2011\n• Deliver by 30th September 2011"


@pytest.mark.parametrize(
    ("text", "as_at", "note", "words"),
    [
        (ENTRIES, "2011-08-01", "next date 31/08/2011", "Next date 31/08/2011: Brief by August 2011"),
        (
            ENTRIES,
            "2011-09-01",
            "next date 30/09/2011",
            "Next date 30/09/2011: Deliver by 30th September 2011",
        ),
        (
            ENTRIES,
            "2012-01-01",
            "last date 30/09/2011",
            "Last date 30/09/2011: Deliver by 30th September 2011",
        ),
        ("Brief by August 2011", "2011-08-01", "next date 31/08/2011", "Next date 31/08/2011"),
    ],
)
def test_a_text_with_dates_says_which_comes_next_and_judges_nothing(
    text: str, as_at: str, note: str, words: str
) -> None:
    standing = next_date_standing(in_an_action_plan(text), dt.date.fromisoformat(as_at))
    assert standing is not None
    assert (standing.badge, standing.tone, standing.note, standing.words) == ("", Tone.PLAIN, note, words)


def test_a_text_without_dates_says_nothing_of_them() -> None:
    assert next_date_standing(in_an_action_plan("Brief in due course"), AS_AT) is None


def test_only_a_plan_without_a_column_of_due_dates_tells_the_dates_of_its_texts() -> None:
    without = in_an_action_plan("Brief").table
    with_due = workbook(("Milestone", "Status", "By when"), ("Brief", "", "")).contents.tables[0]
    standings = [
        next(column for column in columns_for(table) if column.field == "milestone").standing
        for table in (without, with_due)
    ]
    assert standings == [next_date_standing, None]


def in_an_action_plan(text: str) -> Milestone:
    head = ("Action", "Owner", "Milestone", "Targeting")
    return workbook(head, ("Review", "JW", text, "All")).contents.milestones[0]
