"""What is found in the current cell, in the status bar."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.domain.findings import Finding, Severity
from desktop.ui.panels.cell_findings import CellFindings
from tests.ui.hands import at, document_of, part, type_in, workspace_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow

ERROR = Finding(
    rule="TRJ-005",
    severity=Severity.ERROR,
    cell=at("Indicators!G3"),
    subject="PAF A1",
    message="5 short. Raise it.",
)
QUERY = replace(ERROR, severity=Severity.QUERY, message="Goes back. Explain why.")
EXPLAINED = replace(QUERY, explained=True)
ADVICE = replace(ERROR, severity=Severity.ADVICE, message="Worth a look.")


@pytest.mark.parametrize(
    ("findings", "words"),
    [
        ((), ""),
        ((ERROR,), "■ Error: 5 short. Raise it."),
        ((ADVICE, QUERY), "▲ Query: Goes back. Explain why. (and 1 more)"),
        ((EXPLAINED, ADVICE, ERROR), "■ Error: 5 short. Raise it. (and 2 more)"),
        ((EXPLAINED,), "△ Query, explained: Goes back. Explain why."),
        ((EXPLAINED, ADVICE), "● Advice: Worth a look. (and 1 more)"),
    ],
)
def test_the_gravest_that_waits_is_said_first(
    qtbot: QtBot, findings: tuple[Finding, ...], words: str
) -> None:
    label = CellFindings()
    qtbot.addWidget(label)
    label.show_findings(findings)
    assert label.text() == words


def test_it_follows_the_current_cell_and_its_findings(window: MainWindow) -> None:
    label = part(window, CellFindings, "cellFindings")
    workspace_of(window).go_to(at("Indicators!B3"))
    assert label.text() == ""
    workspace_of(window).go_to(at("Indicators!G3"))
    assert label.text().startswith("■ Error: ")
    type_in(window, "Indicators!G3", "16")
    assert not label.text().startswith("■")
    document_of(window).undo_stack.undo()
    assert label.text().startswith("■ Error: ")
    window.files.close()
    assert label.text() == ""


def test_what_has_no_room_is_whole_in_the_tip(qtbot: QtBot) -> None:
    label = CellFindings()
    qtbot.addWidget(label)
    label.show_findings((ERROR,))
    label.resize(60, 20)
    label.grab()
    assert label.toolTip() == label.text()
    label.resize(900, 20)
    label.grab()
    assert label.toolTip() == ""


def test_it_stands_off_the_edge_of_the_window(window: MainWindow) -> None:
    label = part(window, CellFindings, "cellFindings")
    workspace_of(window).go_to(at("Indicators!G3"))
    image = label.grab().toImage()
    edge = {image.pixelColor(x, y).name() for x in range(6) for y in range(image.height())}
    assert len(edge) == 1
