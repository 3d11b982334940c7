"""Bars of a breakdown table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from desktop.charts.bar_view import BarView
from desktop.charts.bars import bars_picture
from desktop.charts.theme import DARK, LIGHT
from desktop.domain.breakdown import Against, Breakdown, LineKind, Part
from tests.domain.build import breakdown_line

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.charts.bars import BarsPicture
    from desktop.charts.theme import Theme
    from desktop.domain.cells import CellRef

PARTS = (Part.POPULATION, Part.COUNT, Part.RATIO)
LINES = (
    ("Aireborough", "7481", "22", "0.3"),
    ("Bramley", "8047", "115", "1.7"),
    ("Inner NW Hub", "7631", "57", "1.0"),
    ("Out of area", "", "96", ""),
)
TOTAL = ("Total", "169902", "1444", "1.0")


def clusters(*lines: tuple[str, ...], total: tuple[str, ...] = TOTAL) -> Breakdown:
    made = [
        breakdown_line(label, *texts, row=row, parts=PARTS) for row, (label, *texts) in enumerate(lines, 5)
    ]
    whole = breakdown_line(total[0], *total[1:], kind=LineKind.TOTAL, row=99, parts=PARTS)
    return Breakdown(lines=(*made, whole))


def picture(*lines: tuple[str, ...], row: int = 5, column: int = 1) -> BarsPicture:
    table = clusters(*(lines or LINES))
    cell = next(line.cell for line in table.lines if line.row == row)
    found = bars_picture(table, cell if column == 1 else table.lines[0].figures[column - 2].cell)
    assert found is not None
    return found


def test_a_label_shows_the_ratios_largest_first() -> None:
    found = picture(row=6)
    assert [(bar.label, bar.text, bar.against) for bar in found.bars] == [
        ("Bramley", "1.7", Against.ABOVE),
        ("Inner NW Hub", "1.0", Against.IN_LINE),
        ("Aireborough", "0.3", Against.BELOW),
    ]
    assert (found.title, found.whole, found.most, found.chosen) == ("Ratio", 1.0, 1.7, 0)
    assert found.subtitle == "3 lines against the whole: 1 above, 1 in line, 1 below"
    assert found.summary.endswith(
        "Bramley: 1.7, above the whole; Inner NW Hub: 1.0, in line with the whole; "
        "Aireborough: 0.3, below the whole"
    )


def test_a_cell_shows_its_own_column_with_the_total() -> None:
    found = picture(column=3)
    assert [bar.text for bar in found.bars] == ["115", "96", "57", "22"]
    assert (found.title, found.subtitle, found.whole) == ("Count", "4 lines · total 1444", None)
    assert found.bars[found.chosen].label == "Aireborough"


def test_a_total_that_is_blank_is_not_told() -> None:
    table = clusters(LINES[0], total=("Total", "", "", ""))
    found = bars_picture(table, table.lines[0].figures[1].cell)
    assert found is not None
    assert found.subtitle == "1 line"
    assert bars_picture(clusters(("A", "", "", "")), table.lines[0].cell) is None


def test_many_bars_are_not_all_read_out() -> None:
    found = picture(*((f"Ward {n}", "1000", str(n), "") for n in range(30)), column=3)
    assert found.summary.endswith("; and 10 more")


@pytest.fixture
def view(qtbot: QtBot) -> BarView:
    made = BarView()
    qtbot.addWidget(made)
    made.resize(420, 120)
    made.show()
    return made


def test_the_chosen_bar_is_in_sight(view: BarView) -> None:
    many = [(f"Ward {n}", "1000", str(100 - n), "") for n in range(40)]
    view.show_bars(picture(*many, column=3))
    assert (view.verticalScrollBar().value(), view.picked) == (0, 0)
    table = clusters(*many)
    last = bars_picture(table, table.lines[38].figures[1].cell)
    assert last is not None
    view.show_bars(last)
    assert view.verticalScrollBar().value() > 0
    assert view.picked == 38


def test_a_bar_is_opened_by_mouse_and_keys(view: BarView, qtbot: QtBot) -> None:
    found = picture(row=6)
    view.show_bars(found)
    wanted: list[CellRef] = []
    view.cell_wanted.connect(wanted.append)
    spot = view.box_of(1).center().toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.accessibleDescription().startswith("Aireborough: 0.3, below the whole")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert wanted == [found.bars[1].cell, found.bars[2].cell]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_three_are_drawn_in_their_colours(view: BarView, theme: Theme) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor(theme.ground))
    view.setPalette(palette)
    assert not view.grab().isNull()  # with nothing to show
    view.show_bars(picture())
    image = view.viewport().grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(0, 420, 2) for y in range(0, 120, 2)}
    colours = {theme.actual, theme.compared, theme.quiet, theme.envelope}
    assert colours <= seen
