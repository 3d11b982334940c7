"""A chart with its title above and, beneath, its status and what the check says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.panels.quiet_label import QuietLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPaintEvent

_Chart = TypeVar("_Chart", bound=QWidget)
_MOVING = "The check speaks again when the point is let go."
_FRAME = 2
_MOST_NOTES_HEIGHT = 130  # pixels; more notes scroll


class HeadedChart(QWidget, Generic[_Chart]):
    """One chart and the words around it."""

    def __init__(self, chart: _Chart) -> None:
        super().__init__()
        self.chart = chart
        self._least = 2 * self.fontMetrics().lineSpacing()
        self._said = ("", "")
        self._title = _words(bold=True)
        self._subtitle = _words(quiet=True)
        self._status = _words()
        self._notes = _words()
        self._notes.setAlignment(Qt.AlignmentFlag.AlignTop)
        said = QWidget()
        lines = QVBoxLayout(said)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(3)
        lines.addWidget(self._status)
        lines.addWidget(self._notes, stretch=1)
        self._notes_area = QScrollArea()
        self._notes_area.setAccessibleName("What the check says of the chart")
        self._notes_area.setMinimumHeight(self._least)
        self._notes_area.setWidget(said)
        self._notes_area.setWidgetResizable(True)
        self._notes_area.setFrameShape(QFrame.Shape.NoFrame)
        self._notes_area.setMaximumHeight(_MOST_NOTES_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(3)
        for widget in (self._title, self._subtitle):
            column.addWidget(widget)
        column.addWidget(chart, stretch=1)
        self._below = QVBoxLayout()
        column.addLayout(self._below)
        column.addWidget(self._notes_area)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        chart.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Frame the chart as soon as it has the keyboard, also where no point is chosen yet."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame around a chart that has the keyboard."""
        super().paintEvent(event)
        if self.chart.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), _FRAME))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
            painter.end()

    def describe(self, title: str, subtitle: str, status: str, notes: Sequence[str]) -> None:
        """Set the words; `notes` may hold rich text, the others are plain."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._status.setText(status)
        self._status.setVisible(bool(status))
        self._notes.setText("<br>".join(notes))
        self._notes.setVisible(bool(notes))
        self._notes_area.setVisible(bool(status or notes))
        self._said = (status, self._notes.text())

    def put_below(self, widget: QWidget) -> None:
        """Put something between the chart and what the check says."""
        self._below.addWidget(widget)

    def wait(self, moving: bool) -> None:
        """While a point is on the move, take away what the check said of it; the chart keeps its size."""
        self._notes_area.setMinimumHeight(self._notes_area.height() if moving else self._least)
        status, notes = (_MOVING, "") if moving else self._said
        self._status.setText(status)
        self._notes.setText(notes)


def _words(*, bold: bool = False, quiet: bool = False) -> QLabel:
    label = QuietLabel() if quiet else QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.AutoText if not (bold or quiet) else Qt.TextFormat.PlainText)
    if bold:
        font = label.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.1)
        label.setFont(font)
    return label
