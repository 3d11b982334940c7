"""A report card tells what is written, what is not, and how the linked milestones stand."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from desktop.document.document import Document
from desktop.document.notes import add_note, link, write_card
from desktop.domain.notes import ChartNote
from desktop.printing.page import CardPage
from desktop.ui.card_pages import card_pages
from desktop.ui.card_sections import card_sections
from desktop.workbook.workbook import Workbook
from tests.made_workbooks import WHOLE, make

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.printing.page import Part

AS_AT = dt.date(2012, 6, 1)
PRINTED = dt.datetime(2012, 6, 1, 9, 30)  # noqa: DTZ001 - the officer's own clock
MORE = (
    (
        "1. Edge of care",
        "C",
        "Referrals",
        "New approach agreed",
        "?!",
        "27/01/12; Revised to Sept 2012",
        "",
        "",
        "",
    ),
    ("1. Edge of care", "D", "Pilots", "Pilots evaluated", "", "", "", "", ""),
    ("1. Edge of care", "E", "Budget", "Budget agreed", "ONGOING", "soon", "", "", ""),
    ("1. Edge of care", "F", "Visits", "Visits made", "ON TRACK", "31/05/12", "", "", ""),
)


@pytest.fixture
def document(qapp: object, tmp_path: Path) -> Document:
    sheets = {**WHOLE, "Programme Plan": (*WHOLE["Programme Plan"], *MORE)}
    return Document(Workbook.open(make(tmp_path / "whole.xlsx", sheets)), AS_AT)


def card(document: Document, drafts: dict[str, str] | None = None) -> CardPage:
    indicator = document.contents.indicators[0]
    [page] = card_pages(document.workbook, [indicator], drafts, as_at=AS_AT, printed=PRINTED)
    assert isinstance(page, CardPage)
    return page


def part(page: CardPage, heading: str) -> Part:
    [found] = [one for one in page.parts if one.heading == heading]
    return found


def lines(found: Part) -> list[str]:
    return [" | ".join(line.cells) for line in found.lines]


def test_what_is_not_written_is_said_and_what_need_not_be_is_left_out(document: Document) -> None:
    page = card(document)
    assert [one.heading for one in page.parts] == [
        "Story behind the baseline",
        "Partners",
        "What works",
        "Actions",
    ]
    assert lines(part(page, "Partners")) == ["Not written yet."]
    assert part(page, "Partners").lines[0].quiet
    assert lines(part(page, "Actions")) == ["No milestone is linked to this indicator."]


def test_what_is_written_stands_under_its_heading_with_who_wrote_it(document: Document) -> None:
    for heading in ("Story behind the baseline", "Gaps in our knowledge", "Risks"):
        write_card(document, "paf a1", heading, f"{heading}:\n\nfirst\nsecond", by="JS", on=AS_AT)
    write_card(document, "QP 9", "Partners", "of another", by="", on=AS_AT)
    page = card(document)
    story = part(page, "Story behind the baseline")
    assert lines(story) == ["Story behind the baseline:", "first", "second"]
    assert story.remark == "JS, 01/06/2012"
    assert part(page, "Gaps in our knowledge").lines
    assert [one.heading for one in page.parts][-2:] == ["Risks", "Actions"]
    assert lines(part(page, "Partners")) == ["Not written yet."]


def test_drafts_stand_in_for_what_is_written(document: Document) -> None:
    write_card(document, "PAF A1", "Partners", "The schools", by="JS", on=AS_AT)
    page = card(document, {"Partners": "", "What works": "Early help"})
    assert lines(part(page, "Partners")) == ["Not written yet."]
    assert lines(part(page, "What works")) == ["Early help"]
    assert part(page, "What works").remark == ""


def test_a_signature_needs_neither_a_name_nor_a_day(document: Document) -> None:
    write_card(document, "PAF A1", "Partners", "The schools", by="", on=AS_AT)
    assert part(card(document), "Partners").remark == "01/06/2012"
    row = document.contents.notes.cards[0].row
    sheet = document.workbook.notes_name
    assert row > 0
    assert sheet


def test_linked_milestones_stand_with_status_and_due_date(document: Document) -> None:
    for milestone in document.contents.milestones:
        link(document, milestone, "PAF A1")
    assert lines(part(card(document), "Actions")) == [
        "Milestone | Status | Due",
        "Team in place (J Smith) | C ● complete | 31/10/11",
        "Panel meets (A Jones) | O ◑ ongoing | 31/03/12\n■ overdue by 62 days",
        "New approach agreed | ?! | 27/01/12\nrevised to Sept 2012",
        "Pilots evaluated | no status | no date",
        "Budget agreed | O ◑ ongoing | soon",
        "Visits made | T ◔ on track | 31/05/12\n■ overdue by 1 day",
    ]


@pytest.mark.parametrize(
    ("last", "travel"), [("24", "↗ I improving"), ("40", "↘ W worsening"), ("30", "→ S steady")]
)
def test_the_direction_of_travel_has_a_letter_and_a_shape(document: Document, last: str, travel: str) -> None:
    document.type_texts([(document.contents.indicators[0].values[1].cell, last)], "Type")
    page = card(document)
    assert page.travel == travel
    assert page.status == "not yet judged: no actual for a planned date"


def test_with_one_actual_value_the_direction_is_not_known(document: Document) -> None:
    cell = document.contents.indicators[0].values[0].cell
    document.type_texts([(cell, "")], "Clear")
    assert card(document).travel == "not yet known"


def test_notes_on_the_chart_are_told_under_their_flags(document: Document) -> None:
    note = ChartNote(indicator="PAF A1", date=dt.date(2000, 3, 31), text="New\nteam", by="JS")
    add_note(document, note)
    assert lines(part(card(document), "Notes on the chart")) == ["N1 31/03/2000: New team (JS)"]


def test_every_section_that_all_cards_have_asks_a_question(document: Document) -> None:
    sections = card_sections(document.contents.notes, "PAF A1")
    assert all(section.question.endswith("?") for section in sections)
    assert [section.needed for section in sections].count(True) == 3
    assert all(section.text == "" for section in sections)
