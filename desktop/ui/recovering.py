"""Offers the officer what an earlier Milepost was closed on before it was saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.document.on_disk import OnDisk
from desktop.document.recovery import KEPT_DAYS, left_behind, recovery
from desktop.document.replay import replay
from desktop.domain.errors import MilepostError
from desktop.domain.wording import counted
from desktop.ui.cell_rows import HEADERS, rows_of, rows_of_steps

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.document.document import Document
    from desktop.document.recovery import LeftBehind
    from desktop.ui.files import Files
    from desktop.ui.prompts import Prompts

_TITLE = "Unsaved work"
_LABEL = "Bring back unsaved work"
_BRING, _LOOK, _THROW = range(3)
_CHOICES = ("&Bring them back", "&Look at them first", "&Throw them away", "&Not now")
_STATES = {
    OnDisk.SAME: "",
    OnDisk.CHANGED: (
        "\n\nThe workbook was saved by another program since. Your changes go into the cells that still hold "
        "what they held; the others are listed for you."
    ),
    OnDisk.GONE: (
        "\n\nThe workbook is not there now. Put it back, or connect its drive, before you bring them back."
    ),
}


class Recovering(QObject):
    """Asks about each journal that was left behind, once while the program runs."""

    def __init__(self, files: Files, prompts: Prompts, folder: Path) -> None:
        super().__init__(files)
        self._files = files
        self._prompts = prompts
        self._folder = folder
        self._asked: set[Path] = set()
        self._asking = False
        files.document_changed.connect(self._offer_soon)

    def offer(self) -> None:
        """Offer everything that was left behind, what belongs to the open workbook first."""
        found = self._left()
        self._ask_each(sorted(found, key=lambda left: not self._is_open(left)))

    def _offer_soon(self) -> None:
        # Once the workbook is on the screen.
        QTimer.singleShot(0, self, self._offer_here)

    def _offer_here(self) -> None:
        self._ask_each([left for left in self._left() if self._is_open(left)])

    def _ask_each(self, found: Sequence[LeftBehind]) -> None:
        if self._asking:
            return  # the question before this one opened a workbook
        self._asking = True
        try:
            for left in found:
                if not self._dirty or (self._is_open(left) and not left.rows_changed):
                    self._ask(left)  # else its turn comes at the next start
        finally:
            self._asking = False

    def _left(self) -> list[LeftBehind]:
        return [left for left in left_behind(self._folder) if left.path not in self._asked]

    @property
    def _dirty(self) -> bool:
        return self._files.document is not None and self._files.document.dirty

    def _is_open(self, left: LeftBehind) -> bool:
        document = self._files.document
        return document is not None and document.path.absolute() == left.head.workbook

    def _ask(self, left: LeftBehind) -> None:
        self._asked.add(left.path)
        question = _question(left)
        chosen = _LOOK
        while chosen == _LOOK:
            chosen = self._prompts.choose(_TITLE, question, _CHOICES)
            if chosen == _LOOK:
                self._show(left, rows_of_steps(left.steps), f"What was changed in {left.head.workbook.name}:")
        if chosen == _THROW:
            left.discard()
        elif chosen == _BRING:
            self._bring(left)

    def _bring(self, left: LeftBehind) -> None:
        try:
            if not self._is_open(left):
                self._files.open_now(left.head.workbook)
            self._apply(left)
        except MilepostError as error:
            self._prompts.tell(
                "Nothing was brought back", f"{error}\n\nYour changes are kept and will be offered again."
            )

    def _apply(self, left: LeftBehind) -> None:
        document, keeping = self._files.document, self._files.keeping
        assert document is not None  # noqa: S101 - it was opened just now
        assert keeping is not None  # noqa: S101 - with it
        rest: list[tuple[str, ...]] = []
        if not self._replayed(left, document):
            found = recovery(left.changes, document.workbook)
            if found.edits:
                document.set_cells(found.edits, _LABEL)
            not_made = left.steps[len(left.steps) - left.rows_changed :]
            rest = rows_of(found.crossed) + rows_of_steps(not_made)
        if rest or left.unread:
            self._tell_rest(left, rest)
        elif keeping.is_safe():  # the new journal has them now
            left.discard()

    def _replayed(self, left: LeftBehind, document: Document) -> bool:
        """Make changes of rows again, which only the same file can take."""
        if not left.rows_changed or left.on_disk() is not OnDisk.SAME:
            return False
        change = replay(left.steps, document.workbook, _LABEL)
        if change is not None:
            document.change_records(change)
        return change is not None

    def _tell_rest(self, left: LeftBehind, rows: Sequence[Sequence[str]]) -> None:
        """Say what could not be brought back; it is put aside rather than removed."""
        kept = f"All the changes stay on record for {KEPT_DAYS} days in {left.keep()}."
        if left.unread:
            steps = counted(left.unread, "step")
            self._prompts.tell(
                _TITLE, f"{steps} taken by another version of Milepost could not be brought back. {kept}"
            )
        if rows:
            why = "These changes were not made: the workbook has changed there since. Make them by hand where"
            self._show(left, rows, f"{why} they still hold. {kept}")

    def _show(self, left: LeftBehind, rows: Sequence[Sequence[str]], message: str) -> None:
        self._prompts.show_rows(f"Unsaved work on {left.head.workbook.name}", message, HEADERS, rows)


def _question(left: LeftBehind) -> str:
    work = counted(len(left.changes), "changed cell")
    if left.rows_changed:
        work = f"{counted(len(left.steps), 'step')}, changed rows among them"
    begun = left.head.begun
    return (
        f"Milepost was closed before your work on {left.head.workbook.name} was saved: {work}, "
        f"begun on {begun:%d/%m/%Y} at {begun:%H:%M}. The workbook lies in {left.head.workbook.parent}."
        f"{_STATES[left.on_disk()]}"
    )
