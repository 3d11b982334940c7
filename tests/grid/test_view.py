from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QGuiApplication, QHelpEvent, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from desktop.domain.cells import CellRef
from desktop.domain.errors import EditRefused
from desktop.domain.findings import Severity
from desktop.domain.tables import TableKind
from desktop.grid.editor import CellEditor
from desktop.grid.look import PADDING
from desktop.grid.selection import Statistics
from desktop.grid.view import GridView

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop.document.document import Document

_Key = Qt.Key
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_NO_KEY = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton


def at(view: GridView) -> str:
    assert view.current_cell is not None
    return view.current_cell.a1


def go(view: GridView, a1: str) -> None:
    assert view.go_to(CellRef(sheet="Indicators", row=int(a1[1:]), column=ord(a1[0]) - ord("A") + 1))


def go_plan(view: GridView, a1: str) -> None:
    assert view.go_to(CellRef(sheet="Programme Plan", row=int(a1[1:]), column=ord(a1[0]) - ord("A") + 1))


def selected(view: GridView) -> set[tuple[int, int]]:
    return {(index.row(), index.column()) for index in view.selectedIndexes()}


def editor(view: GridView) -> CellEditor:
    found = view.viewport().findChild(CellEditor)
    assert found is not None
    return found


def editing(view: GridView) -> bool:
    return view.state() is view.State.EditingState


def press(widget: QWidget, *keys: Qt.Key, hold: Qt.KeyboardModifier = _NO_KEY) -> None:
    for key in keys:
        QTest.keyClick(widget, key, hold)


def middle(view: GridView, row: int, column: int) -> QPoint:
    return view.visualRect(view.model().index(row, column)).center() + QPoint(0, 8)


def test_it_is_found_by_its_name(indicators: GridView) -> None:
    assert indicators.objectName() == "grid"
    assert indicators.accessibleName() == "Indicators, indicators"
    assert at(indicators) == "A7"


def test_typing_replaces_and_enter_moves_down(indicators: GridView, leicester: Document) -> None:
    go(indicators, "D8")
    QTest.keyClicks(indicators, "2")
    QTest.keyClicks(editor(indicators), "1.5")
    press(editor(indicators), _Key.Key_Return)
    assert at(indicators) == "D10"
    assert leicester.text(CellRef(sheet="Indicators", row=8, column=4)) == "22"
    assert leicester.edit_text(CellRef(sheet="Indicators", row=8, column=4)) == "21.5"
    assert leicester.undo_stack.count() == 1
    leicester.undo_stack.undo()
    assert leicester.text(CellRef(sheet="Indicators", row=8, column=4)) == "23"


@pytest.mark.parametrize(
    ("key", "hold", "there"),
    [
        (_Key.Key_Return, _NO_KEY, "D12"),
        (_Key.Key_Enter, _SHIFT, "D8"),
        (_Key.Key_Tab, _NO_KEY, "E10"),
        (_Key.Key_Backtab, _SHIFT, "C10"),
        (_Key.Key_Down, _NO_KEY, "D12"),
        (_Key.Key_Left, _NO_KEY, "C10"),
    ],
)
def test_a_key_commits_what_is_typed_and_moves(
    indicators: GridView, key: Qt.Key, hold: Qt.KeyboardModifier, there: str
) -> None:
    go(indicators, "D10")
    QTest.keyClicks(indicators, "7")
    press(editor(indicators), key, hold=hold)
    assert at(indicators) == there
    go(indicators, "D10")
    assert indicators.currentIndex().data() == "7.0"


def test_f2_keeps_the_text_and_arrows_move_in_it(indicators: GridView) -> None:
    go(indicators, "D8")
    press(indicators, _Key.Key_F2)
    assert editor(indicators).text == "23"
    press(editor(indicators), _Key.Key_Left)
    QTest.keyClicks(editor(indicators), "9")
    press(editor(indicators), _Key.Key_Return)
    go(indicators, "D8")
    assert indicators.currentIndex().data() == "293"


def test_f2_while_typing_lets_the_arrows_move_in_the_text(indicators: GridView) -> None:
    go(indicators, "D8")
    QTest.keyClicks(indicators, "4")
    press(editor(indicators), _Key.Key_F2, _Key.Key_Left)
    QTest.keyClicks(editor(indicators), "1")
    press(editor(indicators), _Key.Key_Return)
    go(indicators, "D8")
    assert indicators.currentIndex().data() == "14"


def test_escape_restores(indicators: GridView, leicester: Document) -> None:
    go(indicators, "D8")
    QTest.keyClicks(indicators, "4")
    press(editor(indicators), _Key.Key_Escape)
    assert not editing(indicators)
    assert (at(indicators), indicators.currentIndex().data()) == ("D8", "23")
    assert leicester.undo_stack.count() == 0


def test_alt_and_enter_begin_a_new_line(plan: GridView) -> None:
    go_plan(plan, "C6")
    press(plan, _Key.Key_F2)
    press(editor(plan), _Key.Key_Return, hold=Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(editor(plan), "and more")
    press(editor(plan), _Key.Key_Return)
    go_plan(plan, "C6")
    assert plan.currentIndex().data().endswith("by 30/9/2012\nand more")


def test_a_double_click_edits(indicators: GridView) -> None:
    place = middle(indicators, 1, 3)
    QTest.mouseClick(indicators.viewport(), _LEFT, pos=place)
    QTest.mouseDClick(indicators.viewport(), _LEFT, pos=place)
    assert editor(indicators).text == "6.5"
    assert at(indicators) == "C10"


def test_the_editor_stands_beneath_the_banner(indicators: GridView) -> None:
    go(indicators, "D8")
    press(indicators, _Key.Key_F2)
    cell = indicators.visualRect(indicators.currentIndex())
    assert editor(indicators).geometry().top() == cell.top() + indicators.dress.measures.banner
    assert editor(indicators).geometry().bottom() == cell.bottom()


def test_the_editor_grows_to_show_the_whole_text(plan: GridView) -> None:
    go_plan(plan, "C6")
    press(plan, _Key.Key_F2)
    before = editor(plan).height()
    QTest.keyClicks(editor(plan), " and so on" * 30)
    assert editor(plan).height() > before
    assert plan.viewport().rect().contains(editor(plan).geometry())


def test_delete_clears_the_selection_in_one_step(indicators: GridView, leicester: Document) -> None:
    go(indicators, "D8")
    press(indicators, _Key.Key_Down, _Key.Key_Right, hold=_SHIFT)
    press(indicators, _Key.Key_Delete)
    assert [indicators.model().index(row, column).data() for row in (0, 1) for column in (4, 5)] == [""] * 4
    assert leicester.undo_stack.count() == 1
    assert leicester.undo_stack.undoText() == "Clear 4 cells"
    leicester.undo_stack.undo()
    assert indicators.model().index(0, 4).data() == "23"


def test_copy_and_paste_are_one_step(indicators: GridView, leicester: Document) -> None:
    go(indicators, "D8")
    press(indicators, _Key.Key_Down, _Key.Key_Right, hold=_SHIFT)
    press(indicators, _Key.Key_C, hold=_CONTROL)
    assert QGuiApplication.clipboard().text() == "23\t20\n6.0\t6.0\n"
    go(indicators, "F8")
    press(indicators, _Key.Key_V, hold=_CONTROL)
    assert [indicators.model().index(0, column).data() for column in (6, 7)] == ["23", "20"]
    assert selected(indicators) == {(0, 6), (0, 7), (1, 6), (1, 7)}
    assert at(indicators) == "F8"
    assert leicester.undo_stack.count() == 1


def test_cut_copies_and_empties(indicators: GridView, leicester: Document) -> None:
    go(indicators, "D8")
    press(indicators, _Key.Key_X, hold=_CONTROL)
    assert QGuiApplication.clipboard().text() == "23\n"
    assert indicators.currentIndex().data() == ""
    assert leicester.undo_stack.undoText() == "Cut D8"


def test_one_text_is_pasted_into_every_selected_cell(indicators: GridView) -> None:
    QGuiApplication.clipboard().setText("N/A")
    go(indicators, "D8")
    press(indicators, _Key.Key_Down, hold=_SHIFT)
    indicators.paste()
    assert [indicators.model().index(row, 4).data() for row in (0, 1, 2)] == ["N/A", "N/A", "60.0"]


def test_a_block_that_does_not_fit_is_refused_in_words(
    indicators: GridView, leicester: Document, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("1\t2\t3")
    go(indicators, "F8")
    with qtbot.waitSignal(indicators.refused) as refusal:
        indicators.paste()
    (message,) = refusal.args or ("",)
    assert message.startswith("The copied block has 1 row and 3 columns, and the table ends before it does.")
    assert leicester.undo_stack.count() == 0


def test_copy_of_two_blocks_is_refused_in_words(indicators: GridView, qtbot: QtBot) -> None:
    for row, column, hold in ((0, 4, _NO_KEY), (2, 6, _CONTROL)):
        QTest.mouseClick(indicators.viewport(), _LEFT, hold, middle(indicators, row, column))
    assert selected(indicators) == {(0, 4), (2, 6)}
    with qtbot.waitSignal(indicators.refused):
        indicators.cut()
    assert indicators.model().index(0, 4).data() == "23"


@pytest.mark.parametrize(
    ("key", "hold", "there"),
    [
        (_Key.Key_Up, _NO_KEY, "D8"),
        (_Key.Key_Down, _NO_KEY, "D12"),
        (_Key.Key_Left, _NO_KEY, "C10"),
        (_Key.Key_Right, _NO_KEY, "E10"),
        (_Key.Key_Home, _NO_KEY, "A9"),
        (_Key.Key_End, _NO_KEY, "G10"),
        (_Key.Key_Home, _CONTROL, "A7"),
        (_Key.Key_End, _CONTROL, "G127"),
        (_Key.Key_Up, _CONTROL, "D8"),
        (_Key.Key_Right, _CONTROL, "G10"),
        (_Key.Key_Left, _CONTROL, "A9"),
    ],
)
def test_keys_move_as_in_excel(
    indicators: GridView, key: Qt.Key, hold: Qt.KeyboardModifier, there: str
) -> None:
    go(indicators, "D10")
    press(indicators, key, hold=hold)
    assert at(indicators) == there


def test_pages_go_down_and_back(indicators: GridView) -> None:
    press(indicators, _Key.Key_PageDown)
    below = indicators.currentIndex().row()
    assert below > 5
    press(indicators, _Key.Key_PageUp)
    assert indicators.currentIndex().row() == 0


def test_enter_goes_back_to_where_the_first_tab_was_pressed(indicators: GridView) -> None:
    go(indicators, "C10")
    press(indicators, _Key.Key_Tab, _Key.Key_Tab)
    assert at(indicators) == "E10"
    press(indicators, _Key.Key_Return)
    assert at(indicators) == "C12"


def test_with_shift_the_first_cell_stays_current(indicators: GridView) -> None:
    go(indicators, "D8")
    press(indicators, _Key.Key_Right, _Key.Key_Right, _Key.Key_Left, hold=_SHIFT)
    assert selected(indicators) == {(0, 4), (0, 5)}
    assert at(indicators) == "D8"


def test_a_drag_selects_a_block_and_its_first_cell_stays_current(indicators: GridView) -> None:
    port = indicators.viewport()
    said: list[CellRef] = []
    indicators.current_cell_changed.connect(said.append)
    QTest.mousePress(port, _LEFT, pos=middle(indicators, 1, 2))
    QTest.mouseMove(port, middle(indicators, 2, 3))
    QTest.mouseMove(port, middle(indicators, 3, 4))
    QTest.mouseRelease(port, _LEFT, pos=middle(indicators, 3, 4))
    assert selected(indicators) == {(row, column) for row in (1, 2, 3) for column in (2, 3, 4)}
    assert at(indicators) == "B10"
    assert [cell.a1 for cell in said] == ["B10"]


def test_shift_and_a_click_extend_the_selection(indicators: GridView) -> None:
    port = indicators.viewport()
    QTest.mouseClick(port, _LEFT, pos=middle(indicators, 1, 4))
    QTest.mouseClick(port, _LEFT, _SHIFT, middle(indicators, 2, 2))
    assert selected(indicators) == {(row, column) for row in (1, 2) for column in (2, 3, 4)}


def test_going_to_a_cell_tells_which_is_current(indicators: GridView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(indicators.current_cell_changed) as changed:
        go(indicators, "E35")
    assert changed.args == [CellRef(sheet="Indicators", row=35, column=5)]


def test_a_cell_of_another_sheet_is_not_gone_to(indicators: GridView) -> None:
    assert not indicators.go_to(CellRef(sheet="Cover", row=1, column=1))
    assert at(indicators) == "A7"


def test_the_numbers_of_the_selection_are_summed(indicators: GridView) -> None:
    go(indicators, "D8")
    press(indicators, _Key.Key_Right, hold=_SHIFT)
    assert indicators.statistics().words == "Sum 43   Average 21.5   Count 2"


def test_a_text_that_is_refused_stays_in_the_editor(
    indicators: GridView, leicester: Document, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise EditRefused("This cell is part of an array formula. Change the whole array in Excel.")

    monkeypatch.setattr(leicester, "type_texts", refuse)
    go(indicators, "D8")
    QTest.keyClicks(indicators, "4")
    with qtbot.waitSignal(indicators.refused) as refusal:
        press(editor(indicators), _Key.Key_Return)
    assert refusal.args == ["This cell is part of an array formula. Change the whole array in Excel."]
    assert editor(indicators).text == "4"
    assert at(indicators) == "D8"
    indicators.clear_cells()
    QGuiApplication.clipboard().setText("1\t2")
    go(indicators, "D10")
    indicators.paste()
    assert indicators.model().index(1, 4).data() == "6.0"


def test_a_click_elsewhere_commits_what_is_typed(indicators: GridView) -> None:
    go(indicators, "D8")
    QTest.keyClicks(indicators, "4")
    QTest.mouseClick(indicators.viewport(), _LEFT, pos=middle(indicators, 3, 5))
    assert indicators.model().index(0, 4).data() == "4"
    assert not editing(indicators)


def test_after_a_click_on_a_row_number_the_keys_go_on_from_that_row(indicators: GridView) -> None:
    rows = indicators.verticalHeader()
    QTest.mouseClick(rows.viewport(), _LEFT, pos=QPoint(8, rows.sectionViewportPosition(3) + 8))
    assert selected(indicators) == {(3, column) for column in range(8)}
    press(indicators, _Key.Key_Down, hold=_SHIFT)
    assert {row for row, _ in selected(indicators)} == {3, 4}


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


def test_the_editor_can_be_asked_for(indicators: GridView) -> None:
    go(indicators, "D8")
    indicators.edit(indicators.currentIndex())
    assert editor(indicators).text == "23"


def test_many_cells_pasted_are_one_change(indicators: GridView, leicester: Document) -> None:
    changes: list[object] = []
    indicators.model().dataChanged.connect(lambda *_: changes.append(1))
    QGuiApplication.clipboard().setText(
        "\n".join("\t".join(f"{row}.{n}" for n in range(6)) for row in range(46))
    )
    with patch("desktop.grid.model._MANY", 20):
        go(indicators, "B8")
        indicators.paste()
    assert indicators.model().index(45, 7).data() == "45.50"
    assert leicester.undo_stack.count() == 1
    assert len(changes) == 2  # the texts, then the findings


def test_texts_and_marks_out_of_view_are_forgotten_again(indicators: GridView) -> None:
    with patch("desktop.grid.model._MOST_KEPT", 10):
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


def test_other_buttons_select_as_qt_does(indicators: GridView) -> None:
    QTest.mouseClick(indicators.viewport(), Qt.MouseButton.RightButton, pos=middle(indicators, 2, 4))
    QTest.mouseMove(indicators.viewport(), middle(indicators, 3, 4))
    assert at(indicators) == "D12"


def test_backspace_edits_an_empty_text(indicators: GridView) -> None:
    go(indicators, "D8")
    press(indicators, _Key.Key_Backspace)
    assert editor(indicators).text == ""


def test_keys_of_the_window_edit_nothing(indicators: GridView) -> None:
    press(indicators, _Key.Key_F6, _Key.Key_Escape)
    press(indicators, _Key.Key_Down, hold=Qt.KeyboardModifier.AltModifier)
    assert not editing(indicators)
    assert at(indicators) == "A7"


def test_an_empty_clipboard_pastes_nothing(indicators: GridView, leicester: Document) -> None:
    QGuiApplication.clipboard().clear()
    indicators.paste()
    assert leicester.undo_stack.count() == 0


def test_a_grid_without_a_table_does_nothing(qtbot: QtBot) -> None:
    view = GridView()
    qtbot.addWidget(view)
    view.show()
    assert view.current_cell is None
    assert not view.columns
    assert not view.records
    assert view.banners == {}
    assert not view.go_to(CellRef(sheet="Indicators", row=7, column=1))
    assert view.statistics() == Statistics()
    for act in (view.copy, view.cut, view.paste, view.clear_cells):
        act()
    view.step(1, 0)
    press(view, _Key.Key_Down, _Key.Key_Delete)
    assert not view.grab().isNull()


def test_another_header_lays_the_table_out_anew_and_keeps_the_place(
    indicators: GridView, leicester: Document
) -> None:
    go(indicators, "D10")
    leicester.type_texts([(CellRef(sheet="Indicators", row=6, column=2), "1997/98 Outturn")], "Type in B6")
    assert indicators.columns[2].title == "1997/98"
    assert at(indicators) == "D10"
    assert indicators.rowHeight(0) > indicators.rowHeight(1)


def test_records_that_read_as_before_leave_everything_in_place(
    indicators: GridView, leicester: Document, qtbot: QtBot
) -> None:
    go(indicators, "D10")
    with qtbot.assertNotEmitted(indicators.model().modelReset):
        leicester.contents_changed.emit()
    assert at(indicators) == "D10"


def test_a_table_that_is_no_more_leaves_an_empty_grid(
    shown: Callable[..., GridView], leicester: Document
) -> None:
    view = shown(leicester, TableKind.TARGETS)
    headers = [CellRef(sheet="Targets", row=4, column=column) for column in range(1, 7)]
    leicester.type_texts([(header, "") for header in headers], "Clear 6 cells")
    assert not view.records
    assert view.current_cell is None
    assert not pixels(view).isNull()
    press(view, _Key.Key_Down, _Key.Key_Delete)
    leicester.undo_stack.undo()
    assert len(view.records) == 12
    assert at(view) == "A5"


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


def pixels(view: GridView) -> QImage:
    return view.viewport().grab().toImage()


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


@pytest.fixture
def scrolled(plan: GridView) -> GridView:
    plan.resize(700, 400)
    plan.horizontalScrollBar().setValue(300)
    assert plan.horizontalOffset() == 300
    assert plan.frozen.count == 2
    return plan


def test_frozen_columns_stay_where_they_are(scrolled: GridView) -> None:
    ref = scrolled.visualRect(scrolled.model().index(2, 0))
    assert ref.left() == 0
    assert scrolled.indexAt(ref.center()) == scrolled.model().index(2, 0)
    project = scrolled.visualRect(scrolled.model().index(2, 1))
    assert project.left() == scrolled.columnWidth(0)
    beside = QPoint(scrolled.frozen.width + 3, project.center().y())
    assert scrolled.indexAt(beside).column() > 1


def test_a_click_on_a_frozen_column_selects_it(scrolled: GridView) -> None:
    QTest.mouseClick(scrolled.viewport(), _LEFT, pos=middle(scrolled, 2, 1))
    assert selected(scrolled) == {(2, 1)}
    assert scrolled.horizontalOffset() == 300


def test_no_cell_stays_beneath_the_frozen_columns(scrolled: GridView) -> None:
    scrolled.setCurrentIndex(scrolled.model().index(0, 6))
    for _ in range(4):
        press(scrolled, _Key.Key_Left)
        cell = scrolled.visualRect(scrolled.currentIndex())
        assert cell.left() >= scrolled.frozen.width


def test_going_to_a_frozen_cell_scrolls_nothing_sideways(scrolled: GridView) -> None:
    go_plan(scrolled, "B44")
    assert scrolled.horizontalOffset() == 300
    assert scrolled.viewport().rect().contains(scrolled.visualRect(scrolled.currentIndex()))


def test_a_frozen_cell_is_edited_where_it_stands(scrolled: GridView) -> None:
    go_plan(scrolled, "B6")
    press(scrolled, _Key.Key_F2)
    assert editor(scrolled).geometry().left() == scrolled.columnWidth(0)


def test_a_drag_goes_from_the_frozen_part_into_the_other(scrolled: GridView) -> None:
    port = scrolled.viewport()
    end = scrolled.indexAt(QPoint(scrolled.frozen.width + 40, middle(scrolled, 3, 0).y()))
    QTest.mousePress(port, _LEFT, pos=middle(scrolled, 2, 1))
    QTest.mouseMove(port, scrolled.visualRect(end).center())
    QTest.mouseRelease(port, _LEFT, pos=scrolled.visualRect(end).center())
    columns = range(1, end.column() + 1)
    assert selected(scrolled) == {(row, column) for row in (2, 3) for column in columns}


def test_a_frozen_title_is_taken_hold_of_where_it_stands(scrolled: GridView) -> None:
    header = scrolled.horizontalHeader()
    edge = QPoint(scrolled.frozen.width - 1, header.height() // 2)
    before = scrolled.columnWidth(1)
    QTest.mousePress(header.viewport(), _LEFT, pos=edge)
    QTest.mouseMove(header.viewport(), edge + QPoint(30, 0))
    QTest.mouseRelease(header.viewport(), _LEFT, pos=edge + QPoint(30, 0))
    assert scrolled.columnWidth(1) == before + 30


def test_a_click_on_a_frozen_title_selects_its_column(scrolled: GridView) -> None:
    header = scrolled.horizontalHeader().viewport()
    QTest.mouseClick(header, _LEFT, pos=QPoint(scrolled.columnWidth(0) + 20, 10))
    assert {column for _, column in selected(scrolled)} == {1}
    assert len(selected(scrolled)) == 46
    QTest.mouseDClick(header, _LEFT, pos=QPoint(scrolled.columnWidth(0) + 20, 10))


def test_a_title_beside_the_frozen_ones_is_where_it_is_seen(scrolled: GridView) -> None:
    header = scrolled.horizontalHeader()
    place = QPoint(scrolled.frozen.width + 60, 10)
    seen = header.logicalIndexAt(place)
    QTest.mouseClick(header.viewport(), _LEFT, pos=place)
    assert {column for _, column in selected(scrolled)} == {seen}
    assert seen > 1


def test_a_double_click_on_a_frozen_border_fits_the_column(scrolled: GridView) -> None:
    scrolled.setColumnWidth(0, 90)
    header = scrolled.horizontalHeader().viewport()
    QTest.mouseDClick(header, _LEFT, pos=QPoint(89, 10))
    assert scrolled.columnWidth(0) < 60


def test_the_pointer_shows_where_a_frozen_border_can_be_taken(scrolled: GridView) -> None:
    header = scrolled.horizontalHeader().viewport()
    QTest.mouseMove(header, QPoint(scrolled.frozen.width, 10))
    assert header.cursor().shape() is Qt.CursorShape.SplitHCursor
    QTest.mouseMove(header, QPoint(scrolled.columnWidth(0) + 20, 10))
    assert header.cursor().shape() is Qt.CursorShape.ArrowCursor
    QTest.mouseMove(header, QPoint(scrolled.frozen.width + 60, 10))


def test_frozen_columns_are_painted_over_what_is_scrolled(scrolled: GridView) -> None:
    before = pixels(scrolled).copy(QRect(0, 0, scrolled.frozen.width - 2, 300))
    scrolled.horizontalScrollBar().setValue(200)
    assert pixels(scrolled).copy(QRect(0, 0, scrolled.frozen.width - 2, 300)) == before


def test_a_selection_in_frozen_columns_is_seen(scrolled: GridView) -> None:
    go_plan(scrolled, "B8")
    press(scrolled, _Key.Key_Left, hold=_SHIFT)
    ref = scrolled.visualRect(scrolled.model().index(2, 0))
    assert pixels(scrolled).pixelColor(ref.topLeft() + QPoint(2, 2)) == scrolled.dress.look.selected


def test_too_narrow_a_view_freezes_less(plan: GridView) -> None:
    plan.resize(260, 300)
    assert plan.frozen.count == 1
    plan.resize(900, 300)
    assert plan.frozen.count == 2


def test_a_double_click_on_a_border_fits_the_column_to_the_rows_in_view(plan: GridView) -> None:
    plan.resize(700, 400)
    header = plan.horizontalHeader()
    edge = QPoint(plan.columnViewportPosition(3) + plan.columnWidth(3) - 1, header.height() // 2)
    plan.setColumnWidth(3, 200)
    edge = QPoint(plan.columnViewportPosition(3) + 199, header.height() // 2)
    QTest.mouseDClick(header.viewport(), _LEFT, pos=edge)
    assert 80 < plan.columnWidth(3) < 200


def test_chosen_widths_are_kept_when_another_table_is_shown(
    indicators: GridView, leicester: Document
) -> None:
    indicators.setColumnWidth(1, 321)
    first, second = leicester.contents.tables[:2]
    indicators.show_table(leicester, second)
    indicators.show_table(leicester, first)
    assert indicators.columnWidth(1) == 321


def test_rows_with_a_banner_are_taller(indicators: GridView) -> None:
    measures = indicators.dress.measures
    assert indicators.rowHeight(0) == measures.row + measures.banner
    assert indicators.rowHeight(1) == measures.row


def test_no_code_is_cut(indicators: GridView) -> None:
    model, room = indicators.table_model, indicators.columnWidth(0) - 2 * PADDING
    assert model is not None
    fit = indicators.dress.strong.fit
    assert all(fit(model.text(row, 0), room) == (model.text(row, 0),) for row in range(46))


def test_no_word_of_a_status_is_broken(plan: GridView) -> None:
    model = plan.table_model
    assert model is not None
    room = plan.columnWidth(3) - 2 * PADDING - plan.dress.measures.symbol
    for row in range(46):
        words = set(model.text(row, 3).split())
        assert {
            word for line in plan.dress.plain.fit(model.text(row, 3), room, 3) for word in line.split()
        } <= words


def test_columns_fill_the_width_and_give_way_to_fit(
    shown: Callable[..., GridView], leicester: Document
) -> None:
    view = shown(leicester, leicester.contents.tables[0].kind, width=1200)
    assert view.horizontalHeader().length() == view.viewport().width()
    assert view.horizontalScrollBar().maximum() == 0
