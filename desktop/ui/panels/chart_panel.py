"""The picture of what is current: an indicator's projection, a strand's timeline, a breakdown's bars."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from desktop.ui.meaning import breakdown_at, indicator_at, milestone_at
from desktop.ui.panels.figures_table import FiguresTable
from desktop.ui.panels.headed_chart import HeadedChart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPaintEvent

    from desktop.charts.bar_view import BarView
    from desktop.charts.picture import Outline, Picture
    from desktop.charts.projection_chart import ProjectionChart
    from desktop.charts.timeline import Timeline
    from desktop.document.document import Document
    from desktop.domain.breakdown import Breakdown
    from desktop.domain.cells import CellRef
    from desktop.domain.indicators import Indicator
    from desktop.domain.plan import Milestone


class ChartPanel(QStackedWidget):
    """Shows the chart of the record that is current; charts are built when first needed.

    One that `waits` lets the window be painted before it loads what charts are made with.
    """

    planned_moved = Signal(object, float)
    """The CellRef of a planned point and its new value."""
    point_chosen = Signal(object)
    """The CellRef of the point that was taken up on the chart."""
    note_wanted = Signal(object)
    """A ChartNote yet to be written."""
    note_opened = Signal(object)
    """A ChartNote that is to be changed."""
    note_removed = Signal(object)
    note_moved = Signal(object, int, int)
    """A ChartNote, and how far to the right and up its flag is to be, in pixels."""
    menu_wanted = Signal(object)
    """The QPoint of the screen where the menu of the chart is to open."""

    def __init__(self, document: Document, parent: QWidget | None = None, *, waits: bool = False) -> None:
        super().__init__(parent)
        self._document = document
        self._waiting = waits
        self._painted = QTimer(self, interval=0, singleShot=True)
        self._painted.timeout.connect(self._stop_waiting)
        self._hint = QLabel("Choose an indicator, a milestone or a line of a breakdown to see its chart.")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self.addWidget(QWidget())  # blank until something is shown
        self.addWidget(self._hint)
        self._projection: HeadedChart[ProjectionChart] | None = None
        self._picture: Picture | None = None
        self._figures = FiguresTable(self)
        self._timeline: HeadedChart[Timeline] | None = None
        self._among: Sequence[Milestone] = ()
        self._strand: Sequence[Milestone] = ()
        self._bars: HeadedChart[BarView] | None = None
        self._cell: CellRef | None = None
        self._draw()

    def show_at(self, cell: CellRef) -> None:
        """Show the picture of the record that a cell belongs to, or say what to do to see one."""
        self._cell = cell
        self._draw()

    def focus_chart(self) -> None:
        """Put the keyboard into the chart."""
        if self.keyboard is not None:
            self.keyboard.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def keyboard(self) -> QWidget | None:
        """What takes the keyboard: the chart that is shown; None where there is a hint in its place."""
        current = self.currentWidget()
        return current.chart if isinstance(current, HeadedChart) else None

    @property
    def projection(self) -> ProjectionChart | None:
        """The projection chart, where it is the one that is shown."""
        headed = self._projection
        return headed.chart if headed is not None and self.currentWidget() is headed else None

    def toggle_figures(self) -> None:
        """Show the chart's figures as a table beneath it, with the keyboard there; or hide them."""
        if self.projection is None:
            return
        self._figures.setVisible(self._figures.isHidden())
        if self._figures.isHidden():
            self.focus_chart()
        else:
            self._tabulate()
            self._figures.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_proposal(self, proposed: Outline) -> None:
        """Draw a trajectory that is offered over the one that stands; none takes it away."""
        from desktop.charts.scale import fitted

        if self.projection is not None and self._picture is not None:
            self.projection.show_indicator(fitted(replace(self._picture, proposed=proposed)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Stop waiting once the window has been painted."""
        super().paintEvent(event)
        if self._waiting:
            self._painted.start()

    def _stop_waiting(self) -> None:
        self._waiting = False
        self._draw()

    def _draw(self) -> None:
        if self._waiting:
            return
        contents, cell = self._document.contents, self._cell
        if cell is not None and (indicator := indicator_at(contents, cell)) is not None:
            self._draw_indicator(indicator)
        elif cell is not None and (milestone := milestone_at(contents, cell)) is not None:
            self._draw_milestone(milestone)
        elif cell is not None and (breakdown := breakdown_at(contents, cell)) is not None:
            self._draw_bars(breakdown, cell)
        else:
            self.setCurrentWidget(self._hint)

    def _draw_indicator(self, indicator: Indicator) -> None:
        from desktop.charts.compose import picture_of

        if self._projection is None:
            self._projection = self._build_projection()
        picture = picture_of(self._document.contents, indicator, self._document.findings)
        self._picture = picture
        self._projection.chart.show_indicator(picture)
        self._projection.describe(picture.title, picture.subtitle, picture.status, list(_listed(picture)))
        self.setCurrentWidget(self._projection)
        if not self._figures.isHidden():
            self._tabulate()

    def _tabulate(self) -> None:
        from desktop.charts.tabulated import HEADERS, tabulated

        if self._picture is not None:
            self._figures.show_rows(HEADERS, tabulated(self._picture))

    def _draw_milestone(self, milestone: Milestone) -> None:
        from desktop.charts.timeline import strand_picture

        if self._timeline is None:
            self._timeline = self._build_timeline()
        picture = strand_picture(milestone, self._strand_of(milestone), self._document.as_at)
        self._timeline.chart.show_strand(picture)
        self._timeline.describe(picture.title, picture.subtitle, "", [])
        self.setCurrentWidget(self._timeline)

    def _strand_of(self, milestone: Milestone) -> Sequence[Milestone]:
        """The milestones of its strand: looked for once, until an edit or another strand is current."""
        every, table = self._document.contents.milestones, milestone.table.id
        if self._among is not every or not any(each is milestone for each in self._strand):
            self._among = every
            self._strand = [
                each for each in every if each.strand == milestone.strand and each.table.id == table
            ]
        return self._strand

    def _draw_bars(self, breakdown: Breakdown, cell: CellRef) -> None:
        from desktop.charts.bar_view import BarView
        from desktop.charts.bars import bars_picture

        picture = bars_picture(breakdown, cell)
        if picture is None:
            self.setCurrentWidget(self._hint)
            return
        if self._bars is None:
            self._bars = HeadedChart(BarView())
            self._bars.chart.cell_wanted.connect(self.point_chosen)
            self.addWidget(self._bars)
        self._bars.chart.show_bars(picture)
        self._bars.describe(picture.title, picture.subtitle, "", [])
        self.setCurrentWidget(self._bars)

    def _build_projection(self) -> HeadedChart[ProjectionChart]:
        from desktop.charts.projection_chart import ProjectionChart

        headed = HeadedChart(ProjectionChart())
        chart = headed.chart
        chart.drag_changed.connect(headed.wait)
        for told, passed_on in (
            (chart.planned_moved, self.planned_moved),
            (chart.point_chosen, self.point_chosen),
            (chart.note_wanted, self.note_wanted),
            (chart.note_opened, self.note_opened),
            (chart.note_removed, self.note_removed),
            (chart.note_moved, self.note_moved),
        ):
            told.connect(passed_on)
        chart.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        chart.customContextMenuRequested.connect(
            lambda place: self.menu_wanted.emit(chart.mapToGlobal(place))
        )
        headed.put_below(self._figures)
        self.addWidget(headed)
        return headed

    def _build_timeline(self) -> HeadedChart[Timeline]:
        from desktop.charts.timeline import Timeline

        headed = HeadedChart(Timeline())
        headed.chart.cell_wanted.connect(self.point_chosen)
        self.addWidget(headed)
        return headed


def _listed(picture: Picture) -> Iterator[str]:
    """What is said of the chart, as rich text: the officer's notes, then findings, each under its flag."""
    from html import escape

    for each in picture.annotations:
        yield f"<b>{each.flag}</b>&nbsp; {escape(f'{each.label}: {each.words}')}"
    for note in picture.notes:
        yield f"<b>{note.number}</b>&nbsp; {escape(note.text)}"
    for remark in picture.remarks:
        yield f"<b>–</b>&nbsp; {escape(remark.text)}"
