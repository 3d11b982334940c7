"""Opening, saving and closing: the officer's intents around the file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.document.document import Document
from desktop.document.file_names import named_as
from desktop.document.keeping import Keeping
from desktop.domain.errors import InputRefused
from desktop.ui.prompts import WORKBOOKS, Answer
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.document.settings import Settings
    from desktop.ui.prompts import Prompts
    from desktop.ui.tasks import Tasks


class Files(QObject):
    """The one open document and the way it came from and goes to disk."""

    document_changed = Signal()
    """Another document is open, or none."""

    def __init__(self, tasks: Tasks, prompts: Prompts, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._prompts = prompts
        self._settings = settings
        self.document: Document | None = None
        self.keeping: Keeping | None = None

    def open_now(self, path: Path) -> None:
        """Open a workbook and come back when it is open; raises the named errors of `domain.errors`."""
        self._take(Workbook.open(path))

    def open(self) -> None:
        """Ask for a workbook and open it."""
        path = self._prompts.open_path(self._folder())
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a workbook in the background, once the open one may be left."""

        def load() -> None:
            saying = f"Opening {path.name}…"
            self._tasks.run(saying, lambda: Workbook.open(path), self._take, self._could_not_open)

        self.leave(load)

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save over the workbook that was opened."""
        if self.document is not None:
            self._save_to(self.document.path, then)

    def save_as(self) -> None:
        """Ask for a name and save there; from then on that is the open workbook."""
        if self.document is None:
            return
        path = self._prompts.save_path("Save as", self.document.path, [WORKBOOKS])
        if path is None:
            return
        try:
            named = named_as(self.document.path, path)
        except InputRefused as refusal:
            self._could_not_save(str(refusal))
        else:
            self._save_to(named, None)

    def close(self) -> None:
        """Close the workbook and keep the window."""
        self.leave(lambda: self._take(None))

    def leave(self, then: Callable[[], None]) -> None:
        """Go on with `then` once unsaved changes are saved or given up; not where the officer stays."""
        if self._tasks.busy:
            return
        if self.document is None or not self.document.dirty:
            then()
            return
        answer = self._prompts.save_changes(self.document.path.name)
        if answer is Answer.SAVE:
            self.save(then)
        elif answer is Answer.DISCARD:
            then()

    def _save_to(self, path: Path, then: Callable[[], None] | None) -> None:
        document = self.document
        if document is None or self._tasks.busy:
            return
        workbook = document.workbook

        def saved(written: Workbook) -> None:
            document.take_saved(written)
            self._settings.add_recent(path)
            if then is not None:
                then()

        self._tasks.run(f"Saving {path.name}…", lambda: workbook.save(path), saved, self._could_not_save)

    def _take(self, workbook: Workbook | None) -> None:
        old = self.document
        if self.keeping is not None:
            self.keeping.end()
        if workbook is None:
            self.document = self.keeping = None
        else:
            today = dt.date.today()  # noqa: DTZ011 - the officer's own day
            self.document = Document(workbook, old.as_at if old is not None else today, self)
            self.keeping = Keeping(self.document, self._settings.recovery_folder, self.document)
            self._settings.add_recent(workbook.package.path)
        self.document_changed.emit()
        if old is not None:
            old.deleteLater()

    def _could_not_open(self, message: str) -> None:
        self._prompts.tell("The workbook was not opened", message)

    def _could_not_save(self, message: str) -> None:
        self._prompts.tell("The workbook was not saved", message)

    def _folder(self) -> Path:
        if self.document is not None:
            return self.document.path.parent
        recent = self._settings.recent
        return recent[0].parent if recent else Path.home()
