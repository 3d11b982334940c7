"""The picture of what is current: an indicator's projection, or the timeline of a milestone's strand."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from desktop.domain.indicators import Indicator
from desktop.domain.plan import Milestone
from desktop.ui.panels.headed_chart import HeadedChart

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.charts.projection_chart import ProjectionChart
    from desktop.charts.timeline import Timeline
    from desktop.document.document import Document


class ChartPanel(QStackedWidget):
    """Shows the chart of the record that is current; charts are built when first needed.

    One that `waits` lets the window be painted before it loads what charts are made with.
    """

    planned_moved = Signal(object, float)
    """The CellRef of a planned point and its new value."""
    point_chosen = Signal(object)
    """The CellRef of the planned point that was taken up on the chart."""

    def __init__(self, document: Document, parent: QWidget | None = None, *, waits: bool = False) -> None:
        super().__init__(parent)
        self._document = document
        self._waiting = waits
        self._painted = QTimer(self, interval=0, singleShot=True)
        self._painted.timeout.connect(self._stop_waiting)
        self._hint = QLabel("Choose an indicator or a milestone to see its chart.")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self.addWidget(QWidget())  # blank until something is shown
        self.addWidget(self._hint)
        self._projection: HeadedChart[ProjectionChart] | None = None
        self._timeline: HeadedChart[Timeline] | None = None
        self.show_nothing()

    def show_indicator(self, indicator: Indicator) -> None:
        """Show the projection of an indicator."""
        self._show(indicator)

    def show_milestone(self, milestone: Milestone) -> None:
        """Show the timeline of a milestone's strand."""
        self._show(milestone)

    def show_nothing(self) -> None:
        """Say what to do to see a chart."""
        self._show(None)

    def focus_chart(self) -> None:
        """Put the keyboard into the chart."""
        if self.keyboard is not None:
            self.keyboard.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def keyboard(self) -> QWidget | None:
        """What takes the keyboard: the chart that is shown; None where there is a hint in its place."""
        current = self.currentWidget()
        return current.chart if isinstance(current, HeadedChart) else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Stop waiting once the window has been painted."""
        super().paintEvent(event)
        if self._waiting:
            self._painted.start()

    def _stop_waiting(self) -> None:
        self._waiting = False
        self._show(self._record)

    def _show(self, record: Indicator | Milestone | None) -> None:
        self._record = record
        if self._waiting:
            return
        if isinstance(record, Indicator):
            self._draw_indicator(record)
        elif isinstance(record, Milestone):
            self._draw_milestone(record)
        else:
            self.setCurrentWidget(self._hint)

    def _draw_indicator(self, indicator: Indicator) -> None:
        from desktop.charts.compose import compose

        if self._projection is None:
            self._projection = self._build_projection()
        contents, findings = self._document.contents, self._document.findings
        picture = compose(indicator, contents.targets, findings)
        notes = [f"<b>{note.number}</b>&nbsp; {escape(note.text)}" for note in picture.notes]
        notes += [f"<b>–</b>&nbsp; {escape(remark.text)}" for remark in picture.remarks]
        self._projection.chart.show_indicator(picture)
        self._projection.describe(picture.title, picture.subtitle, picture.status, notes)
        self.setCurrentWidget(self._projection)

    def _draw_milestone(self, milestone: Milestone) -> None:
        from desktop.charts.timeline import strand_picture

        if self._timeline is None:
            self._timeline = self._build_timeline()
        picture = strand_picture(milestone, self._document.contents.milestones, self._document.as_at)
        self._timeline.chart.show_strand(picture)
        self._timeline.describe(picture.title, picture.subtitle, "", [])
        self.setCurrentWidget(self._timeline)

    def _build_projection(self) -> HeadedChart[ProjectionChart]:
        from desktop.charts.projection_chart import ProjectionChart

        headed = HeadedChart(ProjectionChart())
        headed.chart.planned_moved.connect(self.planned_moved)
        headed.chart.point_chosen.connect(self.point_chosen)
        headed.chart.drag_changed.connect(headed.wait)
        self.addWidget(headed)
        return headed

    def _build_timeline(self) -> HeadedChart[Timeline]:
        from desktop.charts.timeline import Timeline

        headed = HeadedChart(Timeline())
        self.addWidget(headed)
        return headed
