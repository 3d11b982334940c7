"""Asks which copy of the workbook is to be merged in, and which workbook both copies began with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from desktop.ui.panels.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

_WIDTH = 640
_WORDS = (
    "Two people have each changed a copy of one workbook. Choose the other copy, and the workbook that both "
    "copies began with. What only the other changed comes into the open workbook; of what both changed, you "
    "decide. Neither file is changed, and the whole is one step to undo."
)
_OTHER = "Choose the other copy"
_BEGINNING = "Choose the workbook that both began with"


class MergeFiles(NamedTuple):
    """The other copy, and what both began with."""

    theirs: Path
    base: Path


class MergeFilesDialog(QDialog):
    """`files` is what was chosen; None as long as one of the two is not."""

    def __init__(
        self, name: str, choose: Callable[[str], Path | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Merge another copy into {name}")
        self.setObjectName("mergeFiles")
        self.setMinimumWidth(_WIDTH)
        self._choose = choose
        self._chosen: dict[str, Path] = {}
        self._choosing: dict[str, QPushButton] = {}
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go_on = self._buttons.addButton("&Go on", QDialogButtonBox.ButtonRole.AcceptRole)
        self._go_on.setEnabled(False)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._come_to_what_is_left()

    @property
    def files(self) -> MergeFiles | None:
        """The two files."""
        if len(self._chosen) < len(MergeFiles._fields):
            return None
        return MergeFiles(self._chosen[_OTHER], self._chosen[_BEGINNING])

    def _lay_out(self) -> None:
        grid = QGridLayout()
        for row, (title, label) in enumerate(((_OTHER, "The &other copy"), (_BEGINNING, "Both &began with"))):
            self._add_file(grid, row, title, label)
        column = QVBoxLayout(self)
        column.addWidget(PlainLabel(_WORDS))
        column.addLayout(grid)
        column.addStretch(1)
        column.addWidget(self._buttons)

    def _add_file(self, grid: QGridLayout, row: int, title: str, label: str) -> None:
        button = QPushButton("Choose…")
        name = QLabel(label)
        name.setBuddy(button)
        button.setAccessibleName(title)
        shown = QLineEdit()
        shown.setReadOnly(True)
        shown.setPlaceholderText("No file is chosen yet")
        shown.setAccessibleName(label.replace("&", ""))
        button.clicked.connect(lambda: self._ask(title, shown))
        self._choosing[title] = button
        for column, widget in enumerate((name, shown, button)):
            grid.addWidget(widget, row, column)

    def _ask(self, title: str, shown: QLineEdit) -> None:
        path = self._choose(title)
        if path is None:
            return
        self._chosen[title] = path
        shown.setText(path.name)
        shown.setToolTip(str(path))
        self._go_on.setEnabled(self.files is not None)
        self._go_on.setDefault(self.files is not None)
        self._come_to_what_is_left()

    def _come_to_what_is_left(self) -> None:
        """Put the keyboard on the next file to choose, or on going on."""
        waiting = (button for title, button in self._choosing.items() if title not in self._chosen)
        next(waiting, self._go_on).setFocus()
