"""Opening, saving and closing: the officer's intents around the file."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop.document.document import Document
from desktop.document.file_names import named_as
from desktop.document.keeping import Keeping
from desktop.document.lock import holder_of
from desktop.domain.errors import InputRefused
from desktop.rules.verdicts import Verdicts
from desktop.ui.prompts import WORKBOOKS, Answer
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.document.lock import Holder
    from desktop.document.settings import Settings
    from desktop.ui.prompts import Prompts
    from desktop.ui.tasks import Tasks

_SAVE_AS, _SAVE_ANYWAY = range(2)
_CROSSINGS = ("Save &as…", "Save any&way", "&Cancel")


class _Loaded(NamedTuple):
    """A workbook, and what the rules say of it."""

    workbook: Workbook
    verdicts: Verdicts


class Files(QObject):
    """The one open document and the way it came from and goes to disk."""

    document_changed = Signal()
    """Another document is open, or none."""
    not_saved = Signal()
    """A save was tried and failed, and the officer was told why."""

    def __init__(self, tasks: Tasks, prompts: Prompts, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._prompts = prompts
        self._settings = settings
        self.document: Document | None = None
        self.keeping: Keeping | None = None

    def open_now(self, path: Path) -> None:
        """Open a workbook and come back when it is open; raises the named errors of `domain.errors`."""
        self._take(_load(path, self._settings, self._as_at))

    def open(self) -> None:
        """Ask for a workbook and open it."""
        path = self._prompts.open_path(self.folder())
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a workbook in the background, once the open one may be left."""

        def load() -> None:
            saying = f"Opening {path.name}…"
            self._tasks.run(
                saying,
                partial(_load, path, self._settings, self._as_at),
                self._take,
                self._could_not_open,
            )

        self.leave(load)

    def reload(self, then: Callable[[Document], None]) -> None:
        """Open the workbook anew as it is on disk; what is not saved is kept until `then` has been done."""
        if self.document is not None and not self._tasks.busy:
            path = self.document.path
            self._tasks.run(
                f"Opening {path.name}…",
                partial(_load, path, self._settings, self._as_at),
                lambda loaded: self._take(loaded, then),
                self._could_not_open,
            )

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save over the workbook that was opened."""
        if self.document is not None:
            self._save_to(self.document.path, then)

    def save_as(self, then: Callable[[], None] | None = None) -> None:
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
            self._save_to(named, then)

    def close(self) -> None:
        """Close the workbook and keep the window."""
        self.leave(lambda: self._take(None))

    def end(self) -> None:
        """The window goes, with nothing unsaved: no journal need stay."""
        if self.keeping is not None:
            self.keeping.end()

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

    def _save_to(self, path: Path, then: Callable[[], None] | None, *, crossing: bool = False) -> None:
        """Save there; `crossing`: even where somebody else has the file open."""
        document, keeping = self.document, self.keeping
        if document is None or keeping is None or self._tasks.busy:
            return
        workbook, sessions, session = document.workbook, self._settings.recovery_folder, keeping.session

        def write() -> Workbook | Holder:
            holder = None if crossing else holder_of(path, sessions, session)
            return workbook.save(path) if holder is None else holder

        def written(result: Workbook | Holder) -> None:
            if isinstance(result, Workbook):
                document.take_saved(result)
                self._settings.add_recent(path)
                if then is not None:
                    then()
            else:
                self._ask_to_cross(path, result, then)

        self._tasks.run(f"Saving {path.name}…", write, written, self._could_not_save)

    def _ask_to_cross(self, path: Path, holder: Holder, then: Callable[[], None] | None) -> None:
        question = (
            f"{path.name} is open elsewhere: {holder.words}. If you save now, their work and yours may "
            "cross. Save under another name, or ask them to close it first. If nobody has it open, "
            "save anyway."
        )
        chosen = self._prompts.choose("The workbook is in use", question, _CROSSINGS)
        if chosen == _SAVE_AS:
            self.save_as(then)
        elif chosen == _SAVE_ANYWAY:
            self._save_to(path, then, crossing=True)

    @property
    def _as_at(self) -> dt.date:
        """The date by which the next workbook is judged: that of the open one, else today."""
        today = dt.date.today()  # noqa: DTZ011 - the officer's own day
        return self.document.as_at if self.document is not None else today

    def _take(self, loaded: _Loaded | None, then: Callable[[Document], None] | None = None) -> None:
        old, kept = self.document, self.keeping
        if loaded is None:
            self.document = self.keeping = None
        else:
            workbook, verdicts = loaded
            self.document = Document(workbook, verdicts.as_at, self, verdicts=verdicts)
            self.keeping = Keeping(self.document, self._settings.recovery_folder, self.document)
            self._settings.add_recent(workbook.package.path)
        self.document_changed.emit()
        if then is not None and self.document is not None:
            then(self.document)
        if kept is not None:
            kept.end()
        if old is not None:
            old.deleteLater()

    def _could_not_open(self, message: str) -> None:
        self._prompts.tell("The workbook was not opened", message)

    def _could_not_save(self, message: str) -> None:
        self._prompts.tell("The workbook was not saved", message)
        self.not_saved.emit()

    def folder(self) -> Path:
        """Where the officer was last: beside the open workbook, or the latest one."""
        if self.document is not None:
            return self.document.path.parent
        recent = self._settings.recent
        return recent[0].parent if recent else Path.home()


def _load(path: Path, settings: Settings, as_at: dt.date) -> _Loaded:
    """Read a workbook and judge it, both where no window waits for it."""
    workbook = Workbook.open(path, settings.mappings.read())
    return _Loaded(workbook, Verdicts.of(workbook.contents, as_at))
