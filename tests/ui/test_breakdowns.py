"""A breakdown table in the window: its grid, its bars, and what is said of its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.charts.bar_view import BarView
from desktop.ui.meaning import meaning
from desktop.ui.panels.chart_panel import ChartPanel
from desktop.ui.panels.contents_tree import ContentsTree
from tests.made_workbooks import make
from tests.ui.hands import at, document_of, part, settle, workspace_of

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow

CLUSTERS = (
    ("Cluster", "Population", "CAFs", "Ratio CAFs", "Remark"),
    ("ACES", 5051, 43, 1.3, "?"),
    ("Alwoodley", 4895, 33, 1.0, "?"),
    ("Bramley", 8047, 58, 1.1, "?"),
    ("Total", 169902, 1131, "1.0", "?"),
)


@pytest.fixture
def clusters(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    window.files.open_path(make(tmp_path / "clusters.xlsx", {"Clusters": CLUSTERS}))
    settle(qtbot, window)
    return window


def test_the_bars_follow_the_current_cell_and_a_click_on_one_goes_to_its_cell(
    clusters: MainWindow, qtbot: QtBot
) -> None:
    workspace = workspace_of(clusters)
    workspace.go_to(at("Clusters!D3"))
    qtbot.waitUntil(lambda: bool(clusters.findChildren(BarView)))
    bars = part(clusters, BarView)
    assert bars.accessibleName() == "Bars of Ratio CAFs"
    assert bars.accessibleDescription().startswith("3 lines against the whole: 2 above, 1 in line, 0 below")
    qtbot.mouseDClick(bars.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 8))
    assert workspace.grid.current_cell == at("Clusters!D2")
    workspace.go_to(at("Clusters!C2"))
    assert bars.accessibleName() == "Bars of CAFs"
    workspace.go_to(at("Clusters!E2"))
    panel = part(clusters, ChartPanel)
    assert panel.keyboard is None


def test_a_cell_is_told_with_its_line_and_how_it_stands(clusters: MainWindow) -> None:
    contents = document_of(clusters).contents
    assert meaning(contents, at("Clusters!A2")) == "ACES"
    assert meaning(contents, at("Clusters!C2")) == "ACES · CAFs"
    assert meaning(contents, at("Clusters!D2")) == "ACES · Ratio CAFs · above the whole"
    assert meaning(contents, at("Clusters!A9")) == ""


def test_a_total_that_is_edited_is_spoken_of_at_once(clusters: MainWindow) -> None:
    document = document_of(clusters)
    document.type_texts([(at("Clusters!C5"), "134")], "Type")
    assert not document.findings_at(at("Clusters!C5"))
    document.type_texts([(at("Clusters!C5"), "135")], "Type")
    assert [finding.rule for finding in document.findings_at(at("Clusters!C5"))] == ["TAB-001"]


def test_the_contents_name_a_breakdown_by_its_labels(clusters: MainWindow) -> None:
    model = part(clusters, ContentsTree).model()
    assert model.index(0, 0).data() == "Clusters: Cluster (4)"
