"""The contents tree: tables, groups, how many findings each has, and the way to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt

from desktop.document import notes
from desktop.ui.panels.contents_tree import ContentsTree, _spoken
from tests.made_workbooks import FLAWLESS, PLAN_HEADERS, make
from tests.ui.conftest import AS_AT
from tests.ui.hands import at, document_of, part, type_in, workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow


def rows(window: MainWindow) -> list[tuple[str, str]]:
    """What stands in the tree, groups indented, with their counts."""
    model = part(window, ContentsTree, "contentsTree").model()
    found: list[tuple[str, str]] = []

    def walk(parent: QModelIndex, indent: str) -> None:
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            found.append((indent + str(index.data()), str(index.siblingAtColumn(1).data() or "")))
            walk(index, indent + "  ")

    walk(QModelIndex(), "")
    return found


def index_of(window: MainWindow, text: str) -> QModelIndex:
    tree = part(window, ContentsTree, "contentsTree")
    flags = Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchExactly
    [index] = tree.model().match(tree.model().index(0, 0), Qt.ItemDataRole.DisplayRole, text, 1, flags)
    return index


def test_tables_and_groups_with_their_findings(window: MainWindow) -> None:
    assert rows(window) == [
        ("Indicators (3)", ""),
        ("  Stability", "■ 1 ▲ 1"),
        ("  Care leavers", "✓"),
        ("Targets (1)", "✓"),
        ("Programme Plan (2)", ""),
        ("  1. Edge of care", "■ 1"),
        ("Expenditure (2)", "✓"),
        ("Indicators, whole sheet", ""),
        ("Targets, whole sheet", ""),
        ("Programme Plan, whole sheet", ""),
        ("Expenditure, whole sheet", ""),
    ]


def test_counts_follow_an_edit(window: MainWindow) -> None:
    type_in(window, "Indicators!G3", "16")
    assert ("  Stability", "▲ 1") in rows(window)
    type_in(window, "Programme Plan!E4", "COMPLETE")
    assert ("  1. Edge of care", "✓") in rows(window)
    document_of(window).undo_stack.undo()
    assert ("  1. Edge of care", "■ 1") in rows(window)


def test_what_is_explained_is_counted_apart(window: MainWindow) -> None:
    document = document_of(window)
    [unknown] = [finding for finding in document.findings if finding.rule == "IND-002"]
    notes.explain(document, [unknown], text="It comes in May", by="JS", on=AS_AT)
    assert ("  Stability", "■ 1 △ 1") in rows(window)
    count = index_of(window, "Stability").siblingAtColumn(1)
    assert count.data(Qt.ItemDataRole.AccessibleTextRole) == "1 error, 1 explained"
    document.undo_stack.undo()
    assert ("  Stability", "■ 1 ▲ 1") in rows(window)


def test_a_renamed_group_is_followed(window: MainWindow) -> None:
    type_in(window, "Indicators!A5", "Stability")
    assert [name for name, _ in rows(window)][:3] == ["Indicators (3)", "  Stability", "Targets (1)"]
    type_in(window, "Indicators!A3", "Moves")
    assert rows(window)[1:3] == [("  Moves", "■ 1"), ("  Stability", "▲ 1")]
    document_of(window).undo_stack.setIndex(0)
    assert rows(window)[1:3] == [("  Stability", "■ 1 ▲ 1"), ("  Care leavers", "✓")]


def test_a_new_record_is_counted(window: MainWindow) -> None:
    document_of(window).type_texts([(at("Indicators!B6"), "QP 10"), (at("Indicators!C6"), "More")], "Type")
    assert rows(window)[0] == ("Indicators (4)", "")


def test_headings_in_capitals_are_shown_in_sentence_case(window: MainWindow) -> None:
    type_in(window, "Programme Plan!A3", "EDGE OF CARE")
    assert "  Edge of care" in [name for name, _ in rows(window)]
    assert index_of(window, "Edge of care").data(Qt.ItemDataRole.ToolTipRole) == "EDGE OF CARE"


def test_a_click_goes_to_the_first_record(window: MainWindow, qtbot: QtBot) -> None:
    tree = part(window, ContentsTree, "contentsTree")
    for text, cell in (
        ("Care leavers", "Indicators!B5"),
        ("1. Edge of care", "Programme Plan!D3"),
        ("Targets (1)", "Targets!B3"),
        ("Expenditure (2)", "Expenditure!D2"),
        ("Indicators (3)", "Indicators!B3"),
        ("Programme Plan (2)", "Programme Plan!D3"),
    ):
        place = tree.visualRect(index_of(window, text)).center()
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert workspace_of(window).grid.current_cell == at(cell)


def test_enter_goes_there_too(window: MainWindow, qtbot: QtBot) -> None:
    tree = part(window, ContentsTree, "contentsTree")
    tree.setCurrentIndex(index_of(window, "Targets (1)"))
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert workspace_of(window).grid.current_cell == at("Targets!B3")


@pytest.mark.parametrize(
    ("tally", "words"),
    [
        ("■ 1 ▲ 2", "1 error, 2 queries"),
        ("■ 3", "3 errors"),
        ("▲ 1", "1 query"),
        ("✓", "no errors or queries"),
        ("", ""),
    ],
)
def test_the_counts_are_said_in_words(tally: str, words: str) -> None:
    assert _spoken(tally) == words


def test_those_who_hear_the_tree_hear_its_counts(window: MainWindow) -> None:
    model = part(window, ContentsTree).model()
    counts = [
        model.index(row, 1, parent)
        for parent in (model.index(number, 0) for number in range(model.rowCount()))
        for row in range(model.rowCount(parent))
        if model.index(row, 1, parent).data()
    ]
    assert counts
    assert all(index.data(Qt.ItemDataRole.AccessibleTextRole) == _spoken(index.data()) for index in counts)


def test_sections_and_priorities_are_listed_under_what_they_stand_for(
    open_window: Callable[[Path | None], MainWindow], tmp_path: Path
) -> None:
    book = make(
        tmp_path / "plan.xlsx",
        {
            "Sections": (
                ("Section", "No", "Text"),
                ("OBJECTIVE 1: ATTACHMENT",),
                ("A", 1, "Steady"),
                ("OBJECTIVE 2: PROTECTION",),
                ("A", 1, "Steady too"),
            ),
            "Priorities": (("Outcome", "Priority", "Sponsor"), ("Fun", "play", "Alan Bolton")),
            "Links": (("Indicator", "Linked issues"), ("NEET", "Poverty")),
            "Focus": (("Area of focus", "Update", "RAG"), ("Care", "Going well", "blue")),
        },
    )
    assert rows(open_window(book))[:6] == [
        ("Sections (2)", ""),
        ("  Objective 1: attachment", "✓"),
        ("  Objective 2: protection", "✓"),
        ("Priorities (1)", "✓"),
        ("Links (1)", "✓"),
        ("Focus (1)", "▲ 1"),
    ]


def test_a_plan_tells_what_stands_above_it(
    open_window: Callable[[Path | None], MainWindow], tmp_path: Path
) -> None:
    plan = (
        ("Delivery Lead- Jackie Wilson",),
        ("Action", "Owner", "Milestone", "Targeting"),
        ("Review", "JW", "Reviewed", "All"),
    )
    window = open_window(make(tmp_path / "plan.xlsx", {"Plan": plan}))
    tree = part(window, ContentsTree, "contentsTree")
    assert tree.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == (
        "Plan (1)\nDelivery lead: Jackie Wilson"
    )


def test_of_tables_side_by_side_each_has_its_own_findings(
    open_window: Callable[[Path | None], MainWindow], tmp_path: Path
) -> None:
    head = ("Action", "Lead", "By when", "Status")
    late, done = ("Train", "JS", "1/4/11", "ongoing"), ("Close", "AB", "1/5/11", "complete")
    sides = tuple((*left, None, *right) for left, right in ((head, head), (late, done)))
    book = make(tmp_path / "Beside.xlsx", {"Plan": sides})
    assert rows(open_window(book))[:2] == [("Plan (1)", "■ 1"), ("Plan (1)", "✓")]


def test_what_was_chosen_stays_marked_when_the_tree_is_laid_out_anew(window: MainWindow) -> None:
    tree = part(window, ContentsTree, "contentsTree")
    for name in ("Care leavers", "Targets (1)"):
        tree.setCurrentIndex(index_of(window, name))
        tree.rebuild()
        assert tree.currentIndex().data() == name


def test_a_table_without_records_can_be_chosen(
    open_window: Callable[[Path | None], MainWindow], tmp_path: Path
) -> None:
    sheets = {**FLAWLESS, "Targets": (("Indicator", "Target", "By when"),)}
    window = open_window(make(tmp_path / "begun.xlsx", sheets))
    part(window, ContentsTree, "contentsTree").clicked.emit(index_of(window, "Targets (0)"))
    assert workspace_of(window).grid.empty
    workspace_of(window).grid.begin_wanted.emit()
    assert [target.indicator for target in document_of(window).contents.targets] == ["New target"]


def test_a_long_name_runs_on_to_where_the_count_begins(
    open_window: Callable[[Path | None], MainWindow], tmp_path: Path
) -> None:
    long = "1. " + "Prevention and early intervention " * 3
    records = ((long, "A", "Panels", "Panel meets", "ONGOING", "31/03/12"),)
    window = open_window(make(tmp_path / "plan.xlsx", {"Plan": (PLAN_HEADERS, *records)}))
    tree = part(window, ContentsTree, "contentsTree")
    name = index_of(window, long.strip())
    tree.header().resizeSection(1, 90)
    area = tree.visualRect(name.siblingAtColumn(1))
    image = tree.viewport().grab(area).toImage()
    ground = image.pixelColor(1, 0)
    inked = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != ground for y in range(image.height()))
    ]
    assert inked[0] < 10  # the name comes over from the first column
    assert inked[-1] > 70  # the count stands at the edge


def test_a_group_that_is_chosen_stands_at_the_top(
    open_window: Callable[[Path | None], MainWindow], tmp_path: Path
) -> None:
    records = tuple(
        (strand, "A", "Panels", f"Panel {number} meets", "ONGOING", "31/03/12")
        for strand in ("1. Edge of care", "2. Placements", "3. Fostering")
        for number in range(30)
    )
    window = open_window(make(tmp_path / "plan.xlsx", {"Plan": (PLAN_HEADERS, *records)}))
    part(window, ContentsTree, "contentsTree").clicked.emit(index_of(window, "2. Placements"))
    grid = workspace_of(window).grid
    assert grid.current_cell == at("Plan!D32")
    assert grid.rowViewportPosition(grid.currentIndex().row()) == 0
