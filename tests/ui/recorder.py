"""Prompts that keep what was said, and give the answers that the test laid ready."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QDialog

from desktop.ui.prompts import Answer, Prompts
from desktop.workbook.mappings import ColumnMapping

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.domain.cells import CellRef
    from desktop.progress.conflicts import Conflict
    from desktop.progress.merging import Merge
    from desktop.progress.report import Progress
    from desktop.ui.dialogs.merge_files import MergeFiles
    from desktop.workbook.candidates import Candidate
    from desktop.workbook.sheet import Sheet
    from desktop.workbook.text_tables import Rows

_Asked = TypeVar("_Asked", bound=QDialog)


class RecordedPrompts(Prompts):
    """Answers in the order laid ready; a question without an answer fails the test.

    A dialog is handed to the next of `hands`, which fills it in and says yes or no.

    `said` holds a line for each prompt, such as "tell: The workbook was not saved: …".
    """

    def __init__(self) -> None:
        self.answers: deque[Answer | ColumnMapping | Path | int | None] = deque()
        self.hands: deque[Callable[[QDialog], object]] = deque()
        self.said: list[str] = []
        self.brought: Rows | None = None
        self.copies: MergeFiles | None = None

    def tell(self, title: str, message: str) -> None:
        self.said.append(f"tell: {title}: {message}")

    def inform(self, title: str, message: str) -> None:
        self.said.append(f"inform: {title}: {message}")

    def save_changes(self, name: str) -> Answer:
        answer = self._answer(f"save changes to {name}?")
        assert isinstance(answer, Answer)
        return answer

    def choose(self, title: str, message: str, choices: Sequence[str]) -> int:
        answer = self._answer(f"{title}: {message} [{' | '.join(choices)}]")
        assert isinstance(answer, int)
        assert answer < len(choices)
        return answer

    def show_rows(
        self, title: str, message: str, headers: Sequence[str], rows: Sequence[Sequence[str]]
    ) -> None:
        self.said.append(f"show: {title}: {message}")
        self.said += [", ".join(row) for row in rows]

    def map_columns(
        self, sheet: Sheet, candidate: Candidate, then: Callable[[ColumnMapping | None], None]
    ) -> None:
        answer = self._answer(f"columns of {candidate.sheet}, row {candidate.row}")
        assert answer is None or isinstance(answer, ColumnMapping)
        then(answer)

    def bring_table(self, folder: Path, then: Callable[[Rows | None], None]) -> None:
        self.said.append(f"bring a table from {folder}")
        then(self.brought)

    def other_path(self, title: str, folder: Path) -> Path | None:
        return self._path(f"{title}, from {folder}")

    def show_progress(
        self, progress: Progress, go_to: Callable[[CellRef], None], write: Callable[[], None]
    ) -> None:
        self.said += [f"show progress: {progress.line}", *(one.line for one in progress.changes)]
        self.go_to, self.write = go_to, write

    def merge_files(self, name: str, folder: Path, then: Callable[[MergeFiles | None], None]) -> None:
        self.said.append(f"merge into {name}, from {folder}")
        then(self.copies)

    def settle(self, found: Merge, other: str, then: Callable[[tuple[Conflict, ...] | None], None]) -> None:
        answer = self._answer(f"settle {len(found.conflicts)} with {other}")
        assert answer is None or isinstance(answer, int)
        then(None if answer is None else found.conflicts[:answer])

    def ask(self, build: Callable[[QWidget | None], _Asked], then: Callable[[_Asked], None]) -> None:
        dialog = build(None)
        self.said.append(f"ask: {dialog.windowTitle()}")
        assert self.hands, f"nobody was laid ready to answer: {dialog.windowTitle()}"
        dialog.open()
        self.hands.popleft()(dialog)
        dialog.hide()
        if dialog.result():
            then(dialog)
        dialog.deleteLater()

    def open_path(self, folder: Path) -> Path | None:
        return self._path(f"open from {folder}")

    def save_path(self, title: str, proposed: Path, kinds: Sequence[str]) -> Path | None:
        return self._path(f"{title}, {proposed}, {'; '.join(kinds)}")

    def _path(self, question: str) -> Path | None:
        answer = self._answer(question)
        assert not isinstance(answer, Answer | ColumnMapping | int)
        return answer

    def _answer(self, question: str) -> Answer | ColumnMapping | Path | int | None:
        self.said.append(question)
        assert self.answers, f"no answer was laid ready: {question}"
        return self.answers.popleft()
