"""Leaves the polite sign beside a workbook from its first unsaved change until nothing is unsaved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool

from desktop.document.lock import OwnLock, holder_of

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.document.document import Document


class Holding(QObject):
    """The sign of one document. A slow drive never keeps the window waiting: it is left in the background."""

    def __init__(
        self, document: Document, sessions: Path, session: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._sessions = sessions
        self._session = session
        self._lock: OwnLock | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)  # one after the other, in the order that they were asked for
        document.undo_stack.cleanChanged.connect(self._clean_changed)

    def end(self) -> None:
        """The document is closed."""
        self._clean_changed(clean=True)
        self.settle()

    def settle(self) -> None:
        """Wait until the drive has done what was asked of it."""
        self._pool.waitForDone()

    def _clean_changed(self, clean: bool) -> None:
        if clean and self._lock is not None:
            self._pool.start(self._lock.release)
            self._lock = None
        elif not clean and self._lock is None:
            path, sessions, session = self._document.path, self._sessions, self._session
            lock = self._lock = OwnLock(path, session)
            self._pool.start(lambda: take_politely(lock, path, sessions, session))


def take_politely(lock: OwnLock, path: Path, sessions: Path, session: str) -> None:
    """Leave the sign where nobody else has the workbook open."""
    if holder_of(path, sessions, session) is None:
        lock.take()
