"""Sees when views are painted for the first time."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

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
        print(time.time() - self._started, flush=True)
        QApplication.quit()
