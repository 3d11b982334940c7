"""What could not be used of a workbook, or is hidden in it: a line over the grid, or a page in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSizePolicy

from desktop.ui.panels.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.document.document import Document
    from desktop.domain.contents import Problem

_MARGIN = 8


class ProblemsNote(PlainLabel):
    """Follows the document: hidden where everything could be used."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._document = document
        self._looked_at: object = None
        self._hidden: tuple[str, ...] = ()
        self.setObjectName("problems")
        self.setAccessibleName("What could not be used of the workbook, or is hidden in it")
        self.setMargin(_MARGIN)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        document.contents_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what could not be used, or is hidden: in a line that the tool tip completes, or at length."""
        contents = self._document.contents
        sentences = (*map(_sentence, contents.problems), *self._hidden_lines())
        alone = not contents.tables
        down = QSizePolicy.Policy.Expanding if alone else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Ignored, down)  # before the words, which make it wrap anew
        self.setText("\n\n".join(sentences) if alone else _brief(sentences))
        self.setToolTip("" if alone else "\n".join(sentences))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter if alone else Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(sentences))

    def _hidden_lines(self) -> tuple[str, ...]:
        """What Excel hides of the tables; looked up again only where the tables or their rows changed."""
        workbook = self._document.workbook
        seen = (workbook.base, workbook.contents.tables)
        if seen != self._looked_at:
            self._looked_at, self._hidden = seen, workbook.hidden_lines
        return self._hidden


def _sentence(problem: Problem) -> str:
    if not problem.sheet or problem.sheet in problem.message:
        return problem.message
    return f"{problem.sheet}: {problem.message}"


def _brief(sentences: tuple[str, ...]) -> str:
    """The first, and how many more there are."""
    more = f" (and {len(sentences) - 1} more)" if len(sentences) > 1 else ""
    return "".join((*sentences[:1], more))
