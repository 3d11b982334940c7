from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING
from unittest.mock import patch

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QGuiApplication, QHelpEvent, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from desktop.domain.findings import Severity
from desktop.domain.tables import TableKind
from tests.grid.hands import at, go, middle, pixels, press

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.document.document import Document
    from desktop.grid.view import GridView

_Key = Qt.Key
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_LEFT = Qt.MouseButton.LeftButton


def tooltip(view: GridView, row: int, column: int) -> str:
    place = middle(view, row, column)
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    with patch("desktop.grid.delegate.QToolTip") as shown:
        QGuiApplication.sendEvent(view.viewport(), event)
    return str(shown.showText.call_args.args[1])


def test_the_pointer_is_told_what_the_cell_does_not_show(indicators: GridView, leicester: Document) -> None:
    finding = next(finding for finding in leicester.findings if finding.rule == "TRJ-005")
    assert indicators.table_model is not None
    index = indicators.table_model.index_of(finding.cell)
    indicators.go_to(finding.cell)
    assert tooltip(indicators, index.row(), index.column()) == (
        f"<p>95.0</p><p>Error: {escape(finding.message)}</p>"
    )
    assert tooltip(indicators, index.row(), index.column() + 1) == ""
    indicators.setColumnWidth(1, 90)
    assert tooltip(indicators, index.row(), 1) == "<p>Reviews of child protection cases</p>"


def test_texts_and_marks_out_of_view_are_forgotten_again(indicators: GridView) -> None:
    with patch("desktop.grid.cells_model._MOST_KEPT", 10):
        press(indicators, _Key.Key_End, hold=_CONTROL)
        pixels(indicators)
    model = indicators.table_model
    assert model is not None
    assert len(model._texts) <= 10
    assert len(model._marks) <= 10


def test_below_the_last_row_nothing_is_painted(shown: Callable[..., GridView], leicester: Document) -> None:
    view = shown(leicester, TableKind.EXPENDITURE, width=1200, height=900)
    below = view.viewport().height() - 5
    assert pixels(view).pixelColor(300, below) == view.palette().color(QPalette.ColorRole.Base)
    view.viewport().repaint(QRect(0, below - 10, 100, 10))
    QTest.mouseClick(view.viewport(), _LEFT, pos=QPoint(300, below))
    assert at(view) == "A4"


def test_a_larger_font_makes_higher_rows(indicators: GridView) -> None:
    before = indicators.rowHeight(1)
    font = QFont(indicators.font())
    font.setPixelSize(24)
    indicators.setFont(font)
    assert indicators.rowHeight(1) > before
    assert indicators.horizontalHeader().sizeHint().height() > 50


def test_the_colours_follow_the_palette(indicators: GridView) -> None:
    light = indicators.dress.look
    dark = QPalette(QColor("#202326"), QColor("#1b1e20"))
    indicators.setPalette(dark)
    assert indicators.dress.look.base.lightness() < 60
    assert indicators.dress.look.outline != light.outline


def test_the_current_cell_is_framed_and_the_selection_tinted(indicators: GridView) -> None:
    go(indicators, "D10")
    press(indicators, _Key.Key_Right, hold=_SHIFT)
    image, look = pixels(indicators), indicators.dress.look
    current, beside = (indicators.visualRect(indicators.model().index(1, column)) for column in (4, 5))
    assert image.pixelColor(current.topLeft()) == look.outline
    assert image.pixelColor(current.topLeft() + QPoint(3, 3)) == look.base
    assert image.pixelColor(beside.topLeft() + QPoint(3, 3)) == look.selected


def test_each_severity_has_its_own_mark(indicators: GridView, leicester: Document) -> None:
    finding = next(finding for finding in leicester.findings if finding.rule == "TRJ-005")
    index = indicators.model().index(0, 2)
    assert indicators.table_model is not None
    cell = indicators.table_model.cell_at(index)
    shapes = set()
    for severity in Severity:
        for explained in (False, True):
            said = replace(finding, severity=severity, explained=explained)
            with patch.object(leicester, "findings_at", lambda at, said=said: (said,) if at == cell else ()):
                leicester.findings_changed.emit()
                corner = indicators.visualRect(index).adjusted(0, indicators.dress.measures.banner, 0, 0)
                corner.setLeft(corner.right() - 12)
                corner.setHeight(12)
                shape = pixels(indicators).copy(corner).convertToFormat(QImage.Format.Format_Mono)
            shapes.add(bytes(shape.constBits()))
    assert len(shapes) == 6


def test_a_banner_runs_across_the_whole_width(indicators: GridView) -> None:
    image, look = pixels(indicators), indicators.dress.look
    assert image.pixelColor(indicators.viewport().width() - 3, 3) == look.banner
    assert image.pixelColor(2, 3) == look.banner


def test_the_corner_selects_every_cell(indicators: GridView) -> None:
    corner = indicators.findChild(QAbstractButton)
    assert corner is not None
    assert corner.accessibleName() == "Select every cell"
    QTest.mouseClick(corner, _LEFT)
    assert indicators.statistics().count > 200
    assert not corner.grab().isNull()


def test_a_screen_reader_hears_header_text_and_findings(indicators: GridView, leicester: Document) -> None:
    finding = next(finding for finding in leicester.findings if finding.rule == "TRJ-005")
    assert indicators.table_model is not None
    index = indicators.table_model.index_of(finding.cell)
    headed = len(indicators.columns) + 1
    place = (index.row() + 1) * headed + index.column() + 1
    cell = QAccessible.queryAccessibleInterface(indicators).child(place)
    assert cell is not None
    assert cell.text(QAccessible.Text.Name) == f"31/3/02 Planned: 95.0. Error: {finding.message}"


def test_every_other_record_stands_on_a_stripe(indicators: GridView) -> None:
    indicators.choose(indicators.model().index(5, 7))
    seen = pixels(indicators)
    grounds = [seen.pixelColor(middle(indicators, row, 2) - QPoint(14, 0)) for row in (1, 2, 3)]
    assert grounds[0] == grounds[2] != grounds[1]


def test_cells_that_are_cut_at_the_edge_fade_out(plan: GridView) -> None:
    def edge() -> set[str]:
        image = pixels(plan)
        return {image.pixelColor(image.width() - 1, y).name() for y in range(image.height())}

    base = {plan.dress.look.base.name()}
    assert edge() == base
    plan.horizontalScrollBar().setValue(plan.horizontalScrollBar().maximum())
    assert edge() != base
