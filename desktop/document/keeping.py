"""Keeps unsaved work safe: every step goes to a recovery journal until it is saved or given up."""

from __future__ import annotations

import datetime as dt
import errno
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.document.journal import Head, Journal
from desktop.document.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.document.document import Document
    from desktop.document.steps import Step

_SETTLES_AFTER = 1000
"""Milliseconds from the first step that the disk may not have until it is asked to have it."""


class Keeping(QObject):
    """The journal of one document: begun with its first unsaved step, gone once nothing is unsaved."""

    failed = Signal()
    """The journal can't be written now; said once, until it can again."""

    def __init__(self, document: Document, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._folder = folder
        self._session = Session(folder)
        self._journal: Journal | None = None
        self._waiting: list[Step] = []
        self._failing = False
        self._timer = QTimer(self, singleShot=True, interval=_SETTLES_AFTER)
        self._timer.timeout.connect(self._settle)
        document.stepped.connect(self._keep)
        document.undo_stack.cleanChanged.connect(self._clean_changed)

    @property
    def session(self) -> str:
        """The name of the running program's session."""
        return self._session.name

    @property
    def path(self) -> Path | None:
        """Where the journal lies; None where nothing is unsaved."""
        return None if self._journal is None else self._journal.path

    def is_safe(self) -> bool:
        """Whether everything unsaved stands in the journal."""
        return not self._waiting

    def end(self) -> None:
        """The document is closed, and what it still held is given up."""
        self._forget()

    def _keep(self, step: Step) -> None:
        self._waiting.append(step)
        try:
            self._write()
        except OSError:
            self._fail()
        else:
            self._failing = False
            if not self._timer.isActive():  # who types without a pause is kept too
                self._timer.start()

    def _write(self) -> None:
        """Write what waits; what the disk refuses waits for the next step."""
        if self._journal is None:
            self._journal = self._begin()
        while self._waiting:
            self._journal.add(self._waiting[0])
            del self._waiting[0]

    def _begin(self) -> Journal:
        self._folder.mkdir(parents=True, exist_ok=True)
        if not self._session.begin():
            raise OSError(errno.EACCES, "the session's file was not taken", str(self._folder))
        package = self._document.workbook.package
        now = dt.datetime.now()  # noqa: DTZ005 - the officer's own clock
        return Journal.begin(
            self._folder,
            Head(
                workbook=self._document.path.absolute(),
                fingerprint=package.fingerprint,
                session=self._session.name,
                begun=now,
            ),
        )

    def _settle(self) -> None:
        try:
            if self._journal is not None:
                self._journal.settle()
        except OSError:
            self._fail()

    def _fail(self) -> None:
        if not self._failing:
            self._failing = True
            self.failed.emit()

    def _clean_changed(self, clean: bool) -> None:
        if clean:
            self._forget()

    def _forget(self) -> None:
        self._timer.stop()
        self._waiting.clear()
        if self._journal is not None:
            self._journal.discard()
            self._journal = None
        self._session.end()
