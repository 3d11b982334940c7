"""A small chart of every indicator of a plan: composed, put into order, and all of them painted."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from benchmarks.clock import ms, seconds
from benchmarks.outcome import Outcome
from benchmarks.window import close_in, document_of, open_in, settle, shown_window, workspace_of
from desktop import assets

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.size import Size
    from desktop.document.document import Document
    from desktop.ui.main_window import MainWindow

_GOAL = 1.0
_WIDTH, _HEIGHT = 230, 150


def measure(size: Size, folder: Path) -> tuple[Outcome, ...]:
    """All charts of the Leicester example, whether in sight or not; and the overview until it is painted."""
    from desktop.charts.multiples import groups_of  # loaded before anything is timed

    window = shown_window(folder)
    open_in(window, assets.template("examples", "leicester-map-2001.xlsx"))
    document = document_of(window)
    count = len(document.contents.indicators)
    all_of_them = [seconds(lambda: draw_all(document)) for _ in range(size.turns)]
    shown = [first_look(window) for _ in range(size.turns)]
    groups = len(groups_of(document.contents))
    close_in(window)
    return (
        _outcome(f"{count} small charts of {groups} objectives, all composed and painted", all_of_them),
        _outcome("from the grid to the overview of them, painted", shown),
    )


def draw_all(document: Document) -> None:
    """Compose and paint a small chart of every indicator."""
    from desktop.charts.multiples import multiples
    from desktop.charts.small_chart import draw_small

    image = QImage(_WIDTH, _HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for small in multiples(document.contents, document.findings).smalls:
        draw_small(painter, small, QRectF(0, 0, _WIDTH, _HEIGHT))
    painter.end()


def first_look(window: MainWindow) -> float:
    """The seconds until the overview is painted."""
    workspace = workspace_of(window)

    def look() -> None:
        workspace.overviews.show("indicators")
        settle()

    taken = seconds(look)
    workspace.show_grid()
    settle()
    return taken


def _outcome(what: str, found: list[float]) -> Outcome:
    middle = median(found)
    return Outcome(
        what=what,
        against="a second",
        goal=f"≤ {ms(_GOAL)}",
        measured=f"median {ms(middle)}, worst of {len(found)} {ms(max(found))}",
        met=middle <= _GOAL,
    )
