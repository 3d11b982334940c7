"""What cells say: the badge of a verdict, and small beside the text how it reads, where there is room."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from PySide6.QtCore import QRect, Qt

from desktop.document.document import Document
from desktop.domain.cells import parse_cell
from desktop.domain.tables import TableKind
from desktop.grid.standing import Tone
from desktop.workbook.workbook import Workbook
from tests.grid.hands import pixels
from tests.made_workbooks import make

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QImage

    from desktop.grid.view import GridView

_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def picture(view: GridView, row: int, column: int) -> QImage:
    """A cell without its lines, its frame and its mark."""
    rect = view.visualRect(view.model().index(row, column)).adjusted(3, 0, -12, -3)
    return pixels(view).copy(rect)


def without_notes(view: GridView, row: int, column: int) -> QImage:
    with patch("desktop.grid.cell_texts.aside", return_value=""):
        return picture(view, row, column)


def typed(document: Document, address: str, text: str) -> None:
    cell = parse_cell(address)
    assert cell is not None
    document.type_texts([(cell, text)], "Type")


def test_a_status_has_a_badge_in_the_colour_of_its_tone(plan: GridView, leeds: Document) -> None:
    typed(leeds, "Programme Plan!D6", "COMPLETE")
    image = picture(plan, 0, 3)
    colours = {image.pixel(x, y) for x in range(30) for y in range(image.height())}
    assert plan.dress.look.tones[Tone.GOOD].rgb() in colours
    assert plan.dress.look.tones[Tone.BAD].rgb() not in colours


def test_beneath_a_status_it_is_said_that_it_is_overdue(plan: GridView, leeds: Document) -> None:
    index = plan.model().index(0, 3)
    typed(leeds, "Programme Plan!D6", "ON TRACK")
    beneath = QRect(0, plan.dress.measures.line + 6, 90, plan.dress.measures.line)
    leeds.judge_as_at(dt.date(2012, 9, 30))
    in_time = picture(plan, 0, 3).copy(beneath)
    leeds.judge_as_at(dt.date(2012, 10, 10))
    assert picture(plan, 0, 3).copy(beneath) != in_time
    assert index.data(_SPOKEN).startswith("Status: ON TRACK. Overdue by 10 days.")


def test_a_due_date_that_was_revised_is_shown_small_beneath(plan: GridView, leeds: Document) -> None:
    typed(leeds, "Programme Plan!E6", "30/09/12")
    assert picture(plan, 0, 4) == without_notes(plan, 0, 4)
    typed(leeds, "Programme Plan!E6", "Sept 2012")
    assert picture(plan, 0, 4) != without_notes(plan, 0, 4)


def test_where_the_text_takes_every_line_the_reading_waits_for_the_tip(
    plan: GridView, leeds: Document
) -> None:
    typed(leeds, "Programme Plan!E6", "31/03/2012 and then (Revised to Sept '12) or later")
    assert picture(plan, 0, 4) == without_notes(plan, 0, 4)
    index = plan.model().index(0, 4)
    assert "revised to 30/09/2012" in index.data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize(("text", "fits"), [("?", True), ("N/A", False), ("23", False)])
def test_a_marker_is_shown_in_words_beside_it_where_they_fit(
    indicators: GridView, leicester: Document, text: str, fits: bool
) -> None:
    typed(leicester, "Indicators!D8", text)
    indicators.setColumnWidth(4, 75)
    assert (picture(indicators, 0, 4) != without_notes(indicators, 0, 4)) is fits


def test_the_words_stand_at_the_free_side_of_the_text(indicators: GridView, leicester: Document) -> None:
    typed(leicester, "Indicators!D8", "?")
    indicators.setColumnWidth(4, 160)
    whole = picture(indicators, 0, 4)
    half = whole.width() // 2
    left, right = whole.copy(0, 0, half, whole.height()), whole.copy(half, 0, half, whole.height())
    bare = without_notes(indicators, 0, 4)
    assert left != bare.copy(0, 0, half, whole.height())
    assert right == bare.copy(half, 0, half, whole.height())


def test_an_actual_with_a_plan_for_its_date_bears_its_verdict(
    tmp_path: Path, shown: Callable[..., GridView]
) -> None:
    rows = (
        ("Code", "Definition", "31/3/01\nPlanned", "31/3/01\nOutturn", "31/3/02\nPlanned"),
        ("PAF A1", "Placement moves", 20, 30, 15),
        ("PAF C20", "Reviews", 80, 85, 90),
    )
    workbook = Workbook.open(make(tmp_path / "return.xlsx", {"Indicators": rows}))
    document = Document(workbook, dt.date(2001, 5, 1))
    view = shown(document, TableKind.INDICATORS)
    said = [view.model().index(row, 3).data(_SPOKEN) for row in range(2)]
    assert said[0].startswith("31/3/01 Outturn: 30. Red: worse than planned by more than 5 % of the plan, 20")
    assert said[1].startswith("31/3/01 Outturn: 85. Green: as good as planned or better, 80 was planned.")
    image = picture(view, 0, 3)
    colours = {image.pixel(x, y) for x in range(image.width() // 2) for y in range(image.height())}
    assert view.dress.look.tones[Tone.BAD].rgb() in colours
    typed(document, "Indicators!C2", "31")
    assert view.model().index(0, 3).data(_SPOKEN).startswith("31/3/01 Outturn: 30. Green")
