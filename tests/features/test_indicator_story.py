"""The one-minute story on the indicators: open, look, change, see what follows, save, return, print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from desktop.domain.cells import CellRef
from desktop.workbook.workbook import Workbook
from tests.features.officer import (
    chart_of,
    document_of,
    grid_of,
    parts,
    press,
    rules_at,
    type_into,
    workspace_of,
)

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.features.conftest import Opening
    from tests.ui.recorder import RecordedPrompts

LEICESTER = "leicester-map-2001.xlsx"
C20_PLANNED_02 = CellRef(sheet="Indicators", row=35, column=5)
C20_PLANNED_04 = CellRef(sheet="Indicators", row=35, column=7)


def test_the_window_opens_on_the_first_indicator_with_chart_and_findings(open_example: Opening) -> None:
    window, _ = open_example(LEICESTER)

    assert grid_of(window).model().rowCount() == 46
    assert chart_of(window).picture is not None
    assert rules_at(window, C20_PLANNED_02) == {"TRJ-005"}
    assert window.windowTitle() == f"{LEICESTER}[*] — Milepost"


def test_a_planned_value_typed_in_the_grid_reaches_chart_and_findings_and_one_undo_takes_it_back(
    open_example: Opening,
) -> None:
    window, _ = open_example(LEICESTER)

    type_into(window, C20_PLANNED_02, "100")

    assert document_of(window).text(C20_PLANNED_02) == "100.0"
    assert "TRJ-005" not in rules_at(window, C20_PLANNED_02)
    workspace_of(window).go_to(C20_PLANNED_02)
    picture = chart_of(window).picture
    assert picture is not None
    assert picture.point_at(C20_PLANNED_02).value == 100  # type: ignore[union-attr]
    assert window.isWindowModified()

    press(Qt.Key.Key_Z, control=True)

    assert document_of(window).text(C20_PLANNED_02) == "95.0"
    assert rules_at(window, C20_PLANNED_02) == {"TRJ-005"}
    assert not window.isWindowModified()
    assert not document_of(window).undo_stack.canUndo()


def test_a_planned_point_dragged_on_the_chart_is_one_step_to_undo(open_example: Opening) -> None:
    window, _ = open_example(LEICESTER)
    workspace_of(window).go_to(C20_PLANNED_02)
    chart = chart_of(window)
    assert chart.picture is not None
    point = chart.picture.point_at(C20_PLANNED_02)
    assert point is not None
    x, y = chart.spot_of(point)
    port = chart.viewport()

    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    QTest.mouseMove(port, QPoint(x, y + 30))
    QTest.mouseMove(port, QPoint(x, y + 60))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(x, y + 60))

    moved = float(document_of(window).text(C20_PLANNED_02))
    assert moved < 95
    assert document_of(window).undo_stack.count() == 1
    document_of(window).undo_stack.undo()
    assert document_of(window).text(C20_PLANNED_02) == "95.0"


def test_arrow_keys_on_the_chart_move_a_planned_point_in_one_step(open_example: Opening) -> None:
    window, _ = open_example(LEICESTER)
    workspace_of(window).go_to(C20_PLANNED_04)
    workspace_of(window).chart.focus_chart()
    chart = chart_of(window)
    while chart.chosen is None or chart.chosen.cell != C20_PLANNED_04:
        press(Qt.Key.Key_Right)

    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)

    assert document_of(window).text(C20_PLANNED_04) == "98.2"
    assert document_of(window).undo_stack.count() == 1


def test_saving_changes_the_edited_cell_and_nothing_else(
    open_example: Opening, qtbot: QtBot, prompts: RecordedPrompts
) -> None:
    window, path = open_example(LEICESTER)
    before = parts(path)
    type_into(window, C20_PLANNED_02, "99.5")

    with qtbot.waitSignal(document_of(window).saved):
        press(Qt.Key.Key_S, control=True)

    after = parts(path)
    assert prompts.said == []
    assert not window.isWindowModified()
    assert set(before) == set(after)
    changed = {name for name in before if before[name] != after[name]}
    sheet = openpyxl.load_workbook(path)["Indicators"]
    assert sheet["E35"].value == 99.5
    assert sheet["E35"].number_format == "0.0"
    assert sheet["D35"].value == 85
    assert len([name for name in changed if "worksheets" in name]) == 1
    assert changed <= {"xl/workbook.xml", *(name for name in before if "worksheets" in name)}


def test_an_undo_after_a_save_and_another_save_give_the_original_cell_back(
    open_example: Opening, qtbot: QtBot
) -> None:
    window, path = open_example(LEICESTER)
    type_into(window, C20_PLANNED_02, "99.5")
    with qtbot.waitSignal(document_of(window).saved):
        window.files.save()

    document_of(window).undo_stack.undo()
    assert window.isWindowModified()
    with qtbot.waitSignal(document_of(window).saved):
        window.files.save()

    assert Workbook.open(path).text(C20_PLANNED_02) == "95.0"


def test_a_click_on_a_finding_selects_its_cell(open_example: Opening) -> None:
    window, _ = open_example(LEICESTER)
    findings = window.findChild(QTableView, "findingsList")
    assert findings is not None
    first = findings.model().index(0, 4)
    QTest.mouseClick(findings.viewport(), Qt.MouseButton.LeftButton, pos=findings.visualRect(first).center())

    assert grid_of(window).current_cell == C20_PLANNED_02
    assert chart_of(window).picture.title.startswith("PAF C20")  # type: ignore[union-attr]


def test_the_return_is_written_from_what_stands_in_the_window(
    open_example: Opening, qtbot: QtBot, prompts: RecordedPrompts, tmp_path: Path
) -> None:
    window, path = open_example(LEICESTER)
    type_into(window, C20_PLANNED_02, "100")
    original = path.read_bytes()
    out = tmp_path / "return.xlsx"
    prompts.answers.append(out)

    press(Qt.Key.Key_E, control=True)
    qtbot.waitUntil(
        lambda: prompts.said[-1:] == [f"inform: Return written: The return was written to {out}."]
    )

    returned = Workbook.open(out).contents
    c20 = next(one for one in returned.indicators if one.code == "PAF C20")
    assert [value.value.raw for value in c20.values] == ["N/A", "71.4", "85.0", "100.0", "98.0", "98.0"]
    assert len(returned.indicators) == 46
    assert path.read_bytes() == original


def test_the_chart_is_exported_as_a_page(
    open_example: Opening, prompts: RecordedPrompts, tmp_path: Path
) -> None:
    window, _ = open_example(LEICESTER)
    workspace_of(window).go_to(C20_PLANNED_02)
    out = tmp_path / "c20.pdf"
    prompts.answers.append(out)

    window._actions["export_chart"].trigger()

    [asked] = prompts.said
    assert asked.startswith("Export the chart, ")
    assert out.read_bytes().startswith(b"%PDF")
