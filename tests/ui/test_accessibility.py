"""What a screen reader finds in the window, and whether the keyboard is always seen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTableView, QWidget

from desktop.charts.theme import contrast
from tests.ui.hands import at, part, workspace_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleInterface, QImage

    from desktop.ui.main_window import MainWindow

_Role, _Text = QAccessible.Role, QAccessible.Text
_CELL = Qt.ItemDataRole.AccessibleTextRole
PANELS = {
    "grid": _Role.Table,
    "findingsList": _Role.Table,
    "contentsTree": _Role.Tree,
    "cellBar": _Role.EditableText,
    "asAtDate": _Role.SpinBox,
}
PALETTES = {"light": ("#f3f4f6", "#ffffff"), "dark": ("#2b2d30", "#1e2124"), "black": ("#000000", "#000000")}


def interface(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def everything(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """All that is seen of the window, a table's cells left to their table."""
    yield root
    if root.role() in {_Role.Table, _Role.Tree}:
        return
    for number in range(root.childCount()):
        child = root.child(number)
        if not child.state().invisible:
            yield from everything(child)


def test_whatever_can_have_the_keyboard_is_found_with_a_name(window: MainWindow) -> None:
    found = list(everything(interface(window)))
    able = [one for one in found if one.state().focusable]
    assert Counter(one.role() for one in able)[_Role.Table] == 2
    assert [one.role() for one in able if not _named(one)] == []


def _named(one: QAccessibleInterface) -> str:
    """Its name; what a picture is painted on, inside the view that hands it the keyboard, has the view's."""
    return one.text(_Text.Name) or one.parent().text(_Text.Name)


@pytest.mark.parametrize(("name", "role"), PANELS.items())
def test_each_panel_has_its_role(window: MainWindow, name: str, role: QAccessible.Role) -> None:
    assert interface(part(window, QWidget, name)).role() is role


def test_every_cell_answers_with_its_header_and_what_it_holds(window: MainWindow) -> None:
    workspace = workspace_of(window)
    for table in window.document.contents.tables:  # type: ignore[union-attr]
        workspace.go_to(at(f"{table.sheet}!{table.range.split(':')[0]}"))
        workspace.grid.show_table(workspace.document, table)
        model = workspace.grid.table_model
        assert model is not None
        for row in range(model.rowCount()):
            for number, column in enumerate(model.columns):
                said = model.index(row, number).data(_CELL)
                assert said.startswith(f"{column.spoken}: "), said
                shown = " ".join(model.text(row, number).split())
                assert shown in said
                assert said.endswith(".")


def test_the_grid_gives_its_cells_to_a_screen_reader(window: MainWindow) -> None:
    grid = interface(workspace_of(window).grid)
    names = [grid.child(number).text(_Text.Name) for number in range(grid.childCount())]
    assert "Code: PAF A1." in names
    assert "31/3/01 Planned: N/A. Not applicable." in names
    assert any(name.startswith("Course: from 30 in 1998/99") for name in names)


def test_words_that_change_are_read_out_with_what_they_are_about(window: MainWindow) -> None:
    workspace_of(window).go_to(at("Indicators!G3"))
    said = [one.text(_Text.Name) for one in everything(interface(window)) if one.role() is _Role.StaticText]
    assert "Current cell: G3" in said
    assert "The current cell means: PAF A1 · planned 31/3/02 · percent · lower is better" in said
    assert any(one.startswith("Of the selection: Sum 20") for one in said)
    assert any(one.startswith("Found in the current cell: ■ Error: ") for one in said)


def dress(window: MainWindow, name: str) -> None:
    shade, ground = PALETTES[name]
    palette = QPalette(QColor(shade), QColor(shade))
    palette.setColor(QPalette.ColorRole.Base, QColor(ground))
    window.setPalette(palette)


def pictures(window: MainWindow, widget: QWidget, elsewhere: QWidget) -> tuple[QImage, QImage]:
    """A part of the window with the keyboard in it and with the keyboard elsewhere."""
    around = widget.parentWidget() or widget
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert QApplication.focusWidget() is widget
    there = around.grab().toImage()
    elsewhere.setFocus()
    return there, around.grab().toImage()


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("name", ["grid", "findingsList", "contentsTree", "chart", "cellBar", "asAtDate"])
def test_it_is_seen_where_the_keyboard_is(window: MainWindow, palette: str, name: str) -> None:
    dress(window, palette)
    workspace_of(window).go_to(at("Indicators!G3"))
    other = "findingsList" if name == "grid" else "grid"
    there, gone = pictures(window, part(window, QWidget, name), part(window, QWidget, other))
    assert there != gone


@pytest.mark.parametrize("palette", PALETTES)
def test_the_frame_of_a_list_can_be_told_from_its_ground(window: MainWindow, palette: str) -> None:
    dress(window, palette)
    colours = window.palette()
    frame, ground = (
        colours.color(role).name() for role in (QPalette.ColorRole.Highlight, QPalette.ColorRole.Base)
    )
    assert contrast(frame, ground) >= 3


def test_the_keyboard_is_never_lost(window: MainWindow) -> None:
    """After whatever takes a part away, something visible has the keyboard."""
    workspace = workspace_of(window)
    for name in ("show_history", "check_now", "edit_in_bar", "show_whole_text", "go_to_chart", "go_to_grid"):
        window._actions[name].trigger()
        focused = QApplication.focusWidget()
        assert focused is not None, name
        assert focused.isVisible(), name
    workspace.show_history()
    QTest.keyClick(part(window, QTableView, "historyList"), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is workspace.grid
    workspace.edit_in_bar()
    QTest.keyClick(part(window, QPlainTextEdit, "cellBar"), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is workspace.grid
