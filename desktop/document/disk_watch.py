"""Notices what other programs do to the open workbook."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QThreadPool, QTimer, Signal

from desktop.document.lock import holder_of
from desktop.document.on_disk import on_disk

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.document.document import Document
    from desktop.document.lock import Holder
    from desktop.document.on_disk import OnDisk
    from desktop.workbook.package import Package

_SETTLES_AFTER = 200
"""Milliseconds without a further change until it is looked: a save is many changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What was seen of the file of a package: what has become of it, and who else has it open.

    `written` is its time on disk in nanoseconds; None where it can't be reached.
    """

    package: Package
    state: OnDisk
    written: int | None
    holder: Holder | None


class _Outcome(QObject):
    seen = Signal(object)


class DiskWatch(QObject):
    """Looks at the file of one document in the background: when asked, and when the system tells of it."""

    seen = Signal(object)
    """A Sight."""

    def __init__(
        self, document: Document, sessions: Path, session: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._sessions = sessions
        self._session = session
        self._outcome: _Outcome | None = None
        self._again = False
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, singleShot=True, interval=_SETTLES_AFTER)
        self._timer.timeout.connect(self.look)
        self._watcher.fileChanged.connect(self._timer.start)
        self._watcher.directoryChanged.connect(self._timer.start)
        document.saved.connect(self.look)

    def look(self) -> None:
        """Look at the file; once more after that where a look is going on."""
        if self._outcome is not None:
            self._again = True
            return
        self._watch()
        self._outcome = outcome = _Outcome()
        outcome.seen.connect(self._looked)
        package, sessions, session = self._document.workbook.package, self._sessions, self._session
        QThreadPool.globalInstance().start(lambda: outcome.seen.emit(_sight(package, sessions, session)))

    def _looked(self, sight: Sight) -> None:
        self._outcome = None
        if self._again or sight.package is not self._document.workbook.package:
            self._again = False
            self.look()
        else:
            self.seen.emit(sight)

    def _watch(self) -> None:
        """Watch the file and its folder; a file that was replaced is watched no longer, so add it again."""
        wanted = [str(self._document.path), str(self._document.path.parent)]
        watched = [*self._watcher.files(), *self._watcher.directories()]
        old = [path for path in watched if path not in wanted]
        new = [path for path in wanted if path not in watched]
        if old:
            self._watcher.removePaths(old)
        if new:
            self._watcher.addPaths(new)


def _sight(package: Package, sessions: Path, session: str) -> Sight:
    written = None
    with contextlib.suppress(OSError):
        written = package.path.stat().st_mtime_ns
    return Sight(
        package=package,
        state=on_disk(package.path, package.fingerprint),
        written=written,
        holder=holder_of(package.path, sessions, session),
    )
