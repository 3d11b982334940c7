"""A process of its own that says how long it took, from its start, until a window was painted.

    python -m benchmarks.first_paint STARTED milepost|bare UNTIL WORKBOOK ROWS COLUMNS

STARTED is the time on the clock at which the process was started, in seconds; UNTIL names the views that
are to be painted, joined by commas.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal

_POLL = 1  # ms


class FirstPaint(QObject):
    """Prints the seconds since the start once every named view has been painted, and ends the program."""

    begun = Signal()
    painted = Signal()

    def __init__(self, started: float, names: set[str]) -> None:
        super().__init__()
        self._started = started
        self._unseen = set(names)
        self._unpainted = set(names)
        self._poll = QTimer(self, interval=_POLL)
        self._poll.timeout.connect(self._look)
        # Queued: before the event loop paints for the first time, and right after it has painted.
        self.begun.connect(self._look, Qt.ConnectionType.QueuedConnection)
        self.painted.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self.begun.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the named views being painted."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._unpainted.discard(watched.property("view"))
            if not self._unpainted:
                self.painted.emit()
        return False

    def _look(self) -> None:
        from PySide6.QtWidgets import QAbstractScrollArea, QApplication

        for window in QApplication.topLevelWidgets():
            for view in window.findChildren(QAbstractScrollArea):
                if view.objectName() in self._unseen:
                    self._unseen.remove(view.objectName())
                    view.viewport().setProperty("view", view.objectName())
                    view.viewport().installEventFilter(self)
        if self._unseen:
            self._poll.start()
        else:
            self._poll.stop()

    def _tell(self) -> None:
        from PySide6.QtWidgets import QApplication

        print(time.time() - self._started, flush=True)
        QApplication.quit()


def show_milepost(workbook: Path) -> None:
    """Go the way that `python -m desktop WORKBOOK` goes."""
    from desktop.cli import main

    main([str(workbook)])


def show_bare(rows: int, columns: int, *, with_plot: bool) -> None:
    """Show a table of that size, and a plot beside it where one is wanted."""
    from PySide6.QtWidgets import QApplication, QSplitter

    from benchmarks.bare import BareModel, bare_table, bare_window

    application = QApplication(sys.argv[:1])
    texts = [[f"Row {row}, column {column}" for column in range(columns)] for row in range(rows)]
    model = BareModel(texts)
    content = QSplitter()
    content.addWidget(bare_table(model))
    if with_plot:
        import pyqtgraph

        plot = pyqtgraph.PlotWidget()
        plot.setObjectName("plot")
        plot.plot([1, 2, 3, 4, 5], [3, 4, 4, 5, 6])
        content.addWidget(plot)
    window = bare_window(content)
    window.show()
    application.exec()


def main(started: str, which: str, until: str, workbook: str, rows: str, columns: str) -> None:
    """Show the one or the other, and print when it was painted."""
    names = set(until.split(","))
    watch = FirstPaint(float(started), names)
    if which == "milepost":
        show_milepost(Path(workbook))
    else:
        show_bare(int(rows), int(columns), with_plot="plot" in names)
    watch.deleteLater()


if __name__ == "__main__":
    main(*sys.argv[1:])
