"""Charts on paper can be told apart without colour, and all of a workbook's are quickly made."""

from __future__ import annotations

import datetime as dt
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.charts.marks import actual_pen, baseline_pen, planned_pen
from desktop.charts.theme import LIGHT, contrast
from desktop.domain.findings import Severity
from desktop.printing.export import pdf
from desktop.printing.page import ChartPage, Orientation, Paper
from desktop.projection.baseline import Shape
from desktop.rules.registry import check
from desktop.ui.chart_pages import Wanted, chart_pages
from desktop.workbook.workbook import Workbook
from tests.made_workbooks import WHOLE, make

if TYPE_CHECKING:
    from desktop.document.document import Document

pytestmark = pytest.mark.usefixtures("qapp")
AS_AT = dt.date(2001, 1, 31)
PRINTED = dt.datetime(2001, 2, 1, 9, 30)  # noqa: DTZ001 - the officer's own clock
LEICESTER = Path(__file__).parents[2] / "templates" / "examples" / "leicester-map-2001.xlsx"


@pytest.fixture
def whole(tmp_path: Path) -> Workbook:
    return Workbook.open(make(tmp_path / "whole.xlsx", WHOLE))


def first(workbook: Workbook, wanted: Wanted) -> ChartPage:
    contents = workbook.contents
    pages = chart_pages(
        workbook, check(contents, AS_AT), contents.indicators[:1], wanted, as_at=AS_AT, printed=PRINTED
    )
    assert isinstance(pages[0], ChartPage)
    return pages[0]


def test_a_page_says_where_its_figures_come_from_and_when(whole: Workbook) -> None:
    page = first(whole, Wanted())
    assert page.source == (
        "Source: whole.xlsx, Indicators!D3:G3 · as at 31/01/2001 · printed 01/02/2001 09:30"
    )
    assert page.figures.values == ("30", "24", "23", "20")
    assert page.notes


def test_notes_and_figures_are_left_out_on_request(whole: Workbook) -> None:
    page = first(whole, Wanted(orientation=Orientation.PORTRAIT, notes=False, figures=False))
    assert page.notes == ()
    assert page.figures.values == ()
    assert page.orientation is Orientation.PORTRAIT


def test_an_officers_notes_stand_before_what_the_check_says(document: Document) -> None:
    from desktop.document.notes import add_note
    from desktop.domain.notes import ChartNote

    note = ChartNote(
        indicator="PAF A1", date=dt.date(2000, 3, 31), text="New team", by="JS", written=dt.date(2001, 2, 1)
    )
    add_note(document, note)
    page = first(document.workbook, Wanted())
    assert (page.notes[0].flag, page.notes[0].own) == ("N1", True)
    assert page.notes[0].text == "31/03/2000: New team (JS, 01/02/2001)"
    assert [one.own for one in page.notes].count(True) == 1


def test_every_indicator_of_a_whole_map_makes_one_pdf() -> None:
    workbook = Workbook.open(LEICESTER)
    findings = check(workbook.contents, AS_AT)
    pages = chart_pages(workbook, findings, workbook.contents.indicators, as_at=AS_AT, printed=PRINTED)
    content = pdf(pages, Paper.A4, "Leicester")
    assert content is not None
    assert content.count(b"/Type /Page\n") == len(pages) >= 46
    assert b"/Subtype /Image" not in content


def test_lines_are_told_apart_without_colour() -> None:
    pens = (actual_pen(LIGHT), planned_pen(LIGHT), *(baseline_pen(LIGHT, shape) for shape in Shape))
    assert actual_pen(LIGHT).dashPattern() == []
    for one, other in combinations((pens[0], pens[1], pens[2]), 2):
        assert one.dashPattern() != other.dashPattern()
    for pen in pens[2:]:  # a baseline that is drawn through is paler
        solid = pen.dashPattern() == pens[0].dashPattern()
        assert not solid or contrast(pen.color().name(), LIGHT.actual) >= 1.5


def test_marks_are_dark_enough_on_paper_without_colour() -> None:
    marks = (LIGHT.actual, LIGHT.planned, LIGHT.target, LIGHT.baseline, *(LIGHT.of(one) for one in Severity))
    assert all(contrast(mark, LIGHT.ground) >= 4.5 for mark in marks)
