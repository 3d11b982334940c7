"""The cell bar: which cell is current, what it holds, and what its value means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from desktop.domain.cells import LONGEST_TEXT
from desktop.ui.panels.bar_editor import BarEditor
from desktop.ui.panels.elided_label import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.domain.cells import CellRef

_ADDRESS_WIDTH = 76
_NEAR = LONGEST_TEXT - 1_000
_TOP = Qt.AlignmentFlag.AlignTop


class CellBar(QFrame):
    """Shows the current cell and takes what is typed for it."""

    typed = Signal(object, str)
    """The CellRef and the text that was typed for it: with Enter, or before the officer went elsewhere."""
    left = Signal()
    """The officer goes back to the grid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cell: CellRef | None = None
        self._text = ""
        self._refused = False
        self._address = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._address.setFixedWidth(_ADDRESS_WIDTH)
        self._address.setAccessibleName("Current cell")
        self._editor = BarEditor()
        self._editor.setObjectName("cellBar")
        self._editor.setAccessibleName("Content of the current cell")
        self._more = _Opener()
        self._meaning = ElidedLabel("The current cell means", Qt.AlignmentFlag.AlignRight, quiet=True)
        self._count = QLabel()
        self._count.setAccessibleName("Characters")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(self._address, alignment=_TOP)
        row.addWidget(self._editor, stretch=3, alignment=_TOP)
        row.addWidget(self._more, alignment=_TOP)
        row.addWidget(self._count, alignment=_TOP)
        row.addWidget(self._meaning, alignment=_TOP)
        for beside in (self._address, self._more, self._count, self._meaning):
            beside.setFixedHeight(self._editor.height())
        self._editor.committed.connect(self._commit)
        self._editor.restored.connect(self._restore)
        self._editor.left.connect(self._take)
        self._editor.textChanged.connect(self._follow_text)
        self._more.toggled.connect(self._show_whole)
        self.show_cell(None, "", "")

    def show_cell(self, cell: CellRef | None, text: str, meaning: str) -> None:
        """Show a cell, the text that an editor of it starts with, and what the value means.

        What was being typed for another cell is committed first.
        """
        if cell != self._cell:
            self._take()
        if (cell, text) != (self._cell, self._text) or not self._editor.hasFocus():
            self._cell, self._text = cell, text
            self._editor.setPlainText(text)
        self._address.setText(cell.a1 if cell is not None else "")
        self._address.setAccessibleName(f"Current cell: {cell.a1 if cell is not None else 'none'}")
        self._editor.setEnabled(cell is not None)
        self._meaning.say(meaning if meaning != text else "")  # what is not said beside it already

    def edit(self) -> None:
        """Put the keyboard into the bar."""
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._editor.selectAll()

    def toggle(self) -> None:
        """Show several lines of the text, or one again."""
        self._more.toggle()

    def refuse(self) -> None:
        """What was typed is not taken: it stays in the bar to be mended."""
        self._refused = True

    def _commit(self) -> None:
        self._take()
        if self._refused:
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _take(self) -> None:
        """Hand over what was typed, once."""
        typed, self._refused = self._editor.text(), False
        if self._cell is not None and typed != self._text:
            before, self._text = self._text, typed
            self.typed.emit(self._cell, typed)
            if self._refused:
                self._text = before

    def _restore(self) -> None:
        self._editor.setPlainText(self._text)
        self.left.emit()

    def _show_whole(self, whole: bool) -> None:
        self._editor.tall = whole

    def _follow_text(self) -> None:
        """Offer to show more where there is more, and count where there is hardly room for more."""
        self._more.setVisible(self._editor.tall or not self._editor.whole)
        length = len(self._editor.text())
        self._count.setVisible(length > _NEAR)
        self._count.setText(f"{length:,} of {LONGEST_TEXT:,} characters" if length > _NEAR else "")


class _Opener(QToolButton):
    """Shows several lines of a long text, or one."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setArrowType(Qt.ArrowType.DownArrow)
        self.setAccessibleName("Show the whole text")
        self.setToolTip("Show the whole text (Ctrl+Shift+U)")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._turn)

    def _turn(self, opened: bool) -> None:
        self.setArrowType(Qt.ArrowType.UpArrow if opened else Qt.ArrowType.DownArrow)
