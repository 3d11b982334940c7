"""The findings: gravest first, filtered, stepped through, and mended on the spot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTableView, QToolButton

from desktop.document import notes
from desktop.domain.edits import Edit
from desktop.domain.findings import Finding, Fix, Severity
from desktop.ui.panels.findings_model import FindingsModel
from desktop.ui.panels.findings_panel import FindingsPanel
from tests.made_workbooks import FLAWLESS, make
from tests.ui.conftest import AS_AT
from tests.ui.hands import at, document_of, part, type_in, workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop.document.document import Document
    from desktop.ui.main_window import MainWindow

_Role = Qt.ItemDataRole
ASKS_FOR_A_DATE = "PLN-003"


@pytest.fixture
def panel(window: MainWindow) -> FindingsPanel:
    return part(window, FindingsPanel)


@pytest.fixture
def undated(window: MainWindow) -> MainWindow:
    """A window on a plan with a milestone that has no due date but a date in its text."""
    document_of(window).type_texts(
        [(at("Programme Plan!D4"), "Panel meets by 31/05/12"), (at("Programme Plan!F4"), "")], "Type"
    )
    return window


def listed(panel: FindingsPanel) -> list[tuple[str, str, str]]:
    """Severity, rule and cell of what is shown."""
    model = part(panel, QTableView, "findingsList").model()
    texts = [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]
    return [(severity, rule, cell) for severity, rule, cell in texts]


def current(panel: FindingsPanel) -> tuple[str, str]:
    index = part(panel, QTableView, "findingsList").currentIndex()
    return index.siblingAtColumn(1).data(), index.siblingAtColumn(2).data()


def filter_of(panel: FindingsPanel) -> QLineEdit:
    [line] = [one for one in panel.findChildren(QLineEdit) if one.accessibleName() == "Filter findings"]
    return line


def counts(panel: FindingsPanel) -> str:
    return " · ".join(button.text() for button in panel.findChildren(QToolButton) if not button.isHidden())


def test_the_gravest_come_first_then_the_order_of_the_sheets(panel: FindingsPanel) -> None:
    assert [severity for severity, _, _ in listed(panel)] == ["E", "E", "Q"]
    assert listed(panel)[:2] == [("E", "TRJ-005", "G3"), ("E", "PLN-005", "F4")]


def test_they_are_counted(panel: FindingsPanel, window: MainWindow) -> None:
    assert counts(panel) == "■ 2 errors · ▲ 1 query · ● 0 advice"
    type_in(window, "Indicators!G3", "16")
    assert counts(panel) == "■ 1 error · ▲ 1 query · ● 0 advice"


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        ("trj-005", {"TRJ-005"}),
        ("PAF A1", {"TRJ-005"}),
        ("error", {"TRJ-005", "PLN-005"}),
        ("Programme Plan", {"PLN-005"}),
        ("overdue", {"PLN-005"}),
        ("no such words", set()),
    ],
)
def test_a_filter_shows_what_holds_its_words(panel: FindingsPanel, words: str, rules: set[str]) -> None:
    everything = listed(panel)
    line = filter_of(panel)
    line.setText(words)
    assert {rule for _, rule, _ in listed(panel)} == rules
    assert counts(panel).startswith("■ 2 errors")
    line.clear()
    assert listed(panel) == everything


def test_a_click_goes_to_the_cell(panel: FindingsPanel, window: MainWindow, qtbot: QtBot) -> None:
    view = part(panel, QTableView, "findingsList")
    place = view.visualRect(view.model().index(1, 1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert workspace_of(window).grid.current_cell == at("Programme Plan!F4")


def test_steps_go_round(panel: FindingsPanel, window: MainWindow) -> None:
    order = [(rule, cell) for _, rule, cell in listed(panel)]
    seen = []
    for _ in range(len(order) + 1):
        panel.step(forward=True)
        seen.append(current(panel))
    assert seen == [*order, order[0]]
    assert workspace_of(window).grid.current_cell == at("Indicators!G3")
    panel.step(forward=False)
    assert current(panel) == order[-1]


def test_the_first_step_back_goes_to_the_last(panel: FindingsPanel) -> None:
    panel.step(forward=False)
    assert current(panel) == listed(panel)[-1][1:]


def test_without_findings_there_is_nowhere_to_step(panel: FindingsPanel, window: MainWindow) -> None:
    filter_of(panel).setText("no such words")
    before = workspace_of(window).grid.current_cell
    panel.step(forward=True)
    assert workspace_of(window).grid.current_cell == before


def test_a_finding_that_was_mended_gives_its_place_to_the_next(
    panel: FindingsPanel, window: MainWindow
) -> None:
    order = [(rule, cell) for _, rule, cell in listed(panel)]
    panel.step(forward=True)
    panel.step(forward=True)
    type_in(window, "Programme Plan!E4", "COMPLETE")
    assert [(rule, cell) for _, rule, cell in listed(panel)] == [order[0], *order[2:]]
    panel.step(forward=True)
    assert current(panel) == order[2]
    type_in(window, "Indicators!G3", "16")
    assert current(panel) == order[2]
    panel.step(forward=False)
    assert current(panel) == order[-1]


def test_before_the_place_of_one_that_was_mended(panel: FindingsPanel, window: MainWindow) -> None:
    order = [(rule, cell) for _, rule, cell in listed(panel)]
    panel.step(forward=True)
    panel.step(forward=True)
    type_in(window, "Programme Plan!E4", "COMPLETE")
    panel.step(forward=False)
    assert current(panel) == order[0]


def test_enter_mends(undated: MainWindow, qtbot: QtBot) -> None:
    panel, view = part(undated, FindingsPanel), part(undated, QTableView, "findingsList")
    panel.focus_list()
    assert view.hasFocus()
    while current(panel)[0] != ASKS_FOR_A_DATE:
        panel.step(forward=True)
    steps = document_of(undated).undo_stack.count()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert document_of(undated).undo_stack.count() == steps + 1
    assert document_of(undated).text(at("Programme Plan!F4"))
    assert ASKS_FOR_A_DATE not in [rule for _, rule, _ in listed(panel)]
    document_of(undated).undo_stack.undo()
    assert ASKS_FOR_A_DATE in [rule for _, rule, _ in listed(panel)]


def test_a_click_on_the_change_mends(undated: MainWindow, qtbot: QtBot) -> None:
    panel, view = part(undated, FindingsPanel), part(undated, QTableView, "findingsList")
    [row] = [row for row, (_, rule, _) in enumerate(listed(panel)) if rule == ASKS_FOR_A_DATE]
    index = view.model().index(row, 5)
    assert index.data().endswith(" ↵")
    view.scrollTo(index)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    assert ASKS_FOR_A_DATE not in [rule for _, rule, _ in listed(panel)]


def test_enter_goes_to_the_cell_where_nothing_can_be_mended(
    panel: FindingsPanel, window: MainWindow, qtbot: QtBot
) -> None:
    view = part(panel, QTableView, "findingsList")
    view.setFocus()
    view.setCurrentIndex(view.model().index(1, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert workspace_of(window).grid.current_cell == at("Programme Plan!F4")
    assert not document_of(window).dirty


def test_the_column_of_changes_shows_only_where_there_is_one(window: MainWindow, undated: MainWindow) -> None:
    view = part(undated, QTableView, "findingsList")
    assert not view.isColumnHidden(5)
    document_of(window).undo_stack.undo()
    assert view.isColumnHidden(5)


def test_a_finding_is_whole_for_a_screen_reader(document: Document, qtbot: QtBot) -> None:
    parent = FindingsPanel(document)
    qtbot.addWidget(parent)
    model = FindingsModel(parent)
    cell = at("Plan!F4")
    fix = Fix(label="Set 31/5/12", edits=(Edit(cell=cell, content="31/05/12"),))
    model.show_rows(
        [
            Finding(
                rule="PLN-003", severity=Severity.QUERY, cell=cell, subject="1B", message="No date.", fix=fix
            )
        ]
    )
    whole = "query PLN-003, Plan!F4, 1B: No date."
    texts = [model.index(0, column).data() for column in range(model.columnCount())]
    assert texts == ["Q", "PLN-003", "F4", "1B", "No date.", "Set 31/5/12 ↵"]
    for role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
        assert model.index(0, 0).data(role) == whole
    assert model.index(0, 0).data(_Role.UserRole) == model.findings[0]
    font = model.index(0, 3).data(_Role.FontRole)
    assert isinstance(font, QFont)
    assert font.bold()
    assert model.index(0, 1).data(_Role.FontRole) is None
    assert model.headerData(4, Qt.Orientation.Horizontal, _Role.DisplayRole) == "What and what next"
    assert model.headerData(0, Qt.Orientation.Vertical, _Role.DisplayRole) is None
    inside = model.index(0, 0)
    assert (model.rowCount(inside), model.columnCount(inside)) == (0, 0)
    assert not model.index_of(None).isValid()
    assert isinstance(model.index_of(None), QModelIndex)


def test_severities_are_told_by_letter_and_shape(
    open_window: Callable[[Path | None], QWidget], path: Path
) -> None:
    window = open_window(path)
    view = part(window, QTableView, "findingsList")
    pictures: dict[str, QImage] = {}
    for row in range(view.model().rowCount()):
        index = view.model().index(row, 0)
        view.scrollTo(index)
        picture = view.viewport().grab(view.visualRect(index)).toImage()
        pictures.setdefault(index.data(), picture)
    assert set(pictures) == {"E", "Q"}
    error, query = pictures["E"], pictures["Q"]
    assert error.convertToFormat(QImage.Format.Format_Mono) != query.convertToFormat(
        QImage.Format.Format_Mono
    )


def explain(window: MainWindow, rule: str) -> None:
    findings = [one for one in document_of(window).findings if one.rule == rule]
    notes.explain(document_of(window), findings, text="It comes in May", by="JS", on=AS_AT)


def group(panel: FindingsPanel, by: str) -> None:
    [box] = [one for one in panel.findChildren(QComboBox) if one.accessibleName() == "Group findings by"]
    box.setCurrentText(by)


def words(panel: FindingsPanel) -> str:
    return part(panel, QLabel, "findingWords").text()


def able(panel: FindingsPanel) -> list[str]:
    return [button.text() for button in panel.findChildren(QPushButton) if not button.isHidden()]


def test_groups_stand_under_headings(panel: FindingsPanel) -> None:
    group(panel, "Rule")
    view = part(panel, QTableView, "findingsList")
    model = view.model()
    assert [severity for severity, _, _ in listed(panel)] == [
        "PLN-005 · A milestone is overdue · 1",
        "E",
        "TRJ-005 · The plan misses a promised target · 1",
        "E",
        "IND-002 · A value is unknown · 1",
        "Q",
    ]
    heading = model.index(0, 0)
    assert heading.flags() == Qt.ItemFlag.NoItemFlags
    assert heading.data(_Role.AccessibleTextRole) == heading.data()
    assert heading.data(_Role.FontRole).bold()
    assert heading.data(_Role.UserRole) is None
    assert model.index(0, 4).data() is None
    assert view.columnSpan(0, 0) == model.columnCount()
    assert view.columnSpan(1, 0) == 1


def test_steps_and_keys_pass_headings_by(panel: FindingsPanel, qtbot: QtBot) -> None:
    group(panel, "Subject")
    seen = []
    for _ in range(4):
        panel.step(forward=True)
        seen.append(current(panel)[0])
    assert seen == ["TRJ-005", "IND-002", "PLN-005", "TRJ-005"]
    panel.step(forward=False)
    assert current(panel)[0] == "PLN-005"
    panel.focus_list()
    qtbot.keyClick(panel.keyboard, Qt.Key.Key_Up)
    assert current(panel)[0] == "IND-002"


def test_a_heading_goes_nowhere(panel: FindingsPanel, window: MainWindow) -> None:
    group(panel, "Rule")
    before = workspace_of(window).grid.current_cell
    view = part(panel, QTableView, "findingsList")
    view.clicked.emit(view.model().index(0, 0))
    view.activated.emit(view.model().index(0, 0))
    assert workspace_of(window).grid.current_cell == before


def test_another_grouping_keeps_the_current_one_in_sight(panel: FindingsPanel) -> None:
    panel.step(forward=False)
    there = current(panel)
    group(panel, "Rule")
    view = part(panel, QTableView, "findingsList")
    assert current(panel) == there
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())


def test_each_weight_can_be_left_out(panel: FindingsPanel) -> None:
    errors = part(panel, QToolButton, "show_error")
    errors.click()
    assert [rule for _, rule, _ in listed(panel)] == ["IND-002"]
    assert "1 of 3 shown" in [label.text() for label in panel.findChildren(QLabel)]
    assert errors.accessibleName() == "Show 2 errors"
    errors.click()
    assert len(listed(panel)) == 3


def test_what_is_explained_is_counted_and_drawn_apart(panel: FindingsPanel, window: MainWindow) -> None:
    view = part(panel, QTableView, "findingsList")
    waiting = badge(view, 2)
    explain(window, "IND-002")
    assert counts(panel) == "■ 2 errors · ▲ 0 queries · ● 0 advice · △ 1 explained"
    assert view.model().index(2, 5).data() == "✓ explained, JS"
    assert "Explained: It comes in May (JS, 01/03/2012)" in view.model().index(2, 0).data(
        _Role.AccessibleTextRole
    )
    assert badge(view, 2) != waiting
    document_of(window).undo_stack.undo()
    assert badge(view, 2) == waiting


def badge(view: QTableView, row: int) -> QImage:
    index = view.model().index(row, 0)
    view.scrollTo(index)
    return view.viewport().grab(view.visualRect(index)).toImage()


def test_the_current_one_is_told_in_full_with_what_can_be_done(undated: MainWindow, qtbot: QtBot) -> None:
    panel = part(undated, FindingsPanel)
    assert (words(panel), able(panel)) == ("", [])
    while current(panel)[0] != ASKS_FOR_A_DATE:
        panel.step(forward=True)
    [finding] = [one for one in document_of(undated).findings if one.rule == ASKS_FOR_A_DATE]
    assert words(panel) == finding.message
    assert finding.fix is not None
    assert able(panel) == [finding.fix.label, "Explain…"]
    [mend] = [one for one in panel.findChildren(QPushButton) if one.text() == finding.fix.label]
    qtbot.mouseClick(mend, Qt.MouseButton.LeftButton)
    assert document_of(undated).text(at("Programme Plan!F4"))
    assert words(panel) == ""


def test_an_explanation_is_told_in_full(panel: FindingsPanel, window: MainWindow) -> None:
    while current(panel)[0] != "IND-002":
        panel.step(forward=True)
    explain(window, "IND-002")
    assert words(panel).endswith("Explained: It comes in May (JS, 01/03/2012)")
    assert able(panel) == ["Change the explanation…"]


def test_several_can_be_selected(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.focus_list()
    qtbot.keyClick(panel.keyboard, Qt.Key.Key_Down)
    qtbot.keyClick(panel.keyboard, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert panel.selected == panel.shown
    assert len(panel.shown) == 3


def test_a_finding_whose_reason_is_not_known_stands_explained_all_the_same(
    document: Document, qtbot: QtBot
) -> None:
    panel = FindingsPanel(document)
    qtbot.addWidget(panel)
    model = FindingsModel(panel)
    model.show_rows([replace(document.findings[-1], explained=True)])
    assert model.index(0, 5).data() == "✓ explained"
    assert model.index(0, 0).data(_Role.ToolTipRole).endswith(" Explained.")


def hint(panel: FindingsPanel) -> str:
    return part(panel, QLabel, "findingHint").text()


def test_without_a_current_finding_it_is_said_how_to_get_to_one(panel: FindingsPanel) -> None:
    view = part(panel, QTableView, "findingsList")
    before = view.height()
    assert hint(panel).startswith("Choose a finding")
    panel.step(forward=True)
    assert view.height() == before
    assert part(panel, QLabel, "findingHint").isHidden()
    filter_of(panel).setText("no such words")
    assert hint(panel).startswith("3 not shown")


def test_where_nothing_is_found_it_is_said(
    open_window: Callable[[Path | None], MainWindow], tmp_path: Path
) -> None:
    empty = make(tmp_path / "flawless.xlsx", FLAWLESS)
    panel = part(open_window(empty), FindingsPanel)
    assert hint(panel) == "No rule has anything to say about this workbook."


def test_a_long_subject_has_more_room(panel: FindingsPanel, window: MainWindow) -> None:
    view = part(panel, QTableView, "findingsList")
    before = view.columnWidth(3)
    type_in(window, "Programme Plan!B4", "Recommendation 14")
    assert before < view.columnWidth(3) <= 120
