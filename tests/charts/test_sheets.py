"""Overviews on paper: nothing is left out, nothing stands twice, and what is long takes more sheets."""

from __future__ import annotations

import datetime as dt
import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtSvg import QSvgGenerator

from desktop.charts.labels import broken
from desktop.charts.multiples import chosen_multiples, multiples
from desktop.charts.portfolio import portfolio
from desktop.charts.sheets import multiples_sheets, packed, portfolio_sheets, timeline_sheets
from desktop.charts.strand import plan_picture
from desktop.charts.timeline_plot import TimelinePlot
from desktop.charts.trend import trend
from desktop.charts.trend_sheets import ranged, stacked, trend_sheets
from desktop.domain.contents import Contents

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.charts.sheets import Sheet
    from desktop.domain.plan import Milestone
    from tests.charts.conftest import MakeIndicator, MakeMilestone, MakeTarget

pytestmark = pytest.mark.usefixtures("qapp")
AS_AT = dt.date(2012, 10, 31)
ACROSS, UPRIGHT = QSizeF(1000, 600), QSizeF(680, 950)
_SVG = "{http://www.w3.org/2000/svg}"
BELOW = 40.0
"""Where on its page the rectangle of a sheet begins."""


@pytest.fixture
def font() -> QFont:
    made = QFont("sans-serif")
    made.setPixelSize(12)
    return made


@pytest.fixture
def plan(make_milestone: MakeMilestone) -> list[Milestone]:
    dues = ("30/09/12", "31/3/12; Revised to 31/12/12", "31/1/13", "")
    return [
        make_milestone(f"Step{number}. {'A long text that goes on. ' * (number % 5)}", dues[number % 4])
        for number in range(60)
    ]


def words(sheet: Sheet, size: QSizeF, font: QFont) -> list[tuple[str, float]]:
    """What is written on a sheet, and how far down each text stands."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    painter = QPainter(generator)
    painter.setFont(font)
    sheet(painter, QRectF(QPointF(30, BELOW), size))
    painter.end()
    found = []
    for group in ET.fromstring(bytes(buffer.data().data())).iter(f"{_SVG}g"):  # noqa: S314 - our own picture
        for text in group.findall(f"{_SVG}text"):
            down = float(group.get("transform", "matrix(1,0,0,1,0,0)").rstrip(")").split(",")[5])
            found.append((text.text or "", down + float(text.get("y", "0"))))
    return found


def text_of(sheets: Sequence[Sheet], size: QSizeF, font: QFont) -> list[str]:
    return [" ".join(text for text, _ in words(sheet, size, font)) for sheet in sheets]


def test_runs_fit_their_room_and_what_is_too_high_stands_alone() -> None:
    assert packed([4, 4, 4, 20, 1, 9, 1], 10) == (
        range(2),
        range(2, 3),
        range(3, 4),
        range(4, 6),
        range(6, 7),
    )
    assert packed([], 10) == (range(0),)


@pytest.mark.parametrize("size", [ACROSS, UPRIGHT])
def test_every_milestone_stands_on_one_sheet_of_the_timeline_under_the_dates(
    plan: list[Milestone], font: QFont, size: QSizeF
) -> None:
    sheets = timeline_sheets(plan_picture(plan, AS_AT), size, font)
    texts = text_of(sheets, size, font)
    assert len(texts) > 2
    for number in range(60):
        assert sum(f"Step{number}." in text for text in texts) == 1
    assert all("as at 31/10/2012" in text for text in texts)
    assert "".join(texts).count("goes on.") == sum(number % 5 for number in range(60))
    for sheet in sheets:
        assert all(BELOW < y < BELOW + size.height() for _, y in words(sheet, size, font))


def test_a_timeline_in_part_of_its_dates_names_those_alone(plan: list[Milestone], font: QFont) -> None:
    picture = plan_picture(plan, AS_AT)
    days = (float(dt.date(2012, 6, 1).toordinal()), float(dt.date(2012, 9, 1).toordinal()))
    plot = TimelinePlot(picture, 900, font, days)
    assert [label for _, label in plot.ticks] == ["Jun 2012", "Jul 2012", "Aug 2012", "Sep 2012"]
    assert all(plot.shows(date) for date, _ in plot.ticks)
    assert not plot.shows(AS_AT)


@pytest.mark.parametrize(
    ("year", "words"),
    [(2012, "as at 31/10/2012"), (2026, "as at 31/10/2026 →"), (1999, "← as at 31/10/1999")],
)
def test_an_as_at_date_beyond_the_axis_is_told_at_its_edge(
    plan: list[Milestone], font: QFont, year: int, words: str
) -> None:
    sheets = timeline_sheets(plan_picture(plan, AS_AT.replace(year=year)), ACROSS, font)
    texts = text_of(sheets, ACROSS, font)
    assert all(words in text for text in texts)
    assert all(("→" in text, "←" in text) == ("→" in words, "←" in words) for text in texts)


def test_a_timeline_without_dates_says_so_in_place_of_an_axis(
    make_milestone: MakeMilestone, font: QFont
) -> None:
    sheets = timeline_sheets(plan_picture([make_milestone(due="")], AS_AT), ACROSS, font)
    (text,) = text_of(sheets, ACROSS, font)
    assert "no due dates to show" in text
    assert "2012" not in text.replace(f"as at {AS_AT:%d/%m/%Y}", "")


@pytest.mark.parametrize("size", [ACROSS, UPRIGHT])
def test_every_milestone_of_the_trend_is_listed_once_and_numbered_at_its_line(
    plan: list[Milestone], font: QFont, size: QSizeF
) -> None:
    found = trend(plan, AS_AT)
    sheets = trend_sheets(found, size, font)
    texts = text_of(sheets, size, font)
    for course in found.courses:
        assert sum(course.name.split()[1] in text.split() for text in texts) == 1
    assert all("beneath the dashes is past" in text for text in texts)
    for sheet in sheets:
        assert all(BELOW < y <= BELOW + size.height() for _, y in words(sheet, size, font))


def test_a_short_trend_is_one_sheet(make_milestone: MakeMilestone, font: QFont) -> None:
    found = trend([make_milestone(due="31/3/12; Revised to 31/12/12")], AS_AT)
    [text] = text_of(trend_sheets(found, ACROSS, font), ACROSS, font)
    assert "slipped 275 days" in text
    assert len(trend_sheets(trend((), AS_AT), ACROSS, font)) == 1


def test_numbers_that_follow_one_another_are_told_by_their_ends() -> None:
    assert ranged([1, 3, 4, 5, 8, 9]) == "1, 3–5, 8, 9"
    assert ranged([]) == ""


def test_labels_are_stacked_so_that_none_touches() -> None:
    assert stacked([(10, 20), (12, 20), (60, 10)], 100) == (0, 20, 55)
    assert stacked([(90, 20), (95, 20)], 100) == (60, 80)


@pytest.mark.parametrize("size", [ACROSS, UPRIGHT])
def test_every_strand_stands_on_one_sheet_with_its_counts_in_words(
    make_milestone: MakeMilestone, font: QFont, size: QSizeF
) -> None:
    made = [make_milestone(strand=f"Strand{number}. {'Of many words ' * 6}") for number in range(30)]
    texts = text_of(portfolio_sheets(portfolio(made, AS_AT), size, font), size, font)
    assert len(texts) > 1
    for number in range(30):
        assert sum(f"Strand{number}." in text for text in texts) == 1
    assert sum(text.count("1 on track; 1 overdue") for text in texts) == 30


@pytest.mark.parametrize(("size", "most"), [(ACROSS, 12), (UPRIGHT, 12), (QSizeF(1400, 950), 35)])
def test_small_charts_are_as_many_to_a_sheet_as_read_well(
    make_indicator: MakeIndicator, make_target: MakeTarget, font: QFont, size: QSizeF, most: int
) -> None:
    own = tuple(
        make_indicator(code=f"QP{number}.", name=f"Share of children {'looked after ' * (number % 4)}")
        for number in range(40)
    )
    found = multiples(Contents(indicators=own, targets=(make_target(code="QP7."),)))
    sheets = multiples_sheets(found, size, font)
    texts = text_of(sheets, size, font)
    counts = [len(re.findall(r"QP\d+\.", text)) for text in texts]
    assert sum(counts) == 40
    assert most / 2 <= max(counts) <= most
    assert counts[:-1] == [max(counts)] * (len(counts) - 1)
    assert "QP7." in texts[0]
    for text in texts:  # the key to all marks is on every sheet
        assert text.endswith("provisional planned if nothing changes, last value held target")
    for sheet in sheets:
        assert all(BELOW < y < BELOW + size.height() for _, y in words(sheet, size, font))


def test_some_indicators_stand_under_a_title_of_their_own(make_indicator: MakeIndicator) -> None:
    own = make_indicator()
    found = chosen_multiples(Contents(indicators=(own, make_indicator(code="X"))), (), [own], "Two")
    assert (found.title, found.subtitle) == ("Two", "1 indicator · 1 not judged")


def test_a_text_is_broken_between_words_and_cut_with_a_sign(font: QFont) -> None:
    advance = QFontMetricsF(font).horizontalAdvance
    text = "Teams to be up and running across the city"
    lines = broken(text, advance("Teams to be up and"), 9, advance)
    assert lines[0] == "Teams to be up and"
    assert " ".join(lines) == text
    assert broken(text, advance(text), 3, advance) == (text,)
    assert broken(text, advance("Teams to be up and"), 2, advance)[-1].endswith("…")
    assert broken("Uninterrupted word", advance("Uninter…"), 3, advance)[0].endswith("…")
    assert broken("", 100, 3, advance) == ("",)
    assert broken("due soon · O ongoing", advance("due soon · O"), 2, advance, " · ") == (
        "due soon",
        "O ongoing",
    )
